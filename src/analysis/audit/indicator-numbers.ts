import { NUMERAL_CHARACTERS, parseNumeral } from './parse-numeral.ts';

const SCALES: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4 };
const RATIO = /(\d+(?:\.\d+)?)\s*[:：]\s*(\d+(?:\.\d+)?)/;
const ARABIC = /(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*([亿万])?(?![\d年月日])/g;
/** 二十强, 十强县, 前二十位: a rank; 八大强县: a count. No 一定, 三农. */
const CHINESE = new RegExp(`([${NUMERAL_CHARACTERS}]+)(?:大|强|位|名)`, 'g');

/** Numbers of a phrase with 亿 and 万 worked out: GDP力争突破200亿 → 2e10; 1.7:1 → 1.7; 全省二十强 → 20. Years are none. */
export function listNumbers(text: string): readonly number[] {
  const ratio = RATIO.exec(text);
  if (ratio) return [Number(ratio[1]) / Number(ratio[2])];
  return [
    ...[...text.matchAll(ARABIC)].map(
      ([, figure, scale]) => parseNumeral(figure!)! * (SCALES[scale ?? ''] ?? 1),
    ),
    ...[...text.matchAll(CHINESE)].flatMap(([, numeral]) => parseNumeral(numeral!) ?? []),
  ];
}

/** What one unit of an indicator is worth: 亿元 → 1e8, % → 1. */
export const scaleOf = (unit: string | undefined): number =>
  SCALES[[...(unit ?? '')].find((character) => character in SCALES) ?? ''] ?? 1;

/** The year that the plan sets for a phrase: the last 到2030年 or “十四五”末 of the text before it; null when none. */
export function findYearBefore(text: string, at: number, planEnd: number | null): number | null {
  const before = text.slice(0, at);
  const dated = [...before.matchAll(/到?(\d{4})年/g)].at(-1);
  const period = [...before.matchAll(/“十[一二三四五六七八九]五”(?:时期|期间|末)/g)].at(-1);
  if (period && period.index > (dated?.index ?? -1)) return planEnd;
  return dated ? Number(dated[1]) : null;
}
