import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureLook, SceneStyle } from '../../../src/contracts/map-port.ts';
import { FeatureStates, type StateTarget } from '../../../src/map/feature-states.ts';

type Sent = readonly [source: string, id: string, o: number, lit: boolean, sel: boolean];

const createCollection = (...ids: readonly unknown[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: ids.map((id) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [113, 38] },
    properties: { id },
  })),
});

const createStyle = (sources: SceneStyle['sources']): SceneStyle => ({
  key: 'k',
  sources,
  layers: [],
  switchedLayers: [],
  images: {},
  maxBounds: [112, 37, 114, 39],
  minZoom: 6,
  maxZoom: 16,
  home: [112, 37, 114, 39],
});

const createLook = (overrides: Partial<FeatureLook> = {}): FeatureLook => ({
  opacity: 1,
  isLit: false,
  isSelected: false,
  ...overrides,
});

/** A map that writes down what it is told. */
function createTarget(): StateTarget & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    setFeatureState: ({ source, id }, { o, lit, sel }) => sent.push([source, id, o, lit, sel]),
  };
}

const createStates = (): FeatureStates =>
  new FeatureStates(
    createStyle({
      transport: createCollection('s45', 'zong-2'),
      along: createCollection('s45', 's45'),
      symbols: createCollection('seat', 'constructor'),
    }),
  );

describe('FeatureStates', () => {
  it('sends a look to every source that holds the feature, once each', () => {
    const target = createTarget();
    createStates().apply({ s45: createLook({ isLit: true }) }, target);
    expect(target.sent).toEqual([
      ['transport', 's45', 1, true, false],
      ['along', 's45', 1, true, false],
    ]);
  });

  it('sends nothing for what is not on the map', () => {
    const target = createTarget();
    const hasChanged = createStates().apply({ park: createLook({ isLit: true }) }, target);
    expect([target.sent, hasChanged]).toEqual([[], false]);
  });

  it('sends only what changed', () => {
    const states = createStates();
    const target = createTarget();
    states.apply({ seat: createLook({ opacity: 0.5 }) }, target);
    target.sent.length = 0;
    states.apply(
      { seat: createLook({ opacity: 0.5 }), 'zong-2': createLook({ isSelected: true }) },
      target,
    );
    expect(target.sent).toEqual([['transport', 'zong-2', 1, false, true]]);
  });

  it.each<Partial<FeatureLook>>([
    { opacity: 0 },
    { isLit: true },
    { isSelected: true },
    { isNamed: true },
  ])('counts %j as a change', (change) => {
    const target = createTarget();
    expect(createStates().apply({ seat: createLook(change) }, target)).toBe(true);
    expect(target.sent).toHaveLength(1);
  });

  it('tells a feature that is no longer special to look plain again', () => {
    const states = createStates();
    const target = createTarget();
    states.apply({ seat: createLook({ isLit: true, opacity: 0.2 }) }, target);
    target.sent.length = 0;
    expect(states.apply({}, target)).toBe(true);
    expect(target.sent).toEqual([['symbols', 'seat', 1, false, false]]);
  });

  it('says that no frame is due when nothing changed', () => {
    const states = createStates();
    const looks = { seat: createLook({ isLit: true }) };
    states.apply(looks, createTarget());
    const target = createTarget();
    expect(states.apply(looks, target)).toBe(false);
    expect(states.apply({ seat: createLook({ isLit: true }) }, target)).toBe(false);
    expect(target.sent).toEqual([]);
  });

  it('sends everything again once the map has forgotten', () => {
    const states = createStates();
    const looks = { seat: createLook({ isLit: true }) };
    states.apply(looks, createTarget());
    states.forget();
    const target = createTarget();
    expect(states.apply({ ...looks }, target)).toBe(true);
    expect(target.sent).toHaveLength(1);
  });

  it('remembers how a feature looks, plain when nobody said otherwise', () => {
    const states = createStates();
    states.apply({ seat: createLook({ opacity: 0.3 }) }, createTarget());
    expect(states.lookOf('seat').opacity).toBe(0.3);
    expect(states.lookOf('zong-2')).toEqual(createLook());
  });

  it('takes ids that every object has for ids', () => {
    const states = createStates();
    expect(states.lookOf('constructor')).toEqual(createLook());
    const target = createTarget();
    states.apply({ seat: createLook({ isLit: true }) }, target);
    expect(target.sent.map(([, id]) => id)).toEqual(['seat']);
    states.apply({ constructor: createLook({ isLit: true }) } as never, target);
    expect(target.sent.at(-1)?.[1]).toBe('constructor');
  });

  it('passes over features without an id', () => {
    const states = new FeatureStates(createStyle({ ground: createCollection(undefined, 5) }));
    expect(states.sourcesOf('5')).toEqual([]);
  });

  it('lists the sources of a feature', () => {
    expect(createStates().sourcesOf('s45')).toEqual(['transport', 'along']);
    expect(createStates().sourcesOf('nobody')).toEqual([]);
  });
});
