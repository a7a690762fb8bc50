import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { joinParts, splitBundle } from '../draft/split-bundle.ts';
import { fixHorizontal, fixLabel, fixMismatch, fixOutside } from './fix-accuracy.ts';
import { fixCitedAndDeclared, fixQuote, fixUnaccounted, fixUncited } from './fix-citations.ts';
import { fixDangling } from './fix-dangling.ts';
import {
  fixAddress,
  fixDuplicate,
  fixSourceless,
  fixStatus,
  fixUnknownProperty,
} from './fix-parts.ts';
import type { Fix, FixFinder } from './fix.ts';

export type { Fix };

const FINDERS: Readonly<Record<string, FixFinder>> = {
  'quote-not-found': fixQuote,
  'dangling-paragraph': fixDangling,
  'dangling-document': fixDangling,
  'dangling-source': fixDangling,
  'dangling-layer': fixDangling,
  'dangling-member': fixDangling,
  'dangling-feature': fixDangling,
  'source-missing': fixSourceless,
  'feature-uncited': fixUncited,
  'paragraph-unaccounted': fixUnaccounted,
  'paragraph-cited-and-non-spatial': fixCitedAndDeclared,
  'inferred-unlabelled': fixLabel,
  'horizontal-accuracy-missing': fixHorizontal,
  'geometry-accuracy-mismatch': fixMismatch,
  'outside-extent': fixOutside,
  'duplicate-feature': fixDuplicate,
  'duplicate-paragraph': fixDuplicate,
  'duplicate-layer': fixDuplicate,
  'duplicate-source': fixDuplicate,
  'duplicate-view': fixDuplicate,
  'duplicate-indicator': fixDuplicate,
  'unsafe-url': fixAddress,
  'schema-unknown-property': fixUnknownProperty,
  'schema-enum': fixStatus,
  'schema-required': fixStatus,
};

/**
 * What a problem hides until it is mended: a feature that breaks the schema is not looked at further, and of two
 * paragraphs with one id the second seems to be cited.
 */
const isRevealed = (code: string, other: string): boolean =>
  code.startsWith('schema-')
    ? !other.startsWith('schema-')
    : code === 'duplicate-paragraph' && other.startsWith('paragraph-unaccounted ');

/** `checkBundle` with its schema. */
type Check = (bundle: PlanBundle) => readonly Problem[];

const nameProblem = ({ code, at, message }: Problem): string => `${code} ${at ?? ''} ${message}`;

const countProblems = (problems: readonly Problem[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const name = nameProblem(problem);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};

/** The bundle with a fix made, as the draft makes it. */
export function tryFix(bundle: PlanBundle, { changes }: Pick<Fix, 'changes'>): PlanBundle {
  const parts = new Map(splitBundle(bundle));
  for (const { key, value } of changes) {
    if (value === null) parts.delete(key);
    else parts.set(key, value);
  }
  return joinParts(parts, bundle);
}

/** Features that break the schema may lack what the finders read; they have problems of their own. */
const withoutBroken = (bundle: PlanBundle): PlanBundle => ({
  ...bundle,
  features: {
    ...bundle.features,
    features: bundle.features.features.filter(
      ({ properties: { name, planRefs, sources, accuracy } }) =>
        typeof name === 'string' &&
        Array.isArray(planRefs) &&
        Array.isArray(sources) &&
        typeof accuracy === 'object',
    ),
  },
});

/**
 * Ways to mend one problem of `checkBundle`, best first; none where only the author knows. Each has been tried: made
 * on the bundle it ends the problem and brings none that was not there, if hidden. The bundle is checked once for each
 * way, so ask for one problem at a time, when the user opens it.
 * @param check all of the bundle's checks, as the live proof runs them
 */
export function listFixes(bundle: PlanBundle, problem: Problem, check: Check): readonly Fix[] {
  const find = FINDERS[problem.code];
  if (find === undefined) return [];
  const before = countProblems(check(bundle));
  const name = nameProblem(problem);
  const readable = problem.code.startsWith('schema-') ? bundle : withoutBroken(bundle);
  return find(readable, problem).filter((fix) => {
    if (fix.changes.length === 0) return false;
    const after = countProblems(check(tryFix(bundle, fix)));
    const isMended = (after.get(name) ?? 0) < (before.get(name) ?? 0);
    const isWorse = [...after].some(
      ([other, count]) => count > (before.get(other) ?? 0) && !isRevealed(problem.code, other),
    );
    return isMended && !isWorse;
  });
}
