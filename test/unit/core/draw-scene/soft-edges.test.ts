import { expect, it } from 'vitest';
import { stepDown } from '../../../../src/core/draw-scene/soft-edges.ts';

/** How strong a line is at a distance from its middle: all strokes that reach so far, one over the other. */
const strengthAt = (strokes: ReturnType<typeof stepDown>, distancePx: number): number =>
  1 -
  strokes
    .filter(({ widthPx }) => widthPx / 2 > distancePx)
    .reduce((clear, { opacity }) => clear * (1 - opacity), 1);

it.each([
  [20, 6, 0.8],
  [12, 3, 1],
  // Both edges meet before the line comes to its full strength.
  [8, 10, 0.5],
])(
  'a line of %d px that fades over %d px grows evenly as on the screen',
  (width, blur, opacity) => {
    const strokes = stepDown(width, blur, opacity);
    for (let distance = 0; distance <= width / 2 + 1; distance += 0.25) {
      const onScreen = opacity * Math.min(1, Math.max(0, (width / 2 - distance) / blur));
      expect(Math.abs(strengthAt(strokes, distance) - onScreen)).toBeLessThan(0.13 * opacity);
    }
    expect(strokes.every(({ widthPx }) => widthPx > 0)).toBe(true);
  },
);
