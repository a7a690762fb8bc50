import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../catalogue/faults.ts';
import { findTitles, readFaultTests } from '../../catalogue/read-fault-tests.ts';
import { TABLE_FILE, writeTable } from '../../catalogue/write-table.ts';

const tests = readFaultTests();

describe('the catalogue of faults', () => {
  it('has a test for every fault', () => {
    const proved = new Set(tests.flatMap(({ numbers }) => numbers));
    expect(FAULTS.filter(({ number }) => !proved.has(number))).toEqual([]);
  });

  it('has every fault that a test names', () => {
    const known = new Set(FAULTS.map(({ number }) => number));
    const stray = tests.filter(({ numbers }) => numbers.some((number) => !known.has(number)));
    expect(stray).toEqual([]);
  });

  it('stands in the table as the tests name it now; mended by "npm run catalogue"', async () => {
    expect(readFileSync(TABLE_FILE, 'utf8')).toBe(await writeTable(tests));
  });
});

describe('a title', () => {
  const named = (quote: string, words: string): string => `it(${quote}${words}${quote}, () => {});`;

  it('names one fault or several, in any quotes', () => {
    const code = [
      named("'", 'fault 7: one'),
      named('`', 'faults 8, 19: ${two}'),
      named('"', 'fault 1: it’s three'),
    ].join('\n');
    expect(findTitles(code)).toEqual([
      { numbers: [7], title: 'one' },
      { numbers: [8, 19], title: '${two}' },
      { numbers: [1], title: 'it’s three' },
    ]);
  });

  it('that only speaks of a fault names none', () => {
    expect(findTitles(named("'", 'as of fault 7: one'))).toEqual([]);
    expect(findTitles('// fault 7: a comment')).toEqual([]);
  });
});
