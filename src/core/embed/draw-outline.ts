import type { Geometry, Position } from 'geojson';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { isSoft } from '../classify.ts';
import { boundsOf, circleRing, kmPerLngDegree, linesOf, toLngLat } from '../geometry.ts';
import { readGeometry } from '../read-geometry.ts';

/** Units of the drawing; its sides are as 3 to 2. */
export const OUTLINE_SIZE = { width: 600, height: 400 } as const;
const MARGIN = 24;
/** Nearer points of a line are one point to the eye. */
const LEAST_STEP = 0.8;

/** `reach` is the circle within which an unsure point is expected to lie. */
export interface OutlineShape {
  readonly kind: 'area' | 'line' | 'reach' | 'point';
  /** SVG path data. */
  readonly d: string;
  readonly theme: string;
  readonly isSoft: boolean;
}

export interface Outline {
  /** The county's boundary as path data; empty when the bundle has none. */
  readonly ground: string;
  /** Areas first, points last. */
  readonly shapes: readonly OutlineShape[];
}

const KINDS = ['area', 'line', 'reach', 'point'] as const;

/**
 * A sketch of where features lie in their county, as plain path data; null when nothing of it has a place.
 * What the bundle holds is read with care here: a geometry that cannot be read is left out.
 */
export function drawOutline(bundle: PlanBundle, shown: readonly PlanFeature[]): Outline | null {
  const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
  const ground = bundle.features.features
    .filter(({ properties }) => properties.layer === 'boundary')
    .flatMap((feature) => soundGeometry(feature) ?? []);
  const placed = shown.flatMap((feature) => {
    const geometry = soundGeometry(feature);
    return geometry && feature.properties.layer !== 'boundary' ? [{ feature, geometry }] : [];
  });
  const reaches = placed.flatMap(({ feature, geometry }) => reachOf(feature, geometry) ?? []);
  const bounds = boundsOf([...ground, ...placed.map(({ geometry }) => geometry), ...reaches], 0.5);
  if (!bounds) return null;
  const toPath = createPathWriter(bounds);
  const shapes = placed.flatMap(({ feature, geometry }): OutlineShape[] => {
    const theme = themeOf.get(feature.properties.layer) ?? '';
    const look = { theme, isSoft: isSoft(feature) };
    const reach = reachOf(feature, geometry);
    return [
      ...(reach ? [{ kind: 'reach' as const, d: toPath(reach), ...look }] : []),
      { kind: kindOf(geometry), d: toPath(geometry), ...look },
    ];
  });
  return {
    ground: ground.map(toPath).join(''),
    shapes: shapes.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
  };
}

function soundGeometry({ geometry }: PlanFeature): Geometry | null {
  const read = readGeometry(geometry);
  return read.isValid ? read.geometry : null;
}

function reachOf(feature: PlanFeature, geometry: Geometry): Geometry | null {
  const radiusM = feature.properties.accuracy.horizontalM ?? 0;
  if (geometry.type !== 'Point' || !isSoft(feature) || !(radiusM > 0)) return null;
  return {
    type: 'Polygon',
    coordinates: [circleRing(toLngLat(geometry.coordinates), radiusM / 1000)],
  };
}

function kindOf({ type }: Geometry): OutlineShape['kind'] {
  if (type === 'Point' || type === 'MultiPoint') return 'point';
  return type === 'Polygon' || type === 'MultiPolygon' ? 'area' : 'line';
}

/** Writes geometry as path data in the units of the drawing, the bounds in its middle. */
function createPathWriter(
  bounds: readonly [number, number, number, number],
): (geometry: Geometry) => string {
  const [west, south, east, north] = bounds;
  const kmX = kmPerLngDegree((south + north) / 2);
  const kmY = kmPerLngDegree(0);
  const [widthKm, heightKm] = [(east - west) * kmX, (north - south) * kmY];
  const scale = Math.min(
    (OUTLINE_SIZE.width - 2 * MARGIN) / widthKm,
    (OUTLINE_SIZE.height - 2 * MARGIN) / heightKm,
  );
  const left = (OUTLINE_SIZE.width - widthKm * scale) / 2;
  const top = (OUTLINE_SIZE.height - heightKm * scale) / 2;
  const toPoint = ([lng, lat]: Position): readonly [number, number] => [
    left + (lng! - west) * kmX * scale,
    top + (north - lat!) * kmY * scale,
  ];
  const writeLine = (line: readonly Position[], end: string): string => {
    const points = thin(line.map(toPoint));
    return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${end}`;
  };
  return (geometry) => {
    const kind = kindOf(geometry);
    if (kind !== 'point') {
      return linesOf(geometry)
        .map((line) => writeLine(line, kind === 'area' ? 'Z' : ''))
        .join('');
    }
    const { coordinates } = geometry as { coordinates: Position | Position[] };
    const points = (geometry.type === 'Point' ? [coordinates] : coordinates) as Position[];
    // A line of no length with round ends is a dot of the same size at every scale.
    return points.map((point) => writeLine([point], 'h0')).join('');
  };
}

function thin(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (!last || isEnd || Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST_STEP) {
      kept.push(point);
    }
  }
  return kept;
}
