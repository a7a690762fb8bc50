import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The strict policy refuses a style attribute, and Lit's `styleMap` writes one at first render. */
const REFUSED = /\sstyle=["'$]|styleMap|setAttribute\(\s*['"]style['"]|\bnew Function\(/;

/** Text that would become markup or code: what Trusted Types refuse. Workers start in one place, by a policy. */
const SINK =
  /\b(inner|outer)HTML\b|insertAdjacentHTML|parseFromString|document\.write|createContextualFragment|unsafe(HTML|SVG|Static)|\bsrcdoc\b|new Worker\(/;
/** One goes by the policy; the other parses XML with xmldom, which knows nothing of the browser's document. */
const NO_SINKS: ReadonlySet<string> = new Set([
  path.join('workers', 'start-worker.ts'),
  path.join('io', 'parse-xml.ts'),
]);

test('nothing hands text to a sink of Trusted Types', () => {
  const folder = path.join(ROOT, 'src');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !NO_SINKS.has(file))
    .filter((file) => SINK.test(readFileSync(path.join(folder, file), 'utf8')));
  expect(found).toEqual([]);
});

test('no element writes a style attribute, which the strict policy would refuse', () => {
  const folder = path.join(ROOT, 'src', 'elements');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line, at: `${file}:${index + 1}` })),
    )
    .filter(({ line }) => REFUSED.test(line))
    .map(({ line, at }) => `${at}: ${line.trim()}`);
  expect(found).toEqual([]);
});

test('the app’s page holds no inline script and no inline style', () => {
  const page = readFileSync(path.join(ROOT, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});
