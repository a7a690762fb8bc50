import type { Geometry } from 'geojson';
import type { Bounds, PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import { isSoft } from './classify.ts';
import { boundsOf, circleRing, toLngLat } from './geometry.ts';
import { carriersOf, featuresById } from './lit.ts';

/** A lone point is shown with this much of its surroundings. */
const AROUND_POINT_KM = 4;

/** The box to fit for features: a point with its circle of uncertainty; null when none has a place. */
export function featureBounds(bundle: PlanBundle, ids: readonly string[]): Bounds | null {
  const byId = featuresById(bundle);
  const placed = [...ids, ...carriersOf(bundle, ids)]
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ geometry }) => geometry !== null);
  const geometries = placed.flatMap((feature) => reachOf(feature) ?? []);
  const isOnePoint = placed.length === 1 && placed[0]!.geometry?.type === 'Point';
  return boundsOf(geometries, isOnePoint ? AROUND_POINT_KM : 1);
}

function reachOf(feature: PlanFeature): Geometry | null {
  const { geometry, properties } = feature;
  const radiusM = properties.accuracy.horizontalM ?? 0;
  return geometry?.type === 'Point' && isSoft(feature) && radiusM > 0
    ? {
        type: 'Polygon',
        coordinates: [circleRing(toLngLat(geometry.coordinates), radiusM / 1000)],
      }
    : geometry;
}
