import type { Certainty, PlanBundle } from '../../contracts/bundle.ts';
import type { Conventions, CertaintyStyle } from '../../contracts/theme.ts';
import { featuresById } from '../../core/lit.ts';

export interface CertaintyCount {
  readonly certainty: Certainty;
  readonly style: CertaintyStyle | undefined;
  readonly count: number;
}

/** How sure the geometry of some features is, surest first. */
export function countCertainties(
  ids: readonly string[],
  bundle: PlanBundle,
  conventions: Conventions,
): CertaintyCount[] {
  const features = featuresById(bundle);
  const counts = new Map<Certainty, number>();
  for (const id of ids) {
    const certainty = features.get(id)?.properties.accuracy.class;
    if (certainty) counts.set(certainty, (counts.get(certainty) ?? 0) + 1);
  }
  return (['surveyed', 'digitised', 'schematic', 'inferred', 'unknown'] as const)
    .filter((certainty) => counts.has(certainty))
    .map((certainty) => ({
      certainty,
      style: conventions.certainties.find((style) => style.certainty === certainty),
      count: counts.get(certainty)!,
    }));
}
