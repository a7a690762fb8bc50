/**
 * `npm run catalogue`: writes the table of faults and their tests. `npm run catalogue -- report.json …`
 * first takes the results of the reports of vitest that are named, a later one before an earlier one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFaultTests } from './read-fault-tests.ts';
import { readResults, takeReport, writeResults, type TestReport } from './results.ts';
import { TABLE_FILE, writeTable } from './write-table.ts';

const tests = readFaultTests();
let results = readResults();
for (const file of process.argv.slice(2)) {
  results = takeReport(results, tests, JSON.parse(readFileSync(file, 'utf8')) as TestReport);
}
writeResults(results);
writeFileSync(TABLE_FILE, await writeTable(tests, results));
console.log(`Written: ${TABLE_FILE}`);
