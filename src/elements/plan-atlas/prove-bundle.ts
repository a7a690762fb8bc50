import validateSchema from 'virtual:bundle-schema-validator';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { checkBundle } from '../../core/check-bundle.ts';
import { createSchemaCheck } from '../../core/schema-problems.ts';

/** The same checks as `npm run check:bundle`, with the schema compiled at build time. */
export function proveBundle(
  bundle: PlanBundle,
  fileOf: (feature: PlanFeature) => string,
): readonly Problem[] {
  return checkBundle(bundle, createSchemaCheck(validateSchema), { fileOf });
}
