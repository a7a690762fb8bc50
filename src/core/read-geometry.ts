import type { Geometry, Position } from 'geojson';

/** What is wrong with a geometry; `path` is relative, e.g. `.coordinates[0][1]`. */
export interface GeometryFault {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export type ReadGeometry =
  | {
      readonly isValid: true;
      readonly geometry: Geometry | null;
      readonly warnings: readonly GeometryFault[];
    }
  | { readonly isValid: false; readonly fault: GeometryFault };

/** How deep positions lie in `coordinates`. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Larger than any degree by far: metres of a projected system. */
const PROJECTED = 1000;

/** Thrown inside this module only, to leave a deep walk at once. */
class Fault extends Error {
  readonly fault: GeometryFault;
  constructor(fault: GeometryFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const fail = (code: string, path: string, message: string, remedy: string): never => {
  throw new Fault({ code, path, message, remedy });
};

/** A value as a message shows it: short, and NaN as NaN. */
export const showValue = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
};

function readPosition(value: unknown, path: string, isAnySystem: boolean): Position {
  if (!Array.isArray(value) || value.length < 2) {
    return fail(
      'coordinates-nesting',
      path,
      `a position [lng, lat] is expected, found ${showValue(value)}`,
      'Check how deep the coordinates are nested for this geometry type.',
    );
  }
  for (const [at, part] of value.entries()) {
    if (typeof part !== 'number' || !Number.isFinite(part)) {
      fail(
        'coordinate-not-number',
        `${path}[${at}]`,
        `a coordinate is ${showValue(part)}, not a finite number`,
        'Give longitude and latitude as numbers in degrees.',
      );
    }
  }
  if (isAnySystem) return value as Position;
  const [lng, lat] = value as [number, number];
  if (Math.abs(lng) > PROJECTED || Math.abs(lat) > PROJECTED) {
    fail(
      'coordinates-projected',
      path,
      `${lng}, ${lat} look like projected metres, not degrees`,
      'Convert to longitude and latitude (EPSG:4490) first.',
    );
  }
  if (Math.abs(lat) > 90 && Math.abs(lng) <= 90 && Math.abs(lat) <= 180) {
    fail(
      'coordinates-swapped',
      path,
      `${lng}, ${lat} look like latitude before longitude`,
      'Write [longitude, latitude].',
    );
  }
  if (Math.abs(lat) > 90)
    fail('latitude-out-of-range', path, `latitude ${lat} lies beyond ±90`, 'Correct the latitude.');
  if (Math.abs(lng) > 180)
    fail(
      'longitude-out-of-range',
      path,
      `longitude ${lng} lies beyond ±180`,
      'Correct the longitude.',
    );
  return value as Position;
}

type Nested = Position | Nested[];

/** Walks no deeper than the type allows, so that hostile nesting cannot overflow the stack. */
function readNested(value: unknown, depth: number, path: string, isAnySystem: boolean): Nested {
  if (depth === 0) return readPosition(value, path, isAnySystem);
  if (!Array.isArray(value)) {
    return fail(
      'coordinates-nesting',
      path,
      `an array is expected, found ${showValue(value)}`,
      'Check how deep the coordinates are nested for this geometry type.',
    );
  }
  if (value.length === 0)
    return fail(
      'geometry-empty',
      path,
      'the geometry holds no position',
      'Give coordinates, or use geometry null.',
    );
  return value.map((item, at) => readNested(item, depth - 1, `${path}[${at}]`, isAnySystem));
}

function checkRing(ring: Position[], path: string, warnings: GeometryFault[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  const isClosed = first[0] === last[0] && first[1] === last[1];
  const closed = isClosed ? ring : [...ring, first];
  if (closed.length < 4)
    fail(
      'ring-too-short',
      path,
      `a ring has ${ring.length} positions`,
      'A ring needs at least four, the last like the first.',
    );
  if (!isClosed) {
    warnings.push({
      code: 'ring-open',
      path,
      message: 'a ring was open and has been closed',
      remedy: 'Repeat the first position at the end.',
    });
  }
  return closed;
}

function readCoordinates(
  type: string,
  value: unknown,
  warnings: GeometryFault[],
  isAnySystem: boolean,
): unknown {
  const path = '.coordinates';
  const nested = readNested(value, DEPTHS[type]!, path, isAnySystem);
  const closeRings = (rings: Position[][], at: string): Position[][] =>
    rings.map((ring, index) => checkRing(ring, `${at}[${index}]`, warnings));
  switch (type) {
    case 'Polygon':
      return closeRings(nested as Position[][], path);
    case 'MultiPolygon':
      return (nested as Position[][][]).map((rings, at) => closeRings(rings, `${path}[${at}]`));
    case 'LineString':
    case 'MultiLineString': {
      const lines = (type === 'LineString' ? [nested] : nested) as Position[][];
      const short = lines.findIndex((line) => line.length < 2);
      if (short >= 0)
        fail(
          'line-too-short',
          path,
          `line ${short} has one position`,
          'A line needs at least two.',
        );
      return nested;
    }
    default:
      return nested;
  }
}

/**
 * Reads a GeoJSON geometry of unknown origin: longitude, latitude in degrees. Null is valid: list only.
 * Open rings are closed with a warning. The first fault is returned with its path; nothing is thrown.
 * @param isAnySystem the numbers may be metres, or latitude first; somebody else finds out
 */
export function readGeometry(value: unknown, isAnySystem = false): ReadGeometry {
  if (value === null) return { isValid: true, geometry: null, warnings: [] };
  try {
    if (typeof value !== 'object' || Array.isArray(value)) {
      fail(
        'not-geojson',
        '',
        `a geometry is expected, found ${showValue(value)}`,
        'Give a GeoJSON geometry or null.',
      );
    }
    const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
    if (typeof type !== 'string' || !Object.hasOwn(DEPTHS, type)) {
      const meant = Object.keys(DEPTHS).find(
        (known) => known.toLowerCase() === String(type).toLowerCase(),
      );
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
      fail(
        'geometry-type',
        '.type',
        `unknown geometry type ${showValue(type)}${hint}`,
        `Use one of ${Object.keys(DEPTHS).join(', ')}.`,
      );
    }
    const warnings: GeometryFault[] = [];
    const read = readCoordinates(type as string, coordinates, warnings, isAnySystem);
    const geometry = warnings.length === 0 ? value : { ...(value as object), coordinates: read };
    return { isValid: true, geometry: geometry as Geometry, warnings };
  } catch (error) {
    if (error instanceof Fault) return { isValid: false, fault: error.fault };
    throw error;
  }
}
