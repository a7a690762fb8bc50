import { describe, expect, it } from 'vitest';
import { findTwice } from '../../../src/core/find-twice.ts';

describe('findTwice', () => {
  it.each([
    ['{}', []],
    ['{"a":1,"b":1}', []],
    ['{"a":1,"a":2}', [{ key: 'a', line: 1 }]],
    ['{\n"a": 1,\n"b": {"a": 2},\n"a": 3}', [{ key: 'a', line: 4 }]],
    // Another object of the same depth begins anew.
    ['[{"a":1},{"a":1},{"b":{"c":1}},{"b":{"c":1}}]', []],
    ['{"a":[{"a":1}],"b":[["a","a"]]}', []],
    // What stands in words is none of the signs, whatever is escaped there.
    ['{"a":"{\\"a\\":1,","b":"\\\\","c":"\\\\\\"}"}', []],
    ['{"a\\"b":1,"a\\"b":2}', [{ key: 'a"b', line: 1 }]],
    ['{"\\\\":1,"\\\\":2}', [{ key: '\\', line: 1 }]],
    // A value before the colon of the next key is not taken for a key.
    ['{"a":"b","b":1}', []],
  ])('%s', (text, found) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(findTwice(text)).toEqual(found);
  });

  it('tells of twenty at most', () => {
    const text = `{${Array.from({ length: 60 }, () => '"a":1').join()}}`;
    expect(findTwice(text)).toHaveLength(20);
  });

  it('comes to an end with text that is no JSON', () => {
    for (const text of ['"', '{"a', '}}]]:', '{"a":1,"a', ':::"\\']) {
      expect(() => findTwice(text)).not.toThrow();
    }
  });
});
