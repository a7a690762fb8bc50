import validateSchema from 'virtual:bundle-schema-validator';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { checkBundle, type CheckOptions } from '../../core/check-bundle.ts';
import { createSchemaCheck } from '../../core/schema-problems.ts';
import { isAboutTemplate } from '../../core/sheet/is-about-template.ts';

/** The same checks as `npm run check:bundle`, with the schema compiled at build time. */
export function proveBundle(bundle: PlanBundle, options: CheckOptions): readonly Problem[] {
  return checkBundle(bundle, createSchemaCheck(validateSchema), options);
}

/** What is wrong with templates of sheets, by the same checks. */
export function proveTemplates(bundle: PlanBundle, templates: unknown): readonly Problem[] {
  return proveBundle({ ...bundle, sheetTemplates: templates } as PlanBundle, {}).filter(
    (problem) => isAboutTemplate(problem) || problem.at === 'sheetTemplates',
  );
}
