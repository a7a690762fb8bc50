import type { Problem } from '../contracts/errors.ts';
import type { Notice } from '../contracts/state.ts';

/** What is told of problems; each under an id, by its code and its place in the list unless told otherwise. */
export const toNotices = (
  problems: readonly Problem[],
  nameOf = ({ code }: Problem, index: number): string => `${code}-${index}`,
): Notice[] =>
  problems.map((problem, index) => ({
    id: nameOf(problem, index),
    severity: problem.severity,
    problem,
  }));
