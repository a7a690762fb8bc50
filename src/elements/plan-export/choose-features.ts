import type { PlanFeature } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { findSeen } from '../../core/find-seen.ts';

/** Which features: all, of the layers that are on, in the map's window, or selected. */
export type ExportScope = 'all' | 'layers' | 'view' | 'selected';

/** The features of a scope, in the bundle's order; without a map its window is the whole plan. */
export function chooseFeatures(
  scope: ExportScope,
  state: ViewerState,
  cartography: Cartography,
): readonly PlanFeature[] {
  const features = state.bundle?.features.features ?? [];
  if (scope === 'all') return features;
  if (scope === 'selected') {
    const selected = new Set(state.selection.features);
    return features.filter(({ properties }) => selected.has(properties.id));
  }
  const isOn = ({ properties }: PlanFeature): boolean =>
    state.layers[properties.layer]?.isVisible !== false;
  if (scope === 'layers') return features.filter(isOn);
  const seen = findSeen(state, cartography);
  return seen
    ? features.filter(({ properties }) => seen.has(properties.id))
    : features.filter(isOn);
}
