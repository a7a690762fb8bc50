import { beforeAll, describe, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { createFuzzPlan } from '../fuzz/create-fuzz-plan.ts';
import { FUZZ_NAMES, runShare } from '../fuzz/run-all.ts';

/** `FUZZ_SEED=…` repeats a run; without it every run takes other cases. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const RUN = { cases: 100_000, seed };

let plan: PlanBundle;
beforeAll(async () => {
  plan = await createFuzzPlan();
});

describe('what comes from others is read or refused by name, and nothing sound is lost', () => {
  it.each(FUZZ_NAMES)('%s', { timeout: 3_600_000 }, (name) => runShare(name, plan, RUN));
});
