import type { StyleLayer } from '../../contracts/map-port.ts';
import { boxRound } from './collisions.ts';
import type { Placed, PlaceContext, PlacedLine, Type } from './placed.ts';
import type { Drawable } from './read-layer.ts';
import { idOf, sectionsOf, typeOf } from './read-name.ts';
import { shapeText, type ShapedText } from './shape-text.ts';
import { frameBox, type Box, type Point } from './viewport.ts';

/** The renderer takes a name to begin this far below its top, in ems. */
const TOP_EM = 7 / 24;

type AnchorName = string;
type AnchorOffset = readonly [anchor: AnchorName, offsetEm: Point];

/** An icon or a name at a point; nothing where there is no room. */
export function placeAtPoint(
  layer: StyleLayer,
  drawable: Drawable,
  before: readonly Placed[],
  context: PlaceContext,
): readonly Placed[] {
  const { geometry } = drawable.feature;
  if (geometry.type !== 'Point') return [];
  const at = context.viewport.project(geometry.coordinates);
  const image = drawable.layout('icon-image');
  const placed =
    typeof image === 'string' && image !== ''
      ? placeIcon(layer, drawable, image, at, context)
      : placeName(layer, drawable, at, before.length === 0, context);
  if (!placed) return [];
  context.collisions.take(placed.boxes);
  return [placed];
}

function placeIcon(
  layer: StyleLayer,
  drawable: Drawable,
  name: string,
  [x, y]: Point,
  { viewport, images, collisions }: PlaceContext,
): Placed | null {
  const image = images[name];
  if (!image) throw new Error(`${layer.id}: the scene holds no image "${name}"`);
  const [dx, dy] = drawable.layout('icon-offset') as unknown as Point;
  const at: Point = [x + dx, y + dy];
  const paddingPx = Number((drawable.layout('icon-padding') as readonly number[])[0]);
  const box = boxRound(at[0], at[1], image.widthPx, image.heightPx, paddingPx);
  const frame = frameBox(viewport);
  const isSeen =
    box.right > frame.left &&
    box.left < frame.right &&
    box.bottom > frame.top &&
    box.top < frame.bottom;
  if (!isSeen) return null;
  if (drawable.layout('icon-overlap') !== 'always' && !collisions.isFree([box])) return null;
  return {
    layer: layer.id,
    feature: idOf(drawable),
    boxes: [box],
    drawable,
    mark: { kind: 'icon', image: name, at },
  };
}

function placeName(
  layer: StyleLayer,
  drawable: Drawable,
  at: Point,
  isFirst: boolean,
  { viewport, collisions }: PlaceContext,
): Placed | null {
  const frame = frameBox(viewport);
  /** What is not in view has no name; one at the very edge has no room for it. */
  const isInView =
    at[0] >= frame.left && at[0] <= frame.right && at[1] >= frame.top && at[1] <= frame.bottom;
  const sections = sectionsOf(drawable);
  if (sections.length === 0 || drawable.state.named === true) return null;
  const isFocus = layer.source === 'focus';
  if (!isInView && !isFocus) return null;
  const type = typeOf(drawable);
  const shaped = shapeText(sections, {
    face: type.face,
    maxWidthEm: Number(drawable.layout('text-max-width')),
    lineHeightEm: Number(drawable.layout('text-line-height')),
  });
  const paddingPx = Number(drawable.layout('text-padding'));
  const give = (anchor: AnchorName, box: Box): Placed => ({
    layer: layer.id,
    feature: idOf(drawable),
    boxes: [box],
    drawable,
    mark: { kind: 'name', lines: setLines(shaped, anchor, box, type, paddingPx), type },
  });
  for (const [anchor, offset] of anchorsOf(drawable)) {
    const box = boxOf(shaped, anchor, offset, at, type, paddingPx);
    if (collisions.isFree([box])) return give(anchor, box);
  }
  /** The first name of a selection stands in every case, moved into the frame. */
  if (!isFocus || !isFirst) return null;
  const box = boxOf(shaped, 'center', [0, 0], at, type, paddingPx);
  const shift = (low: number, high: number, from: number, to: number): number =>
    low < from ? from - low : high > to ? to - high : 0;
  const dx = shift(box.left, box.right, frame.left + 4, frame.right - 4);
  const dy = shift(box.top, box.bottom, frame.top + 4, frame.bottom - 40);
  return give('center', {
    left: box.left + dx,
    right: box.right + dx,
    top: box.top + dy,
    bottom: box.bottom + dy,
  });
}

function anchorsOf({ layout }: Drawable): AnchorOffset[] {
  const given = layout('text-variable-anchor-offset');
  if (!Array.isArray(given)) return [['center', layout('text-offset') as unknown as Point]];
  const pairs: AnchorOffset[] = [];
  for (let index = 0; index < given.length; index += 2) {
    pairs.push([String(given[index]), given[index + 1] as unknown as Point]);
  }
  return pairs;
}

/** The box of a name that hangs at a point by one of its sides or corners. */
function boxOf(
  { widthEm, heightEm }: ShapedText,
  anchor: AnchorName,
  [offsetX, offsetY]: Point,
  [x, y]: Point,
  { sizePx }: Type,
  paddingPx: number,
): Box {
  const [widthPx, heightPx] = [widthEm * sizePx, heightEm * sizePx];
  const across = anchor.includes('left') ? 0.5 : anchor.includes('right') ? -0.5 : 0;
  const down = anchor.startsWith('top') ? 0.5 : anchor.startsWith('bottom') ? -0.5 : 0;
  const baseEm = down === 0 ? 0 : down > 0 ? -TOP_EM : TOP_EM;
  return boxRound(
    x + across * (widthPx + 2 * paddingPx) + offsetX * sizePx,
    y + down * (heightPx + 2 * paddingPx) + (offsetY + baseEm) * sizePx,
    widthPx,
    heightPx,
    paddingPx,
  );
}

/** Lines keep to the side that faces the point. */
function setLines(
  { lines }: ShapedText,
  anchor: AnchorName,
  box: Box,
  { sizePx }: Type,
  paddingPx: number,
): PlacedLine[] {
  const side = anchor.includes('left') ? 'start' : anchor.includes('right') ? 'end' : 'middle';
  const x = {
    start: box.left + paddingPx,
    middle: (box.left + box.right) / 2,
    end: box.right - paddingPx,
  }[side];
  const middleY = (box.top + box.bottom) / 2;
  return lines.map(({ sections, baselineEm }) => ({
    at: [x, middleY + baselineEm * sizePx],
    anchor: side,
    sections,
  }));
}
