/** A bundle in which every string that its schema leaves free is hostile, also those that the shipped one lacks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { DATA_FOLDER } from '../tools/read-shipped-bundle.ts';
import { HOSTILE, HOSTILE_ADDRESS } from './damage-bundle.ts';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Words that must be as they are for anything to be shown: a quotation is looked for in the text. */
const KEPT: ReadonlySet<string> = new Set(['quote', 'kind', 'href', 'search', 'version']);

/** Names of the fields that were poisoned, by where they stand, e.g. `sources[].title`. */
export interface Poisoned {
  readonly bundle: PlanBundle;
  readonly fields: ReadonlySet<string>;
}

/**
 * @param poison what a free string becomes; default: with markup behind it
 */
export function poisonBundle(
  bundle: PlanBundle,
  poison: (text: string) => string = (text) => `${text}${HOSTILE}`,
): Poisoned {
  const file = path.join(DATA_FOLDER, 'plan-bundle.schema.json');
  const root = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  const fields = new Set<string>();

  const resolve = (schema: Schema): Schema =>
    schema.$ref ? resolve(root.$defs![schema.$ref.replace('#/$defs/', '')]!) : schema;

  const isFree = ({ type, enum: choices, const: only, pattern = '\\S' }: Schema): boolean =>
    type === 'string' && !choices && only === undefined && pattern === '\\S';

  const visit = (given: Schema, value: unknown, name: string, where: string): unknown => {
    const schema = resolve(given);
    if (KEPT.has(name)) return value;
    if (name === 'url') {
      fields.add(where);
      return HOSTILE_ADDRESS;
    }
    if (isFree(schema) && (typeof value === 'string' || value === undefined)) {
      fields.add(where);
      return poison(value ?? '');
    }
    if (Array.isArray(value)) {
      return schema.items
        ? value.map((item) => visit(schema.items!, item, name, `${where}[]`))
        : value;
    }
    if (typeof value !== 'object' || value === null || !schema.properties) return value;
    const names = new Set([...Object.keys(value), ...Object.keys(schema.properties)]);
    const known = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      [...names]
        .map((key) => {
          const inner = schema.properties![key];
          const at = where === '' ? key : `${where}.${key}`;
          return [key, inner ? visit(inner, known[key], key, at) : known[key]] as const;
        })
        .filter(([, inner]) => inner !== undefined),
    );
  };
  return { bundle: visit(root, structuredClone(bundle), '', '') as PlanBundle, fields };
}
