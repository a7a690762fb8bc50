import type { PlanBundle, Status } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { buildLegend, type LegendRow } from '../../core/build-legend.ts';
import { isSoft } from '../../core/classify.ts';
import { findSeen } from '../../core/find-seen.ts';
import { featuresById, isDimmed } from '../../core/lit.ts';

export interface LegendInView {
  readonly rows: readonly LegendRow[];
  /** Ids of all features that are drawn at full strength in the picture. */
  readonly featureIds: readonly string[];
  /** Something in the picture is only hinted at, for the lens leaves it out. */
  readonly hasDimmed: boolean;
}

/** Exactly the classes that a picture shows at full strength, each as it looks there. */
export function listLegendInView(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
): LegendInView {
  const seen = findSeen(state, cartography);
  if (!seen) return { rows: [], featureIds: [], hasDimmed: false };
  const features = featuresById(bundle);
  const inView = [...seen].map((id) => features.get(id)!);
  const strong = inView.filter((feature) => !isDimmed(feature, state));
  const ids = new Set(strong.map(({ properties }) => properties.id));
  const rows = buildLegend(bundle, cartography, state)
    .flatMap(({ layers }) => layers)
    .flatMap((layer) => layer.rows)
    .flatMap((row): LegendRow[] => {
      const featureIds = row.featureIds.filter((id) => ids.has(id));
      if (featureIds.length === 0) return [];
      const shown = featureIds.map((id) => features.get(id)!);
      const statuses = new Set<Status>(shown.map(({ properties }) => properties.status));
      return [
        {
          ...row,
          featureIds,
          count: featureIds.length,
          status: statuses.size === 1 ? [...statuses][0]! : null,
          isInferred: shown.every(({ properties }) => properties.accuracy.class === 'inferred'),
          isSoft: shown.every((feature) => isSoft(feature)),
        },
      ];
    });
  return { rows, featureIds: [...ids], hasDimmed: strong.length < inView.length };
}
