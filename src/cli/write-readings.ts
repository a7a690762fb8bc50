import type { SearchTable } from '../contracts/bundle.ts';
import { SENTENCE_END } from '../core/search/fold-text.ts';
import type { ReadText } from './read-pinyin.ts';

/** Longest word that a reading is told by. */
const MAX_WORD = 6;

/**
 * Writes readings down as small as they hold: every character under its commonest reading, and for the others the
 * shortest run of characters that is read the same wherever it stands.
 */
export function writeReadings(texts: readonly ReadText[]): Pick<SearchTable, 'pinyin' | 'words'> {
  const text = texts.map((one) => one.text).join(SENTENCE_END);
  const readings = texts.flatMap((one, index) =>
    index === 0 ? one.readings : ['', ...one.readings],
  );
  const common = countReadings(text, readings);
  const words = new Map<string, string>();
  for (let at = 0; at < text.length; at += 1) {
    const reading = readings[at]!;
    if (reading === '' || common.get(text[at]!) === reading) continue;
    if (isTold(words, text, at)) continue;
    const word = findWord(text, readings, at);
    if (word) words.set(...word);
  }
  return { pinyin: groupBySyllable(common), words: sortEntries(words) };
}

/** Commonest reading of every character. */
function countReadings(text: string, readings: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [at, reading] of readings.entries()) {
    if (reading === '') continue;
    const character = text[at]!;
    let own = counts.get(character);
    if (!own) counts.set(character, (own = new Map()));
    own.set(reading, (own.get(reading) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([character, own]) => {
      const [first] = [...own].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [character, first![0]];
    }),
  );
}

/** Whether a word that is already written down covers this place. */
function isTold(words: ReadonlyMap<string, string>, text: string, at: number): boolean {
  for (let length = 2; length <= MAX_WORD; length += 1) {
    for (let from = Math.max(0, at - length + 1); from <= at; from += 1) {
      if (words.has(text.slice(from, from + length))) return true;
    }
  }
  return false;
}

/** The shortest run round a place that is read the same everywhere, rather what follows than what precedes. */
function findWord(
  text: string,
  readings: readonly string[],
  at: number,
): [word: string, reading: string] | null {
  for (let length = 2; length <= MAX_WORD; length += 1) {
    for (let from = at; from > at - length && from >= 0; from -= 1) {
      const word = text.slice(from, from + length);
      const own = readings.slice(from, from + length);
      if (word.length < length || own.includes('')) continue;
      if (isReadAlike(word, own, text, readings)) return [word, own.join(' ')];
    }
  }
  return null;
}

function isReadAlike(
  word: string,
  reading: readonly string[],
  text: string,
  readings: readonly string[],
): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (reading.some((one, index) => readings[at + index] !== one)) return false;
  }
  return true;
}

function groupBySyllable(common: ReadonlyMap<string, string>): Record<string, string> {
  const groups = new Map<string, string>();
  for (const [character, reading] of [...common].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const syllable of reading.split('/')) {
      groups.set(syllable, (groups.get(syllable) ?? '') + character);
    }
  }
  return sortEntries(groups);
}

const sortEntries = (entries: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));
