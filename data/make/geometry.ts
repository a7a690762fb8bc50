/** Geometry that the maker computes: lengths inside the county, zone shapes, rounding. */
import {
  area,
  booleanPointInPolygon,
  buffer,
  convex,
  distance,
  featureCollection,
  point,
} from '@turf/turf';
import type { Geometry, LineString, MultiLineString, Polygon, Position } from 'geojson';
import type { LngLat, Measure } from '../../src/contracts/bundle.ts';

const DECIMALS = 1e5;

export const roundDegrees = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;
export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(6));

export const roundPosition = (position: Position): Position => [
  roundDegrees(position[0] ?? 0),
  roundDegrees(position[1] ?? 0),
];

/** Where along a→b (0…1) the segment crosses c→d, or null. Planar in degrees: segments are short. */
export function crossSegments(a: Position, b: Position, c: Position, d: Position): number | null {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const [dx = 0, dy = 0] = d;
  const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (denominator === 0) return null;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

export const interpolate = (a: Position, b: Position, t: number): Position => [
  (a[0] ?? 0) + ((b[0] ?? 0) - (a[0] ?? 0)) * t,
  (a[1] ?? 0) + ((b[1] ?? 0) - (a[1] ?? 0)) * t,
];

const listLines = (geometry: Geometry): Position[][] => {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return [];
};

/** Kilometres of a line that lie inside the outline. */
export function measureInsideKm(geometry: LineString | MultiLineString, outline: Polygon): number {
  const ring = outline.coordinates[0] ?? [];
  let totalKm = 0;
  for (const line of listLines(geometry)) {
    for (let at = 1; at < line.length; at += 1) {
      const [a, b] = [line[at - 1]!, line[at]!];
      const cuts = [0, 1];
      for (let edge = 1; edge < ring.length; edge += 1) {
        const t = crossSegments(a, b, ring[edge - 1]!, ring[edge]!);
        if (t !== null) cuts.push(t);
      }
      cuts.sort((left, right) => left - right);
      for (let cut = 1; cut < cuts.length; cut += 1) {
        const [from, to] = [interpolate(a, b, cuts[cut - 1]!), interpolate(a, b, cuts[cut]!)];
        if (booleanPointInPolygon(interpolate(from, to, 0.5), outline))
          totalKm += distance(from, to);
      }
    }
  }
  return totalKm;
}

/** The measured length as the card shows it: one decimal, never a stated figure. */
export const createLengthMeasure = (
  geometry: LineString | MultiLineString,
  outline: Polygon,
): Record<string, Measure> => ({
  lengthInCounty: {
    value: roundTo(measureInsideKm(geometry, outline), 0.1),
    unit: 'km',
    stated: false,
    label: '县域内长度（按图形量算）',
    labelEn: 'Length inside the county, measured from the drawn line',
  },
});

export const measureAreaKm2 = (polygon: Polygon): number => roundTo(area(polygon) / 1e6, 1);

/** A soft shape round some places: their convex hull, widened by a radius in kilometres. */
export function createHull(anchors: readonly LngLat[], radiusKm: number): Polygon {
  const points = featureCollection(anchors.map((anchor) => point([...anchor])));
  const core = convex(points) ?? points;
  const widened = buffer(core, radiusKm, { units: 'kilometers', steps: 16 });
  const shape = widened?.type === 'FeatureCollection' ? widened.features[0] : widened;
  if (shape?.geometry.type !== 'Polygon') throw new Error('the anchors give no single area');
  return {
    type: 'Polygon',
    coordinates: shape.geometry.coordinates.map((ring) => ring.map(roundPosition)),
  };
}
