import type { SceneLens, StoryScene } from '../../contracts/bundle.ts';
import { FULL_LENS } from '../../core/initial-state.ts';
import type { SceneWay } from '../messages/story-messages.ts';

const EXISTING: SceneLens = { statuses: ['existing'] };

/** How a scene shows the stages. */
export const wayOf = ({ lensPlay, compare }: StoryScene): SceneWay =>
  lensPlay ? 'play' : (compare?.layout ?? 'plain');

/** What changes in a scene that is to show the stages otherwise; what was set before is kept where it still fits. */
export function changeWay(
  scene: StoryScene,
  way: SceneWay,
): Pick<StoryScene, 'lensPlay' | 'compare'> {
  const none = { lensPlay: undefined, compare: undefined };
  switch (way) {
    case 'plain':
      return none;
    case 'play':
      return {
        ...none,
        lensPlay: scene.lensPlay ?? { before: EXISTING, after: { statuses: FULL_LENS.statuses } },
      };
    case 'swipe':
    case 'side':
      return {
        ...none,
        compare: {
          pair: 'status',
          stages: { left: ['existing'], right: FULL_LENS.statuses },
          ...scene.compare,
          layout: way,
        },
      };
    default:
      return way satisfies never;
  }
}
