/**
 * Widths of U+0020–U+007E in thousandths of an em, of Noto Sans CJK SC as a browser measures it. Where other fonts
 * stand in, names come out a little wider or narrower; each is anchored at the side that faces its place.
 */
const LATIN: readonly number[] = [
  ...[224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392],
  ...[555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474],
  ...[946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742],
  ...[633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559],
  ...[606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606],
  ...[620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555],
];
const BROAD: Readonly<Record<Face, number>> = { regular: 1, bold: 1.05, serif: 1.1 };
const NARROW_SIGNS: Readonly<Record<string, number>> = { '±': 555, '–': 536, '°': 370, '©': 740 };
const NO_WIDTH = /[\u200B-\u200D\uFEFF\p{M}]/u;
const WIDE =
  /[\u2010-\u2027\u2E80-\u303F\u3040-\u312F\u31A0-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{20000}-\u{3FFFF}]|[\u00B7]/u;

export type Face = 'regular' | 'bold' | 'serif';

/** Width of a text in ems, after a table: nothing is rendered. */
export function measureText(text: string, face: Face = 'regular'): number {
  let thousandths = 0;
  for (const sign of text) thousandths += widthOf(sign, face);
  return thousandths / 1000;
}

function widthOf(sign: string, face: Face): number {
  const latin = LATIN[sign.codePointAt(0)! - 32];
  if (latin !== undefined) return latin * BROAD[face];
  if (NO_WIDTH.test(sign)) return 0;
  const narrow = NARROW_SIGNS[sign];
  if (narrow !== undefined) return narrow * BROAD[face];
  return WIDE.test(sign) ? 1000 : 600 * BROAD[face];
}

/** Whether a line may end before the next sign whatever that is: Chinese has no spaces. */
export const isIdeographic = (sign: string): boolean =>
  /[\u2E80-\u312F\u31A0-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[\u{20000}-\u{3FFFF}]/u.test(
    sign,
  );
