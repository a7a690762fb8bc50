declare module 'virtual:bundle-schema-validator' {
  import type { SchemaValidator } from '../core/schema-problems.ts';

  /** Validates a one-piece bundle; made from `data/plan-bundle.schema.json` at build time. */
  const validate: SchemaValidator;
  export default validate;
}

declare module 'virtual:built-in-plan' {
  /** The plan of the one-file build in one piece, as JSON. */
  const plan: string;
  export default plan;
}
