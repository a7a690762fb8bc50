import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import { kmPerLngDegree } from '../geometry.ts';

const KM_PER_LAT_DEGREE = 111.2;
/** The map can be moved this far beyond the plan (`buildStyle`). */
const REACH: readonly [lng: number, lat: number] = [1.2, 0.9];
export const DIRECTIONS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where data lies against the plan; `far`: the map does not reach there. */
export type DataPlace =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'inside' }
  | { readonly kind: 'across' }
  | {
      readonly kind: 'outside' | 'far';
      /** From the middle of the plan to the middle of the data. */
      readonly distanceKm: number;
      readonly direction: Direction;
    };

const middleOf = ([west, south, east, north]: Bounds): LngLat => [
  (west + east) / 2,
  (south + north) / 2,
];

/** @param extent the plan's surroundings, which no geometry of it leaves */
export function placeOfData(bounds: Bounds | null, extent: Bounds): DataPlace {
  if (!bounds) return { kind: 'nowhere' };
  const [west, south, east, north] = bounds;
  const [left, bottom, right, top] = extent;
  if (west >= left && south >= bottom && east <= right && north <= top) return { kind: 'inside' };
  if (west <= right && east >= left && south <= top && north >= bottom) return { kind: 'across' };
  const [lng, lat] = middleOf(bounds);
  const [homeLng, homeLat] = middleOf(extent);
  const eastKm = (lng - homeLng) * kmPerLngDegree((lat + homeLat) / 2);
  const northKm = (lat - homeLat) * KM_PER_LAT_DEGREE;
  const turn = Math.round(Math.atan2(eastKm, northKm) / (Math.PI / 4));
  const isInReach =
    west >= left - REACH[0] &&
    east <= right + REACH[0] &&
    south >= bottom - REACH[1] &&
    north <= top + REACH[1];
  return {
    kind: isInReach ? 'outside' : 'far',
    distanceKm: Math.hypot(eastKm, northKm),
    direction: DIRECTIONS[(turn + 8) % 8]!,
  };
}
