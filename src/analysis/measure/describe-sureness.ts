import type { Measurement, MeasurePoint, Range } from '../../contracts/analysis.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { say } from '../bilingual.ts';

/** Least and greatest value with a slack either way; null when no snapped feature tells its accuracy. */
export function rangeOf(
  points: readonly MeasurePoint[],
  value: number,
  slack: number,
): Range | null {
  const isKnown = points.some(({ snap }) => (snap?.horizontalM ?? null) !== null);
  return isKnown ? { least: Math.max(0, value - slack), most: value + slack } : null;
}

/** What was snapped to that is schematic or inferred, and what to say of it. */
export function describeSureness(
  points: readonly MeasurePoint[],
): Pick<Measurement, 'softIds' | 'notes'> {
  const snaps = points.flatMap(({ snap }) => snap ?? []);
  const idsOf = (certainty: string): string[] => [
    ...new Set(snaps.filter((snap) => snap.certainty === certainty).map((snap) => snap.featureId)),
  ];
  const [inferred, schematic] = [idsOf('inferred'), idsOf('schematic')];
  const notes: Bilingual[] = [];
  if (inferred.length > 0) {
    notes.push(
      say(
        '量到了推断的要素（推断，非规划原文）：结果只是大概。',
        'This touches something that is our own reading, not the plan’s words: only roughly right.',
      ),
    );
  }
  if (schematic.length > 0) {
    notes.push(
      say(
        '量到了示意的要素，它只表示走向或范围：结果只是大概。',
        'This touches something schematic that shows course or extent only: only roughly right.',
      ),
    );
  }
  const hasFreeAccuracy = snaps.some((snap) => snap.horizontalM === null);
  if (hasFreeAccuracy) {
    notes.push(
      say(
        '有要素未注明精度，范围未计入。',
        'A feature tells no accuracy; the range leaves it out.',
      ),
    );
  }
  return { softIds: [...schematic, ...inferred], notes };
}
