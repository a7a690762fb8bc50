/** `npm run check:bundle [folder]`: proves a bundle folder (default data/) and prints what it holds. */
import { fileURLToPath } from 'node:url';
import type { Problem } from '../contracts/errors.ts';
import { checkBundle } from '../core/check-bundle.ts';
import { countBundle, writeCounts } from '../core/count-bundle.ts';
import { readBundleFolder } from './read-bundle-folder.ts';
import { checkSchema } from './schema-check.ts';

export interface FolderReport {
  /** Counts line, then every problem. */
  readonly lines: readonly string[];
  readonly isSound: boolean;
}

const writeProblem = ({ severity, code, file, message, remedy }: Problem): string =>
  `${severity} ${code}: ${file}: ${message}. ${remedy}`;

/** Reads, checks and counts a bundle folder. Warnings are listed and do not fail. */
export async function reportFolder(folder: string): Promise<FolderReport> {
  const { bundle, problems: found, fileOf, storyFile } = await readBundleFolder(folder);
  const checked = bundle === null ? [] : checkBundle(bundle, checkSchema, { fileOf, storyFile });
  const problems = [...found, ...checked];
  const isSound = problems.every(({ severity }) => severity !== 'error');
  const canCount = bundle !== null && checked.every(({ code }) => !code.startsWith('schema-'));
  const counts = canCount
    ? writeCounts(countBundle(bundle, checked))
    : 'not counted: the bundle does not fit its schema';
  const summary =
    problems.length === 0 ? [] : [`${problems.length} problem${problems.length === 1 ? '' : 's'}:`];
  return { lines: [counts, ...summary, ...problems.map(writeProblem)], isSound };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/', import.meta.url));
  const { lines, isSound } = await reportFolder(folder);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = isSound ? 0 : 1;
}
