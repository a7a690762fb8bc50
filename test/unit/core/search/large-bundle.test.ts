import { expect, it } from 'vitest';
import { addSearchTable } from '../../../../src/cli/make-search-table.ts';
import { createSearch } from '../../../../src/core/search/create-search.ts';
import { createLargeBundle, cutSentences } from '../../../fixtures/create-large-bundle.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

it('finds in 5,000 features and 2,000 paragraphs, and pauses while it indexes them', async () => {
  const { bundle } = await readShippedBundle();
  const large = createLargeBundle(cutSentences(bundle));
  // The county's table: what is made for a large bundle is no matter of this test.
  const { search } = addSearchTable(bundle);
  let steps = 0;
  let rests = 0;
  const index = await createSearch({ ...large, search }, () => {
    steps += 1;
    if (steps % 100 > 0) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        rests += 1;
        resolve();
      });
    });
  });
  // Every record is a step of its own, and it waits for every rest.
  expect(steps).toBeGreaterThan(7000);
  expect(rests).toBe(Math.floor(steps / 100));
  for (const query of ['藏山', 'cangshan', 'cs', 'airport', 'Airprot', '的', '藏山 机场']) {
    const { total, groups } = index.search(query, { limit: 5 });
    expect([query, total > 100]).toEqual([query, true]);
    for (const { hits } of groups) expect(hits.length).toBeLessThanOrEqual(5);
  }
  expect(index.search('第4321').best?.id).toBe('f-4321');
  const { occurrences } = index.search('高质量');
  expect(occurrences.length).toBeGreaterThan(500);
}, 60_000);
