import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Sides, ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { viewSide, type SideView } from '../../core/compare-scene.ts';
import { compareMessages } from '../messages/compare-messages.ts';
import { describeLocale } from '../shared/map-locale.ts';

/** What the maps draw from; null until plan and cartography are there. */
export interface MapsInput {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  /** A side that waits for the other plan shows this one, out of sight. */
  readonly views: Sides<SideView>;
  /** What either map's library says itself. */
  readonly locales: Sides<Readonly<Record<string, string>>>;
}

/** What both maps draw; a side that waits for the other plan draws the first one. */
export function describeMaps(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
  other: PlanBundle | null,
): MapsInput {
  const { lang, flavour } = state;
  const labels = compareMessages[lang].maps;
  const own: SideView = { bundle, flavour, statuses: null };
  return {
    state,
    bundle,
    cartography,
    views: {
      left: viewSide(state, 'left', bundle, other) ?? own,
      right: viewSide(state, 'right', bundle, other) ?? own,
    },
    locales: {
      left: describeLocale(lang, labels.left),
      right: describeLocale(lang, labels.right),
    },
  };
}

/** The slices of the state that a comparison follows. */
export function listInputs(now: ViewerState): readonly unknown[] {
  return [
    now.bundle,
    now.selection,
    now.hover,
    now.highlight,
    now.layers,
    now.lens,
    now.flavour,
    now.lang,
    now.goal,
    now.padding,
    now.hasGraticule,
    now.camera,
    now.gestures,
    now.compare,
    now.tool,
  ];
}
