import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/core/parse-json.ts';

const findFault = (text: string) => {
  const parsed = parseJson(text, 'x.json');
  if (parsed.isValid) throw new Error('the text is valid');
  return parsed.problem;
};

describe('parseJson', () => {
  it('strips a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": 1}', 'x.json')).toEqual({ isValid: true, value: { a: 1 } });
  });

  it.each([
    ['{"a": [1, 2', 'line 1, column 12', 'ends too early'],
    ['{\n  "a": NaN\n}', 'line 2, column 8', 'NaN'],
    ['{"a": -Infinity}', 'line 1, column 7', '-Infinity'],
    ['{"a": 1,}', 'line 1, column 9', '"}"'],
    ['{"a" 1}', 'line 1, column 6', '":"'],
    ["{'a': 1}", 'line 1, column 2', 'quoted name'],
    ['[1 2]', 'line 1, column 4', '"2"'],
    ['', 'line 1, column 1', 'no value'],
    ['{"a": "open', 'line 1, column 7', '"\\""'],
    ['[1]]', 'line 1, column 4', '"]"'],
  ])('says where %j breaks and what stands there', (text, at, what) => {
    expect(findFault(text)).toMatchObject({ code: 'json-syntax', file: 'x.json', at });
    expect(findFault(text).message).toContain(what);
  });

  it('does not overflow on 100,000 open brackets', () => {
    expect(findFault('['.repeat(100_000)).message).toContain('100000 open brackets');
  });
});
