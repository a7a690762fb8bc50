import { lineString, nearestPointOnLine } from '@turf/turf';
import type { Position } from 'geojson';
import type { Snap } from '../../contracts/analysis.ts';
import type { Certainty, LngLat, PlanFeature } from '../../contracts/bundle.ts';
import { linesOf, positionsOf, toLngLat } from '../positions-of.ts';
import { geodesicDistanceM } from './ellipsoid.ts';

const SUREST_FIRST: readonly Certainty[] = [
  'surveyed',
  'digitised',
  'schematic',
  'inferred',
  'unknown',
];

/** Features that share a vertex lie at the same distance; the surest of them is what the position was read from. */
const SAME_PLACE_M = 0.01;

const METRES_PER_DEGREE = 111_320;

/**
 * Snaps a position to the features given (hand in what is shown): to the nearest vertex or point within `toleranceM`,
 * else to the nearest place on a line or outline within it; null when there is none.
 */
export function snapPosition(
  position: LngLat,
  features: readonly PlanFeature[],
  toleranceM: number,
): Snap | null {
  let vertex: Snap | null = null;
  let onLine: Snap | null = null;
  for (const feature of features) {
    if (!feature.geometry) continue;
    for (const corner of positionsOf(feature.geometry)) {
      if (!isNear(position, corner, corner, toleranceM)) continue;
      const snap = createSnap(position, toLngLat(corner), feature, 'vertex');
      vertex = keepBetter(vertex, snap, toleranceM);
    }
    if (vertex) continue;
    for (const [from, to] of linesOf(feature.geometry).flatMap(listSegments)) {
      if (!isNear(position, from, to, toleranceM)) continue;
      const { coordinates } = nearestPointOnLine(lineString([from, to]), [...position]).geometry;
      onLine = keepBetter(
        onLine,
        createSnap(position, toLngLat(coordinates), feature, 'line'),
        toleranceM,
      );
    }
  }
  return vertex ?? onLine;
}

function keepBetter(best: Snap | null, next: Snap, toleranceM: number): Snap | null {
  if (next.distanceM > toleranceM) return best;
  if (!best) return next;
  const nearer = best.distanceM - next.distanceM;
  if (Math.abs(nearer) > SAME_PLACE_M) return nearer > 0 ? next : best;
  return SUREST_FIRST.indexOf(next.certainty) < SUREST_FIRST.indexOf(best.certainty) ? next : best;
}

function createSnap(
  asked: LngLat,
  position: LngLat,
  { properties }: PlanFeature,
  at: Snap['at'],
): Snap {
  return {
    position,
    featureId: properties.id,
    at,
    distanceM: geodesicDistanceM(asked, position),
    certainty: properties.accuracy.class,
    horizontalM: properties.accuracy.horizontalM ?? null,
  };
}

/** Whether a segment's box, grown by the tolerance, holds a position; spares the exact reckoning. */
function isNear([lng, lat]: LngLat, a: Position, b: Position, toleranceM: number): boolean {
  const dLat = (toleranceM * 1.01) / METRES_PER_DEGREE;
  const dLng = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return (
    lng >= Math.min(a[0]!, b[0]!) - dLng &&
    lng <= Math.max(a[0]!, b[0]!) + dLng &&
    lat >= Math.min(a[1]!, b[1]!) - dLat &&
    lat <= Math.max(a[1]!, b[1]!) + dLat
  );
}

const listSegments = (line: readonly Position[]): readonly (readonly [Position, Position])[] =>
  line.slice(1).map((end, index) => [line[index]!, end] as const);
