/** A scale bar on paper: its length stands for whole kilometres, or for hundreds of metres at large scales. */
export interface PaperBar {
  readonly metres: number;
  readonly widthMm: number;
  /** Parts of equal length, the first of which is parted again. */
  readonly parts: number;
}

const STEPS_M = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
] as const;

/** The longest bar of at most `mostMm`, in four or five parts. */
export function buildPaperBar(scale: number, mostMm: number): PaperBar {
  const metresOf = (widthMm: number): number => (widthMm / 1000) * scale;
  const most = metresOf(mostMm);
  const metres = STEPS_M.findLast((step) => step <= most) ?? STEPS_M[0];
  return {
    metres,
    widthMm: (metres / scale) * 1000,
    parts: String(metres).startsWith('5') ? 5 : 4,
  };
}
