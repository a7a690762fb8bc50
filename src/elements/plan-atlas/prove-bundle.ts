import validateSchema from 'virtual:bundle-schema-validator';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { checkBundle, type CheckOptions } from '../../core/check-bundle.ts';
import { createSchemaCheck } from '../../core/schema-problems.ts';

/** The same checks as `npm run check:bundle`, with the schema compiled at build time. */
export function proveBundle(bundle: PlanBundle, options: CheckOptions): readonly Problem[] {
  return checkBundle(bundle, createSchemaCheck(validateSchema), options);
}
