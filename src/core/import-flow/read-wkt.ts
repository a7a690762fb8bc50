import type { Feature, Geometry, Position } from 'geojson';

const SHAPES = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
} as const;
type Shape = keyof typeof SHAPES;
/** How deep the positions of a shape are nested. */
const DEPTHS: Readonly<Record<Shape, number>> = {
  POINT: 0,
  LINESTRING: 1,
  MULTIPOINT: 1,
  POLYGON: 2,
  MULTILINESTRING: 2,
  MULTIPOLYGON: 3,
};
const HEAD =
  /^(?:SRID\s*=\s*(\d+)\s*;\s*)?(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON)\s*(?:ZM|Z|M)?\s*\(/i;

export interface WktText {
  readonly features: readonly Feature[];
  /** Of EWKT; null: it names no system. */
  readonly epsg: number | null;
}

type Nested = Position | readonly Nested[];

/** Geometries in WKT or EWKT, one a line; null: the text is none, or not all of it. */
export function readWkt(text: string): WktText | null {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const features: Feature[] = [];
  let epsg: number | null = null;
  for (const line of lines) {
    const read = readLine(line.trim().replace(/;$/, ''));
    if (!read) return null;
    epsg ??= read.epsg;
    features.push({ type: 'Feature', geometry: read.geometry, properties: {} });
  }
  return features.length > 0 ? { features, epsg } : null;
}

function readLine(line: string): { geometry: Geometry; epsg: number | null } | null {
  const head = HEAD.exec(line);
  if (!head || !line.endsWith(')')) return null;
  const shape = head[2]!.toUpperCase() as Shape;
  const body = line.slice(line.indexOf('('));
  const nested = shape === 'MULTIPOINT' ? readPoints(body) : readNested(body, DEPTHS[shape]);
  if (!nested) return null;
  return {
    // The shape and the depth of its positions belong together by the table above.
    geometry: { type: SHAPES[shape], coordinates: nested } as Geometry,
    epsg: head[1] === undefined ? null : Number(head[1]),
  };
}

/** `((1 2), (3 4))` and `(1 2, 3 4)` are both written. */
const readPoints = (body: string): Nested | null =>
  readNested(`(${body.replaceAll(/[()]/g, '')})`, 1);

function readNested(text: string, depth: number): Nested | null {
  const inner = unwrap(text.trim());
  if (inner === null) return null;
  if (depth === 0) return readPosition(inner);
  const parts = split(inner);
  const read = parts.map((part) =>
    depth === 1 ? readPosition(part) : readNested(part, depth - 1),
  );
  return read.every((part): part is NonNullable<typeof part> => part !== null) ? read : null;
}

const unwrap = (text: string): string | null =>
  text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : null;

function readPosition(text: string): Position | null {
  const numbers = text.trim().split(/\s+/).map(Number);
  return numbers.length >= 2 && numbers.every(Number.isFinite) ? numbers.slice(0, 2) : null;
}

/** At the commas that stand in no bracket. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
