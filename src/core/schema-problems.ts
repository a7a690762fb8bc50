import type { Problem } from '../contracts/errors.ts';
import { MANIFEST_FILE } from './assemble-bundle.ts';
import { showValue } from './read-geometry.ts';

/** What Ajv reports of one failed keyword; only the members that are read here. */
export interface SchemaFault {
  /** JSON pointer to the value, e.g. `/features/features/3/properties/status`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validate function as Ajv makes it, in Node or precompiled. */
export interface SchemaValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaFault[] | null;
}

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const readStep = (value: unknown, step: string): unknown =>
  isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;

const splitPointer = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const readPath = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce(readStep, value);

/** Steps as a reader writes them: `layers[3].theme`. */
const writePath = (steps: readonly string[]): string =>
  steps
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

interface Subject {
  readonly file: string;
  /** `feature "cangshan"`, `layer "roads"`, or nothing. */
  readonly name: string;
  readonly id: string | undefined;
  /** Path within the subject. */
  readonly path: string;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  sources: 'source',
  layers: 'layer',
  views: 'view',
  indicators: 'indicator',
  sheetTemplates: 'sheet template',
  nonSpatial: 'non-spatial entry',
};

function findSubject(bundle: unknown, steps: readonly string[]): Subject {
  if (steps[0] === 'features' && steps[1] === 'features' && steps[2] !== undefined) {
    const properties = readPath(bundle, [...steps.slice(0, 3), 'properties']);
    const id = readStep(properties, 'id');
    const layers = readStep(bundle, 'layers');
    const layer = Array.isArray(layers)
      ? layers.find((entry: unknown) => readStep(entry, 'id') === readStep(properties, 'layer'))
      : undefined;
    const href = readPath(layer, ['data', 'href']);
    return {
      file: typeof href === 'string' ? href : MANIFEST_FILE,
      name: typeof id === 'string' ? `feature "${id}"` : `feature ${steps[2]}`,
      id: typeof id === 'string' ? id : undefined,
      path: writePath(steps.slice(3)),
    };
  }
  if (steps[0] === 'story') return findStorySubject(bundle, steps);
  const kind = steps[0] === undefined ? undefined : SUBJECTS[steps[0]];
  if (kind !== undefined && steps[1] !== undefined) {
    const entry = readPath(bundle, steps.slice(0, 2));
    const id = readStep(entry, 'id') ?? readStep(entry, 'para');
    const name = typeof id === 'string' ? `${kind} "${id}"` : `${kind} ${steps[1]}`;
    return {
      file: MANIFEST_FILE,
      name,
      id: typeof id === 'string' ? id : undefined,
      path: writePath(steps.slice(2)),
    };
  }
  return { file: MANIFEST_FILE, name: '', id: undefined, path: writePath(steps) };
}

function findStorySubject(bundle: unknown, steps: readonly string[]): Subject {
  const isScene = steps[1] === 'scenes' && steps[2] !== undefined;
  const owner = steps.slice(0, isScene ? 3 : 1);
  const id = readStep(readPath(bundle, owner), 'id');
  const kind = isScene ? 'scene' : 'story';
  return {
    file: MANIFEST_FILE,
    name: typeof id === 'string' ? `${kind} "${id}"` : isScene ? `scene ${steps[2]}` : kind,
    id: typeof id === 'string' ? id : undefined,
    path: writePath(steps.slice(owner.length)),
  };
}

interface Wording {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}

function describe({ keyword, params }: SchemaFault, value: unknown): Wording {
  const shown = showValue(value);
  switch (keyword) {
    case 'required':
      return {
        code: 'schema-required',
        what: `lacks "${String(params['missingProperty'])}"`,
        remedy: `Add "${String(params['missingProperty'])}".`,
      };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const extra = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      return {
        code: 'schema-unknown-property',
        what: `has the unknown property "${extra}"`,
        remedy: `Remove or rename "${extra}".`,
      };
    }
    case 'enum':
      return {
        code: 'schema-enum',
        what: `is ${shown}`,
        remedy: `Use one of ${(params['allowedValues'] as unknown[]).map(String).join(', ')}.`,
      };
    case 'const':
      return {
        code: 'schema-const',
        what: `is ${shown}`,
        remedy: `Write ${JSON.stringify(params['allowedValue'])}.`,
      };
    case 'type':
      return {
        code: 'schema-type',
        what: `is ${shown}, not of type ${String(params['type'])}`,
        remedy: `Give a value of type ${String(params['type'])}.`,
      };
    case 'pattern':
      return {
        code: 'schema-pattern',
        what: `is ${shown}`,
        remedy: `It must match ${String(params['pattern'])}.`,
      };
    default: {
      // minItems, maxItems, minimum and the like carry their limit.
      const limit = params['limit'] === undefined ? '' : ` ${String(params['limit'])}`;
      return {
        code: `schema-${keyword.toLowerCase()}`,
        what: `is ${shown}, against ${keyword}${limit}`,
        remedy: `Keep to ${keyword}${limit}; see data/plan-bundle.schema.json.`,
      };
    }
  }
}

/** Turns Ajv's faults into problems that name file, thing, path and value. Follow-up faults of `if` are dropped. */
export function createSchemaProblems(faults: readonly SchemaFault[], bundle: unknown): Problem[] {
  return faults
    .filter(({ keyword }) => keyword !== 'if')
    .map((fault) => {
      const steps = splitPointer(fault.instancePath);
      const { file, name, id, path } = findSubject(bundle, steps);
      const { code, what, remedy } = describe(fault, readPath(bundle, steps));
      const subject = [name, path].filter((part) => part !== '').join(': ') || 'the bundle';
      return {
        code,
        severity: 'error',
        file,
        at: id ?? path,
        message: `${subject} ${what}`,
        remedy,
      };
    });
}

/** Wraps a validate function of Ajv as the check that `checkBundle` takes. */
export const createSchemaCheck =
  (validate: SchemaValidator) =>
  (value: unknown): readonly Problem[] =>
    validate(value) ? [] : createSchemaProblems(validate.errors ?? [], value);
