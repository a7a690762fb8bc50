import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../catalogue/faults.ts';
import { findTitles, readFaultTests } from '../../catalogue/read-fault-tests.ts';
import { readResults, takeReport, type TestReport } from '../../catalogue/results.ts';
import { TABLE_FILE, writeTable } from '../../catalogue/write-table.ts';

const tests = readFaultTests();

/** A title that the catalogue does not find in this file. */
const titled = (numbers: string, words: string): string =>
  `fault${numbers.includes(',') ? 's' : ''} ${numbers}: ${words}`;

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
    expect(readFileSync(TABLE_FILE, 'utf8')).toBe(await writeTable(tests, readResults()));
  });
});

describe('a title', () => {
  const named = (quote: string, words: string): string => `it(${quote}${words}${quote}, () => {});`;

  it('names one fault or several, in any quotes', () => {
    const code = [
      named("'", titled('7', 'one')),
      named('`', titled('8, 19', '${two}')),
      named('"', titled('1', 'it’s three')),
    ].join('\n');
    expect(findTitles(code)).toEqual([
      { numbers: [7], title: 'one' },
      { numbers: [8, 19], title: '${two}' },
      { numbers: [1], title: 'it’s three' },
    ]);
  });

  it('that only speaks of a fault names none', () => {
    expect(findTitles(named("'", `as of ${titled('7', 'one')}`))).toEqual([]);
    expect(findTitles(`// ${titled('7', 'a comment')}`)).toEqual([]);
  });
});

describe('a result', () => {
  const TEST = {
    folder: 'e2e',
    file: 'e2e/x.test.ts',
    title: 'a %s, shown',
    numbers: [3],
  } as const;
  const report = (...rows: readonly (readonly [title: string, status: string])[]): TestReport => ({
    testResults: [
      {
        name: '/elsewhere/test/e2e/x.test.ts',
        startTime: Date.UTC(2026, 10, 27, 12),
        assertionResults: rows.map(([title, status]) => ({ ancestorTitles: [], title, status })),
      },
    ],
  });
  const key = 'e2e/x.test.ts › a %s, shown';
  const passed = { day: '2026-11-27', hasPassed: true };

  it('is that of all rows of a title, with the day', () => {
    const one = [titled('3', 'a point, shown'), 'passed'] as const;
    const other = (status: string) => [titled('3', 'a line, shown: and kept'), status] as const;
    const take = (given: TestReport) => takeReport({}, [TEST], given);
    expect(take(report(one, other('passed')))).toEqual({ [key]: passed });
    expect(take(report(one, other('failed')))).toEqual({ [key]: { ...passed, hasPassed: false } });
    expect(take(report(one, other('skipped')))).toEqual({ [key]: passed });
  });

  it('of a group is that of its tests', () => {
    const given = report(['it draws', 'failed']);
    const [file] = given.testResults;
    const within = {
      ...file!.assertionResults[0]!,
      ancestorTitles: [titled('3', 'a point, shown')],
    };
    const grouped = { testResults: [{ ...file!, assertionResults: [within] }] };
    expect(takeReport({}, [TEST], grouped)).toEqual({ [key]: { ...passed, hasPassed: false } });
  });

  it('stays what it was where a report has nothing of the test, and goes with its test', () => {
    const strange = report(
      [titled('3', 'another, shown'), 'failed'],
      [titled('30', 'a x, shown'), 'failed'],
    );
    expect(takeReport({ [key]: passed, gone: passed }, [TEST], strange)).toEqual({ [key]: passed });
  });

  it('stands in the table; a test that has not run is said to be so', async () => {
    expect(await writeTable([TEST], { [key]: passed })).toContain('✓ 2026-11-27');
    expect(await writeTable([TEST], { [key]: { ...passed, hasPassed: false } })).toContain('✗ 20');
    expect(await writeTable([TEST], {})).toContain('not run');
  });
});
