import type { PlanBundle, StoryScene } from '../../contracts/bundle.ts';
import type { MapScene } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography } from '../../contracts/theme.ts';
import { isOrienting } from '../build-scene.ts';
import { findScene } from '../find-scene.ts';
import { defaultLayers, FULL_LENS, NO_SELECTION } from '../initial-state.ts';
import { findLit } from '../lit.ts';
import { reduce } from '../reduce.ts';
import { lensPlayRequest, sceneRequests, storyOf } from '../story/apply-scene.ts';

/** What is on the map now. */
export const CURRENT_VIEW = 'view';
/** Behind the id of a scene that plays the lens: what it goes over to. */
const PLAYED = '@after';

export const EMPHASES = ['shown', 'dim', 'only'] as const;
/** What is selected: as on the screen, all else dimmed as by a spotlight, or it alone on the ground that orients. */
export type Emphasis = (typeof EMPHASES)[number];

/** Something that a sheet can show. */
export interface SubjectChoice {
  /** `CURRENT_VIEW`, or a name of a view or scene. */
  readonly key: string;
  readonly name: Bilingual;
}

const NO_HOVER: ViewerState['hover'] = { features: [], phrase: null, origin: 'api' };

const isStoryScene = (scene: object): scene is StoryScene => 'clauses' in scene;

/** Views of the bundle, then the scenes of its story; one that plays the lens before and after. */
export function listSubjects(bundle: PlanBundle): readonly SubjectChoice[] {
  const scenes = [...bundle.views, ...(storyOf(bundle)?.scenes ?? [])];
  return scenes.flatMap((scene): SubjectChoice[] => {
    const [zh, en] = [scene.title, scene.titleEn ?? scene.title];
    return isStoryScene(scene) && scene.lensPlay
      ? [
          { key: scene.id, name: { zh: `${zh}（前）`, en: `${en} (before)` } },
          { key: scene.id + PLAYED, name: { zh: `${zh}（后）`, en: `${en} (after)` } },
        ]
      : [{ key: scene.id, name: { zh, en } }];
  });
}

/**
 * The state whose map stands on a sheet, on white. A scene starts from the plan as it opens, so that its sheet is the
 * same whatever is on the screen; one that the plan does not hold (any more) is the current view.
 */
export function viewForSheet(state: ViewerState, key: string, emphasis: Emphasis): ViewerState {
  const shown = key === CURRENT_VIEW ? state : (showScene(state, key) ?? state);
  const { lens, selection } = shown;
  const isDim = emphasis === 'dim' && selection.features.length > 0;
  return {
    ...shown,
    lens: isDim ? { ...lens, statuses: [] } : lens,
    hover: NO_HOVER,
    flavour: 'light',
    tool: null,
    preview: null,
  };
}

function showScene(state: ViewerState, key: string): ViewerState | null {
  const { bundle } = state;
  const isPlayed = key.endsWith(PLAYED);
  const scene = bundle && findScene(bundle, isPlayed ? key.slice(0, -PLAYED.length) : key);
  if (!scene) return null;
  const opened: ViewerState = {
    ...state,
    layers: defaultLayers(bundle),
    lens: FULL_LENS,
    selection: NO_SELECTION,
    hover: NO_HOVER,
    highlight: { features: [], clauses: [] },
    hasGraticule: false,
    tool: null,
  };
  if (!isStoryScene(scene)) return reduce(opened, { type: 'scene', scene: scene.id });
  const played = isPlayed ? lensPlayRequest(scene) : null;
  const requests = [
    ...sceneRequests(scene, opened, { opensCompare: false }),
    ...(played ? [played] : []),
  ];
  const shown = requests.reduce(reduce, opened);
  // As the player shows it.
  return scene.spotlight ? { ...shown, lens: { statuses: [], horizon: null } } : shown;
}

/** Leaves nothing on the map but what is selected, and outline and towns to tell where one is. */
export function drawOnlySelected(
  scene: MapScene,
  state: ViewerState,
  { features: { features } }: PlanBundle,
  cartography: Cartography,
): MapScene {
  const { selected } = findLit(state);
  if (selected.size === 0) return scene;
  const looks = { ...scene.looks };
  for (const feature of features) {
    const { id } = feature.properties;
    if (selected.has(id) || isOrienting(feature, cartography)) continue;
    looks[id] = { isLit: false, isSelected: false, opacity: 0 };
  }
  return { ...scene, looks };
}
