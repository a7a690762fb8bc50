import type { Bounds, PlanBundle, StoryScene } from '../../contracts/bundle.ts';
import type { Camera } from '../../contracts/state.ts';
import { featureBounds } from '../feature-bounds.ts';
import { homeBounds } from '../scene/sources.ts';
import { ZOOMS } from '../scene/zooms.ts';
import { frameCamera, type Stage } from './frame-camera.ts';

/** As far out as the map goes; nearer than this a schematic place would look surveyed. */
const LIMITS = { minZoom: ZOOMS.min, maxZoom: 12.5 };
/** An author's window: on a larger stage a scene's own nearness is as much nearer as there is more room. */
const AUTHOR_PX = 480;
/** On a phone a tilted view would need ground beyond the plan's surroundings, where the map does not go. */
const LEAST_TILTED_PX = 600;

/** What of a scene must not lie under its caption: what the map goes to, else the whole plan. */
export function boundsOfScene(bundle: PlanBundle, scene: StoryScene): Bounds {
  const wanted = scene.fit?.length ? scene.fit : (scene.focus ?? []);
  return featureBounds(bundle, wanted) ?? homeBounds(bundle);
}

/**
 * Where the map looks from for a scene on a stage of this size. Bearing, pitch and nearness are the scene's own where
 * it has a camera; how far off and where to is reckoned anew, for no two halls have the same screen.
 */
export function frameScene(bundle: PlanBundle, scene: StoryScene, stage: Stage): Camera {
  const { camera } = scene;
  const hasAim = (scene.fit?.length ?? 0) + (scene.focus?.length ?? 0) > 0;
  const bounds: Bounds =
    camera?.center && !hasAim
      ? [camera.center[0], camera.center[1], camera.center[0], camera.center[1]]
      : boundsOfScene(bundle, scene);
  const isFlat = stage.widthPx < LEAST_TILTED_PX;
  return frameCamera(bounds, stage, {
    bearing: isFlat ? 0 : (camera?.bearing ?? 0),
    pitch: isFlat ? 0 : (camera?.pitch ?? 0),
    minZoom: LIMITS.minZoom,
    maxZoom: camera?.zoom === undefined ? LIMITS.maxZoom : camera.zoom + gainOf(stage),
  });
}

function gainOf({ widthPx, heightPx, padding }: Stage): number {
  const free = Math.min(
    widthPx - padding.left - padding.right,
    heightPx - padding.top - padding.bottom,
  );
  return Math.max(0, Math.log2(free / AUTHOR_PX));
}
