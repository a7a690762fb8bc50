/**
 * The gate: every check, one after another, stopping at the first that fails (`--keep-going`: at
 * the end). Ends with `N passed, N failed` alone on a line, summed over all steps: a step of tests
 * counts its tests, any other step counts as one. `--reports=folder` keeps the reports of the tests
 * there, as `npm run catalogue` takes them.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Step {
  readonly name: string;
  /** An npm script with its arguments, or vitest projects. */
  readonly run: { readonly script: string } | { readonly projects: readonly string[] };
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const STEPS: readonly Step[] = [
  { name: 'format', run: { script: 'format:check' } },
  { name: 'lint', run: { script: 'lint' } },
  { name: 'lockfile', run: { script: 'lint:lockfile' } },
  { name: 'types', run: { script: 'types' } },
  { name: 'unused', run: { script: 'knip' } },
  { name: 'unit and element tests', run: { projects: ['unit', 'dom'] } },
  { name: 'plan bundle', run: { script: 'check:bundle' } },
  { name: 'build of the library', run: { script: 'build:lib' } },
  // Serves the library beside itself.
  { name: 'build of the app', run: { script: 'build:app' } },
  { name: 'sizes', run: { script: 'size' } },
  { name: 'end-to-end tests', run: { projects: ['e2e'] } },
];

const kept = process.argv.find((given) => given.startsWith('--reports='))?.split('=')[1];
if (kept) mkdirSync(kept, { recursive: true });
const folder = kept || mkdtempSync(path.join(tmpdir(), 'plan-atlas-gate-'));
try {
  await runGate(process.argv.includes('--keep-going'));
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}

async function runGate(keepGoing: boolean): Promise<void> {
  const startedMs = Date.now();
  let passed = 0;
  let failed = 0;
  const lines: string[] = [];
  for (const [index, step] of STEPS.entries()) {
    console.log(`\n▶ ${index + 1}/${STEPS.length} ${step.name}`);
    const stepStartedMs = Date.now();
    const count = await runStep(step, path.join(folder, `${index}.json`));
    const line = `${count.failed === 0 ? '✔' : '✘'} ${step.name} (${formatSeconds(Date.now() - stepStartedMs)})`;
    console.log(line);
    lines.push(line);
    passed += count.passed;
    failed += count.failed;
    if (failed > 0 && !keepGoing) {
      for (const { name } of STEPS.slice(index + 1)) lines.push(`- ${name} (not run)`);
      break;
    }
  }
  console.log(`\nGate in ${formatSeconds(Date.now() - startedMs)}`);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runStep({ run }: Step, reportFile: string): Promise<Count> {
  if ('script' in run) {
    const status = await runNpm(['run', '--silent', run.script]);
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const status = await runNpm([
    'exec',
    '--no',
    '--',
    'vitest',
    'run',
    ...run.projects.flatMap((project) => ['--project', project]),
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  return countTests(reportFile, status);
}

/** A file that fails to load has no failed test in the report; the exit status tells of it. */
function countTests(reportFile: string, status: number): Count {
  let passed = 0;
  let failed = 0;
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as {
      readonly numPassedTests: number;
      readonly numFailedTests: number;
    };
    passed = report.numPassedTests;
    failed = report.numFailedTests;
  } catch {
    console.log('The tests left no report.');
    return { passed, failed: 1 };
  }
  return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
}

function runNpm(args: readonly string[]): Promise<number> {
  const isWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: isWindows,
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
    });
    child.once('error', (error) => {
      console.log(String(error));
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
