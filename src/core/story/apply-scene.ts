/**
 * What a player and an editor of a story share. A scene is shown by sending `sceneRequests(scene, state)` in order:
 * they set the whole view (layers, lens, comparison, camera or fit, focus, clause) and leave language, flavour and
 * panels alone. `lensPlay` opens with its `before`; `lensPlayRequest(scene)` goes over to `after`. `spotlight` is
 * not part of the state: who plays the story dims the rest. `storyOf(bundle, saved)` is the story to play; as edited on this device, and live,
 * it comes from a `StoryKeeper` (elements/plan-story/story-keeper.ts).
 */
import type { PlanBundle, SceneLens, Story, StoryScene } from '../../contracts/bundle.ts';
import type { Lens, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import { DEFAULT_COMPARE, FULL_LENS } from '../initial-state.ts';

export interface SceneOptions {
  /** False: the comparison of the scene is left out, and an open tool stays open. Default true. */
  readonly opensCompare?: boolean;
}

/** The requests that show a scene from any state. */
export function sceneRequests(
  scene: StoryScene,
  state: ViewerState,
  { opensCompare = true }: SceneOptions = {},
): ViewerRequest[] {
  const { compare } = scene;
  const isComparing = state.tool?.name === 'compare';
  const requests: ViewerRequest[] = [];
  const layers = Object.fromEntries(
    Object.entries(state.layers).flatMap(([id, { opacity }]) =>
      opacity === 1 ? [] : [[id, { opacity: 1 }]],
    ),
  );
  if (Object.keys(layers).length > 0) requests.push({ type: 'layers', changes: layers });
  requests.push({ type: 'lens', lens: toLens(scene.lensPlay?.before ?? scene.lens) });
  const opens = compare !== undefined && opensCompare;
  if (isComparing && !opens) requests.push({ type: 'tool', tool: null });
  if (isComparing && opens)
    requests.push({ type: 'compare', change: { ...DEFAULT_COMPARE, ...compare } });
  const { lensPlay, ...rest } = scene;
  const view: StoryScene = lensPlay ? { ...rest, lens: lensPlay.before } : scene;
  requests.push({ type: 'scene', scene: scene.id, view });
  /** Last: the compared maps start where the scene looks. */
  if (opens && !isComparing) {
    const { center, zoom, bearing = 0, pitch = 0 } = scene.camera ?? {};
    requests.push({
      type: 'restore',
      view: {
        compare: { ...DEFAULT_COMPARE, ...compare },
        tool: { name: 'compare', target: null },
        ...(center && zoom !== undefined ? { camera: { center, zoom, bearing, pitch } } : {}),
      },
      origin: 'scene',
    });
  }
  return requests;
}

/** Goes over to the second look of a scene that plays the lens; null where it does not. */
export const lensPlayRequest = ({ lensPlay }: StoryScene): ViewerRequest | null =>
  lensPlay ? { type: 'lens', lens: toLens(lensPlay.after) } : null;

/** The lens of a scene in full. */
export const toLens = ({ statuses, horizon }: SceneLens = {}): Lens => ({
  statuses: statuses ?? FULL_LENS.statuses,
  horizon: horizon ?? null,
});

/**
 * The story to show: as saved here, when that belongs to this bundle and to this version of its story, else the
 * bundle's own. Null: there is none. Scenes that no reader could show are left out; the proof of the bundle tells why.
 */
export function storyOf(bundle: PlanBundle, saved: SavedStory | null = null): Story | null {
  const own = saved && saved.key === storyKey(bundle) ? saved.story : bundle.story;
  if (!own) return null;
  const scenes = own.scenes.filter(
    ({ clauses, caption, durationS }) =>
      Array.isArray(clauses) && typeof caption === 'string' && Number.isFinite(durationS),
  );
  return scenes.length === own.scenes.length ? own : { ...own, scenes };
}

/** A story as it was edited and kept on this device. */
export interface SavedStory {
  /** `storyKey` of the bundle that it was edited on. */
  readonly key: string;
  /** Counts the writes, so that two windows never overwrite one another unseen. */
  readonly revision: number;
  readonly story: Story;
}

/** What edits belong to: the bundle and the version of the story that it shipped. */
export const storyKey = ({ bundle, story }: PlanBundle): string =>
  `${bundle.id}/${story?.id ?? ''}@${story?.version ?? ''}`;

/** Seconds of the whole story, its slides among them. */
export const totalSeconds = ({ opening, closing, scenes }: Story): number =>
  [opening, ...scenes, closing].reduce((sum, part) => sum + (part?.durationS ?? 0), 0);
