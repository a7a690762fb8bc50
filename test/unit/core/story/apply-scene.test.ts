import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle, StoryScene } from '../../../../src/contracts/bundle.ts';
import type { ViewerRequest, ViewerState } from '../../../../src/contracts/state.ts';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import { completeView, decodePermalink, encodePermalink } from '../../../../src/core/permalink.ts';
import { reduce } from '../../../../src/core/reduce.ts';
import { sceneRequests, storyKey, storyOf } from '../../../../src/core/story/apply-scene.ts';
import { captureLook, captureScene } from '../../../../src/core/story/capture-scene.ts';
import { toViewState } from '../../../../src/core/view-state.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

let bundle: PlanBundle;
let ready: ViewerState;
beforeAll(async () => {
  bundle = (await readShippedBundle()).bundle;
  ready = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
});

const after = (...requests: readonly ViewerRequest[]): ViewerState =>
  requests.reduce(reduce, ready);
const show = (scene: StoryScene, from = ready): ViewerState =>
  sceneRequests(scene, from).reduce(reduce, from);
const sceneOf = (id: string): StoryScene =>
  bundle.story!.scenes.find((scene) => scene.id === `story-${id}`)!;

describe('showing a scene', () => {
  it('ends a comparison that the next scene does not have', () => {
    const compared = show(sceneOf('targets-2030'));
    expect(compared.tool?.name).toBe('compare');
    const next = show(sceneOf('targets-2035'), compared);
    expect([next.tool, next.scene]).toEqual([null, 'story-targets-2035']);
    expect(next.goal).toMatchObject({ kind: 'camera', camera: { zoom: 8.9 } });
  });

  it('leaves an open tool alone, and the comparison out, when the editor shows it', () => {
    const editing = after({ type: 'tool', tool: { name: 'story', target: null } });
    const requests = sceneRequests(sceneOf('targets-2030'), editing, { opensCompare: false });
    const state = requests.reduce(reduce, editing);
    expect([state.tool?.name, state.scene]).toEqual(['story', 'story-targets-2030']);
  });

  it('shows a scene that only this device has', () => {
    const own = { ...sceneOf('airport'), id: 'mine', pulse: false };
    const state = show(own);
    expect([state.scene, state.selection.isStill]).toEqual(['mine', true]);
    expect(encodePermalink(toViewState(state), bundle)).not.toContain('scene=');
  });

  it('compares from where the scene’s camera looks', () => {
    const camera = { center: [113.4, 38.1], zoom: 10, bearing: 0, pitch: 0 } as const;
    const state = show({ ...sceneOf('targets-2030'), camera });
    expect([state.tool?.name, state.camera, state.goal.kind]).toEqual([
      'compare',
      camera,
      'camera',
    ]);
  });
});

describe('the address of a scene', () => {
  it.each(['opening', 'four-zong', 'targets-2025', 'targets-2030', 'certainty'])(
    'of story-%s opens it whole',
    (id) => {
      const { view, problems } = decodePermalink(`v=1&scene=story-${id}`, bundle);
      expect(problems).toEqual([]);
      const opened = after({ type: 'restore', view: completeView(view, bundle), origin: 'url' });
      const shown = show(sceneOf(id));
      const last = sceneOf(id).lensPlay
        ? reduce(shown, { type: 'lens', lens: { statuses: opened.lens.statuses, horizon: null } })
        : shown;
      const plain = (state: ViewerState) => ({ ...toViewState(state), camera: null });
      expect(plain(opened)).toEqual(plain(last));
      expect(encodePermalink(toViewState(opened), bundle)).toContain(`scene=story-${id}`);
    },
  );

  it('keeps a lens that is not the scene’s', () => {
    const state = reduce(show(sceneOf('airport')), { type: 'lens', lens: { horizon: 2020 } });
    const { view } = decodePermalink(encodePermalink(toViewState(state), bundle), bundle);
    const again = after({ type: 'restore', view: completeView(view, bundle), origin: 'url' });
    expect([again.lens, again.scene]).toEqual([state.lens, 'story-airport']);
  });

  it('does not open a comparison again that was closed', () => {
    const closed = reduce(show(sceneOf('targets-2030')), { type: 'tool', tool: null });
    const { view } = decodePermalink(encodePermalink(toViewState(closed), bundle), bundle);
    const again = after({ type: 'restore', view: completeView(view, bundle), origin: 'url' });
    expect(again.tool).toBeNull();
  });
});

describe('the story to show', () => {
  it('is the saved one of this bundle and version, else the bundle’s', () => {
    const story = { ...bundle.story!, title: 'edited' };
    expect(storyOf(bundle, { key: storyKey(bundle), revision: 1, story })).toBe(story);
    expect(storyOf(bundle, { key: 'other/x@1', revision: 1, story })).toBe(bundle.story);
    expect(storyOf({ ...bundle, story: undefined })).toBeNull();
  });

  it('leaves out scenes that no reader could show', () => {
    const broken = { ...sceneOf('airport'), clauses: null } as unknown as StoryScene;
    const story = { ...bundle.story!, scenes: [broken, sceneOf('opening')] };
    expect(storyOf({ ...bundle, story })!.scenes.map(({ id }) => id)).toEqual(['story-opening']);
  });
});

describe('taking a scene from the view', () => {
  it('gives back what a scene shows', () => {
    for (const scene of bundle.story!.scenes) {
      const { layers, focus, lens } = captureLook(show(scene), bundle);
      expect([layers?.toSorted(), focus]).toEqual([scene.layers!.toSorted(), scene.focus]);
      expect(lens).toEqual(scene.lensPlay?.before ?? scene.lens);
    }
  });

  it('takes the camera where the user has moved the map, inside the extent', () => {
    const camera = {
      center: [120, 38.123456789],
      zoom: 10.128,
      bearing: 12.34,
      pitch: 30,
    } as const;
    const moved = after({
      type: 'camera-moved',
      camera,
      bounds: [113, 38, 114, 39],
      isByUser: true,
    });
    expect(captureLook(moved, bundle).camera).toEqual({
      center: [114.05, 38.12346],
      zoom: 10.13,
      bearing: 12.3,
      pitch: 30,
    });
  });

  it('quotes the phrase in focus and takes the name of the feature', () => {
    const state = after({ type: 'select', feature: 'zong-1', origin: 'map' });
    const scene = captureScene(state, bundle, bundle.story!, '第 3 场');
    expect(scene).toMatchObject({ title: '纵一 国道239线', caption: '“四纵四横”', id: 'scene-1' });
    expect(scene.clauses).toEqual([
      { doc: 'outline', para: 'positioning-livable-city', quote: '四纵四横' },
    ]);
    const next = captureScene(state, bundle, { scenes: [scene] }, '第 4 场');
    expect(next.id).toBe('scene-2');
  });

  it('calls a scene of nothing in particular by its number', () => {
    const scene = captureScene(ready, bundle, bundle.story!, '第 3 场');
    expect([scene.title, scene.caption, scene.clauses]).toEqual(['第 3 场', '第 3 场', []]);
  });
});
