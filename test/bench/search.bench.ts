/**
 * `npx vitest bench --project unit --run test/bench`: how long find takes from a key to its results, on the county
 * (bar: 50 ms) and on 5,000 features with 2,000 paragraphs (bar: 100 ms). See the p99 and max columns.
 */
import { bench, describe } from 'vitest';
import { addSearchTable } from '../../src/cli/make-search-table.ts';
import { createSearch } from '../../src/core/search/create-search.ts';
import { createLargeBundle, cutSentences } from '../fixtures/create-large-bundle.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';

const { bundle } = await readShippedBundle();
const county = addSearchTable(bundle);
const large = { ...createLargeBundle(cutSentences(bundle)), search: county.search };

/** Common and rare, written and spoken, misspelt, parted, and what matches nearly everything. */
const QUERIES = [
  '的',
  '发展',
  '藏山',
  'c',
  'cs',
  'szsh',
  'cangshan',
  'Airprot',
  '藏山 机场',
  '200亿',
];

for (const [name, whole] of [
  ['the county', county],
  ['5,000 features and 2,000 paragraphs', large],
] as const) {
  const index = await createSearch(whole);
  describe(`find in ${name}`, () => {
    for (const query of QUERIES) {
      bench(query, () => void index.search(query, { limit: 40 }), { time: 500 });
    }
  });

  describe(`index ${name}`, () => {
    bench('createSearch', async () => void (await createSearch(whole)), {
      time: 500,
      iterations: 3,
      warmupIterations: 1,
    });
  });
}
