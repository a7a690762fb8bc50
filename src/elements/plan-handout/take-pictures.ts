import type { PlanBundle, StoryScene } from '../../contracts/bundle.ts';
import type { Store, ViewerRequest } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import type { HandoutPage } from '../../core/handout/build-handout.ts';
import { metresPerPixel } from '../../core/scale-bar.ts';
import { sceneRequests } from '../../core/story/apply-scene.ts';
import type { PlanMap } from '../plan-map/plan-map.ts';
import { listLegendInView, type LegendInView } from './legend-in-view.ts';

export interface Picture {
  /** An object URL; whoever holds the picture revokes it. */
  readonly url: string;
  readonly legend: LegendInView;
  /** Metres on the ground along the picture's whole width; null where the view is tilted. */
  readonly widthM: number | null;
  /** Degrees clockwise from north. */
  readonly bearing: number;
  readonly isTilted: boolean;
}

export interface PictureTaker {
  readonly pages: readonly HandoutPage[];
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly store: Store;
  readonly map: PlanMap;
  readonly request: (request: ViewerRequest) => void;
  /** Gives the map the size that pictures of a page with so many of them need. */
  readonly size: (shots: number) => void;
  readonly signal: AbortSignal;
  readonly done: (shotId: string, picture: Picture) => void;
}

/** A map that has not come to rest by then will not: a lost context, a hidden window. */
const PATIENCE_MS = 60_000;

/**
 * Shows every scene on the real map, one after another, and takes its picture.
 * @throws Error that names the scene when the map gives none
 */
export async function takePictures(taker: PictureTaker): Promise<void> {
  const { pages, bundle, cartography, store, map, request, signal, done } = taker;
  await untilStarted(taker);
  for (const page of pages) {
    if (page.kind !== 'scene') continue;
    taker.size(page.shots.length);
    for (const { id, lens } of page.shots) {
      await nextFrames();
      if (signal.aborted) return;
      await turnBack(taker, page.scene);
      for (const each of sceneRequests(page.scene, store.getState(), { opensCompare: false })) {
        request(each);
      }
      request({ type: 'lens', lens });
      const blob = await inTime(map.capture(), `scene "${page.scene.id}"`);
      if (signal.aborted) return;
      const state = store.getState();
      const { camera } = state;
      const isTilted = (camera?.pitch ?? 0) > 0.5;
      done(id, {
        url: URL.createObjectURL(blob),
        legend: listLegendInView(state, bundle, cartography),
        widthM:
          camera && !isTilted
            ? metresPerPixel(camera.center[1], camera.zoom) * map.clientWidth
            : null,
        bearing: camera?.bearing ?? 0,
        isTilted,
      });
    }
  }
}

/** The atlas may have had another map before this one, so its status alone does not tell. */
async function untilStarted({ map, store, signal }: PictureTaker): Promise<void> {
  const startMs = performance.now();
  while (!map.hasStarted && !signal.aborted) {
    const { status, reason } = store.getState().map;
    if (status === 'text-only') throw new Error(reason ?? 'the map has not started');
    if (performance.now() - startMs > PATIENCE_MS) {
      throw new Error(`the map did not start in ${PATIENCE_MS / 1000} s`);
    }
    await nextFrames();
  }
}

/** A scene without a camera of its own is seen from above, whatever the one before it did. */
async function turnBack({ map, store, request }: PictureTaker, scene: StoryScene): Promise<void> {
  const { camera } = store.getState();
  const isTurned = camera !== null && (camera.pitch > 0.5 || Math.abs(camera.bearing) > 0.5);
  if (scene.camera || !isTurned) return;
  request({ type: 'turn-north' });
  await inTime(map.capture(), `scene "${scene.id}"`);
}

/** Long enough for the map to take a new size. */
function nextFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${what}: the map did not come to rest in ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
