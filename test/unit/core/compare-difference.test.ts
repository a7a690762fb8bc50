import { describe, expect, it } from 'vitest';
import type { PlanFeature } from '../../../src/contracts/bundle.ts';
import { differByBundle, differByStage } from '../../../src/core/compare-difference.ts';
import { FULL_LENS } from '../../../src/core/initial-state.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const createBundleOf = (...features: readonly PlanFeature[]) =>
  createBundle({ features: { type: 'FeatureCollection', features: [...features] } });

describe('the plan before and after', () => {
  it('counts what is there and lists what is new', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'road' }),
      createFeature({ id: 'airport', status: 'proposed' }),
      createFeature({ id: 'dropped', status: 'cancelled' }),
    );
    expect(differByStage(bundle, { left: ['existing'], right: FULL_LENS.statuses })).toEqual({
      counts: { left: 1, right: 2 },
      added: ['airport'],
      removed: [],
      changed: [],
    });
  });

  it('lists what goes when the sides are swapped', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'road' }),
      createFeature({ id: 'airport', status: 'proposed' }),
    );
    const difference = differByStage(bundle, { left: FULL_LENS.statuses, right: ['existing'] });
    expect(difference.removed).toEqual(['airport']);
    expect(difference.added).toEqual([]);
  });

  it('adds up over the shipped plan', async () => {
    const { bundle } = await readShippedBundle();
    const stages = { left: ['existing'], right: FULL_LENS.statuses } as const;
    const { counts, added, removed } = differByStage(bundle, stages);
    expect(counts.right - counts.left).toBe(added.length);
    expect(removed).toEqual([]);
    expect(counts.right).toBe(bundle.features.features.length);
  });
});

describe('two plans', () => {
  it('are told apart by the ids of their features', () => {
    const left = createBundleOf(createFeature({ id: 'a' }), createFeature({ id: 'b' }));
    const right = createBundleOf(createFeature({ id: 'b' }), createFeature({ id: 'c' }));
    expect(differByBundle(left, right)).toEqual({
      counts: { left: 2, right: 2 },
      added: ['c'],
      removed: ['a'],
      changed: [],
    });
  });

  it('name what changed of a feature that both have', () => {
    const left = createBundleOf(
      createFeature({ id: 'a', name: '旧名' }),
      createFeature({ id: 'b' }),
    );
    const right = createBundleOf(
      createFeature(
        { id: 'a', name: '新名', status: 'planned' },
        { type: 'Point', coordinates: [113.5, 38.1] },
      ),
      createFeature({ id: 'b', std: { XZQDM: '140322' } }),
    );
    expect(differByBundle(left, right).changed).toEqual([
      { id: 'a', kinds: ['place', 'stage', 'name'] },
      { id: 'b', kinds: ['other'] },
    ]);
  });

  it('do not differ by the order of keys', () => {
    const feature = createFeature({ id: 'a', accuracy: { class: 'digitised', horizontalM: 5 } });
    const turned = createFeature({ id: 'a', accuracy: { horizontalM: 5, class: 'digitised' } });
    expect(differByBundle(createBundleOf(feature), createBundleOf(turned)).changed).toEqual([]);
  });

  it('take hostile property names as data', () => {
    const hostile = createFeature({ id: 'a' });
    const properties = JSON.parse(
      '{"constructor": 1, "__proto__": {"x": 1}, "hasOwnProperty": 2}',
    ) as object;
    const other = {
      ...hostile,
      properties: { ...hostile.properties, ...properties },
    } as PlanFeature;
    expect(differByBundle(createBundleOf(hostile), createBundleOf(other)).changed).toEqual([
      { id: 'a', kinds: ['other'] },
    ]);
  });
});
