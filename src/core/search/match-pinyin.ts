import type { ReadingId, Readings } from './readings.ts';

/** Where a query of letters ends in a text, and how much of it was spelt out. */
export interface PinyinMatch {
  /** Exclusive. */
  readonly end: number;
  /** Characters matched by their reading. */
  readonly characters: number;
  /** Of these, by their initial alone. */
  readonly initials: number;
}

export type MatchPinyin = (text: string, readings: Uint16Array, at: number) => PinyinMatch | null;

/** Longer input is no pinyin. */
const MAX_LETTERS = 48;

/** How many letters a reading takes of the query, and whether they are its initial alone. */
interface Step {
  readonly letters: number;
  readonly isInitial: boolean;
}

/**
 * Makes a matcher for a folded query that holds letters; null for one that cannot be pinyin. Every character of
 * the text takes its whole syllable or its initial (`zh` or `z` for 中); the last one may still be being typed; what
 * is not read must be there itself, so that g5高速 and 藏shan match too.
 */
export function createPinyinMatcher(query: string, readings: Readings): MatchPinyin | null {
  if (query.length > MAX_LETTERS || !/[a-z]/.test(query)) return null;
  // By offset into the query, then by reading.
  const steps = Array.from({ length: query.length }, (): (readonly Step[] | undefined)[] => []);
  const stepsOf = (id: ReadingId, from: number): readonly Step[] =>
    (steps[from]![id] ??= listSteps(readings.syllables(id), query, from));
  const follow = (
    text: string,
    ids: Uint16Array,
    at: number,
    from: number,
    characters: number,
    initials: number,
  ): PinyinMatch | null => {
    if (from === query.length) return { end: at, characters, initials };
    if (at >= text.length) return null;
    const id = ids[at]!;
    if (id !== 0) {
      for (const { letters, isInitial } of stepsOf(id, from)) {
        const spelt = initials + (isInitial ? 1 : 0);
        const found = follow(text, ids, at + 1, from + letters, characters + 1, spelt);
        if (found) return found;
      }
    }
    return text[at] === query[from]
      ? follow(text, ids, at + 1, from + 1, characters, initials)
      : null;
  };
  return (text, ids, at) => {
    const found = follow(text, ids, at, 0, 0, 0);
    return found && found.characters > 0 ? found : null;
  };
}

/** Whole syllables first, then one that is still being typed, then initials. */
function listSteps(syllables: readonly string[], query: string, from: number): readonly Step[] {
  const whole: Step[] = [];
  const initials = new Set<number>();
  const rest = query.length - from;
  for (const syllable of syllables.flatMap(spellings)) {
    if (query.startsWith(syllable, from)) {
      whole.push({ letters: syllable.length, isInitial: false });
    } else if (rest > 1 && rest < syllable.length && syllable.startsWith(query.slice(from))) {
      whole.push({ letters: rest, isInitial: isInitial(query.slice(from)) });
    }
    if (syllable[0] !== query[from]) continue;
    initials.add(1);
    if (/^[zcs]h/.test(syllable) && query[from + 1] === 'h') initials.add(2);
  }
  return [
    ...whole.toSorted((a, b) => b.letters - a.letters),
    ...[...initials].toSorted((a, b) => b - a).map((letters) => ({ letters, isInitial: true })),
  ];
}

const isInitial = (letters: string): boolean => /^[zcs]h$/.test(letters);

/** ü may be written v or u: lv, lu. */
const spellings = (syllable: string): readonly string[] =>
  syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable];
