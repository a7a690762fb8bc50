import type { StyleLayer } from '../../contracts/map-port.ts';
import { anchorsAlong, isTooBent, lengthOf, walk, type Anchor } from './anchor-along.ts';
import { clipLine } from './clip.ts';
import { boxRound } from './collisions.ts';
import { projectLines } from './draw-ground.ts';
import { isIdeographic, measureText } from './measure-text.ts';
import type { Placed, PlaceContext, PlacedGlyph, Type } from './placed.ts';
import type { Drawable } from './read-layer.ts';
import { idOf, sectionsOf, typeOf } from './read-name.ts';
import { frameBox, type Box, type Point } from './viewport.ts';

/** The renderer's measure of a glyph, of which it keeps the first sign of a line from its end. */
const GLYPH_PX = 24;
/** From the middle of a line of type down to its baseline. */
const BASELINE_EM = 10.5 / 24;
/** From the middle of an ideograph down to its baseline. */
const UPRIGHT_BASELINE_EM = 0.38;

/** Shields and names along a line, as often as the style spaces them. */
export function placeAlong(
  layer: StyleLayer,
  drawable: Drawable,
  before: readonly Placed[],
  context: PlaceContext,
): readonly Placed[] {
  const { viewport, reader } = context;
  const frame = frameBox(viewport);
  const growth = 2 ** (viewport.zoom - Math.floor(viewport.zoom));
  const spacingPx = Number(drawable.layout('symbol-spacing')) * growth;
  const sign = readSign(layer, drawable, context);
  if (!sign) return [];
  const textPx = Number(reader.valueOf(layer, 'text-size')) || 16;
  const firstPx = (sign.lengthPx / 2 + 2 * GLYPH_PX * (textPx / GLYPH_PX)) * growth;
  const placed: Placed[] = [];
  for (const line of projectLines(drawable.feature.geometry, viewport)) {
    for (const piece of clipLine(line, frame)) {
      const stepPx =
        spacingPx - sign.lengthPx < spacingPx / 4 ? sign.lengthPx + spacingPx / 4 : spacingPx;
      const isContinued = piece[0] !== line[0];
      const first = isContinued ? stepPx / 2 : firstPx % stepPx;
      for (const anchor of anchorsAlong(piece, first, stepPx, sign.lengthPx)) {
        const found = sign.place(piece, anchor);
        if (!found || isTooClose(found, [...before, ...placed], spacingPx / 2)) continue;
        if (!context.collisions.isFree(found.boxes)) continue;
        context.collisions.take(found.boxes);
        placed.push(found);
      }
    }
  }
  return placed;
}

interface Sign {
  readonly lengthPx: number;
  readonly place: (line: readonly Point[], anchor: Anchor) => Placed | null;
}

function readSign(layer: StyleLayer, drawable: Drawable, { images }: PlaceContext): Sign | null {
  const base = { layer: layer.id, feature: idOf(drawable), drawable };
  const name = drawable.layout('icon-image');
  if (typeof name === 'string' && name !== '') {
    const image = images[name];
    if (!image) throw new Error(`${layer.id}: the scene holds no image "${name}"`);
    const paddingPx = Number((drawable.layout('icon-padding') as readonly number[])[0]);
    return {
      lengthPx: image.widthPx,
      place: (_, { point: [x, y] }) => ({
        ...base,
        boxes: [boxRound(x, y, image.widthPx, image.heightPx, paddingPx)],
        mark: { kind: 'icon', image: name, at: [x, y] },
      }),
    };
  }
  const text = sectionsOf(drawable)
    .map((section) => section.text)
    .join('')
    .trim();
  if (text === '') return null;
  const type = typeOf(drawable);
  const spacingEm = Number(drawable.layout('text-letter-spacing'));
  const letters = [...text].map((letter) => ({
    letter,
    advancePx: (measureText(letter, type.face) + spacingEm) * type.sizePx,
  }));
  const lengthPx = letters.reduce((sum, { advancePx }) => sum + advancePx, 0);
  const maxAngle = (Number(drawable.layout('text-max-angle')) * Math.PI) / 180;
  const [, offsetEm] = drawable.layout('text-offset') as unknown as Point;
  const paddingPx = Number(drawable.layout('text-padding'));
  const isUprightText = [...text].some(isIdeographic);
  return {
    lengthPx,
    place: (line, anchor) => {
      if (isTooBent(line, anchor, lengthPx, 0.6 * type.sizePx, maxAngle)) return null;
      const set = setLetters(line, anchor, letters, lengthPx, offsetEm, type, isUprightText);
      const boxes = set.map(({ middle: [x, y] }): Box =>
        boxRound(x, y, type.sizePx, type.sizePx, paddingPx),
      );
      return {
        ...base,
        boxes,
        mark: { kind: 'along', glyphs: set.map(({ glyph }) => glyph), type },
      };
    },
  };
}

/**
 * Letters along a line, read from left to right; Chinese along a steep one is read from above, each sign upright.
 */
function setLetters(
  line: readonly Point[],
  { atPx }: Anchor,
  letters: readonly { readonly letter: string; readonly advancePx: number }[],
  lengthPx: number,
  offsetEm: number,
  { sizePx }: Type,
  canStand: boolean,
): { readonly glyph: PlacedGlyph; readonly middle: Point }[] {
  const from = walk(line, atPx - lengthPx / 2).point;
  const to = walk(line, atPx + lengthPx / 2).point;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const isStanding = canStand && Math.abs(dy) > Math.abs(dx);
  const isBackwards = isStanding ? dy < 0 : dx < 0;
  const path = isBackwards ? line.toReversed() : line;
  let walked = (isBackwards ? lengthOf(line) - atPx : atPx) - lengthPx / 2;
  return letters.map(({ letter, advancePx }) => {
    const { point, along } = walk(path, walked + advancePx / 2);
    walked += advancePx;
    const below: Point = [-along[1], along[0]];
    const middle: Point = [
      point[0] + below[0] * offsetEm * sizePx,
      point[1] + below[1] * offsetEm * sizePx,
    ];
    const isUpright = isStanding && isIdeographic(letter);
    /** Unit vectors along and below the letter itself. */
    const right: Point = isUpright ? [along[1], -along[0]] : along;
    const down: Point = isUpright ? along : below;
    const baseEm = isUpright ? UPRIGHT_BASELINE_EM : BASELINE_EM;
    const half = isUpright ? sizePx / 2 : advancePx / 2;
    return {
      middle,
      glyph: {
        text: letter,
        at: [
          middle[0] - right[0] * half + down[0] * baseEm * sizePx,
          middle[1] - right[1] * half + down[1] * baseEm * sizePx,
        ],
        turnDegrees: (Math.atan2(right[1], right[0]) * 180) / Math.PI,
      },
    };
  });
}

/** The same name does not stand again nearby; shields are spaced by their boxes alone. */
function isTooClose(one: Placed, others: readonly Placed[], leastPx: number): boolean {
  if (one.mark.kind !== 'along') return false;
  const { glyphs } = one.mark;
  const words = glyphs.map(({ text }) => text).join('');
  const [x, y] = glyphs[Math.floor(glyphs.length / 2)]!.at;
  return others.some(({ mark }) => {
    if (mark.kind !== 'along' || mark.glyphs.map(({ text }) => text).join('') !== words)
      return false;
    const [otherX, otherY] = mark.glyphs[Math.floor(mark.glyphs.length / 2)]!.at;
    return Math.hypot(x - otherX, y - otherY) < leastPx;
  });
}
