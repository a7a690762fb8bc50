import { readNumber } from './read-number.ts';

/** A line that stands above others. */
export interface Heading {
  /** Smaller stands higher. */
  readonly rank: number;
  /** Its numbering as part of an id: `c1`, `s3`; null: it has none. */
  readonly tag: string | null;
  /** With its numbering, as the plan prints it. */
  readonly whole: string;
  /** Without its numbering. */
  readonly words: string;
  /** The line may as well be an item of a list or a paragraph of its own. */
  readonly isLoose: boolean;
}

/** Nothing longer is looked at as a heading: a line may hold ten megabytes. */
const LONGEST_LINE = 200;
const LONGEST_HEADING = 45;
const NUMBER = '[零〇一二三四五六七八九十百两\\d０-９]{1,6}';

interface Shape {
  readonly pattern: RegExp;
  readonly rank: number;
  readonly letter: string;
  readonly isLoose?: boolean;
}

const SHAPES: readonly Shape[] = [
  {
    pattern: new RegExp(`^第\\s*(${NUMBER})\\s*[篇编部][\\s:：]*(.*)$`, 'u'),
    rank: 15,
    letter: 'p',
  },
  { pattern: new RegExp(`^第\\s*(${NUMBER})\\s*章[\\s:：]*(.*)$`, 'u'), rank: 20, letter: 'c' },
  { pattern: new RegExp(`^第\\s*(${NUMBER})\\s*节[\\s:：]*(.*)$`, 'u'), rank: 30, letter: 's' },
  {
    pattern: new RegExp(`^第\\s*(${NUMBER})\\s*条[\\s:：]*(.*)$`, 'u'),
    rank: 65,
    letter: 'a',
    isLoose: true,
  },
  {
    pattern: /^专栏\s*([零〇一二三四五六七八九十\d０-９]{0,3})[\s:：、.]*(.*)$/u,
    rank: 80,
    letter: 'b',
  },
  { pattern: /^([零〇一二三四五六七八九十百]{1,5})\s*[、，]\s*(.*)$/u, rank: 40, letter: 'n' },
  {
    pattern: /^[（(]\s*([零〇一二三四五六七八九十百]{1,5})\s*[)）]\s*[、.]?\s*(.*)$/u,
    rank: 50,
    letter: 'm',
    isLoose: true,
  },
  {
    pattern: /^([\d０-９]{1,3})\s*[.．、]\s*(?![\d０-９])(.*)$/u,
    rank: 60,
    letter: 'i',
    isLoose: true,
  },
  { pattern: /^[（(]\s*([\d０-９]{1,3})\s*[)）]\s*(.*)$/u, rank: 70, letter: 'j', isLoose: true },
];

/** A heading says no sentence. */
const isHeadingWords = (words: string): boolean =>
  words.length <= LONGEST_HEADING && !/[。；，：:;,！!]$/u.test(words) && !/[。；！]/u.test(words);

function readShape(line: string): (Heading & { readonly isShort: boolean }) | null {
  for (const { pattern, rank, letter, isLoose = false } of SHAPES) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const number = readNumber(found[1] ?? '');
    const words = (found[2] ?? '').trim();
    if (number === null || (letter !== 'b' && found[1] === '')) continue;
    const tag = found[1] === '' ? null : `${letter}${number}`;
    return { rank, tag, whole: line, words, isLoose, isShort: isHeadingWords(words) };
  }
  // 2.3.1 规划范围: deeper by every number.
  const deep = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(\S.*)$/u.exec(line);
  if (deep === null) return null;
  const numbers = deep[1]!.split('.').map(Number);
  const words = deep[2]!.trim();
  return {
    rank: 10 + 10 * numbers.length,
    tag: `d${numbers.join('-')}`,
    whole: line,
    words,
    isLoose: false,
    isShort: isHeadingWords(words),
  };
}

/**
 * Reads a line as a heading: Markdown's `#`, 第一章, 第一节, 一、, （一）, 1., （1）, 2.3 and 专栏, where its words are
 * short and no sentence. Null: it is none.
 */
export function readHeading(given: string): Heading | null {
  if (given.length > LONGEST_LINE) return null;
  const line = given.trim();
  const markdown = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(line);
  if (markdown !== null) {
    const whole = markdown[2]!.replaceAll('**', '').trim();
    if (whole === '') return null;
    const shape = readShape(whole);
    return {
      rank: markdown[1]!.length * 10,
      tag: shape?.tag ?? null,
      whole,
      words: shape === null || shape.words === '' ? whole : shape.words,
      isLoose: false,
    };
  }
  const shape = readShape(line);
  if (shape === null || !shape.isShort || (shape.words === '' && shape.isLoose)) return null;
  const { isShort: _, ...heading } = shape;
  return heading;
}

/** A printed paragraph that begins with its own title: ——坚持绿色发展。…, 一是完善路网。…, （三）保障措施。…. */
export interface Lead {
  readonly title: string;
  /** As a heading, where it is numbered: 三、机场。… ends what 二、铁路 began. */
  readonly heading: Heading | null;
  /** It stands out by a dash, a number or bold type, not by a short first sentence alone. */
  readonly isMarked: boolean;
}

const FIRST_SENTENCE = /^([^。！？；：，\n]{2,40})[。：]/u;

/** Reads how a printed paragraph begins; null: not with a title. */
export function readLead(given: string): Lead | null {
  const line = given.slice(0, LONGEST_LINE).trim();
  const bold = /^\*\*([^*]{2,60})\*\*/u.exec(line);
  if (bold !== null)
    return { title: bold[1]!.replace(/[。：:]$/u, ''), heading: null, isMarked: true };
  const dashed = /^[—─－–-]{2,}\s*(.*)$/u.exec(line);
  const counted = /^[一二三四五六七八九十]+是(?!否)\s*(.*)$/u.exec(line);
  const shape = dashed === null && counted === null ? readShape(line) : null;
  const rest = dashed?.[1] ?? counted?.[1] ?? shape?.words ?? line;
  const title = FIRST_SENTENCE.exec(rest)?.[1]?.trim();
  // A regulation's 第三条 has no title but its number.
  const article = shape?.tag?.startsWith('a') === true ? /^第.{1,6}条/u.exec(line)?.[0] : undefined;
  if (shape !== null && (article !== undefined || title !== undefined)) {
    // Words enough must follow, else the sentence is the paragraph.
    if (article === undefined && rest.length <= title!.length + 2) return null;
    const words = title ?? article!;
    const whole = title === undefined ? words : line.slice(0, line.indexOf(title) + title.length);
    const { rank, tag } = shape;
    return { title: words, heading: { rank, tag, whole, words, isLoose: false }, isMarked: true };
  }
  if (title === undefined) return null;
  if (dashed !== null || counted !== null) return { title, heading: null, isMarked: true };
  return title.length <= 24 && rest.length >= title.length + 16
    ? { title, heading: null, isMarked: false }
    : null;
}
