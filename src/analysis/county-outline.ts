import type { PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import type { Area } from './cut-line.ts';

/** The feature whose outline bounds the plan: the first area of a layer of theme `boundary`; null when there is none. */
export function findCounty(bundle: PlanBundle): PlanFeature | null {
  const layers = new Set(
    bundle.layers.filter(({ theme }) => theme === 'boundary').map(({ id }) => id),
  );
  return (
    bundle.features.features.find(
      ({ properties, geometry }) => layers.has(properties.layer) && isArea(geometry),
    ) ?? null
  );
}

/** Its area; null when the bundle draws none. */
export function findOutline(bundle: PlanBundle): Area | null {
  const geometry = findCounty(bundle)?.geometry ?? null;
  return isArea(geometry) ? geometry : null;
}

export const isArea = (geometry: PlanFeature['geometry']): geometry is Area =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
