import type { PlanBundle } from '../../contracts/bundle.ts';
import {
  HIT_KINDS,
  type SearchGroup,
  type SearchHit,
  type SearchIndex,
  type SearchResults,
} from '../../contracts/search.ts';
import { findRecords, type Sought } from './find-records.ts';
import { createFold } from './fold-text.ts';
import type { FoundRecords } from './found.ts';
import { HaystackBuilder } from './haystack.ts';
import { listRecords, type SearchRecord } from './list-records.ts';
import { createReadings, readVariants } from './readings.ts';
import { rangesOf, toHit } from './to-hit.ts';
import { WordIndex } from './word-index.ts';

const DEFAULT_LIMIT = 6;

/**
 * Indexes a bundle for find. Names come before the plan's words, what is written before what sounds alike; what
 * is misspelt or stands in another order is looked for only when nothing else is found.
 * @param pause asked before and after every step, each about a millisecond on a desk: what to wait for before going
 *   on, so that the page may draw, or null to go on at once; default: always at once
 */
export async function createSearch(
  bundle: PlanBundle,
  pause: () => Promise<void> | null = () => null,
): Promise<SearchIndex> {
  const records: SearchRecord[] = [];
  const fold = createFold(readVariants(bundle.search));
  const readings = createReadings(bundle.search);
  const builder = new HaystackBuilder(fold, readings);
  const words = new WordIndex(fold, readings);
  for (const record of listRecords(bundle)) {
    const rest = pause();
    if (rest) await rest;
    builder.add(record, records.length);
    words.add(record, records.length);
    records.push(record);
  }
  const rest = pause();
  if (rest) await rest;
  const sought: Sought = { records, fold, readings, haystack: builder.build(), words };
  return {
    search: (query, { limit = DEFAULT_LIMIT, lang = 'zh-Hans' } = {}) =>
      describe(query, findRecords(query, { ...sought, lang }), sought, limit, lang),
  };
}

function describe(
  query: string,
  found: FoundRecords,
  { records }: Sought,
  limit: number,
  lang: 'zh-Hans' | 'en',
): SearchResults {
  // Records stand in reading order.
  const order = [...found].toSorted(([a], [b]) => a - b);
  const groups = HIT_KINDS.map((kind): SearchGroup => {
    const own = order.filter(([index]) => records[index]!.kind === kind);
    const best = own.toSorted(([, a], [, b]) => b.score - a.score).slice(0, limit);
    const hits = best.map(([index, one]) => toHit(records[index]!, one, lang));
    return { kind, total: own.length, hits };
  });
  const occurrences = order.flatMap(([index, { matches }]) =>
    rangesOf(records[index]!, matches, lang),
  );
  return { query, groups, total: order.length, best: pickBest(groups), occurrences };
}

function pickBest(groups: readonly SearchGroup[]): SearchHit | null {
  let best: SearchHit | null = null;
  for (const { hits } of groups) {
    const first = hits[0];
    if (first && (best === null || first.score > best.score)) best = first;
  }
  return best;
}
