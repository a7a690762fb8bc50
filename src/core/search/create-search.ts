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
import { listRecords } from './list-records.ts';
import { createReadings, readVariants } from './readings.ts';
import { rangesOf, toHit } from './to-hit.ts';
import { WordIndex } from './word-index.ts';

const DEFAULT_LIMIT = 6;
/** Records that are indexed between two pauses: about 10 ms on a desk. */
const SLICE = 80;

/**
 * Indexes a bundle for find. Names come before the plan's words, what is written before what sounds alike; what
 * is misspelt or stands in another order is looked for only when nothing else is found.
 * @param pause called between slices of a large bundle, so that the page may draw; default: none
 */
export async function createSearch(
  bundle: PlanBundle,
  pause?: () => Promise<void>,
): Promise<SearchIndex> {
  const fold = createFold(readVariants(bundle.search));
  const readings = createReadings(bundle.search);
  const records = listRecords(bundle);
  const builder = new HaystackBuilder(fold, readings);
  const words = new WordIndex(fold, readings);
  for (let from = 0; from < records.length; from += SLICE) {
    // Reading the tables is a slice of its own.
    await pause?.();
    const slice = records.slice(from, from + SLICE);
    for (const [index, record] of slice.entries()) builder.add(record, from + index);
    words.add(slice, from);
  }
  await pause?.();
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
