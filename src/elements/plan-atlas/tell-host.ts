import type { PlanEventMap, PlanSelectDetail } from '../../contracts/events.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { featuresById } from '../../core/lit.ts';
import { toViewState } from '../../core/view-state.ts';

/** Tells the host page what changed between two states. */
export function tellHost(host: HTMLElement, state: ViewerState, before: ViewerState): void {
  const { selection, hover } = state;
  if (selection !== before.selection && state.bundle) {
    const isFeatureNew = selection.features.join() !== before.selection.features.join();
    const detail = detailOf(state, selection.features, selection.clause);
    if (isFeatureNew) fire(host, 'plan-feature-select', detail);
    if (
      selection.clause !== before.selection.clause ||
      selection.phrase !== before.selection.phrase
    ) {
      fire(host, 'plan-clause-select', detail);
    }
  }
  const isHoverNew =
    hover.phrase !== before.hover.phrase || hover.features.join() !== before.hover.features.join();
  if (isHoverNew) {
    const clause =
      hover.phrase === null ? null : hover.phrase.slice(0, hover.phrase.lastIndexOf('/'));
    fire(host, 'plan-hover', detailOf(state, hover.features, clause));
  }
  if (state.layers !== before.layers && before.phase === 'ready') {
    fire(host, 'plan-layers-change', { layers: toViewState(state).layers });
  }
}

export function fire<K extends keyof PlanEventMap>(
  host: HTMLElement,
  type: K,
  detail: PlanEventMap[K]['detail'],
): void {
  host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

function detailOf(
  state: ViewerState,
  features: readonly string[],
  clause: string | null,
): PlanSelectDetail {
  const first = features.length === 1 ? features[0]! : null;
  const feature = (first !== null && state.bundle && featuresById(state.bundle).get(first)) || null;
  const cited = feature ? [...new Set(feature.properties.planRefs.map(({ para }) => para))] : [];
  return {
    featureId: first,
    layerId: feature?.properties.layer ?? null,
    clauseIds: feature
      ? [...(clause !== null ? [clause] : []), ...cited.filter((id) => id !== clause)]
      : clause === null
        ? []
        : [clause],
    feature,
    featureIds: features,
  };
}
