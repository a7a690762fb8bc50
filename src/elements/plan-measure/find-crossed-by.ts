import { findCrossed } from '../../analysis/measure/find-crossed.ts';
import { findCounty } from '../../analysis/county-outline.ts';
import type { Crossed, MeasurePoint } from '../../contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { FigureReport } from './measure-figure.ts';

/** Everything lies in the county: its outline is worth a word only where a figure leaves it. */
const WHOLLY = 0.999;

/** The shown schematic and inferred features that a figure runs across, along or through. */
export function findCrossedBy(
  points: readonly MeasurePoint[],
  report: FigureReport,
  shown: readonly PlanFeature[],
  bundle: PlanBundle,
): readonly Crossed[] {
  if (report.legs.length === 0) return [];
  const county = findCounty(bundle)?.properties.id;
  const lengthM = report.length?.value ?? 0;
  const figure = {
    corners: points.map(({ position, snap }) => ({ position, featureId: snap?.featureId ?? null })),
    isArea: report.area !== null,
    areaM2: report.area?.value ?? 0,
  };
  return findCrossed(figure, shown).filter(
    ({ featureId, run }) => featureId !== county || (run?.value ?? 0) < WHOLLY * lengthM,
  );
}
