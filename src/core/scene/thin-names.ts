import type { Feature, Point } from 'geojson';
import { TILE_PX, toPlane } from '../draw-scene/viewport.ts';
import { ZOOMS } from './zooms.ts';

/** A plan of no more names than this shows each as soon as it finds room. */
const MOST_NAMES = 1000;
/** Room of a name at the start of a zoom, in px; by its end it is twice as wide and high. */
const ROOM_PX = [48, 24] as const;
/** Zooms of the tiles that the map shows. */
const [FIRST_ZOOM, LAST_ZOOM] = [Math.floor(ZOOMS.min), Math.floor(ZOOMS.max)] as const;

/**
 * Parts the names of a large plan among the zooms, so that no more are laid out than could find room: of those of a
 * layer that share a room, the one of least `rank` comes first, the others at the zoom where they have one of their
 * own, at the latest at {@link LAST_ZOOM}. Raises `labelMin` (a zoom) of points that have a name `n`; icons stay.
 * A layer keeps no name of another from its place, for it may be off.
 */
export function thinNames(symbols: Feature[]): Feature[] {
  const named = symbols.filter(({ properties }) => properties?.['n'] !== undefined);
  if (named.length <= MOST_NAMES) return symbols;
  const byLayer = new Map<string, readonly Set<number>[]>();
  const zooms = new Map<Feature, number>();
  for (const symbol of named.toSorted((left, right) => rankOf(left) - rankOf(right))) {
    const layer = String(symbol.properties!['layer']);
    const taken = byLayer.get(layer) ?? Array.from({ length: LAST_ZOOM }, () => new Set<number>());
    byLayer.set(layer, taken);
    const [x, y] = toPlane((symbol.geometry as Point).coordinates);
    const least = Math.max(FIRST_ZOOM, Math.ceil(Number(symbol.properties!['labelMin'])));
    // From the last zoom outwards, as long as there is room.
    let zoom = LAST_ZOOM;
    while (zoom > least && !taken[zoom - 1]!.has(roomAt(x, y, zoom - 1))) zoom -= 1;
    for (let nearer = zoom; nearer < LAST_ZOOM; nearer += 1) {
      taken[nearer]!.add(roomAt(x, y, nearer));
    }
    if (zoom > least) zooms.set(symbol, zoom);
  }
  return symbols.map((symbol) => {
    const labelMin = zooms.get(symbol);
    return labelMin === undefined
      ? symbol
      : { ...symbol, properties: { ...symbol.properties, labelMin } };
  });
}

const rankOf = ({ properties }: Feature): number => Number(properties!['rank']);

function roomAt(x: number, y: number, zoom: number): number {
  const worldPx = TILE_PX * 2 ** zoom;
  const columns = Math.ceil(worldPx / ROOM_PX[0]);
  return Math.floor((y * worldPx) / ROOM_PX[1]) * columns + Math.floor((x * worldPx) / ROOM_PX[0]);
}
