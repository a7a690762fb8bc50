/** A soft edge on paper is drawn in steps of about this breadth: a sixth of a millimetre, finer than the eye parts. */
const STEP_PX = 0.6;
const MOST_STEPS = 12;

/**
 * How soft edges are drawn: with a blur, in the fewest bytes; or in steps, for a printer's file would hold a blur as a
 * picture of pixels.
 */
export type SoftEdges = 'blur' | 'steps';

/**
 * A line with soft edges as ever narrower strokes, one over the other: at each step the edge is stronger by the same
 * amount, as the screen's map lets it grow over `blurPx` from nothing.
 */
export function stepDown(
  widthPx: number,
  blurPx: number,
  opacity: number,
): readonly { readonly widthPx: number; readonly opacity: number }[] {
  const fadePx = Math.min(blurPx, widthPx / 2);
  const peak = (opacity * fadePx) / blurPx;
  const steps = Math.max(2, Math.min(MOST_STEPS, Math.ceil(fadePx / STEP_PX)));
  return Array.from({ length: steps }, (_, at) => {
    const [before, after] = [(peak * at) / steps, (peak * (at + 1)) / steps];
    return {
      widthPx: widthPx - 2 * fadePx * ((at + 0.5) / steps),
      // Of what shows through the strokes below.
      opacity: 1 - (1 - after) / (1 - before),
    };
  });
}
