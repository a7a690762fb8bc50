import type { AuditItem } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { auditKnown, auditOutcome, auditProgress } from './audit-known.ts';
import { auditEnumeration, auditTarget, auditWords, auditYear } from './audit-targets.ts';
import { findCounts } from './find-counts.ts';

/**
 * Checks each indicator against the plan's words and against what is known: its target and year as the quote says
 * them, what it enumerates, its known values as printed, the share that its note works out, and whether it was reached.
 */
export function auditIndicators(bundle: PlanBundle): readonly AuditItem[] {
  return bundle.indicators.flatMap((indicator) => [
    ...auditWords(bundle, indicator),
    ...auditTarget(indicator),
    ...auditEnumeration(indicator),
    ...auditYear(bundle, indicator),
    ...auditKnown(indicator),
    ...auditProgress(indicator),
    auditOutcome(indicator),
  ]);
}

/** Counts that an indicator answers, as `para/text`. */
export const listIndicatorCounts = (bundle: PlanBundle): ReadonlySet<string> =>
  new Set(
    bundle.indicators.flatMap(({ planRefs }) =>
      planRefs.flatMap(({ para, quote }) =>
        findCounts(quote).map((claim) => `${para}/${claim.text}`),
      ),
    ),
  );
