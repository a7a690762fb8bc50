import MiniSearch from 'minisearch';
import type { Fold } from './fold-text.ts';
import type { SearchRecord } from './list-records.ts';
import type { Readings } from './readings.ts';

const HAN = /\p{Script=Han}/u;
/** Share of a Chinese query's pairs that a name must hold. */
const LEAST_SHARE = 0.6;
/** Characters whose sound is indexed, from the start of a name. */
const SOUNDED = 4;

interface Document {
  readonly id: number;
  readonly names: string;
  /** Words with spaces round them in the plan's words and in notes. */
  readonly words: string;
  /** Names by sound, so that misspelt pinyin is found too. */
  readonly sounds: string;
}

export interface WordHit {
  /** Index of the record. */
  readonly record: number;
  /** 0–1, of the best hit. */
  readonly share: number;
  /** Folded words and pairs of characters that were found. */
  readonly terms: readonly string[];
}

/** Words and Chinese characters, single and in pairs, of a folded text. */
export function tokenize(folded: string): string[] {
  const tokens: string[] = [];
  for (const [run] of folded.matchAll(/\p{Script=Han}+|[^\p{Script=Han}\s\0]+/gu)) {
    if (!HAN.test(run)) {
      tokens.push(run);
      const figures = /^\D+(\d+)$/.exec(run)?.[1];
      if (figures !== undefined) tokens.push(figures);
      continue;
    }
    const characters = Array.from(run);
    for (const [index, character] of characters.entries()) {
      tokens.push(character);
      const next = characters[index + 1];
      if (next !== undefined) tokens.push(character + next);
    }
  }
  return tokens;
}

/** A query's words, and of Chinese only the pairs. */
const tokenizeQuery = (folded: string): { words: string[]; pairs: string[] } => {
  const tokens = tokenize(folded);
  const words = tokens.filter((token) => !HAN.test(token) && !/^\d+$/.test(token));
  const pairs = tokens.filter((token) => HAN.test(token) && Array.from(token).length === 2);
  const singles = tokens.filter(
    (token) => /^\d+$/.test(token) && !words.some((w) => w.endsWith(token)),
  );
  return { words: [...words, ...singles], pairs };
};

/** Letters that may be wrong in a word of this length. */
const allowTypos = (term: string): number => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);

/** MiniSearch over what is short; asked when nothing stands as it was typed. */
export class WordIndex {
  readonly #index = new MiniSearch<Document>({
    fields: ['names', 'words', 'sounds'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: { boost: { names: 2 } },
  });

  constructor(
    private readonly fold: Fold,
    private readonly readings: Readings,
  ) {}

  add(record: SearchRecord, index: number): void {
    this.#index.add(this.#describe(record, index));
  }

  /** Records that hold all words of a folded query, misspelt or begun, and most of its Chinese pairs. */
  find(folded: string): WordHit[] {
    const { words, pairs } = tokenizeQuery(folded);
    if (words.length + pairs.length === 0) return [];
    const found = this.#index.search({
      combineWith: 'AND',
      queries: [
        ...words.map((word) => ({
          queries: [word],
          tokenize: (term: string) => [term],
          prefix: word.length > 1,
          fuzzy: /^\d/.test(word) ? false : allowTypos(word),
        })),
        ...(pairs.length > 0
          ? [{ combineWith: 'OR' as const, queries: pairs, tokenize: (term: string) => [term] }]
          : []),
      ],
    });
    const best = found[0]?.score ?? 1;
    return found
      .filter(
        ({ queryTerms }) =>
          pairs.length === 0 ||
          queryTerms.filter((term) => pairs.includes(term)).length >= pairs.length * LEAST_SHARE,
      )
      .map(({ id, score, terms }) => ({ record: id as number, share: score / best, terms }));
  }

  #describe(record: SearchRecord, id: number): Document {
    const names: string[] = [];
    const words: string[] = [];
    const sounds: string[] = [];
    for (const { sort, text } of record.fields) {
      const folded = this.fold(text).text;
      if (sort === 'body' || sort === 'note') words.push(...(folded.match(/[a-z]{4,}/g) ?? []));
      else names.push(folded);
      if (sort === 'name') sounds.push(...this.#sound(folded));
    }
    return { id, names: names.join('\0'), words: words.join(' '), sounds: sounds.join(' ') };
  }

  /** The first two, three and four characters as they are spoken. */
  #sound(folded: string): string[] {
    const ids = this.readings.read(folded.slice(0, SOUNDED));
    const syllables = Array.from(ids, (id) => this.readings.syllables(id)[0]);
    const known = syllables.findIndex((syllable) => syllable === undefined);
    const spoken = known < 0 ? syllables : syllables.slice(0, known);
    return [2, 3, 4].flatMap((count) =>
      spoken.length >= count ? [spoken.slice(0, count).join('')] : [],
    );
  }
}
