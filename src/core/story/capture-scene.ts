import type {
  PlanBundle,
  SceneClause,
  SceneLens,
  Story,
  StoryScene,
} from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { FULL_LENS, isFullLens } from '../initial-state.ts';
import { linkClauses } from '../link-clauses.ts';

/** Seconds of a scene that nobody has timed yet. */
const USUAL_S = 30;

/** What a scene takes from the view: layers, lens, camera or fit, focus, clause. */
export type SceneLook = Pick<
  StoryScene,
  'layers' | 'lens' | 'camera' | 'fit' | 'focus' | 'clauses'
>;

/** The view as a scene would keep it. A camera that looks outside the extent is brought to its edge. */
export function captureLook(state: ViewerState, bundle: PlanBundle): SceneLook {
  const { selection, camera, goal } = state;
  const layers = bundle.layers.map(({ id }) => id).filter((id) => state.layers[id]?.isVisible);
  const [west, south, east, north] = bundle.bundle.extent;
  const isHome = goal.kind === 'home' && selection.features.length === 0;
  const isFitted = goal.kind === 'features' || isHome || !camera;
  const isOwnFit = goal.kind === 'features' && goal.features.join() !== selection.features.join();
  return {
    layers,
    lens: isFullLens(state.lens) ? undefined : toSceneLens(state),
    camera: isFitted
      ? undefined
      : {
          center: [
            round(Math.min(east, Math.max(west, camera.center[0])), 5),
            round(Math.min(north, Math.max(south, camera.center[1])), 5),
          ],
          zoom: round(camera.zoom, 2),
          bearing: round(camera.bearing, 1),
          pitch: round(camera.pitch, 1),
        },
    fit: isOwnFit ? goal.features : undefined,
    focus: selection.features,
    clauses: captureClauses(state, bundle),
  };
}

/** A new scene of the view. Title and caption are the plan's own lead title where a clause is in focus. */
export function captureScene(
  state: ViewerState,
  bundle: PlanBundle,
  story: Pick<Story, 'scenes'>,
  title: string,
): StoryScene {
  const look = captureLook(state, bundle);
  const [clause] = look.clauses;
  const paragraph = clause && findParagraph(bundle, clause);
  const feature = bundle.features.features.find(
    ({ properties }) => properties.id === state.selection.feature,
  )?.properties;
  const name = feature?.name ?? paragraph?.title ?? title;
  const nameEn = feature ? feature.nameEn : paragraph?.titleEn;
  return {
    id: freshId({ scenes: [...story.scenes, ...bundle.views] }, 'scene-1'),
    title: name,
    ...(nameEn ? { titleEn: nameEn } : {}),
    ...(Object.fromEntries(
      Object.entries(look).filter(([, value]) => value !== undefined),
    ) as unknown as SceneLook),
    caption: clause?.quote ? `“${clause.quote}”` : name,
    durationS: USUAL_S,
  };
}

/** A first story from the views of a bundle that has none. */
export function storyFromViews({ bundle, views, plan }: PlanBundle): Story {
  const scenes = views.map(({ para, note, noteEn, ...view }): StoryScene => {
    const doc = plan.docs.find(({ paragraphs }) => paragraphs.some(({ id }) => id === para));
    return {
      ...view,
      id: `scene-${view.id}`,
      clauses: doc && para ? [{ doc: doc.id, para }] : [],
      caption: note ?? view.title,
      ...((noteEn ?? view.titleEn) ? { captionEn: noteEn ?? view.titleEn } : {}),
      durationS: USUAL_S,
    };
  });
  return { ...emptyStory(bundle), scenes };
}

/** A story that has no scene yet. */
export const emptyStory = ({ id, title, titleEn }: PlanBundle['bundle']): Story => ({
  id: `${id}-story`,
  version: '1',
  title,
  ...(titleEn ? { titleEn } : {}),
  scenes: [],
});

/** An id that no scene has: the wanted one, or the next number behind its stem. */
export function freshId(
  { scenes }: { readonly scenes: readonly { readonly id: string }[] },
  wanted: string,
): string {
  const taken = new Set(scenes.map(({ id }) => id));
  const stem = wanted.replace(/-\d+$/, '');
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}

function toSceneLens({ lens }: ViewerState): SceneLens {
  const isEvery = FULL_LENS.statuses.every((status) => lens.statuses.includes(status));
  return {
    ...(isEvery || lens.statuses.length === 0 ? {} : { statuses: lens.statuses }),
    ...(lens.horizon === null ? {} : { horizon: lens.horizon }),
  };
}

function captureClauses({ selection }: ViewerState, bundle: PlanBundle): readonly SceneClause[] {
  const { clause, phrase } = selection;
  const doc = bundle.plan.docs.find(({ paragraphs }) => paragraphs.some(({ id }) => id === clause));
  if (!doc || clause === null) return [];
  const found = phrase === null ? undefined : linkClauses(bundle).phrases.get(phrase);
  const text = doc.paragraphs.find(({ id }) => id === clause)!.text;
  const quote = found && found.para === clause ? text.slice(found.start, found.end) : undefined;
  return [{ doc: doc.id, para: clause, ...(quote ? { quote } : {}) }];
}

/** The paragraph that a clause of a scene names. */
export const findParagraph = (bundle: PlanBundle, { doc, para }: SceneClause) =>
  bundle.plan.docs.find(({ id }) => id === doc)?.paragraphs.find(({ id }) => id === para);

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
