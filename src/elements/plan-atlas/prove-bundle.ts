import validateSchema from 'virtual:bundle-schema-validator';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { checkBundle, checkInSlices, type CheckOptions } from '../../core/check-bundle.ts';
import { createSchemaCheck } from '../../core/schema-problems.ts';
import { isAboutTemplate } from '../../core/sheet/is-about-template.ts';
import { wait } from './read-attributes.ts';

/** A proof that takes longer lets the page go on in between. */
const SLICE_MS = 16;

const checkSchema = createSchemaCheck(validateSchema);

/**
 * The same checks as `npm run check:bundle`, with the schema compiled at build time.
 * @throws the reason of `signal` when it calls the proof off
 */
export async function proveBundle(
  bundle: PlanBundle,
  options: CheckOptions,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const slices = checkInSlices(bundle, checkSchema, options);
  let startMs = performance.now();
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    if (performance.now() - startMs < SLICE_MS) continue;
    await wait(0);
    signal?.throwIfAborted();
    startMs = performance.now();
  }
}

/** {@link proveBundle} in one go. */
export function proveAtOnce(bundle: PlanBundle): readonly Problem[] {
  return checkBundle(bundle, checkSchema);
}

/** What is wrong with templates of sheets, by the same checks. */
export function proveTemplates(bundle: PlanBundle, templates: unknown): readonly Problem[] {
  return proveAtOnce({ ...bundle, sheetTemplates: templates } as PlanBundle).filter(
    (problem) => isAboutTemplate(problem) || problem.at === 'sheetTemplates',
  );
}
