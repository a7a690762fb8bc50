import { findChunks } from './find-chunks.ts';
import type { Fold } from './fold-text.ts';
import { addSounds, type Found, type FoundRecords, gather, intersect } from './found.ts';
import { findLetters, findPinyin, type Haystack, type Match, type Place } from './haystack.ts';
import type { SearchRecord } from './list-records.ts';
import { createPinyinMatcher, type MatchPinyin } from './match-pinyin.ts';
import { RANK, rankMatch } from './rank-match.ts';
import type { Readings } from './readings.ts';
import type { WordHit, WordIndex } from './word-index.ts';

/** UTF-16 units of a query; what is longer is cut. */
const MAX_QUERY = 1000;
/** Words of a query that are looked for one by one. */
const MAX_PARTS = 8;

/** What a query is looked for in. */
export interface Sought {
  readonly records: readonly SearchRecord[];
  readonly fold: Fold;
  readonly readings: Readings;
  readonly haystack: Haystack;
  readonly words: WordIndex;
}

/** One question: what to look in, and the language of the interface that asks. */
export interface Question extends Sought {
  readonly lang: 'zh-Hans' | 'en';
}

/**
 * Finds records: those that hold the query in one piece, then those that hold all of its words, and only when
 * there are none of these those that hold it apart, in another order or spelt otherwise.
 */
export function findRecords(query: string, question: Question): FoundRecords {
  const { fold } = question;
  const given = query.slice(0, MAX_QUERY);
  const phrase = fold(given).text;
  if (phrase === '') return new Map();
  const found = findPhrase(phrase, question);
  const parts = given.split(/\s+/u).flatMap((part) => fold(part).text.split(/[ \n]/));
  const joined = addParts(found, parts, question);
  return joined.size > 0 ? joined : findLoosely(phrase, question);
}

/** The query in one piece, as written or as it sounds. */
function findPhrase(phrase: string, { haystack, readings, lang }: Question): FoundRecords {
  const letters = findLetters(haystack, phrase).filter(
    ({ place }) => lang === 'en' || !place.field.isEnglish,
  );
  const sounds = findPinyin(haystack, phrase.replaceAll(' ', ''), readings);
  const isBodyWritten = letters.some(({ place }) => place.field.sort === 'body');
  return gather(addSounds(letters, sounds, isBodyWritten));
}

/** Joins what holds every part; of the plan's words only when none holds the query in one piece. */
function addParts(found: FoundRecords, given: readonly string[], question: Question): FoundRecords {
  const parts = [...new Set(given)].filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MAX_PARTS) return found;
  const all = intersect(
    parts.map((part) => findPhrase(part, question)),
    RANK.parts,
  );
  const isText = (index: number): boolean => question.records[index]!.kind === 'text';
  const hasText = [...found.keys()].some(isText);
  const joined = new Map<number, Found>(found);
  for (const [index, one] of all) {
    if (!joined.has(index) && !(hasText && isText(index))) joined.set(index, one);
  }
  return joined;
}

/** Chinese in order but apart; then a word and Chinese that touch; then words misspelt or in another order. */
function findLoosely(phrase: string, question: Question): FoundRecords {
  const chunks = gather(findChunks(question.haystack, phrase), RANK.chunks);
  if (chunks.size > 0) return chunks;
  const pieces = phrase.match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? [];
  const all = addParts(new Map(), pieces, question);
  if (all.size > 0) return all;
  const { haystack, readings, words } = question;
  const hits = words.find(phrase);
  const terms = new Set(hits.flatMap((hit) => hit.terms));
  const matchers = new Map([...terms].map((term) => [term, createPinyinMatcher(term, readings)]));
  const found = new Map<number, Found>();
  for (const hit of hits) {
    const places = haystack.placesByRecord[hit.record] ?? [];
    const matches = places.flatMap((place) => locateTerms(hit, place, haystack, matchers));
    const rank = Math.max(0, ...matches.map(rankMatch));
    found.set(hit.record, { score: RANK.words + rank / 10 + hit.share / 1000, matches });
  }
  return found;
}

/** Where a field holds the words that the index found. */
function locateTerms(
  { terms }: WordHit,
  place: Place,
  haystack: Haystack,
  matchers: ReadonlyMap<string, MatchPinyin | null>,
): Match[] {
  const { text } = place.folded;
  const matches: Match[] = [];
  for (const term of terms) {
    const isWord = /[a-z\d]/.test(term);
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const isInside =
        isWord && /[a-z\d]/.test(`${text[at - 1] ?? ''}${text[at + term.length] ?? ''}`);
      if (!isInside) matches.push({ place, start: at, end: at + term.length, by: 'letters' });
    }
    if (matches.length > 0 || place.field.shows !== 'title' || !isWord) continue;
    const spoken = matchers.get(term)?.(haystack.text, haystack.readings, place.start);
    if (spoken) matches.push({ place, start: 0, end: spoken.end - place.start, by: 'pinyin' });
  }
  return matches;
}
