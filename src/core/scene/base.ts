import type { BaseScene, BaseState } from '../../contracts/base-map.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Flavour } from '../../contracts/theme.ts';
import { SANS } from './symbol-layers.ts';

const LABEL_PX = 11;
const scenes = new WeakMap<BaseState, Map<Flavour, BaseScene>>();

/** One and the same scene as long as nothing of it has changed: the adapter tells a change by that. */
export function buildBase({ base }: ViewerState, flavour: Flavour): BaseScene | null {
  if (!base || (!base.ground && !base.heights)) return null;
  let ofBase = scenes.get(base);
  if (!ofBase) scenes.set(base, (ofBase = new Map()));
  const known = ofBase.get(flavour);
  if (known) return known;
  const { colours } = flavour;
  const { ground, heights, contours, choice } = base;
  const scene: BaseScene = {
    ground,
    heights,
    contours,
    opacity: choice.opacity,
    look: choice.look,
    colours: {
      contour: colours['trunk-casing']!,
      halo: colours['halo']!,
      shadow: colours['ink-soft']!,
      light: colours['halo']!,
      line: colours['ink-soft']!,
      area: colours['edge']!,
    },
    labelPx: LABEL_PX * flavour.scale,
    labelFont: SANS,
  };
  ofBase.set(flavour, scene);
  return scene;
}
