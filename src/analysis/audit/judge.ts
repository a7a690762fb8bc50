import type { AuditItem, Badge } from '../../contracts/analysis.ts';
import type { Certainty } from '../../contracts/bundle.ts';

/**
 * How far two figures may part and still count as equal, as a share of the claim. Every one is below the 5 % by
 * which an error must be caught.
 */
export const TOLERANCES = {
  /** Counts are whole. */
  count: 0,
  /** A figure recorded in the bundle against the same geometry, beside its own rounding. */
  recorded: 0.005,
  /** A stated length in the county against a line read off a map at about 1:500 000. */
  statedLength: 0.03,
  /** A stated area against a generalised outline. */
  statedArea: 0.02,
  /** Rounding never excuses more than this, however few digits are printed. */
  mostRounding: 0.02,
} as const;

/** Half of the last printed digit, as a share of the value: 61.7 → 0.05/61.7; never above `mostRounding`. */
export function roundingOf(value: number): number {
  if (value === 0) return 0;
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return Math.min(TOLERANCES.mostRounding, (0.5 * 10 ** -decimals) / Math.abs(value));
}

/** Inferred and schematic things are never said to agree. */
export const isSoft = (certainty: Certainty): boolean =>
  certainty === 'inferred' || certainty === 'schematic';

/** Badge of a claim that was recomputed. `tolerance` is a share of the claim. */
export function judge(
  claim: number,
  found: number,
  tolerance: number,
  certainties: readonly Certainty[],
): Exclude<Badge, 'unanswerable'> {
  const allowed = Math.abs(claim) * tolerance + 1e-9 * Math.max(1, Math.abs(claim));
  if (!(Math.abs(found - claim) <= allowed)) return 'differs';
  return certainties.some(isSoft) ? 'schematic' : 'agrees';
}

type Draft = Omit<AuditItem, 'badge' | 'found' | 'tolerance' | 'working' | 'note'> &
  Partial<Pick<AuditItem, 'working' | 'note'>>;

/** An item whose claim was recomputed. */
export function createJudged(
  draft: Draft,
  found: number,
  tolerance: number,
  certainties: readonly Certainty[],
): AuditItem {
  return {
    ...draft,
    badge: judge(draft.claim.value, found, tolerance, certainties),
    found: { value: found, unit: draft.claim.unit },
    tolerance,
    working: draft.working ?? [],
    note: draft.note ?? null,
  };
}

/** An item that the map cannot answer, and why. */
export const createUnanswerable = (
  draft: Draft & { readonly note: NonNullable<AuditItem['note']> },
): AuditItem => ({
  ...draft,
  badge: 'unanswerable',
  found: null,
  tolerance: null,
  working: draft.working ?? [],
});
