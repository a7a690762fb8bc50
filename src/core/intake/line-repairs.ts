import type { Bilingual } from '../../contracts/theme.ts';
import type { Found } from './apply-repairs.ts';
import { readHeading, readLead } from './read-heading.ts';

interface Line {
  readonly start: number;
  readonly text: string;
}

const say = (zh: string, en: string): Bilingual => ({ zh, en });

const PAGE =
  /^(?:[-—－–~·]+\s*\d{1,4}\s*[-—－–~·]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,3}\s*\/\s*\d{1,3}|\d{1,3})$/u;
/** A running head stands on page after page. */
const LEAST_REPEATS = 3;
const LONGEST_HEAD = 40;
const OPEN_END = /[\p{Script=Han}\d，、；：“（《—,]$/u;
const GOES_ON = /^[，。、；：！？”’）》的了和与及等]/u;

const listLines = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
};

/** The line with the break before it, or behind it if it is the first. */
const cutLine = (text: string, { start, text: line }: Line): Pick<Found, 'start' | 'before'> =>
  start === 0
    ? { start, before: text.slice(0, line.length + 1) }
    : { start: start - 1, before: text.slice(start - 1, start + line.length) };

const isPage = (words: string): boolean => words.length <= LONGEST_HEAD && PAGE.test(words);

const isTitleLike = (line: string): boolean =>
  readHeading(line) !== null || readLead(line)?.isMarked === true;

/** Page numbers, running heads and lines that stand twice. */
function findStrayLines(text: string, lines: readonly Line[]): readonly Found[] {
  const repeats = new Map<string, number>();
  for (const { text: line } of lines) {
    const words = line.trim();
    if (words !== '' && words.length <= LONGEST_HEAD)
      repeats.set(words, (repeats.get(words) ?? 0) + 1);
  }
  const seen = new Set<string>();
  const finds: Found[] = [];
  let last = '';
  for (const line of lines) {
    const words = line.text.trim();
    if (words === '') continue;
    const take = (kind: Found['kind'], reason: Bilingual, isSure: boolean): void =>
      void finds.push({ kind, ...cutLine(text, line), after: '', reason, isSure });
    if (isPage(words))
      take('page', say('页码', 'a page number'), !/^\d+$/u.test(words) || lines.length > 1);
    else if (words === last && words.length >= 10)
      take('doubled', say('整行重复', 'a line twice'), true);
    else if (
      (repeats.get(words) ?? 0) >= LEAST_REPEATS &&
      seen.has(words) &&
      !/[。；，]$/u.test(words) &&
      !/^[|\-*#]/u.test(words)
    )
      take('page', say('每页重复的页眉或页脚', 'a running head or foot'), false);
    else last = words;
    seen.add(words);
  }
  return finds;
}

/** Line breaks within a sentence: a scan breaks where its page does. */
function findBreaks(text: string, lines: readonly Line[]): readonly Found[] {
  const finds: Found[] = [];
  for (const [index, line] of lines.entries()) {
    const before = line.text.trimEnd();
    if (before.trim().length < 12 || !OPEN_END.test(before)) continue;
    const isComma = /[，、]$/u.test(before);
    // Over a blank line only a sentence that plainly goes on.
    const gap = lines[index + 1]?.text.trim() === '' ? 2 : 1;
    const next = lines[index + gap];
    const after = next?.text.trimStart() ?? '';
    if (next === undefined || after === '' || (gap === 2 && !isComma)) continue;
    if (isPage(after.trim()) || isTitleLike(after) || readHeading(before) !== null) continue;
    if (/^[|\-*#>]|^\p{Script=Latin}{3}/u.test(after) || /\t/u.test(before)) continue;
    const goesOn = isComma || GOES_ON.test(after);
    // A short line without any mark may be a heading.
    if (!goesOn && (before.trim().length <= 25 || !/[，。；]/u.test(before + after))) continue;
    const start = line.start + before.length;
    const end = next.start + (next.text.length - after.length);
    finds.push({
      kind: 'break',
      start,
      before: text.slice(start, end),
      after: '',
      reason: say('句子中间的换行', 'a line break within a sentence'),
      isSure: goesOn,
    });
  }
  return finds;
}

/** The same sentence twice running. */
function findDoubledSentences(text: string): readonly Found[] {
  const finds: Found[] = [];
  let last = '';
  let start = 0;
  // By its end: a pattern for the whole sentence would begin anew at every character of a text without a full stop.
  for (const { 0: end, index } of text.matchAll(/[。！？\n]/gu)) {
    const before = text.slice(start, index + 1);
    const words = end === '\n' ? '' : before.trim();
    if (words === last && words.length >= 8) {
      finds.push({
        kind: 'doubled',
        start,
        before,
        after: '',
        reason: say('整句重复', 'a sentence twice'),
        isSure: true,
      });
    }
    last = words;
    start = index + 1;
  }
  return finds;
}

/** What can be seen from how lines and sentences follow one another. Line breaks must be `\n`. */
export function findLineRepairs(text: string): readonly Found[] {
  const lines = listLines(text);
  return [
    ...findStrayLines(text, lines),
    ...findBreaks(text, lines),
    ...findDoubledSentences(text),
  ];
}

/** Offsets of the lines that are headings: a space after 第一章 belongs there. */
export const listHeadingSpans = (text: string): readonly (readonly [number, number])[] =>
  listLines(text)
    .filter(({ text: line }) => readHeading(line) !== null)
    .map(({ start, text: line }) => [start, start + line.length] as const);
