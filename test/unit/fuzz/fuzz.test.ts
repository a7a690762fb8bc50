import { beforeAll, describe, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { createFuzzPlan } from '../../fuzz/create-fuzz-plan.ts';
import { FUZZ_NAMES, runShare } from '../../fuzz/run-all.ts';

/** The same cases each time; `test/long/fuzz.test.ts` takes more, and others each time. */
const RUN = { cases: 2000, seed: 20_211_205 };

let plan: PlanBundle;
beforeAll(async () => {
  plan = await createFuzzPlan();
});

describe('what comes from others is read or refused by name, and nothing sound is lost', () => {
  it.each(FUZZ_NAMES)('%s', { timeout: 60_000 }, (name) => runShare(name, plan, RUN));
});
