/** `npm run catalogue`: writes the table of faults and their tests. */
import { writeFileSync } from 'node:fs';
import { readFaultTests } from './read-fault-tests.ts';
import { TABLE_FILE, writeTable } from './write-table.ts';

writeFileSync(TABLE_FILE, await writeTable(readFaultTests()));
console.log(`Written: ${TABLE_FILE}`);
