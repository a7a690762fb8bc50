import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { PlanFeature } from '../../../src/contracts/bundle.ts';
import {
  FEATURE_SORTS,
  type FeatureSort,
  type SortedGroup,
  sizeOf,
  sortFeatures,
  splitGroups,
} from '../../../src/core/sort-features.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';

const sort = (
  by: FeatureSort,
  features?: readonly PlanFeature[],
  lang: 'zh-Hans' | 'en' = 'zh-Hans',
): readonly SortedGroup[] =>
  sortFeatures(
    createBundle(features && { features: { type: 'FeatureCollection', features: [...features] } }),
    by,
    { cartography, lang },
  );

const outlineOf = (
  groups: readonly SortedGroup[],
): readonly (readonly [string | null, string[]])[] =>
  groups.map(({ key, features }) => [key, features.map(({ properties }) => properties.id)]);

describe('sortFeatures', () => {
  it('lists in reading order under the paragraph that cites a feature first, what none cites last', () => {
    expect(outlineOf(sort('reading'))).toEqual([
      ['city', ['zong-2', 'zong-3', 's45']],
      ['logistics', ['airport']],
      [null, ['park']],
    ]);
  });

  it('lists names in one run by pinyin in Chinese, and by their English form in English', () => {
    expect(outlineOf(sort('name'))).toEqual([
      [null, ['park', 's45', 'airport', 'zong-2', 'zong-3']],
    ]);
    expect(sort('name', undefined, 'en')[0]!.features[0]!.properties.nameEn).toBe('North–south 2');
  });

  it('counts the numbers in names', () => {
    const roads = ['G239', 'G5', 'G207'].map((name) => createFeature({ id: name, name }));
    expect(outlineOf(sort('name', roads))).toEqual([[null, ['G5', 'G207', 'G239']]]);
  });

  it('groups by theme in the order of the bundle’s layers', () => {
    expect(outlineOf(sort('theme')).map(([key]) => key)).toEqual([
      'transport',
      'airport',
      'industry',
    ]);
  });

  it('groups by stage from existing to given up, and by certainty from sure to unknown', () => {
    expect(outlineOf(sort('stage')).map(([key]) => key)).toEqual(['existing', 'proposed']);
    expect(outlineOf(sort('certainty')).map(([key]) => key)).toEqual([
      'digitised',
      'inferred',
      'unknown',
    ]);
  });

  it('puts the longest line and then the largest area first, and what has no figure last', () => {
    const measure = (value: number, unit: 'm' | 'km' | 'mu' | 'ha', name: string) => ({
      measure: { [name]: { value, unit, stated: true, label: name } },
    });
    const features = [
      createFeature({ id: 'none' }),
      createFeature({ id: 'mu', ...measure(3000, 'mu', 'area') }),
      createFeature({ id: 'short', ...measure(900, 'm', 'length') }),
      createFeature({ id: 'ha', ...measure(300, 'ha', 'area') }),
      createFeature({ id: 'long', ...measure(2, 'km', 'lengthInCounty') }),
    ];
    expect(outlineOf(sort('size', features))).toEqual([
      ['length', ['long', 'short']],
      ['area', ['ha', 'mu']],
      [null, ['none']],
    ]);
    expect(sizeOf(features[1]!)).toEqual({ shape: 'area', value: 2, unit: 'km2' });
  });

  it.each(FEATURE_SORTS)('loses and doubles no feature: %s', (by) => {
    const ids = sort(by).flatMap(({ features }) => features.map(({ properties }) => properties.id));
    expect(ids.toSorted()).toEqual(['airport', 'park', 's45', 'zong-2', 'zong-3']);
  });

  it('gives no group for a plan without features', () => {
    for (const by of FEATURE_SORTS) expect(sort(by, [])).toEqual([]);
  });
});

describe('splitGroups', () => {
  it('parts what is held from the rest and keeps the order in both', () => {
    const held = new Set(['s45', 'park']);
    const [first, rest] = splitGroups(sort('reading'), ({ properties }) => held.has(properties.id));
    expect(outlineOf(first)).toEqual([
      ['city', ['s45']],
      [null, ['park']],
    ]);
    expect(outlineOf(rest)).toEqual([
      ['city', ['zong-2', 'zong-3']],
      ['logistics', ['airport']],
    ]);
  });
});
