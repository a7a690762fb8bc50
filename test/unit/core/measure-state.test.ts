import { describe, expect, it } from 'vitest';
import type { MeasurePoint } from '../../../src/contracts/analysis.ts';
import type { MeasureState, MeasureStep, ViewerState } from '../../../src/contracts/state.ts';
import { buildSketch, buildTail } from '../../../src/core/scene/sketch.ts';
import { pointInHand, stepMeasure } from '../../../src/core/measure-state.ts';
import { reduce } from '../../../src/core/reduce.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

const at = (lng: number, lat = 38.1): MeasurePoint => ({ position: [lng, lat], snap: null });
const A = at(113.1);
const B = at(113.2);
const C = at(113.2, 38.2);
const add = (...points: MeasurePoint[]): MeasureStep => ({ type: 'add', points });
const mode = (name: MeasureState['mode']): MeasureStep => ({ type: 'mode', mode: name });
const move = (index: number, point: MeasurePoint, isHeld: boolean): MeasureStep => ({
  type: 'move',
  index,
  point,
  isHeld,
});

const after = (state: ViewerState, ...steps: readonly MeasureStep[]): ViewerState =>
  steps.reduce(
    (now, step) => reduce(now, { type: 'measure', measure: stepMeasure(now.measure, step) }),
    state,
  );
const stateAfter = (...steps: readonly MeasureStep[]): ViewerState =>
  after(
    createState(createBundle(), { type: 'tool', tool: { name: 'measure', target: null } }),
    ...steps,
  );
const measureAfter = (...steps: readonly MeasureStep[]): MeasureState =>
  stateAfter(...steps).measure;

describe('a figure that is measured', () => {
  it('takes points in the order in which they come', () => {
    expect(measureAfter(add(A), add(B, C)).points).toEqual([A, B, C]);
  });

  it('starts anew with the next point once it has ended', () => {
    const measure = measureAfter(add(A, B), { type: 'finish' }, add(C));
    expect([measure.points, measure.isDone]).toEqual([[C], false]);
  });

  it('does not end before it has the points that its kind needs', () => {
    expect(measureAfter(add(A), { type: 'finish' }).isDone).toBe(false);
    expect(measureAfter(mode('area'), add(A, B), { type: 'finish' }).isDone).toBe(false);
    expect(measureAfter(mode('area'), add(A, B, C), { type: 'finish' }).isDone).toBe(true);
  });

  it('ends by itself at the second point of a bearing', () => {
    expect(measureAfter(mode('bearing'), add(A), add(B)).isDone).toBe(true);
    expect(measureAfter(mode('bearing'), add(A), add(B), add(C)).points).toEqual([C]);
  });

  it('never ends as a list of places', () => {
    const measure = measureAfter(mode('point'), add(A), { type: 'finish' }, add(B));
    expect([measure.points, measure.isDone]).toEqual([[A, B], false]);
  });

  it('ends with Escape, goes with the next one, and can be had back', () => {
    const escape: MeasureStep = { type: 'escape' };
    expect(measureAfter(add(A, B), escape)).toMatchObject({ points: [A, B], isDone: true });
    expect(measureAfter(add(A, B), escape, escape).points).toEqual([]);
    expect(measureAfter(add(A), escape).points).toEqual([]);
    const back = measureAfter(add(A, B), escape, escape, { type: 'undo' });
    expect(back).toMatchObject({ points: [A, B], isDone: true });
  });

  it('keeps its points when another kind of measure is chosen', () => {
    expect(measureAfter(add(A, B, C), mode('area')).points).toEqual([A, B, C]);
  });

  it('opens again when it loses a point that it needs', () => {
    const finish: MeasureStep = { type: 'finish' };
    const measure = measureAfter(add(A, B), finish, { type: 'remove', index: 0 });
    expect(measure).toMatchObject({ points: [B], isDone: false });
  });

  it('goes when another plan is loaded, while choices stay', () => {
    const state = stateAfter(add(A), mode('area'), { type: 'snap', isOn: false });
    const { measure } = reduce(state, {
      type: 'load-done',
      bundle: createBundle(),
      problems: [],
    });
    expect(measure).toMatchObject({ points: [], past: [], mode: 'area', isSnapping: false });
  });
});

describe('undo and redo', () => {
  const undo: MeasureStep = { type: 'undo' };
  const redo: MeasureStep = { type: 'redo' };

  it('go back and forth point by point', () => {
    expect(measureAfter(add(A), add(B), undo).points).toEqual([A]);
    expect(measureAfter(add(A), add(B), undo, undo, redo).points).toEqual([A]);
    expect(measureAfter(add(A), add(B), undo, redo).points).toEqual([A, B]);
  });

  it('take a whole drag as one step', () => {
    const dragged = [move(0, at(113.3), true), move(0, at(113.4), true), move(0, C, false)];
    expect(measureAfter(add(A, B), ...dragged).points).toEqual([C, B]);
    expect(measureAfter(add(A, B), ...dragged, undo).points).toEqual([A, B]);
    expect(measureAfter(add(A, B), ...dragged, move(0, A, false), undo).points).toEqual([C, B]);
  });

  it('bring back what was cleared or removed', () => {
    expect(measureAfter(add(A, B), { type: 'clear' }, undo).points).toEqual([A, B]);
    const removed: MeasureStep = { type: 'remove', index: 0 };
    expect(measureAfter(add(A, B), removed, undo).points).toEqual([A, B]);
  });

  it('forget what was undone when a new point comes', () => {
    expect(measureAfter(add(A), add(B), undo, add(C), redo).points).toEqual([A, C]);
  });

  it('leave the state as it is when there is nothing to go to', () => {
    const state = stateAfter();
    for (const step of [undo, redo, { type: 'clear' } as const]) {
      expect(after(state, step)).toBe(state);
    }
  });
});

