import { assert, bigInt, dictionary, letrec, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepDigits } from '../../../src/io/keep-digits.ts';
import { openFiles, toFile } from './open-files.ts';

const LONG = '9007199254740993';
/** Of GB/T 2260 and what follows it: 19 digits. */
const CODE = '1403222020000000001';

it.each([
  ['a member', `{"id":${LONG}}`, `{"id":"${LONG}"}`],
  ['with spaces and lines', `{"id" :\n ${LONG}\n}`, `{"id" :\n "${LONG}"\n}`],
  ['below zero', `{"id":-${LONG}}`, `{"id":"-${LONG}"}`],
  ['in a list', `{"a":[${LONG},${CODE} ]}`, `{"a":["${LONG}","${CODE}" ]}`],
  ['deep within', `{"a":{"b":[{"c":${CODE}}]}}`, `{"a":{"b":[{"c":"${CODE}"}]}}`],
  ['after a string of the same digits', `["${LONG}",${LONG}]`, `["${LONG}","${LONG}"]`],
  [
    'after escaped quotes and backslashes',
    String.raw`{"a":"\\\" ${LONG} ,\\","b":${LONG}}`,
    String.raw`{"a":"\\\" ${LONG} ,\\","b":"${LONG}"}`,
  ],
])('a whole number beyond 2^53 becomes a string: %s', (_, text, kept) => {
  expect(keepDigits(text)).toBe(kept);
});

it.each([
  ['2^53 − 1', `{"id":${Number.MAX_SAFE_INTEGER}}`],
  ['−2^53 + 1', `{"id":${Number.MIN_SAFE_INTEGER}}`],
  ['in a string', `{"a":"x ${LONG} , y","b":"[${LONG}]","c":"\\",\\"d\\":${LONG}"}`],
  ['in a key', `{" ${LONG} ":1}`],
  ['a fraction', `{"a":${LONG}.5,"b":0.${LONG},"c":-0.${LONG}}`],
  ['with an exponent', `{"a":${LONG}e2,"b":1e${LONG},"c":1E-${LONG},"d":1e+${LONG}}`],
  ['a position', `{"coordinates":[[${LONG},-${LONG}],[1,${CODE}]]}`],
  ['nothing', ''],
])('anything else stays as it is: %s', (_, text) => {
  expect(keepDigits(text)).toBe(text);
});

it('whatever the value, it differs from what JSON.parse gives in long numbers alone', () => {
  const { value } = letrec((tie) => ({
    value: oneof({ maxDepth: 4 }, tie('number'), tie('text'), tie('list'), tie('record')),
    number: bigInt(-(10n ** 20n), 10n ** 20n),
    text: oneof(
      string(),
      tuple(string(), bigInt(0n, 10n ** 20n), string()).map(([a, n, b]) => `${a} ${n} ${b}`),
    ),
    list: tuple(tie('value'), tie('value')),
    record: dictionary(string(), tie('value')),
  }));
  /** As JSON, with every big integer as its digits, or as a string of them. */
  const write = (one: unknown, isKept: boolean): string => {
    if (typeof one === 'bigint') {
      const isLong = one > Number.MAX_SAFE_INTEGER || one < Number.MIN_SAFE_INTEGER;
      return isKept && isLong ? `"${one}"` : String(one);
    }
    if (typeof one === 'string') return JSON.stringify(one);
    if (Array.isArray(one)) return `[${one.map((part) => write(part, isKept)).join(',')}]`;
    const members = Object.entries(one as object).map(
      ([key, part]) => `${JSON.stringify(key)}:${write(part, isKept)}`,
    );
    return `{${members.join(',')}}`;
  };
  assert(
    property(value, (one) => {
      expect(keepDigits(`[${write(one, false)}]`)).toBe(`[${write(one, true)}]`);
    }),
    { numRuns: 500 },
  );
});

it('a string of any length overflows nothing', () => {
  const text = `{"a":"${String.raw`\n\"`.repeat(2_000_000)}","b":${LONG}}`;
  expect(keepDigits(text).endsWith(`"b":"${LONG}"}`)).toBe(true);
});

describe('fault 25: ids and properties beyond 2^53 keep all their digits', () => {
  const feature = (id: string): string =>
    `{"type":"Feature","id":${id},"properties":{"BSM":${CODE},"list":[-${LONG}],"note":"${LONG} ,"},"geometry":{"type":"Point","coordinates":[113.4120000000000001,38.086]}}`;

  it.each([
    [
      'in a collection',
      `{"type":"FeatureCollection","features":[${feature(LONG)},${feature('9007199254740992')}]}`,
    ],
    ['one feature a line', `${feature(LONG)}\r\n${feature('9007199254740992')}\n`],
  ])('%s', async (_, text) => {
    const { session, summary } = await openFiles([toFile('x.geojson', text)]);
    const [layer] = summary.layers;
    const taken = await session.take(layer!.id, layer!.guess.candidates[0]!, {
      from: 0,
      count: 2,
    });
    session.dispose();
    expect(summary.problems).toEqual([]);
    expect(taken.map(({ properties }) => properties['id'])).toEqual([LONG, '9007199254740992']);
    expect(taken[0]!.properties).toMatchObject({
      BSM: CODE,
      list: [`-${LONG}`],
      note: `${LONG} ,`,
    });
    expect(taken[0]!.geometry).toEqual({ type: 'Point', coordinates: [113.412, 38.086] });
  });

  it('a fault of the text is told where it stands in the file', async () => {
    await expect(openFiles([toFile('x.geojson', `{"id":${LONG}, "a":NaN}`)])).rejects.toMatchObject(
      { problems: [{ at: 'line 1, column 29' }] },
    );
  });
});
