import { snapPosition } from '../../analysis/measure/snap-position.ts';
import type { MeasurePoint, Snap } from '../../contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { MeasureAim, ViewerState } from '../../contracts/state.ts';
import { featuresById, isInLens, isShown } from '../../core/lit.ts';

/** Signs are larger than lines are wide, and may stand beside their place. */
const SIGN_REACH = 3;
/** A link rounds to 0.1 m; what lies farther from its feature was not read from this plan. */
const LINKED_REACH_M = 5;

/** What can be measured: layers that are on, stages and years that the lens shows. */
export function listShown(state: ViewerState, bundle: PlanBundle): readonly PlanFeature[] {
  return bundle.features.features.filter(
    (feature) => isShown(feature, state) && isInLens(feature, state),
  );
}

/** What lies under the pointer comes first: it is what one means, also where a sign stands aside. */
export function findSnap(
  { position, features, toleranceM }: MeasureAim,
  shown: readonly PlanFeature[],
): Snap | null {
  for (const id of features) {
    const feature = shown.find(({ properties }) => properties.id === id);
    const reach = feature?.geometry?.type === 'Point' ? SIGN_REACH : 1;
    const snap = feature ? snapPosition(position, [feature], toleranceM * reach) : null;
    if (snap) return snap;
  }
  return snapPosition(position, shown, toleranceM);
}

/** Points of a link as this plan has them: where a feature has moved away, the point is free. */
export function proveSnaps(
  points: readonly MeasurePoint[],
  bundle: PlanBundle,
): { readonly points: readonly MeasurePoint[]; readonly loose: readonly number[] } {
  const features = featuresById(bundle);
  const loose: number[] = [];
  const proven = points.map((point, index): MeasurePoint => {
    if (!point.snap) return point;
    const feature = features.get(point.snap.featureId);
    if (feature && snapPosition(point.position, [feature], LINKED_REACH_M)) return point;
    loose.push(index);
    return { position: point.position, snap: null };
  });
  return { points: loose.length === 0 ? points : proven, loose };
}
