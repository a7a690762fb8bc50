import { assert, asyncProperty, type Arbitrary } from 'fast-check';
import { expect } from 'vitest';

/** What is given, and what must hold of each. */
export interface Fuzz<T> {
  readonly given: Arbitrary<T>;
  readonly holds: (given: T) => Promise<void> | void;
}

/** A case that takes longer hangs, as far as a reader can tell. */
const LONGEST_CASE_MS = 2000;
const BATCH = 1000;
const PROGRESS = 5000;

/** Runs so many cases and says how it went; a failure says the seed and the smallest case that fails. */
export async function runFuzz<T>(
  name: string,
  { given, holds }: Fuzz<T>,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<void> {
  let slowestMs = 0;
  const property = asyncProperty(given, async (one) => {
    const startMs = performance.now();
    await holds(one);
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
  });
  const beganMs = performance.now();
  for (let done = 0; done < cases; done += BATCH) {
    // What a batch has made is let go of before the next.
    await assert(property, { numRuns: Math.min(BATCH, cases - done), seed: seed + done });
    if (done > 0 && done % PROGRESS === 0) console.log(`${name}: ${done} of ${cases} cases`);
  }
  const seconds = (performance.now() - beganMs) / 1000;
  console.log(
    `${name}: ${cases} cases, seed ${seed}, ${seconds.toFixed(1)} s, slowest ${slowestMs.toFixed(0)} ms, none failed`,
  );
  expect(slowestMs, name).toBeLessThan(LONGEST_CASE_MS);
}
