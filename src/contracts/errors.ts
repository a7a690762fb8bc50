/** A fault in what was given, said so that the reader can mend it. */
export interface Problem {
  /** Stable code, e.g. `dangling-paragraph`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** File, or the part of a one-piece bundle, e.g. `tourism.geojson`. */
  readonly file: string;
  /** Id of the feature, paragraph or source at fault, or a path such as `features[3].geometry`. */
  readonly at?: string;
  /** What failed, with the offending value: `feature "cangshan" cites unknown paragraph "positioning-x"`. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** Thrown where nothing usable is left; carries every problem found. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((problem) => `${problem.file}: ${problem.message}`).join('\n'));
    this.code = problems[0].code;
    this.problems = problems;
  }
}
