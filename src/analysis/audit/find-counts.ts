import { NUMERAL_CHARACTERS, parseNumeral } from './parse-numeral.ts';

/** A number of things that a text names: 四大旅游板块 → 4, 旅游板块. */
export interface CountClaim {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  /** What is counted; its last one or two characters are what names of the things end with. */
  readonly noun: string;
  /** 四大…, 四纵四横: plans count the parts of a spatial structure so. False: 四个…, which may count anything. */
  readonly isFormula: boolean;
}

/** Bounded, so that a line of nothing but figures takes no longer than another. */
const N = `[${NUMERAL_CHARACTERS}]{1,12}|\\d[\\d,]{0,15}`;
const HAN = String.raw`\p{Script=Han}`;

/** Words that end the name of a group: 四大旅游板块 stops at 板块 and leaves what follows. */
const HEADS = [
  ...['板块', '集群', '园区', '片区', '组团', '基地', '中心', '产业', '工程', '战役', '保卫战'],
  ...['强县', '枢纽', '廊道', '走廊', '通道', '屏障', '流域', '新区', '景区', '城市', '乡镇'],
];

/** Parts of a spatial structure, counted without 大 or 个: 四纵四横, 一城五地, 一核两翼三带, 三园. */
const PARTS = '纵横环射联轴带核心廊屏极翼片区园城地点';
/** Classes of administrative division: 8 镇 5 乡. */
const DIVISIONS = '镇|乡|街道';

/** Not 十九大和…, 二十大以来: those count congresses. */
const NO_NOUN = '(?![和的会以是提召报精批])';
const FORMULA = new RegExp(
  `(${N})大${NO_NOUN}(${HAN}{0,6}?(?:${HEADS.join('|')})+|${HAN}{2,4})`,
  'gu',
);
const STRUCTURE = new RegExp(`(?<![${NUMERAL_CHARACTERS}第])(?:(?:${N})[${PARTS}])+`, 'gu');
const STRUCTURE_PART = new RegExp(`(${N})([${PARTS}])`, 'gu');
const DIVISION = new RegExp(`(?<![\\d.])(${N})\\s*(${DIVISIONS})(?!级)`, 'gu');
const COUNTED = new RegExp(`(${N})\\s*[个条座处项片家所](${HAN}{2,4})`, 'gu');
const NOUN_FIRST = new RegExp(`(${HAN}{2,6}?)\\s*(\\d{1,9})\\s*[个条座处]`, 'gu');

/**
 * Finds what a text counts. Any county's wording: numeral and classifier, nothing of this plan.
 * A structure of a single part with the value one (一点, 一心) is a way of speaking and no count.
 */
export function findCounts(text: string): readonly CountClaim[] {
  const claims: CountClaim[] = [];
  const taken = new Uint8Array(text.length);
  const add = (
    start: number,
    length: number,
    numeral: string,
    noun: string,
    isFormula: boolean,
  ): void => {
    const value = parseNumeral(numeral);
    const end = start + length;
    if (value === null || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    claims.push({ start, end, text: text.slice(start, end), value, noun, isFormula });
  };
  for (const match of text.matchAll(FORMULA))
    add(match.index, match[0].length, match[1]!, match[2]!, true);
  for (const match of text.matchAll(STRUCTURE)) {
    const parts = [...match[0].matchAll(STRUCTURE_PART)];
    if (parts.length === 1 && parseNumeral(parts[0]![1]!) === 1) continue;
    for (const part of parts) {
      add(match.index + part.index, part[0].length, part[1]!, part[2]!, true);
    }
  }
  for (const match of text.matchAll(DIVISION))
    add(match.index, match[0].length, match[1]!, match[2]!, true);
  for (const match of text.matchAll(NOUN_FIRST))
    add(match.index, match[0].length, match[2]!, match[1]!, false);
  for (const match of text.matchAll(COUNTED))
    add(match.index, match[0].length, match[1]!, match[2]!, false);
  return claims.sort((a, b) => a.start - b.start);
}

/** Whether a name is one of what is counted: it ends with the noun's last two characters, or its only one. */
export const endsWithNoun = (name: string, noun: string): boolean => name.endsWith(noun.slice(-2));
