import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { findOutline } from '../county-outline.ts';
import type { Area } from '../cut-line.ts';

/** What every check reads, looked up once. */
export interface AuditContext {
  readonly bundle: PlanBundle;
  readonly byId: ReadonlyMap<string, PlanFeature>;
  readonly outline: Area | null;
}

export const createAuditContext = (bundle: PlanBundle): AuditContext => ({
  bundle,
  byId: new Map(bundle.features.features.map((feature) => [feature.properties.id, feature])),
  outline: findOutline(bundle),
});

/** Members of a feature that the bundle holds. */
export const membersOf = (
  { byId }: AuditContext,
  { properties }: PlanFeature,
): readonly PlanFeature[] => (properties.members ?? []).flatMap((id) => byId.get(id) ?? []);
