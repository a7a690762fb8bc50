import type { StyleLayer } from '../../contracts/map-port.ts';
import type { SvgImage } from '../../contracts/theme.ts';
import { Collisions } from './collisions.ts';
import { LEAST_OPACITY, sortKey } from './draw-ground.ts';
import { placeAlong } from './place-along.ts';
import { placeAtPoint } from './place-at-point.ts';
import type { Placed, PlaceContext } from './placed.ts';
import type { Drawable, LayerReader } from './read-layer.ts';
import { idOf } from './read-name.ts';
import { frameBox, type Box, type Viewport } from './viewport.ts';

/** Names keep this far from the frame. */
const EDGE_PX = 2;

/** Finds places as the renderer does: layers from above, in each the lower sort key first, and nothing over another. */
export function placeSymbols(
  layers: readonly StyleLayer[],
  viewport: Viewport,
  reader: LayerReader,
  images: Readonly<Record<string, SvgImage>>,
  taken: readonly Box[],
): ReadonlyMap<string, readonly Placed[]> {
  const collisions = new Collisions(frameBox(viewport, -EDGE_PX), taken);
  const context: PlaceContext = { viewport, reader, images, collisions };
  const found = new Map<string, readonly Placed[]>();
  for (const layer of layers.toReversed()) {
    const isOrdered = layer.layout?.['symbol-sort-key'] !== undefined;
    const drawables = reader.featuresOf(layer);
    const ordered = isOrdered
      ? drawables.toSorted((a, b) => sortKey(a, 'symbol-sort-key') - sortKey(b, 'symbol-sort-key'))
      : drawables;
    const isAlong = reader.valueOf(layer, 'symbol-placement') === 'line';
    const placed: Placed[] = [];
    for (const drawable of ordered) {
      if (strengthOf(drawable) < LEAST_OPACITY) continue;
      if (isAlong) placed.push(...placeAlong(layer, drawable, placed, context));
      else placed.push(...placeAtPoint(layer, drawable, placed, context));
    }
    found.set(layer.id, placed);
  }
  return found;
}

/** Features at a point in view that have an icon, whether or not their names will find room. */
export function findSigns(
  layers: readonly StyleLayer[],
  { project, widthPx, heightPx }: Viewport,
  reader: LayerReader,
): string[] {
  return layers
    .filter((layer) => layer.layout?.['icon-overlap'] === 'always')
    .flatMap((layer) => reader.featuresOf(layer))
    .filter(({ feature: { geometry }, paint }) => {
      if (geometry.type !== 'Point' || Number(paint('icon-opacity')) < LEAST_OPACITY) return false;
      const [x, y] = project(geometry.coordinates);
      return x >= 0 && x <= widthPx && y >= 0 && y <= heightPx;
    })
    .map(idOf);
}

function strengthOf({ paint, layout }: Drawable): number {
  return Number(paint(layout('icon-image') ? 'icon-opacity' : 'text-opacity'));
}
