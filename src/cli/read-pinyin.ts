import { pinyin, polyphonic } from 'pinyin-pro';
import type { PlanBundle } from '../contracts/bundle.ts';
import type { Fold } from '../core/search/fold-text.ts';
import type { SearchRecord } from '../core/search/list-records.ts';

/** A folded text with the readings of every unit: syllables parted by a slash, empty where there are none. */
export interface ReadText {
  readonly text: string;
  readonly readings: string[];
}

const OPTIONS = { toneType: 'none', v: true, toneSandhi: false } as const;

/** Words that pinyin-pro reads wrongly; readings parted by a slash may both be asked for. */
const READINGS: Readonly<Record<string, string>> = {
  重塑: 'chong su',
  // In Yu County. The dictionaries read 汖 pìn (Unihan, 字汇); the people there call the village Dàchǎng.
  大汖: 'da chang/pin',
  // The ancient state Qiúyóu; elsewhere 仇 is chóu.
  仇犹: 'chou/qiu you',
};

/**
 * Reads every text of a bundle that is searched by sound, characters by the word that they stand in. Where an
 * English name spells a Chinese one otherwise (Qiuyou, Dachuan), that reading holds beside the dictionary's.
 */
export function readTexts(
  bundle: PlanBundle,
  records: readonly SearchRecord[],
  fold: Fold,
): ReadText[] {
  const texts = records.flatMap(({ fields }) =>
    fields.filter(({ sort }) => sort !== 'note').map(({ text }) => readText(text, fold)),
  );
  for (const [word, reading] of Object.entries(READINGS)) {
    for (const text of texts) setReadings(text, word, reading, () => []);
  }
  for (const { properties } of bundle.features.features) {
    const learnt = learnReading(properties.name, properties.nameEn ?? '');
    if (!learnt) continue;
    for (const text of texts) setReadings(text, ...learnt, (known) => known.split('/'));
  }
  return texts;
}

function readText(original: string, fold: Fold): ReadText {
  const ofUnit: string[] = [];
  for (const { origin, pinyin: syllable, isZh } of pinyin(original, { ...OPTIONS, type: 'all' })) {
    for (let unit = 0; unit < origin.length; unit += 1) {
      ofUnit.push(isZh && isSyllable(syllable) ? syllable : '');
    }
  }
  const { text, starts } = fold(original);
  return { text, readings: Array.from(starts, (start) => ofUnit[start] ?? '') };
}

const isSyllable = (text: string): boolean => /^[a-z]{1,6}$/.test(text);

/** Sets what a word is read by, wherever it stands, beside what is kept of the readings known. */
function setReadings(
  { text, readings }: ReadText,
  word: string,
  reading: string,
  keep: (known: string) => readonly string[],
): void {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    for (const [index, given] of reading.split(' ').entries()) {
      const all = [...keep(readings[at + index]!), ...given.split('/')].filter(Boolean);
      readings[at + index] = [...new Set(all)].toSorted().join('/');
    }
  }
}

/**
 * The reading that an English name shows of a Chinese one and dictionaries do not have: its first word spells the
 * first characters, at least half of them as they are known to be read. `['仇犹', 'qiu you']`; null when there is
 * nothing to learn.
 */
export function learnReading(name: string, nameEn: string): [word: string, reading: string] | null {
  const letters = /^[A-Z][a-zü]+/
    .exec(nameEn.normalize('NFC'))?.[0]
    .replaceAll('ü', 'v')
    .toLowerCase();
  const run = /^\p{Script=Han}{2,}/u.exec(name)?.[0];
  if (letters === undefined || run === undefined) return null;
  const inContext = pinyin(name, { ...OPTIONS, type: 'array' });
  const known = Array.from(run, readingsOf);
  for (let count = 2; count <= Math.min(4, run.length); count += 1) {
    const spelling = spell(letters, known.slice(0, count));
    if (!spelling || spelling.misses * 2 > count) continue;
    const { syllables } = spelling;
    return syllables.every((syllable, index) => inContext[index] === syllable)
      ? null
      : [run.slice(0, count), syllables.join(' ')];
  }
  return null;
}

interface Spelling {
  readonly syllables: readonly string[];
  /** Characters that no dictionary reads so. */
  readonly misses: number;
}

/** The split of letters into one syllable a character with the fewest misses; null when there is none. */
function spell(letters: string, known: readonly (readonly string[])[]): Spelling | null {
  const [first, ...rest] = known;
  if (!first) return letters === '' ? { syllables: [], misses: 0 } : null;
  let best: Spelling | null = null;
  for (let length = Math.min(6, letters.length); length > 0; length -= 1) {
    const syllable = letters.slice(0, length);
    const isKnown = first.includes(syllable);
    if (!isKnown && !SYLLABLES.has(syllable)) continue;
    const tail = spell(letters.slice(length), rest);
    if (!tail) continue;
    const misses = tail.misses + (isKnown ? 0 : 1);
    if (!best || misses < best.misses) best = { syllables: [syllable, ...tail.syllables], misses };
  }
  return best;
}

const readingsOf = (character: string): readonly string[] =>
  polyphonic(character, { type: 'array', toneType: 'none', v: true })[0] ?? [];

/** Every syllable that a common character is read by. */
const SYLLABLES: ReadonlySet<string> = new Set(
  Array.from({ length: 0x9fa5 - 0x4e00 }, (_, index) =>
    readingsOf(String.fromCodePoint(0x4e00 + index)),
  )
    .flat()
    .filter((syllable) => isSyllable(syllable) && /[aeiouv]/.test(syllable)),
);
