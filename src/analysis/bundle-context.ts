import type { PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import { findOutline } from './county-outline.ts';
import type { Area } from './cut-line.ts';

/** A bundle with what every analysis looks up, made once. */
export interface BundleContext {
  readonly bundle: PlanBundle;
  readonly byId: ReadonlyMap<string, PlanFeature>;
  readonly outline: Area | null;
}

export const createBundleContext = (bundle: PlanBundle): BundleContext => ({
  bundle,
  byId: new Map(bundle.features.features.map((feature) => [feature.properties.id, feature])),
  outline: findOutline(bundle),
});

/** Members of a feature that the bundle holds. */
export const membersOf = (
  { byId }: BundleContext,
  { properties }: PlanFeature,
): readonly PlanFeature[] => (properties.members ?? []).flatMap((id) => byId.get(id) ?? []);
