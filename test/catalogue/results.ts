/** What the tests of faults came to when they last ran, as `results.json` keeps it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultTest } from './read-fault-tests.ts';

export const RESULTS_FILE = fileURLToPath(new URL('results.json', import.meta.url));

export interface FaultResult {
  /** The day it ran, e.g. `2026-11-27`, in UTC. */
  readonly day: string;
  readonly hasPassed: boolean;
}

/** By `file › title`; a test that has not run is absent. */
export type FaultResults = Readonly<Record<string, FaultResult>>;

/** The part of a report of `vitest --reporter=json` that counts here. */
export interface TestReport {
  readonly testResults: readonly {
    /** Path of the file, on the machine that ran it. */
    readonly name: string;
    /** In milliseconds since 1970. */
    readonly startTime: number;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

export const resultKey = ({ file, title }: Pick<FaultTest, 'file' | 'title'>): string =>
  `${file} › ${title}`;

export function readResults(): FaultResults {
  if (!existsSync(RESULTS_FILE)) return {};
  return JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as FaultResults;
}

/** In the order of the tests, so that a run changes only the lines of what ran. */
export function writeResults(results: FaultResults): void {
  writeFileSync(RESULTS_FILE, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Results with those of a report put in the place of older ones. A title may stand for a group or for
 * rows: it has passed when all that ran under it have. Results of tests that are no more are left out.
 */
export function takeReport(
  results: FaultResults,
  tests: readonly FaultTest[],
  { testResults }: TestReport,
): FaultResults {
  const taken = tests.flatMap((test): (readonly [string, FaultResult])[] => {
    const key = resultKey(test);
    const before = results[key];
    const report = testResults.find(({ name }) => toFile(name) === test.file);
    const ran = (report?.assertionResults ?? []).filter(
      (one) =>
        (one.status === 'passed' || one.status === 'failed') &&
        [...one.ancestorTitles, one.title].some((title) => isTitleOf(test, title)),
    );
    if (!report || ran.length === 0) return before ? [[key, before]] : [];
    const day = new Date(report.startTime).toISOString().slice(0, 10);
    return [[key, { day, hasPassed: ran.every(({ status }) => status === 'passed') }]];
  });
  return Object.fromEntries(taken);
}

/** A report may come from another folder than this one. */
const toFile = (name: string): string =>
  name
    .split(path.sep)
    .join('/')
    .replace(/^.*?\/test\/(?=(unit|dom|e2e|long)\/)/, '');

/** What stands in the code holds places for values: `%s`, `$name` or `${name}`. */
function isTitleOf({ title, numbers }: FaultTest, said: string): boolean {
  const words = title
    .split(/%[sdifjo]|\$\{[^}]*\}|\$[\w.]+/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const list = numbers.join(', ');
  // A row's title is followed by what all rows have in common.
  return new RegExp(`^faults? ${list}: ${words.join('.*')}`).test(said);
}
