import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import type { Problem } from '../contracts/errors.ts';
import { createSchemaCheck, type SchemaValidator } from '../core/schema-problems.ts';

/** Ajv as the schema is compiled with everywhere: strict, every fault; our own words, and one function per definition, for size. */
export const AJV_OPTIONS = {
  strict: true,
  allErrors: true,
  inlineRefs: false,
  messages: false,
} as const;

/** The schema as it lies in `data/`. */
export const readSchema = (): AnySchemaObject =>
  JSON.parse(
    readFileSync(new URL('../../data/plan-bundle.schema.json', import.meta.url), 'utf8'),
  ) as AnySchemaObject;

/** Checks a one-piece bundle against `data/plan-bundle.schema.json`, in Node. Throws if the schema is not strict. */
export const checkSchema: (value: unknown) => readonly Problem[] = createSchemaCheck(
  new Ajv2020(AJV_OPTIONS).compile(readSchema()) as SchemaValidator,
);
