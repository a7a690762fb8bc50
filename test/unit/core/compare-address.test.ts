import { describe, expect, it } from 'vitest';
import type { CompareState } from '../../../src/contracts/state.ts';
import { decodeCompare, encodeCompare } from '../../../src/core/compare-address.ts';
import { DEFAULT_COMPARE } from '../../../src/core/initial-state.ts';
import { completeView, decodePermalink, encodePermalink } from '../../../src/core/permalink.ts';
import { reduce } from '../../../src/core/reduce.ts';
import { toViewState } from '../../../src/core/view-state.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

const createCompare = (change: Partial<CompareState>): CompareState => ({
  ...DEFAULT_COMPARE,
  ...change,
});

describe('the comparison in the address', () => {
  it.each([
    [createCompare({ layout: 'side' }), 'status,side,0.5,existing,all'],
    [createCompare({ at: 0.12345 }), 'status,swipe,0.123,existing,all'],
    [
      createCompare({ stages: { left: ['existing', 'under-construction'], right: ['proposed'] } }),
      'status,swipe,0.5,existing.under-construction,proposed',
    ],
    [createCompare({ pair: 'flavour' }), 'flavour,swipe,0.5,light,dark'],
    [createCompare({ pair: 'bundle' }), 'bundle,swipe,0.5,right'],
    [
      createCompare({ pair: 'bundle', other: { src: '../a,b/旧版.json?x=1#y', side: 'left' } }),
      'bundle,swipe,0.5,left,../a,b/旧版.json?x=1#y',
    ],
  ])('is written and read back: %#', (compare, text) => {
    expect(encodeCompare(compare)).toBe(text);
    const back = decodeCompare(text);
    expect(encodeCompare(back as CompareState)).toBe(text);
  });

  it('is left out while everything is as it opens', () => {
    expect(encodeCompare(DEFAULT_COMPARE)).toBeNull();
  });

  it.each([
    '',
    'statuses,swipe,0.5,existing,all',
    'status,below,0.5,existing,all',
    'status,swipe,1.5,existing,all',
    'status,swipe,,existing,all',
    'status,swipe,NaN,existing,all',
    'status,swipe,0.5,existing',
    'status,swipe,0.5,existing,all,all',
    'status,swipe,0.5,existing,done',
    'status,swipe,0.5,,all',
    'flavour,swipe,0.5,light,sepia',
    'flavour,swipe,0.5,light',
    'bundle,swipe,0.5,middle',
    'bundle,swipe,0.5,right,',
    'bundle,swipe,0.5,right,javascript:alert(1)',
    'bundle,swipe,0.5,right,data:application/json,{}',
    'bundle,swipe,0.5,right,java\tscript:x',
    `bundle,swipe,0.5,right,${'a'.repeat(501)}`,
  ])('is refused with a reason when it is wrong: %s', (text) => {
    expect(decodeCompare(text)).toBeTypeOf('string');
  });

  it('comes back out of a whole address', () => {
    const bundle = createBundle();
    const state = createState(
      bundle,
      { type: 'tool', tool: { name: 'compare', target: null } },
      {
        type: 'compare',
        change: { pair: 'bundle', layout: 'side', other: { src: 'a/b,c.json', side: 'left' } },
      },
    );
    const hash = encodePermalink(toViewState(state), bundle);
    const { view, problems } = decodePermalink(`#${hash}`, bundle);
    expect(problems).toEqual([]);
    const restored = reduce(createState(bundle), {
      type: 'restore',
      view: completeView(view, bundle),
      origin: 'url',
    });
    expect(restored.compare).toEqual(state.compare);
    expect(restored.tool?.name).toBe('compare');
  });

  it('is not in the address while nothing is compared', () => {
    const bundle = createBundle();
    const state = createState(bundle, { type: 'compare', change: { layout: 'side' } });
    expect(encodePermalink(toViewState(state), bundle)).not.toContain('compare');
  });

  it('is told as a problem and left at its default when a link has it wrong', () => {
    const { view, problems } = decodePermalink('#v=1&tool=compare&compare=x', createBundle());
    expect(view.compare).toBeUndefined();
    expect(problems.map(({ at }) => at)).toEqual(['compare']);
  });
});

describe('the comparison in the state', () => {
  it('keeps the divider within the field', () => {
    const bundle = createBundle();
    const at = (value: number): number =>
      createState(bundle, { type: 'compare', change: { at: value } }).compare.at;
    expect([at(-1), at(2), at(Number.NaN), at(0.3)]).toEqual([0, 1, 0.5, 0.3]);
  });

  const camera = { center: [113.4, 38.1], zoom: 9, bearing: 0, pitch: 0 } as const;
  const bounds = [113, 38, 114, 39] as const;
  const opened = { type: 'tool', tool: { name: 'compare', target: null } } as const;

  it('takes the camera from the compared maps alone', () => {
    const state = createState(createBundle(), opened, {
      type: 'camera-moved',
      camera,
      bounds,
      isByUser: false,
    });
    expect(state.camera).toBeNull();
    const moved = reduce(state, {
      type: 'camera-moved',
      camera,
      bounds,
      isByUser: false,
      from: 'compare',
    });
    expect(moved.camera).toEqual(camera);
  });

  it('sends the map to where the compared maps stood when it ends', () => {
    const state = createState(
      createBundle(),
      opened,
      { type: 'camera-moved', camera, bounds, isByUser: true, from: 'compare' },
      { type: 'tool', tool: null },
    );
    expect(state.goal).toMatchObject({ kind: 'camera', camera, isInstant: true });
  });

  it('shows the whole county again when it ends and no one has moved', () => {
    const state = createState(
      createBundle(),
      opened,
      { type: 'camera-moved', camera, bounds, isByUser: false, from: 'compare' },
      { type: 'tool', tool: null },
    );
    expect(state.goal).toMatchObject({ kind: 'home', isInstant: true });
  });

  it('opens at the camera that a link gives', () => {
    const state = createState(
      createBundle(),
      { type: 'camera-moved', camera, bounds, isByUser: false },
      {
        type: 'restore',
        view: { tool: { name: 'compare', target: null }, camera: { ...camera, zoom: 11 } },
        origin: 'url',
      },
    );
    expect(state.camera?.zoom).toBe(11);
  });
});
