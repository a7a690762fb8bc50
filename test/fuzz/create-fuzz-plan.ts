import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';

/** A plan with everything in it, yet small: the fixture with a view, and two scenes of the shipped story. */
export async function createFuzzPlan(): Promise<PlanBundle> {
  const { story } = (await readShippedBundle()).bundle;
  return createBundle({
    views: [{ id: 'network', title: '网', layers: ['transport'], para: 'city' }],
    story: { ...story!, scenes: story!.scenes.slice(0, 2) },
  });
}
