import type { Orientation, Paper } from '../../contracts/sheet.ts';

/** ISO 216, portrait: width and height in millimetres. */
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
};

/** CSS pixels in a millimetre, as browsers print them. */
export const PX_PER_MM = 96 / 25.4;

export function sizeOfPaper(
  paper: Paper,
  orientation: Orientation,
): { readonly widthMm: number; readonly heightMm: number } {
  const [short, long] = SIZES[paper];
  return orientation === 'portrait'
    ? { widthMm: short, heightMm: long }
    : { widthMm: long, heightMm: short };
}

/** Type and margins grow with the sheet, for larger ones are read from further off; 1 on A3. */
export const growthOf = (paper: Paper): number =>
  ({ A4: 0.82, A3: 1, A2: 1.25, A1: 1.6, A0: 2.1 })[paper];
