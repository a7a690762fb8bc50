import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { loadSource } from '../../src/elements/plan-atlas/load-source.ts';
import { fuzzBundles, fuzzBundleText } from './fuzz-bundles.ts';
import { fuzzFrames, fuzzLinks, fuzzViews } from './fuzz-links.ts';
import { fuzzMessages, fuzzSentViews } from './fuzz-messages.ts';
import { runFuzz } from './run-fuzz.ts';

/** Shares of the cases, in tenths: what costs most comes first. */
const SHARES = {
  'damaged bundles': 3,
  'damaged text of bundles': 1,
  'links of views': 1,
  'links of any content': 1.5,
  'addresses of frames': 0.5,
  'messages of any content': 2,
  'views sent as messages': 1,
} as const;
export type FuzzName = keyof typeof SHARES;
export const FUZZ_NAMES = Object.keys(SHARES) as FuzzName[];

/** Runs one kind of fuzzing with its share of so many cases in all. */
export async function runShare(
  name: FuzzName,
  plan: PlanBundle,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<void> {
  const run = { cases: Math.round((cases * SHARES[name]) / 10), seed };
  switch (name) {
    case 'damaged bundles':
      // The code of the proof comes with its first use.
      await (await loadSource(plan, new AbortController().signal)).prove();
      return runFuzz(name, fuzzBundles(plan), run);
    case 'damaged text of bundles':
      return runFuzz(name, fuzzBundleText(plan), run);
    case 'links of views':
      return runFuzz(name, fuzzViews(plan), run);
    case 'links of any content':
      return runFuzz(name, fuzzLinks(plan), run);
    case 'addresses of frames':
      return runFuzz(name, fuzzFrames(), run);
    case 'messages of any content':
      return runFuzz(name, fuzzMessages(plan), run);
    case 'views sent as messages':
      return runFuzz(name, fuzzSentViews(plan), run);
    default:
      return name satisfies never;
  }
}
