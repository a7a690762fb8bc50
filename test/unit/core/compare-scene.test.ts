import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { MapScene } from '../../../src/contracts/map-port.ts';
import type { CompareSide, ViewerRequest, ViewerState } from '../../../src/contracts/state.ts';
import { buildScene, buildStyle } from '../../../src/core/build-scene.ts';
import {
  areNeighbours,
  hideOtherStages,
  stateOfSide,
  swapSides,
  viewSide,
  zoomToKeep,
} from '../../../src/core/compare-scene.ts';
import { DEFAULT_COMPARE } from '../../../src/core/initial-state.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

const bundle = createBundle();
const open: ViewerRequest = { type: 'tool', tool: { name: 'compare', target: null } };

/** The picture of one side, made as the element makes it. */
const createScene = (
  state: ViewerState,
  side: CompareSide,
  other: PlanBundle | null = null,
): MapScene => {
  const view = viewSide(state, side, bundle, other)!;
  const flavour = cartography.flavours[view.flavour];
  const style = buildStyle(view.bundle, cartography, flavour, state.lang);
  const scene = buildScene(stateOfSide(state, view), view.bundle, cartography, style);
  return hideOtherStages(scene, view);
};

describe('before and after', () => {
  it('leaves what is only planned off the side of what exists', () => {
    const state = createState(bundle, open);
    expect(createScene(state, 'left').looks['airport']?.opacity).toBe(0);
    expect(createScene(state, 'right').looks['airport']).toBeUndefined();
    expect(createScene(state, 'left').looks['s45']).toBeUndefined();
  });

  it('leaves no place for names of layers of which nothing is shown', () => {
    const state = createState(bundle, open);
    expect(createScene(state, 'left').hiddenLayers).toContain('airport');
    expect(createScene(state, 'right').hiddenLayers).not.toContain('airport');
  });

  it('draws both sides with one style, so that nothing but the difference differs', () => {
    const state = createState(bundle, open);
    expect(createScene(state, 'left').style.key).toBe(createScene(state, 'right').style.key);
  });

  it('selects on the side that has the feature, and on both when both have it', () => {
    const planned = createState(bundle, open, {
      type: 'select',
      feature: 'airport',
      origin: 'list',
    });
    expect(createScene(planned, 'left').focusLabels.features).toEqual([]);
    expect(createScene(planned, 'left').looks['airport']?.isSelected).toBe(false);
    expect(createScene(planned, 'right').looks['airport']?.isSelected).toBe(true);
    const built = createState(bundle, open, { type: 'select', feature: 's45', origin: 'list' });
    for (const side of ['left', 'right'] as const) {
      expect(createScene(built, side).looks['s45']?.isSelected).toBe(true);
    }
  });

  it('does not ask the lens which stages are there', () => {
    const state = createState(bundle, open, { type: 'lens', lens: { statuses: ['planned'] } });
    expect(createScene(state, 'right').looks['s45']).toBeUndefined();
  });

  it('obeys the layer switches on both sides', () => {
    const state = createState(bundle, open, {
      type: 'layers',
      changes: { roads: { isVisible: false } },
    });
    for (const side of ['left', 'right'] as const) {
      expect(createScene(state, side).looks['s45']?.opacity).toBe(0);
    }
  });
});

describe('two flavours', () => {
  it('differ in nothing but the flavour', () => {
    const state = createState(bundle, open, { type: 'compare', change: { pair: 'flavour' } });
    const [left, right] = [createScene(state, 'left'), createScene(state, 'right')];
    expect(left.style.key).toContain('light');
    expect(right.style.key).toContain('dark');
    expect(left.looks).toEqual(right.looks);
  });
});

describe('two plans', () => {
  const other = createBundle({
    layers: [
      { id: 'roads', name: '公路', theme: 'transport' },
      { id: 'parks', name: '园区', theme: 'industry', visible: false },
      { id: 'energy', name: '能源', theme: 'industry', visible: false },
    ],
    features: {
      type: 'FeatureCollection',
      features: [createFeature({ id: 's45' }), createFeature({ id: 'new-road' })],
    },
  });
  const compare = (...requests: readonly ViewerRequest[]): ViewerState =>
    createState(bundle, open, { type: 'compare', change: { pair: 'bundle' } }, ...requests);

  it('wait while there is no other one', () => {
    expect(viewSide(compare(), 'right', bundle, null)).toBeNull();
    expect(viewSide(compare(), 'left', bundle, null)?.bundle).toBe(bundle);
  });

  it('stand on the side that was chosen', () => {
    const swapped = compare({ type: 'compare', change: { other: { src: null, side: 'left' } } });
    expect(viewSide(swapped, 'left', bundle, other)?.bundle).toBe(other);
    expect(viewSide(swapped, 'right', bundle, other)?.bundle).toBe(bundle);
  });

  it('select what both have, and never an id that a side does not know', () => {
    const both = compare({ type: 'select', feature: 's45', origin: 'list' });
    expect(createScene(both, 'right', other).looks['s45']?.isSelected).toBe(true);
    const one = compare({ type: 'select', feature: 'airport', origin: 'list' });
    const side = stateOfSide(one, viewSide(one, 'right', bundle, other)!);
    expect(side.selection.features).toEqual([]);
    expect(side.selection.feature).toBeNull();
  });

  it('follow the switches of layers that both have; other layers are as their plan opens', () => {
    const state = compare({ type: 'layers', changes: { roads: { isVisible: false } } });
    const { layers } = stateOfSide(state, viewSide(state, 'right', bundle, other)!);
    expect(layers['roads']?.isVisible).toBe(false);
    expect(layers['energy']?.isVisible).toBe(false);
    expect(layers['airport']).toBeUndefined();
  });

  it('are neighbours when their surroundings meet', () => {
    const far = createBundle({
      bundle: { ...other.bundle, extent: [100, 20, 101, 21] },
    });
    expect(areNeighbours(bundle, other)).toBe(true);
    expect(areNeighbours(bundle, far)).toBe(false);
  });
});

describe('the sides', () => {
  it('change places, and come back when they change again', () => {
    for (const pair of ['status', 'flavour', 'bundle'] as const) {
      const compare = { ...DEFAULT_COMPARE, pair };
      const once = { ...compare, ...swapSides(compare) };
      expect(once).not.toEqual(compare);
      expect({ ...once, ...swapSides(once) }).toEqual(compare);
    }
  });
});

describe('a new arrangement', () => {
  it('keeps in view what was in view, and goes back by the same step', () => {
    const whole = { width: 800, height: 600 };
    const half = { width: 399, height: 600 };
    const out = zoomToKeep(whole, half);
    expect(out).toBeCloseTo(-1, 1);
    expect(zoomToKeep(half, whole)).toBeCloseTo(-out, 9);
    expect(zoomToKeep(whole, { width: 800, height: 299 })).toBeCloseTo(-1, 1);
  });

  it('moves nothing when a box has no size', () => {
    expect(zoomToKeep({ width: 0, height: 0 }, { width: 400, height: 300 })).toBe(0);
  });
});
