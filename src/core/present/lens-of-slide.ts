import type { StoryScene } from '../../contracts/bundle.ts';
import type { PresentState } from '../../contracts/present.ts';
import type { Lens } from '../../contracts/state.ts';
import { FULL_LENS } from '../initial-state.ts';
import { toLens } from '../story/apply-scene.ts';
import type { Slide } from './list-slides.ts';

/** Whether all but the focus is dimmed: as the speaker chose, else as the scene asks for. */
export const isSpotlit = (
  { spotlight }: Pick<PresentState, 'spotlight'>,
  scene: StoryScene | null,
): boolean => spotlight ?? scene?.spotlight ?? false;

/** No stage at full strength leaves only what is selected: that is the spotlight. */
export function lensOfSlide(slide: Slide, state: PresentState): Lens {
  if (slide.kind !== 'scene') return FULL_LENS;
  const { scene } = slide;
  if (isSpotlit(state, scene)) return { statuses: [], horizon: null };
  const { lensPlay, lens } = scene;
  return toLens(lensPlay ? (state.isPlayed ? lensPlay.after : lensPlay.before) : lens);
}
