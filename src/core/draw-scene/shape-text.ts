import { isIdeographic, measureText, type Face } from './measure-text.ts';
import type { TextSection } from './style-evaluator.ts';

export interface ShapedLine {
  readonly sections: readonly TextSection[];
  readonly widthEm: number;
  /** Below the middle of the block. */
  readonly baselineEm: number;
}

/** A name broken into lines, measured from its middle. */
export interface ShapedText {
  readonly lines: readonly ShapedLine[];
  readonly widthEm: number;
  readonly heightEm: number;
}

interface Sign extends TextSection {
  readonly widthEm: number;
}

interface Break {
  readonly index: number;
  readonly x: number;
  readonly prior: Break | null;
  readonly badness: number;
}

/** The renderer's own units: an em is 24, a baseline lies 27.5 below a glyph's top and a line's top at −17. */
const EM = 24;
const LINE_TOP_EM = -17 / EM;
const BASELINE_EM = 27.5 / EM;
const ENDS_LINE = /[\n &)+\-/\u00AD\u00B7\u200B\u2010\u2013\u2027]/u;

export interface ShapeOptions {
  readonly face: Face;
  readonly maxWidthEm: number;
  readonly lineHeightEm: number;
}

/**
 * Breaks a name as the renderer does, into lines about equally long, so that the same names part at the same place.
 */
export function shapeText(
  sections: readonly TextSection[],
  { face, maxWidthEm, lineHeightEm }: ShapeOptions,
): ShapedText {
  const signs = sections.flatMap(({ text, scale }) =>
    [...text].map((sign): Sign => {
      const widthEm = sign === '\n' ? 0 : measureText(sign, face) * scale;
      return { text: sign, scale, widthEm };
    }),
  );
  const ends = findBreaks(signs, maxWidthEm);
  const rows = ends
    .map((end, index) => trim(signs.slice(index === 0 ? 0 : ends[index - 1]!, end)))
    .filter((row) => row.length > 0);
  const scales = rows.map((row) => Math.max(...row.map(({ scale }) => scale)));
  const heightEm = scales.reduce((total, scale) => total + lineHeightEm * scale, 0);
  /** As the renderer: lines of unlike heights are centred as if each were the highest. */
  const isUneven = Math.max(0, ...scales) !== 1;
  const shiftEm = isUneven
    ? -heightEm / 2 - LINE_TOP_EM
    : -(rows.length * lineHeightEm) / 2 + lineHeightEm / 2;
  let topEm = 0;
  const lines = rows.map((row, index): ShapedLine => {
    const scale = scales[index]!;
    const baselineEm = topEm + LINE_TOP_EM + shiftEm + BASELINE_EM * scale;
    topEm += lineHeightEm * scale;
    return {
      sections: joinSigns(row),
      widthEm: row.reduce((total, { widthEm }) => total + widthEm, 0),
      baselineEm,
    };
  });
  return { lines, widthEm: Math.max(0, ...lines.map(({ widthEm }) => widthEm)), heightEm };
}

/** Where each line ends. */
function findBreaks(signs: readonly Sign[], maxWidthEm: number): number[] {
  const total = signs.reduce((sum, { widthEm }) => sum + widthEm, 0);
  const target = total / Math.max(1, Math.ceil(total / maxWidthEm));
  const hasHints = signs.some(({ text }) => text === '\u200B');
  const breaks: Break[] = [];
  let x = 0;
  for (const [index, { text, widthEm }] of signs.entries()) {
    const before = signs[index - 1]?.text;
    if (before !== undefined) {
      const isBetween = isIdeographic(before);
      if (ENDS_LINE.test(before) || isBetween || (text === '(' && index + 1 < signs.length)) {
        breaks.push(
          weigh(index, x, target, breaks, penaltyOf(before, text, isBetween && hasHints)),
        );
      }
    }
    if (!/\s/.test(text)) x += widthEm;
  }
  const ends: number[] = [];
  let last: Break | null = weigh(signs.length, x, target, breaks, null);
  for (; last; last = last.prior) ends.unshift(last.index);
  return ends;
}

/** The renderer counts in its own units, so its penalties are of these too. */
function penaltyOf(before: string, after: string, isHintPassed: boolean): number {
  return (
    (before === '\n' ? -10_000 : 0) +
    (isHintPassed ? 150 : 0) +
    (before === '(' || before === '（' ? 50 : 0) +
    (after === ')' || after === '）' ? 50 : 0)
  );
}

/** @param penalty null: the name ends here */
function weigh(
  index: number,
  x: number,
  target: number,
  breaks: readonly Break[],
  penalty: number | null,
): Break {
  const judge = (width: number): number => {
    const ragged = ((width - target) * EM) ** 2;
    if (penalty === null) return width < target ? ragged / 2 : ragged * 2;
    return ragged + Math.abs(penalty) * penalty;
  };
  let best: Break = { index, x, prior: null, badness: judge(x) };
  for (const prior of breaks) {
    const badness = judge(x - prior.x) + prior.badness;
    if (badness <= best.badness) best = { index, x, prior, badness };
  }
  return best;
}

function trim(signs: readonly Sign[]): readonly Sign[] {
  const isBlank = ({ text }: Sign): boolean => /^[\s\u200B]$/.test(text);
  const first = signs.findIndex((sign) => !isBlank(sign));
  return first < 0 ? [] : signs.slice(first, signs.findLastIndex((sign) => !isBlank(sign)) + 1);
}

function joinSigns(signs: readonly Sign[]): TextSection[] {
  const sections: TextSection[] = [];
  for (const { text, scale } of signs) {
    const last = sections.at(-1);
    if (text === '\u200B') continue;
    if (last?.scale === scale) sections[sections.length - 1] = { text: last.text + text, scale };
    else sections.push({ text, scale });
  }
  return sections;
}
