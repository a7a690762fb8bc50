import type { Bounds } from '../../contracts/bundle.ts';
import type { Padding } from '../../contracts/state.ts';
import { fitViewport, type Viewport } from '../../core/draw-scene/viewport.ts';

export interface PosterSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const POSTER_SIZE: PosterSize = { widthPx: 720, heightPx: 480 };
/** As close as a fit on the screen comes. */
const CLOSEST_ZOOM = 13;
const PLAN_PADDING: Padding = { top: 14, right: 14, bottom: 14, left: 14 };
/** Room for names at the sides, and for notes and scale bar below. */
const FOCUS_PADDING: Padding = { top: 56, right: 96, bottom: 84, left: 96 };

/** The whole plan. */
export const framePlan = (home: Bounds, { widthPx, heightPx }: PosterSize): Viewport =>
  fitViewport(home, widthPx, heightPx, PLAN_PADDING, CLOSEST_ZOOM);

/** What is picked out, with its surroundings. */
export const frameFeatures = (bounds: Bounds, { widthPx, heightPx }: PosterSize): Viewport =>
  fitViewport(bounds, widthPx, heightPx, FOCUS_PADDING, CLOSEST_ZOOM);
