import { expect, it } from 'vitest';
import { TokenBucket } from '../../../../src/core/embed/token-bucket.ts';

/** How many of so many a second are let through. */
function countTaken(bucket: TokenBucket, fromMs: number, forMs: number, perSecond: number): number {
  let taken = 0;
  for (let at = 0; at < (forMs / 1000) * perSecond; at += 1) {
    if (bucket.take(fromMs + (at * 1000) / perSecond)) taken += 1;
  }
  return taken;
}

it('ten thousand a second come down to the rate, after the first burst', () => {
  const bucket = new TokenBucket({ burst: 200, perSecond: 100 });
  const first = countTaken(bucket, 0, 1000, 10_000);
  expect(first).toBeGreaterThanOrEqual(298);
  expect(first).toBeLessThanOrEqual(300);
  expect(countTaken(bucket, 1000, 1000, 10_000)).toBeLessThanOrEqual(101);
});

it('what is below the rate is let through whole, and a rest gives the burst back', () => {
  const bucket = new TokenBucket({ burst: 10, perSecond: 100 });
  expect(countTaken(bucket, 0, 2000, 60)).toBe(120);
  expect(countTaken(bucket, 60_000, 1, 20_000)).toBe(10);
});

it('a clock that goes back gives nothing', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 });
  expect([bucket.take(5000), bucket.take(1000), bucket.take(1500)]).toEqual([true, false, false]);
});
