import type { PlanFeature } from '../contracts/bundle.ts';

export type PlaceKind = 'township' | 'village' | 'station' | 'interchange';

/**
 * What a place is to a traveller, by the kinds of the bundle: `…-seat`, `village`, `…-station`, `interchange`.
 * Null for everything else.
 */
export function placeKindOf({ properties, geometry }: PlanFeature): PlaceKind | null {
  if (geometry?.type !== 'Point') return null;
  const { kind } = properties;
  if (kind.endsWith('-seat')) return 'township';
  if (kind === 'village') return 'village';
  if (/(?:^|-)station$/.test(kind)) return 'station';
  return kind === 'interchange' ? 'interchange' : null;
}
