import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { Plugin } from 'vite';
import { AJV_OPTIONS, readSchema } from './schema-check.ts';

export const VALIDATOR_MODULE = 'virtual:bundle-schema-validator';

/**
 * The schema as an ES module that exports the validate function, since a strict policy forbids `eval`.
 * Throws if the code would need one of Ajv's run-time helpers, which are CommonJS.
 */
export function writeValidatorModule(): string {
  const ajv = new Ajv2020({
    ...AJV_OPTIONS,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  const write = standalone as unknown as (ajv: Ajv2020, validate: unknown) => string;
  const code = write(ajv, ajv.compile(readSchema()));
  if (/\brequire\(/.test(code)) {
    throw new Error(
      'plan-bundle.schema.json uses a keyword that needs Ajv at run time (minLength, uniqueItems, format)',
    );
  }
  return code;
}

/** Gives Vite `virtual:bundle-schema-validator`: its default export is the validate function of the bundle schema. */
export function createSchemaValidatorPlugin(): Plugin {
  const resolved = `\0${VALIDATOR_MODULE}`;
  return {
    name: 'plan-bundle-schema-validator',
    resolveId: (id) => (id === VALIDATOR_MODULE ? resolved : undefined),
    load: (id) => (id === resolved ? writeValidatorModule() : undefined),
  };
}
