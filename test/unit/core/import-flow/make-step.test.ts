import { describe, expect, it } from 'vitest';
import type { PlanBundle, PlanFeature } from '../../../../src/contracts/bundle.ts';
import type { TakenFeature } from '../../../../src/contracts/import.ts';
import { checkBundle } from '../../../../src/core/check-bundle.ts';
import { joinParts, splitBundle } from '../../../../src/core/draft/split-bundle.ts';
import {
  makeStep,
  type RowAction,
  type StepRow,
  type StepTerms,
} from '../../../../src/core/import-flow/make-step.ts';
import { createBundle } from '../../../fixtures/create-bundle.ts';

const terms: StepTerms = {
  certainty: 'surveyed',
  horizontalM: 2,
  method: '全站仪实测',
  source: { id: 'survey', title: '2024 年实测', confidence: 'O' },
  status: 'planned',
  quote: { doc: 'outline', para: 'logistics', quote: '县城物流网络' },
};
const line: TakenFeature['geometry'] = {
  type: 'LineString',
  coordinates: [
    [113.4, 38.0],
    [113.4, 38.1],
  ],
};
const createRow = (
  index: number,
  action: RowAction,
  facts: StepRow['facts'] = { name: `要素${index}` },
  geometry: TakenFeature['geometry'] = line,
): StepRow => ({ taken: { index, geometry, properties: {} }, facts, action });
const create: RowAction = { type: 'create', layer: 'roads', kind: 'national' };

function run(rows: readonly StepRow[], own: StepTerms = terms) {
  const bundle = createBundle();
  const made = makeStep(bundle, rows, own);
  if (!('edit' in made)) throw new Error(JSON.stringify(made.faults));
  const parts = new Map(splitBundle(bundle));
  for (const { key, value } of made.edit.changes) {
    if (value === null) parts.delete(key);
    else parts.set(key, value);
  }
  return { made, after: joinParts(parts, bundle) };
}
const featureOf = (bundle: PlanBundle, id: string): PlanFeature =>
  bundle.features.features.find(({ properties }) => properties.id === id)!;
const codesOf = (rows: readonly StepRow[], own = terms): readonly string[] => {
  const made = makeStep(createBundle(), rows, own);
  return 'faults' in made ? made.faults.map(({ code }) => code) : [];
};

describe('makeStep', () => {
  it('replaces a geometry, its accuracy and its first source, and keeps the rest', () => {
    const { after, made } = run([createRow(0, { type: 'replace', feature: 's45' })]);
    const { geometry, properties } = featureOf(after, 's45');
    expect(geometry).toEqual(line);
    expect(properties.accuracy).toEqual({
      class: 'surveyed',
      horizontalM: 2,
      method: '全站仪实测',
    });
    expect(properties.sources).toEqual(['survey', 'osm', 'opening']);
    expect(properties.planRefs).toHaveLength(2);
    expect(after.sources.at(-1)).toMatchObject({ id: 'survey', title: '2024 年实测' });
    expect(made.features).toEqual(['s45']);
  });

  it('measures anew what was measured on the old geometry, and leaves what the plan states', () => {
    const { after } = run([createRow(0, { type: 'replace', feature: 's45' })]);
    expect(featureOf(after, 's45').properties.measure?.['length']).toMatchObject({
      value: 11.1,
      unit: 'km',
      stated: false,
      label: '图形长度',
    });
    const { after: other } = run([createRow(0, { type: 'replace', feature: 'park' })]);
    expect(featureOf(other, 'park').properties.measure?.['area']?.value).toBe(9.42);
  });

  it('creates features with ids of their own, under a clause', () => {
    const { after, made } = run([
      createRow(0, create, { name: '甲', ref: 'G239' }),
      createRow(1, create, { name: '乙', ref: 'G239', status: 'existing' }),
    ]);
    expect(made.features).toEqual(['g239', 'g239-2']);
    expect(featureOf(after, 'g239').properties).toMatchObject({
      layer: 'roads',
      kind: 'national',
      status: 'planned',
      planRefs: [{ para: 'logistics', quote: '县城物流网络', basis: 'reading' }],
    });
    expect(featureOf(after, 'g239-2').properties.status).toBe('existing');
    expect(after.features.features.slice(-2).map(({ properties }) => properties.id)).toEqual(
      made.features,
    );
    expect(made.edit.what.zh).toBe('导入 2 个要素');
  });

  it('leaves a bundle that the checks find no more wrong than before', () => {
    const { after } = run([
      createRow(
        0,
        { type: 'replace', feature: 'airport' },
        {},
        {
          type: 'Point',
          coordinates: [113.5, 38.1],
        },
      ),
      createRow(1, create, { name: '甲' }),
    ]);
    const count = (bundle: PlanBundle): number => checkBundle(bundle, () => []).length;
    expect(count(after)).toBeLessThanOrEqual(count(createBundle()));
  });

  it('marks what is inferred as such', () => {
    const { after } = run([createRow(0, create)], { ...terms, certainty: 'inferred' });
    expect(after.features.features.at(-1)!.properties.accuracy.label).toBe('推断，非规划原文');
  });

  it.each<[string, readonly StepRow[], Partial<StepTerms>]>([
    ['no-rows', [createRow(0, { type: 'leave' })], {}],
    ['no-source', [createRow(0, create)], { source: null }],
    ['no-quote', [createRow(0, create)], { quote: null }],
    ['no-geometry', [createRow(0, create, { name: '甲' }, null)], {}],
    ['far', [createRow(0, create, { name: '甲' }, { type: 'Point', coordinates: [121, 31] })], {}],
    ['no-target', [createRow(0, { type: 'replace', feature: 'nothing' })], {}],
    [
      'same-target',
      [0, 1].map((index) => createRow(index, { type: 'replace', feature: 's45' })),
      {},
    ],
    ['no-kind', [createRow(0, { type: 'create', layer: '', kind: '' })], {}],
    ['no-name', [createRow(0, create, {})], {}],
  ])('says %s', (code, rows, change) => {
    expect(codesOf(rows, { ...terms, ...change })).toEqual([code]);
  });

  it('needs no clause to replace', () => {
    expect(
      codesOf([createRow(0, { type: 'replace', feature: 's45' })], { ...terms, quote: null }),
    ).toEqual([]);
  });
});
