import { constantFrom, nat, oneof, tuple } from 'fast-check';
import { expect } from 'vitest';
import { cartography } from '../../layers/index.ts';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { PlanError } from '../../src/contracts/errors.ts';
import { loadBundle } from '../../src/core/assemble-bundle.ts';
import { buildLegend } from '../../src/core/build-legend.ts';
import { buildScene, buildStyle } from '../../src/core/build-scene.ts';
import { decodePermalink, encodePermalink } from '../../src/core/permalink.ts';
import { toViewState } from '../../src/core/view-state.ts';
import { loadSource } from '../../src/elements/plan-atlas/load-source.ts';
import { createState } from '../fixtures/create-state.ts';
import { damaged, type Damaged } from './damage.ts';
import { expectTold, expectUnpolluted } from './expect-told.ts';
import type { Fuzz } from './run-fuzz.ts';

/** Damaged bundles: loaded or refused by name; what is sound stays, what goes is told, and what is left can be shown. */
export const fuzzBundles = (sound: PlanBundle): Fuzz<Damaged> => ({
  given: damaged(sound),
  holds: async ({ value: given }) => {
    const before = structuredClone(given);
    try {
      const { bundle, problems, prove } = await loadSource(
        given as object,
        new AbortController().signal,
      );
      expectTold(problems);
      expectTold(await prove());
      expectKept(before, sound, bundle);
      const isFewer = listFeatures(before).length > bundle.features.features.length;
      if (isFewer) expect(problems.length).toBeGreaterThan(0);
      show(bundle);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      expect(error.problems.length).toBeGreaterThan(0);
      expectTold(error.problems);
    }
    expectUnpolluted();
  },
});

/** Damaged text of bundles: cut, doubled, or with odd characters in it. */
export const fuzzBundleText = (sound: PlanBundle): Fuzz<string> => {
  const text = JSON.stringify(sound);
  const cut = tuple(nat(text.length), nat(40)).map(
    ([at, many]) => text.slice(0, at) + text.slice(at + many),
  );
  const put = tuple(
    nat(text.length),
    constantFrom('"', '}', ']', ',', '\0', '\\u', 'NaN', '\uD800', '//', '{"a":'),
  ).map(([at, odd]) => text.slice(0, at) + odd + text.slice(at));
  const end = nat(text.length).map((at) => text.slice(0, at));
  return {
    given: oneof(cut, put, end),
    holds: async (given) => {
      const { bundle, problems } = await loadBundle(() => Promise.resolve(given), 'plan.json');
      expectTold(problems);
      if (!bundle) expect(problems.length).toBeGreaterThan(0);
      expectUnpolluted();
    },
  };
};

/** Of what is no FeatureCollection nothing is read. */
const listFeatures = (bundle: unknown): readonly unknown[] => {
  const { type, features } =
    (bundle as { features?: { type?: unknown; features?: unknown } | null } | null)?.features ?? {};
  return type === 'FeatureCollection' && Array.isArray(features) ? features : [];
};

/** Features that were not damaged, and whose id nothing else took, are all there, as they were. */
function expectKept(given: unknown, sound: PlanBundle, loaded: PlanBundle): void {
  const texts = listFeatures(given).map((one) => JSON.stringify(one));
  const ids = listFeatures(given).map(
    (one) => (one as { properties?: { id?: unknown } } | null)?.properties?.id,
  );
  const found = new Set(loaded.features.features.map((one) => JSON.stringify(one)));
  for (const feature of sound.features.features) {
    const text = JSON.stringify(feature);
    const isTwice = ids.filter((id) => id === feature.properties.id).length > 1;
    if (texts.includes(text) && !isTwice) expect(found.has(text), feature.properties.id).toBe(true);
  }
}

/** What the page shows first, without a browser: scene and legend with something selected, and the address of each selection. */
function show(bundle: PlanBundle): void {
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'en');
  for (const [index, { properties }] of bundle.features.features.entries()) {
    const state = createState(bundle, { type: 'select', feature: properties.id, origin: 'map' });
    decodePermalink(encodePermalink(toViewState(state), bundle), bundle);
    if (index > 0) continue;
    buildScene(state, bundle, cartography, style);
    buildLegend(bundle, cartography, state);
  }
}
