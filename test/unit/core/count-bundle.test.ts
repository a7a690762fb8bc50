import { expect, it } from 'vitest';
import { countBundle, writeCounts } from '../../../src/core/count-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

it('counts the shipped bundle', async () => {
  const { bundle } = await readShippedBundle();
  expect(countBundle(bundle, [])).toMatchObject({
    ...{
      corridors: 8,
      zones: 4,
      parks: 3,
      airport: 1,
      seats: 13,
      paragraphs: 24,
      accounted: 24,
      dangling: 0,
    },
    ...{ layers: 19, indicators: 8, views: 5 },
  });
});

it('counts dangling references among the problems, and writes one line first', async () => {
  const { bundle } = await readShippedBundle();
  const problem = { severity: 'error', file: 'x', message: 'm', remedy: 'r' } as const;
  const counts = countBundle(bundle, [
    { ...problem, code: 'dangling-source' },
    { ...problem, code: 'unsafe-url' },
  ]);
  expect(writeCounts(counts).split('\n')[0]).toBe(
    'corridors 8, zones 4, parks 3, airport 1, seats 13, paragraphs 24 of 24 accounted for, dangling references 1',
  );
});
