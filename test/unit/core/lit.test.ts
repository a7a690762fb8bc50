import { describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { ViewerRequest } from '../../../src/contracts/state.ts';
import { createInitialState } from '../../../src/core/initial-state.ts';
import {
  carriersOf,
  featuresById,
  findLit,
  isInLens,
  isShown,
  type Lit,
} from '../../../src/core/lit.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

const litAfter = (...requests: readonly ViewerRequest[]): Lit =>
  findLit(createState(createBundle(), ...requests));

const phraseOf = (words: string): string => {
  const { id, text } = createBundle().plan.docs[0]!.paragraphs.find((p) => p.text.includes(words))!;
  const start = text.indexOf(words);
  return `${id}/${start}-${start + words.length}`;
};

const createClusters = (): PlanBundle =>
  createBundle({
    features: {
      type: 'FeatureCollection',
      features: [
        createFeature({ id: 'site' }),
        createFeature({ id: 'cluster', members: ['site'] }, null),
        createFeature({ id: 'corridor', members: ['site'] }),
        createFeature({ id: 'lonely' }, null),
      ],
    },
  });

describe('findLit', () => {
  it('lights nothing before anything is asked', () => {
    const lit = findLit(createInitialState());
    expect([lit.hovered.size, lit.selected.size, lit.phrase]).toEqual([0, 0, null]);
  });

  it('lights the phrases of a hovered feature', () => {
    const lit = litAfter({ type: 'hover', features: ['s45'], phrase: null, origin: 'map' });
    expect([...lit.hovered]).toEqual(['s45']);
    expect([...lit.hoveredPhrases]).toEqual([
      phraseOf('综合交通网络'),
      phraseOf('铁路、公路的便利交通条件'),
    ]);
  });

  it('lights a hovered phrase alone, not the others of its features', () => {
    const phrase = phraseOf('四纵四横');
    const lit = litAfter({ type: 'hover', features: ['zong-2', 'zong-3'], phrase, origin: 'text' });
    expect([...lit.hoveredPhrases]).toEqual([phrase]);
    expect(lit.phrase).toBe(phrase);
  });

  it('lights all phrases of a selected feature and puts its phrase in focus', () => {
    const lit = litAfter({ type: 'select', feature: 's45', origin: 'map' });
    expect([...lit.selected]).toEqual(['s45']);
    expect(lit.selectedPhrases.size).toBe(2);
    expect(lit.phrase).toBe(phraseOf('综合交通网络'));
  });

  it('selects the one phrase that was clicked when it links to several features', () => {
    const phrase = phraseOf('四纵四横');
    const lit = litAfter({ type: 'select-phrase', phrase, origin: 'text' });
    expect([...lit.selected]).toEqual(['zong-2', 'zong-3']);
    expect([...lit.selectedPhrases]).toEqual([phrase]);
  });

  it('puts a hovered phrase in focus before the selected one', () => {
    const hovered = phraseOf('通用航空机场');
    const lit = litAfter(
      { type: 'select', feature: 's45', origin: 'map' },
      { type: 'hover', features: ['airport'], phrase: hovered, origin: 'text' },
    );
    expect(lit.phrase).toBe(hovered);
  });

  it('lights the phrases of features and clauses that the host highlights', () => {
    const lit = litAfter({
      type: 'highlight',
      features: ['airport'],
      clauses: ['city'],
      fit: false,
    });
    expect([...lit.hovered]).toEqual(['airport']);
    expect([...lit.hoveredPhrases].toSorted()).toEqual(
      [phraseOf('通用航空机场'), phraseOf('四纵四横'), phraseOf('综合交通网络')].toSorted(),
    );
  });

  it.each<readonly [string, ViewerRequest]>([
    ['hovered', { type: 'hover', features: ['cluster'], phrase: null, origin: 'list' }],
    ['selected', { type: 'select', feature: 'cluster', origin: 'list' }],
    ['highlighted', { type: 'highlight', features: ['cluster'], clauses: [], fit: false }],
  ])('lights what stands for a %s feature without a place', (_, request) => {
    expect([...findLit(createState(createClusters(), request)).hovered]).toContain('site');
  });

  it('gives the same answer for the same state', () => {
    const state = createState(createBundle(), { type: 'select', feature: 's45', origin: 'map' });
    expect(findLit(state)).toEqual(findLit(state));
  });
});

describe('carriersOf', () => {
  it('are the members of what has no place', () => {
    expect(carriersOf(createClusters(), ['cluster'])).toEqual(['site']);
  });

  it('are none for what has a place, no members, or is unknown', () => {
    expect(carriersOf(createClusters(), ['corridor', 'lonely', 'nobody', 'constructor'])).toEqual(
      [],
    );
  });
});

describe('featuresById', () => {
  it('is made once per bundle', () => {
    const bundle = createBundle();
    expect(featuresById(bundle)).toBe(featuresById(bundle));
    expect(featuresById(bundle).get('s45')?.properties.name).toBe('天黎高速');
  });
});

describe('isInLens', () => {
  const lens = { statuses: ['planned' as const], horizon: 2025 };

  it.each([
    ['its stage is shown and it has no year', { status: 'planned' as const }, true],
    ['it is there by the year', { status: 'planned' as const, phase: { to: 2025 } }, true],
    ['it comes after the year', { status: 'planned' as const, phase: { to: 2026 } }, false],
    ['its stage is not shown', { status: 'proposed' as const }, false],
    ['it begins after the year', { status: 'planned' as const, phase: { from: 2030 } }, false],
    [
      'it ends later than it begins',
      { status: 'planned' as const, phase: { from: 2021, to: 2030 } },
      false,
    ],
  ])('tells whether a feature is shown when %s', (_, properties, expected) => {
    expect(isInLens(createFeature({ id: 'a', ...properties }), { lens })).toBe(expected);
  });

  it('has no limit without a year', () => {
    const feature = createFeature({ id: 'a', status: 'planned', phase: { to: 2090 } });
    expect(isInLens(feature, { lens: { ...lens, horizon: null } })).toBe(true);
  });
});

describe('isShown', () => {
  it('follows the layer’s switch, and shows what has none', () => {
    const feature = createFeature({ id: 'a', layer: 'roads' });
    const off = { roads: { isVisible: false, opacity: 1 } };
    expect(isShown(feature, { layers: off })).toBe(false);
    expect(isShown(feature, { layers: {} })).toBe(true);
  });
});
