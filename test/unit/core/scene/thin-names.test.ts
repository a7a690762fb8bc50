import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { thinNames } from '../../../../src/core/scene/thin-names.ts';
import { createRandom } from '../../../fixtures/create-random.ts';

const createPoint = (
  id: string,
  [lng, lat]: readonly [number, number],
  more: Readonly<Record<string, unknown>> = {},
): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties: { id, layer: 'zones', n: `名 ${id}`, rank: 10, labelMin: 0, ...more },
});

const random = createRandom(20_210_308);
/** Two thousand all over a county, and two thousand more in one town of it. */
const spread = Array.from({ length: 2000 }, (_, index) =>
  createPoint(`a${index}`, [113 + random() * 0.7, 37.95 + random() * 0.5]),
);
const town = Array.from({ length: 2000 }, (_, index) =>
  createPoint(`b${index}`, [113.4 + random() * 0.02, 38.08 + random() * 0.02]),
);

/** Names that a tile of 512 px at a zoom has to lay out. */
function countByTile(symbols: readonly Feature[], zoom: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { geometry, properties } of symbols) {
    if (Number(properties!['labelMin']) > zoom || geometry.type !== 'Point') continue;
    const [lng = 0, lat = 0] = geometry.coordinates;
    const turn = (lat * Math.PI) / 180;
    const y = (1 - Math.asinh(Math.tan(turn)) / Math.PI) / 2;
    const tile = [(lng + 180) / 360, y].map((part) => Math.floor(part * 2 ** zoom)).join('/');
    counts.set(tile, (counts.get(tile) ?? 0) + 1);
  }
  return counts;
}

const zoomsOf = (symbols: readonly Feature[]): ReadonlyMap<string, number> =>
  new Map(symbols.map(({ properties }) => [properties!['id'], properties!['labelMin']]));

describe('thinNames', () => {
  it('leaves a plan of a thousand names as it is', () => {
    const few = town.slice(0, 1000);
    expect(thinNames(few)).toBe(few);
    expect(thinNames([...few, createPoint('one-more', [113, 38])])).not.toBe(few);
  });

  it('keeps every tile to the names that could find room there, however dense they lie', () => {
    const thinned = thinNames([...spread, ...town]);
    for (let zoom = 6; zoom <= 15; zoom += 1) {
      const most = Math.max(...countByTile(thinned, zoom).values());
      expect(most, `zoom ${zoom}`).toBeLessThanOrEqual(
        Math.ceil(512 / 48 + 1) * Math.ceil(512 / 24 + 1),
      );
    }
    expect(Math.max(...countByTile([...spread, ...town], 6).values())).toBe(4000);
  });

  it('names all of them at the last zoom, and those that stand alone as soon as they do', () => {
    const alone = createPoint('alone', [113.9, 38.45]);
    const thinned = thinNames([...town, ...spread, alone]);
    expect(thinned).toHaveLength(4001);
    const zooms = zoomsOf(thinned);
    expect(Math.max(...zooms.values())).toBe(16);
    expect(zooms.get('alone')).toBeLessThan(10);
    const inTown = thinned.filter(({ properties }) => properties!['id'].startsWith('b'));
    // Its 30 px lie in two rooms of 48 by 24 at the most each way, or three.
    const atTen = inTown.filter(({ properties }) => properties!['labelMin'] <= 10);
    expect(atTen.length).toBeGreaterThan(0);
    expect(atTen.length).toBeLessThan(20);
  });

  it('takes what counts most first, and no name before its own time', () => {
    const at = [113.41, 38.09] as const;
    const seat = createPoint('seat', at, { rank: 0 });
    const late = createPoint('late', [112.6, 38.3], { labelMin: 11.4 });
    const zooms = zoomsOf(thinNames([createPoint('village', at), ...town, late, seat]));
    expect(zooms.get('seat')).toBe(0);
    expect(zooms.get('village')).toBe(16);
    expect(zooms.get('late')).toBe(11.4);
  });

  it('leaves a layer its room, whatever lies in the others: they may be off', () => {
    const at = [113.41, 38.09] as const;
    const layer = 'other';
    const [first, second] = [createPoint('x', at, { layer }), createPoint('y', at, { layer })];
    const zooms = zoomsOf(thinNames([...town, createPoint('z', at), first, second]));
    expect(zooms.get('x')).toBe(0);
    expect(zooms.get('y')).toBe(16);
    expect(zooms.get('z')).toBeGreaterThan(6);
  });

  it('lets symbols without names alone, and keeps the order and all other properties', () => {
    const badge: Feature = {
      ...createPoint('badge', [113.41, 38.09]),
      properties: { id: 'badge', badge: '1', rank: 5, labelMin: 0 },
    };
    const all = [badge, ...town];
    const thinned = thinNames(all);
    expect(thinned[0]).toBe(badge);
    const withoutZoom = (symbols: readonly Feature[]) =>
      symbols.map(({ properties, ...rest }) => ({ ...rest, ...properties, labelMin: null }));
    expect(withoutZoom(thinned)).toEqual(withoutZoom(all));
  });
});
