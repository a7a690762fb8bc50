/** Finds the tests that name a fault: their title, or that of a group or of a row, begins with `fault 17: ` or `faults 17, 18: `. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of all tests. */
const TESTS = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['unit', 'dom', 'e2e', 'long'] as const;

/** Where tests run: the first three in the gate. */
export type TestFolder = (typeof FOLDERS)[number];

export interface FaultTest {
  readonly folder: TestFolder;
  /** From the folder of tests, e.g. `unit/io/faults-geojson.test.ts`. */
  readonly file: string;
  /** As it stands in the code, without the numbers. */
  readonly title: string;
  readonly numbers: readonly number[];
}

/** A text in quotes that begins with the numbers of faults. */
const TITLE = /(['"`])faults? (\d+(?:, \d+)*): ((?:\\.|(?!\1)[^\\])+)\1/g;

/** Tests of all files, in the order of files and of lines. */
export function readFaultTests(): readonly FaultTest[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(TESTS, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name).split(path.sep).join('/'))
      .filter((file) => file.endsWith('.test.ts'))
      .toSorted()
      .flatMap((file) =>
        findTitles(readFileSync(path.join(TESTS, file), 'utf8')).map((found) => ({
          folder,
          file,
          ...found,
        })),
      ),
  );
}

/** Titles with faults in the text of a test file. */
export function findTitles(code: string): readonly Pick<FaultTest, 'title' | 'numbers'>[] {
  return [...code.matchAll(TITLE)].map(([, , numbers = '', title = '']) => ({
    title: title.replaceAll(/\\(.)/g, '$1'),
    numbers: numbers.split(', ').map(Number),
  }));
}
