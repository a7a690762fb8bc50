import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { FAULT_KINDS, FAULTS, type FaultKind } from './faults.ts';
import type { FaultTest } from './read-fault-tests.ts';
import { resultKey, type FaultResult, type FaultResults } from './results.ts';

export const TABLE_FILE = fileURLToPath(new URL('README.md', import.meta.url));

const INTRODUCTION = `# Faults and their tests

What can go wrong, what must come of it, and the tests that prove it. Written by \`npm run catalogue\` from the titles of the tests; a unit test fails when a fault has no test, a test names a fault that is not here, or this file is not what the command writes. Tests in \`long/\` run with \`npm run test:long\`, all others in the gate.

The result is that of the last run whose report was given to \`npm run catalogue -- report.json …\`, with its day: ✓ passed, ✗ failed. Such a report is what \`npx vitest run … --reporter=json --outputFile=report.json\` leaves, or the gate with \`npm test -- --reports=folder\`; \`results.json\` keeps what they said.
`;

/** The catalogue as Markdown. */
export async function writeTable(
  tests: readonly FaultTest[],
  results: FaultResults,
): Promise<string> {
  const groups = (Object.keys(FAULT_KINDS) as FaultKind[]).map((kind) =>
    writeGroup(kind, tests, results),
  );
  const config = await resolveConfig(TABLE_FILE);
  return format([INTRODUCTION, ...groups].join('\n'), { ...config, parser: 'markdown' });
}

function writeGroup(kind: FaultKind, tests: readonly FaultTest[], results: FaultResults): string {
  const rows = FAULTS.filter((fault) => fault.kind === kind).flatMap(
    ({ number, fault, outcome }) => {
      const proofs = tests.filter(({ numbers }) => numbers.includes(number));
      const first = `| ${number} | ${escape(`${fault}: ${outcome}`)} |`;
      if (proofs.length === 0) return [`${first} none | |`];
      return proofs.map(
        (test, index) =>
          `${index === 0 ? first : '| | |'} ${test.file} › ${escape(test.title)} | ${showResult(results[resultKey(test)])} |`,
      );
    },
  );
  return [
    `## ${FAULT_KINDS[kind]}\n`,
    '| | fault: outcome | tests | result |',
    '|-|-|-|-|',
    ...rows,
    '',
  ].join('\n');
}

function showResult(result: FaultResult | undefined): string {
  if (!result) return 'not run';
  return `${result.hasPassed ? '✓' : '✗'} ${result.day}`;
}

/** What Markdown would read as its own signs. */
const escape = (text: string): string => text.replaceAll(/[\\`*_|<>[\]$]/g, String.raw`\$&`);
