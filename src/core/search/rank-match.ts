import { isWordStart, type Match } from './haystack.ts';
import type { SearchField } from './list-records.ts';

/** Where in its field a match stands. */
type Position = 'whole' | 'start' | 'word' | 'inside';

type Ranks = Readonly<Record<Match['by'], Readonly<Record<Position, number>>>>;

/** Exact name, then start, then part of it; then by sound; whole names by sound stand with the starts. */
const NAME: Ranks = {
  letters: { whole: 100, start: 90, word: 84, inside: 78 },
  pinyin: { whole: 92, start: 74, word: 70, inside: 64 },
  initials: { whole: 76, start: 67, word: 61, inside: 57 },
};

const LABEL: Ranks = {
  letters: { whole: 66, start: 65, word: 63, inside: 63 },
  pinyin: { whole: 54, start: 53, word: 53, inside: 53 },
  initials: { whole: 50, start: 49, word: 49, inside: 49 },
};

const BODY: Readonly<Record<Match['by'], number>> = { letters: 68, pinyin: 56, initials: 52 };

const NOTE = 40;

/** What is found only part by part, in another order or misspelt stands below all else. */
export const RANK = { parts: 48, chunks: 35, words: 10 } as const;

/** How well a match answers; below a whole point the better covered name wins. */
export function rankMatch(match: Match): number {
  const { place, start, end, by } = match;
  const { field, folded } = place;
  switch (field.sort) {
    case 'name':
    case 'other':
    case 'title': {
      const coverage = (0.9 * (end - start)) / folded.text.length;
      return NAME[by][findPosition(match)] + coverage - yields(field);
    }
    case 'label':
      return LABEL[by][findPosition(match)];
    case 'body':
      return BODY[by];
    case 'note':
      return NOTE;
    default:
      return field.sort satisfies never;
  }
}

/** What is given as a name comes before what we read into it, Chinese before English. */
function yields({ shows, standsFor, at }: SearchField): number {
  if (standsFor) return 2;
  return shows === 'titleEn' || at !== undefined ? 1 : 0;
}

function findPosition(match: Match): Position {
  const { place, start, end } = match;
  if (start === 0) return end === place.folded.text.length ? 'whole' : 'start';
  return isWordStart(match) ? 'word' : 'inside';
}
