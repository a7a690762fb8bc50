import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/core/reduce.ts';
import { toViewState } from '../../../src/core/view-state.ts';
import { keepView, restoreRequests } from '../../../src/elements/plan-player/kept-view.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

describe('the view before a talk', () => {
  const bundle = createBundle();
  const [feature] = bundle.features.features;
  const before = createState(
    bundle,
    { type: 'select', feature: feature!.properties.id, origin: 'map' },
    { type: 'lens', lens: { statuses: ['planned'], horizon: 2030 } },
    { type: 'tool', tool: { name: 'stats', target: null } },
    {
      type: 'camera-moved',
      camera: { center: [113.1, 38.1], zoom: 10, bearing: 5, pitch: 20 },
      bounds: [113, 38, 113.2, 38.2],
      isByUser: true,
    },
  );

  it('comes back whole after scenes, lenses, tools and another flavour', () => {
    const during = (
      [
        { type: 'clear', origin: 'scene' },
        { type: 'lens', lens: { statuses: [], horizon: null } },
        { type: 'tool', tool: { name: 'compare', target: null } },
        { type: 'flavour', choice: 'projector', drawn: 'projector' },
        { type: 'gestures', gestures: 'cooperative' },
      ] as const
    ).reduce(reduce, before);
    const after = restoreRequests(keepView(before)).reduce(reduce, during);
    expect(toViewState(after)).toEqual(toViewState(before));
    expect(after.gestures).toBe(before.gestures);
    expect(after.goal).toMatchObject({
      kind: 'camera',
      camera: { center: [113.1, 38.1], zoom: 10, bearing: 5, pitch: 20 },
      isInstant: true,
    });
  });

  it('is the whole plan again where the whole plan was shown', () => {
    const kept = keepView(createState(bundle, { type: 'home' }));
    expect(restoreRequests(kept).map(({ type }) => type)).toContain('home');
  });

  it('survives being written down and read again', () => {
    const kept = keepView(before);
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });
});
