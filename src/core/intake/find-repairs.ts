import { describeRepair, withoutOverlaps, type Repair } from './apply-repairs.ts';
import { findCharacterRepairs } from './character-repairs.ts';
import { findLineRepairs, listHeadingSpans } from './line-repairs.ts';

/**
 * Finds the common faults of scanned and copied text, each as a change to look at: nothing is changed here. In the
 * order of the text, without overlaps. What one change lays bare (a break beside a page number) is found by another
 * call with the repaired text; traditional characters by `findSimplifying`.
 * @param text with `\n` as its only line break
 */
export function findRepairs(text: string): readonly Repair[] {
  const headings = listHeadingSpans(text);
  let at = 0;
  // 第一章 总则 keeps its space.
  const isInHeading = (start: number): boolean => {
    while (at < headings.length && headings[at]![1] <= start) at += 1;
    return at < headings.length && headings[at]![0] <= start;
  };
  return withoutOverlaps([...findLineRepairs(text), ...findCharacterRepairs(text)])
    .filter(({ kind, start }) => kind !== 'space' || !isInHeading(start))
    .map((found) => describeRepair(text, found));
}