describe('requests about points that are not there', () => {
  it('change no point', () => {
    const before = stateAfter(add(A));
    expect(after(before, { type: 'remove', index: 7 })).toBe(before);
    expect(after(before, move(7, B, false)).measure.points).toEqual([A]);
  });

  it('leave a result of other points aside', () => {
    const before = stateAfter(add(A, B));
    const result = { points: [A], legsM: [], areaM2: null };
    expect(after(before, { type: 'result', result })).toBe(before);
  });
});

describe('the point in hand', () => {
  it('is the selected one, else the last', () => {
    expect(pointInHand(measureAfter())).toBeNull();
    expect(pointInHand(measureAfter(add(A, B)))).toBe(1);
    expect(pointInHand(measureAfter(add(A, B), { type: 'select', index: 0 }))).toBe(0);
  });
});

describe('the sketch on the map', () => {
  const partsOf = (state: ViewerState): unknown[] =>
    buildSketch(state).features.map(({ properties }) => properties?.['part']);
  const withResult = (state: ViewerState): ViewerState =>
    after(state, {
      type: 'result',
      result: {
        points: state.measure.points,
        legsM: [
          { value: 11_303.4, range: null, isSoft: false },
          { value: 11_303.4, range: { least: 5203, most: 17_398 }, isSoft: true },
          { value: 9000, range: { least: 8970, most: 9030 }, isSoft: false },
        ],
        areaM2: { value: 12_500_000, range: null, isSoft: false },
      },
    });

  it('is empty while the measure tool is closed', () => {
    const state = reduce(stateAfter(add(A, B)), { type: 'tool', tool: null });
    expect(buildSketch(state).features).toEqual([]);
  });

  it('has a leg between two points, and numbers at them', () => {
    expect(partsOf(stateAfter(add(A, B)))).toEqual(['leg', 'point', 'point']);
  });

  it('closes an area as soon as it has three points, dashed until it has ended', () => {
    const state = stateAfter(mode('area'), add(A, B, C));
    expect(partsOf(state).slice(0, 4)).toEqual(['fill', 'leg', 'leg', 'closing']);
    expect(partsOf(after(state, { type: 'finish' }))).not.toContain('closing');
  });

  it('leads to the pointer from the last point, and from the first of an area', () => {
    expect(buildTail(stateAfter(add(A, B)))).toEqual([B.position]);
    expect(buildTail(stateAfter(mode('area'), add(A, B)))).toEqual([A.position, B.position]);
    expect(buildTail(stateAfter(add(A, B), { type: 'finish' }))).toEqual([]);
    expect(buildTail(stateAfter(mode('point'), add(A)))).toEqual([]);
  });

  it('joins no places', () => {
    expect(partsOf(stateAfter(mode('point'), add(A, B)))).toEqual(['point', 'point']);
  });

  it('labels legs and area in the chosen units, and what is unsure with its range', () => {
    const state = withResult(stateAfter(mode('area'), add(A, B, C)));
    const labels = buildSketch(state).features.flatMap(({ properties }) =>
      properties?.['part'] === 'point' ? [] : (properties?.['n'] ?? []),
    );
    expect(labels).toEqual(['12.5 平方公里', '11.3 公里', '11.3 公里\n5.2–17.4', '9 公里']);
    const english = after(reduce(state, { type: 'lang', lang: 'en' }), {
      type: 'units',
      units: { length: 'm', area: 'mu' },
    });
    const area = buildSketch(english).features.find(
      ({ properties }) => properties?.['part'] === 'area',
    );
    expect(area?.properties?.['n']).toBe('18,750 mu');
  });

  it('shows no length that belongs to other points', () => {
    const state = after(withResult(stateAfter(add(A, B))), add(C));
    expect(
      buildSketch(state).features.some(({ properties }) => properties?.['part'] === 'length'),
    ).toBe(false);
  });

  it('tells free points from those on sure and on unsure features', () => {
    const snapped = (certainty: 'digitised' | 'inferred'): MeasurePoint => ({
      ...A,
      snap: {
        position: A.position,
        featureId: 'airport',
        at: 'vertex',
        distanceM: 0,
        certainty,
        horizontalM: 6000,
      },
    });
    const state = stateAfter(mode('point'), add(A, snapped('digitised'), snapped('inferred')));
    expect(buildSketch(state).features.map(({ properties }) => properties?.['sure'])).toEqual([
      'free',
      'snapped',
      'unsure',
    ]);
  });
});
