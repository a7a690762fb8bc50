import type { PlanBundle, Status } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography, FeatureClass } from '../../contracts/theme.ts';
import { buildLegend, type LegendRow } from '../../core/build-legend.ts';
import { isSoft } from '../../core/classify.ts';
import { featuresById, isInLens, isShown } from '../../core/lit.ts';
import { findInView } from '../plan-list/find-in-view.ts';

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
  if (!state.bounds) return { rows: [], featureIds: [], hasDimmed: false };
  const features = featuresById(bundle);
  const selected = new Set(state.selection.features);
  const inView = [...findInView(bundle, state.bounds)]
    .map((id) => features.get(id)!)
    .filter((feature) => isShown(feature, state));
  const strong = inView.filter(
    (feature) => isInLens(feature, state) || selected.has(feature.properties.id),
  );
  const ids = new Set(strong.map(({ properties }) => properties.id));
  const rows = buildLegend(bundle, cartography, state)
    .flatMap(({ layers }) => layers)
    .flatMap((layer) => layer.rows)
    .filter(({ featureClass }) => isDrawnAt(featureClass, state.camera?.zoom ?? 0))
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

/** Some symbols come only from a zoom on. */
const isDrawnAt = ({ symbol }: FeatureClass, zoom: number): boolean =>
  symbol.type !== 'marker' || (symbol.minZoom ?? 0) <= zoom;
