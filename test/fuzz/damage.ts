/** Damages data at random, as files, links and messages of others are damaged. */
import {
  array,
  constant,
  constantFrom,
  jsonValue,
  nat,
  oneof,
  record,
  toStringMethod,
  type Arbitrary,
} from 'fast-check';

const nest = (depth: number): unknown => {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
};

/** Names that every object has, halves of characters, marks of direction, and what looks like code. */
const ODD_WORDS = [
  '',
  ' ',
  '\0',
  '\uD800',
  'x\uDFFF',
  '\u202Ecba',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'nowhere',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("x")',
  '%',
  '字'.repeat(2000),
] as const;

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  95,
  1e308,
  2 ** 53,
  4.2e6,
  [],
  {},
  [[]],
  [null],
  [0, 0],
  [113, 38],
  [38, 113],
  ['113', 38],
  { type: 'Point' },
  { type: 'point', coordinates: [113, 38] },
  { type: 'Polygon', coordinates: [[[113, 38]]] },
  { type: 'LineString', coordinates: [113, 38] },
  { type: 'GeometryCollection', geometries: [null] },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  nest(400),
  ...ODD_WORDS,
];

/** One damage: where, by turns from the root; what is done there; with which value. */
interface Damage {
  readonly steps: readonly number[];
  readonly act: 'replace' | 'remove' | 'add' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

export const oddValue: Arbitrary<unknown> = oneof(
  { arbitrary: constantFrom(...ODD_VALUES), weight: 4 },
  { arbitrary: jsonValue({ maxDepth: 3 }), weight: 1 },
);

export const oddWord: Arbitrary<string> = constantFrom(...ODD_WORDS);

const damage: Arbitrary<Damage> = record({
  steps: array(nat(), { minLength: 1, maxLength: 9, size: 'max' }),
  act: constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
  key: oneof(oddWord, constant('extra')),
  value: oddValue,
});

/** A copy of a value, damaged in one to four places; a failure tells the damages, since the whole may be too deep to print. */
export const damaged = (original: unknown): Arbitrary<Damaged> =>
  array(damage, { minLength: 1, maxLength: 4 }).map((all) => {
    const value: unknown = structuredClone(original);
    for (const one of all) applyTo(value, one);
    return { value, [toStringMethod]: () => all.map(describe).join('; ') };
  });

export interface Damaged {
  readonly value: unknown;
}

const describe = ({ steps, act, key, value }: Damage): string => {
  const text = Array.isArray(value) ? `a list of ${value.length}` : JSON.stringify(value);
  return `${act} ${JSON.stringify(key)} at ${steps.join('/')}: ${text.slice(0, 200)}`;
};

function applyTo(root: unknown, { steps, act, key, value }: Damage): void {
  let owner: unknown = root;
  let at: string | null = null;
  for (const step of steps) {
    const inner: unknown = at === null ? owner : (owner as Record<string, unknown>)[at];
    if (inner === null || typeof inner !== 'object') break;
    const keys = Object.keys(inner);
    if (keys.length === 0) break;
    owner = inner;
    at = keys[step % keys.length]!;
  }
  if (at === null || owner === null || typeof owner !== 'object') return;
  // Each use has a value of its own: what is damaged again must not change what stands elsewhere.
  const own: unknown = structuredClone(value);
  if (Array.isArray(owner)) applyToList(owner, Number(at), act, own);
  else applyToObject(owner, at, { act, key, value: own });
}

function applyToList(list: unknown[], at: number, act: Damage['act'], value: unknown): void {
  if (act === 'remove') list.splice(at, 1);
  else if (act === 'repeat') list.splice(at, 0, structuredClone(list[at]));
  else if (act === 'add') list.splice(at, 0, value);
  else list[at] = value;
}

function applyToObject(
  owner: object,
  at: string,
  { act, key, value }: Pick<Damage, 'act' | 'key' | 'value'>,
): void {
  if (act === 'remove') Reflect.deleteProperty(owner, at);
  else set(owner, act === 'replace' ? at : key, value);
}

/** As JSON.parse does: `__proto__` is a name like any other. */
function set(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
