import type { Naming, StatTable } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { tabulateDistances } from './tabulate-distances.ts';
import { tabulateByClass, tabulateByStatus, tabulateCorridors } from './tabulate-lengths.ts';
import { tabulateAreas, tabulateThemes } from './tabulate-themes.ts';

/** Every table of the plan, in the order in which they are shown. Pure; tables without rows are left out. */
export function createStatistics(bundle: PlanBundle, naming: Naming): readonly StatTable[] {
  return [
    tabulateByClass(bundle, naming),
    tabulateByStatus(bundle, naming),
    tabulateCorridors(bundle),
    tabulateThemes(bundle, naming),
    tabulateAreas(bundle),
    tabulateDistances(bundle),
  ].filter(({ rows }) => rows.length > 0);
}
