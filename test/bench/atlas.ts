/**
 * What the atlas costs: time and peak memory of Node and the browser together, anew and taken over from the run before.
 * `npm run bench:atlas` writes results/atlas.json and results/atlas.md. Needs `ps`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const EVERY_MS = 250;
const HERE = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(mkdtempSync(path.join(tmpdir(), 'plan-atlas-bench-')), 'atlas.pdf');

interface Run {
  readonly name: string;
  readonly seconds: number;
  /** Node and all that it has started, in MB of 1000 kB; what they share counts for each. */
  readonly peakMb: number;
}

/** Resident memory of a process and all below it, in kB. */
function treeKb(root: number): number {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const below = (pid: number): number =>
    rows
      .filter(([, parent]) => parent === pid)
      .reduce((sum, [child, , rss]) => sum + rss + below(child), 0);
  return (rows.find(([pid]) => pid === root)?.[2] ?? 0) + below(root);
}

async function measure(name: string, more: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/tools/print-atlas.ts', '--out', out, ...more],
    { cwd: path.join(HERE, '../..'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let peakKb = 0;
  const timer = setInterval(() => {
    peakKb = Math.max(peakKb, treeKb(child.pid!));
  }, EVERY_MS);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`the atlas ended with ${String(code)}`);
  return {
    name,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    peakMb: Math.round(peakKb / 1000),
  };
}

const runs = [await measure('anew', ['--fresh']), await measure('taken over', [])];
const bytes = statSync(out).size;
const pages = readFileSync(out, 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
const machine = `${platform()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
writeFileSync(
  path.join(HERE, 'results/atlas.json'),
  `${JSON.stringify({ machine, pages, bytes, runs }, null, 2)}\n`,
);
const rows = runs.map(({ name, seconds, peakMb }) => `| ${name} | ${seconds} | ${peakMb} |`);
writeFileSync(
  path.join(HERE, 'results/atlas.md'),
  [
    '# What the atlas costs',
    '',
    `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${machine}. Written by \`npm run bench:atlas\`.`,
    '',
    '| run | seconds | peak memory, MB |',
    '| --- | ---: | ---: |',
    ...rows,
    '',
  ].join('\n'),
);
console.log(rows.join('\n'));
