import { type Fold, type FoldedText, isDigit, isWordUnit } from './fold-text.ts';
import type { FieldSort, SearchField, SearchRecord } from './list-records.ts';
import { createPinyinMatcher } from './match-pinyin.ts';
import type { Readings } from './readings.ts';

/** One field of a record with where its folded text starts in the haystack. */
export interface Place {
  /** Index of the record. */
  readonly record: number;
  readonly field: SearchField;
  readonly folded: FoldedText;
  readonly start: number;
}

/** A run of a field's folded text that a query matches. */
export interface Match {
  readonly place: Place;
  /** Offsets into the field's folded text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly by: 'letters' | 'pinyin' | 'initials';
}

/** All that can be found as one folded string, since one pass over it beats an index of its bigrams. */
export interface Haystack {
  readonly text: string;
  readonly readings: Uint16Array;
  readonly places: readonly Place[];
  /** The same by index of the record. */
  readonly placesByRecord: readonly (readonly Place[])[];
}

/** Stands between fields; no folded query holds it. */
const FIELD_END = '\u0000';

/** Collects records and makes the haystack of them. */
export class HaystackBuilder {
  readonly #fold: Fold;
  readonly #readings: Readings;
  readonly #places: Place[] = [];
  readonly #placesByRecord: (readonly Place[])[] = [];
  readonly #texts: string[] = [];
  readonly #read: (Uint16Array | null)[] = [];
  #length = 0;

  constructor(fold: Fold, readings: Readings) {
    this.#fold = fold;
    this.#readings = readings;
  }

  add(record: SearchRecord, index: number): void {
    const first = this.#places.length;
    for (const field of record.fields) {
      const folded = this.#fold(field.text);
      if (folded.text === '') continue;
      this.#places.push({ record: index, field, folded, start: this.#length });
      this.#texts.push(folded.text);
      // What is noted about a thing is found by its words alone; by sound it would be found too often.
      this.#read.push(field.sort === 'note' ? null : this.#readings.read(folded.text));
      this.#length += folded.text.length + 1;
    }
    this.#placesByRecord[index] = this.#places.slice(first);
  }

  build(): Haystack {
    const readings = new Uint16Array(this.#length);
    for (const [index, read] of this.#read.entries()) {
      if (read) readings.set(read, this.#places[index]!.start);
    }
    const text = this.#texts.map((one) => one + FIELD_END).join('');
    const places = this.#places;
    return { text, readings, places, placesByRecord: this.#placesByRecord };
  }
}

/** Every place where the folded query stands as it is, in the haystack's order. */
export function findLetters({ text, places }: Haystack, query: string): Match[] {
  const matches: Match[] = [];
  if (query === '') return matches;
  const walk = createWalk(places);
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at)) {
    const end = at + query.length;
    const place = walk(at);
    if (isWholeEnough(text, at, query, place.field.sort)) {
      matches.push({ place, start: at - place.start, end: end - place.start, by: 'letters' });
      at = end;
    } else at += 1;
  }
  return matches;
}

/** Figures start where a number starts, in notes they are the whole of it; two letters start where a word starts. */
function isWholeEnough(text: string, at: number, query: string, sort: FieldSort): boolean {
  const before = text[at - 1];
  if (!isDigit(query[0])) return query.length > 2 || !isWordUnit(query[0]) || !isWordUnit(before);
  if (isDigit(before) || (before === '.' && isDigit(text[at - 2]))) return false;
  return sort !== 'note' || !isDigit(query.at(-1)) || !isDigit(text[at + query.length]);
}

/** Every place that sounds like the query of letters. */
export function findPinyin(
  { text, readings, places }: Haystack,
  query: string,
  table: Readings,
): Match[] {
  const match = createPinyinMatcher(query, table);
  const matches: Match[] = [];
  if (!match) return matches;
  const walk = createWalk(places);
  const first = query.charCodeAt(0);
  // Asked of every character of the plan: one look into bytes.
  const canStart = Uint8Array.from({ length: table.count }, (_, id) =>
    table.syllables(id).some((syllable) => syllable[0] === query[0]) ? 1 : 0,
  );
  for (let at = 0; at < text.length; at += 1) {
    if (canStart[readings[at]!] === 0 && text.charCodeAt(at) !== first) continue;
    const found = match(text, readings, at);
    if (!found) continue;
    const place = walk(at);
    const start = at - place.start;
    const end = found.end - place.start;
    const by = found.initials > 0 ? 'initials' : 'pinyin';
    if (!isTelling({ place, start, end, by }, found.characters, query.length)) continue;
    matches.push({ place, start, end, by });
    at = found.end - 1;
  }
  return matches;
}

/** Sounds repeat: the shorter the query, the nearer to the start of a name it must stand. */
function isTelling(match: Match, characters: number, letters: number): boolean {
  const { place, start, by } = match;
  if (by === 'initials' && isParted(match)) return false;
  switch (place.field.sort) {
    case 'name':
    case 'other':
      return start === 0 || (letters > 1 && (characters > 1 || isWordStart(match)));
    case 'title':
      return (start === 0 && letters > 1) || characters > (by === 'initials' ? 2 : 1);
    case 'label':
      return start === 0 && characters > 1;
    case 'body':
      return characters > (by === 'initials' ? 2 : 1);
    case 'note':
      return false;
    default:
      return place.field.sort satisfies never;
  }
}

/** Whether punctuation stands within a match. */
function isParted({ place, start, end }: Match): boolean {
  const { starts, ends } = place.folded;
  for (let at = start + 1; at < end; at += 1) if (starts[at]! > ends[at - 1]!) return true;
  return false;
}

/** Whether a match starts where a word starts: after a space, a bracket or a dash, or at a number. */
export function isWordStart({ place, start }: Match): boolean {
  if (start === 0) return true;
  const { folded, field } = place;
  const at = folded.starts[start]!;
  if (/[^\p{L}\p{N}\p{M}]/u.test(field.text[at - 1] ?? ' ')) return true;
  return isWordUnit(folded.text[start]) && !isWordUnit(folded.text[start - 1]);
}

/** Finds the field of a position; positions must ascend. */
function createWalk(places: readonly Place[]): (at: number) => Place {
  let index = 0;
  return (at) => {
    while (index + 1 < places.length && places[index + 1]!.start <= at) index += 1;
    return places[index]!;
  };
}
