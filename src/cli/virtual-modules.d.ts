declare module 'virtual:bundle-schema-validator' {
  import type { SchemaValidator } from '../core/schema-problems.ts';

  /** Validates a one-piece bundle; made from `data/plan-bundle.schema.json` at build time. */
  const validate: SchemaValidator;
  export default validate;
}
