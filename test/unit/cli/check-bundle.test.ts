import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reportFolder } from '../../../src/cli/check-bundle.ts';
import { readBundleFolder } from '../../../src/cli/read-bundle-folder.ts';
import { DATA_FOLDER } from '../../tools/read-shipped-bundle.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-bundle-'));
  cpSync(DATA_FOLDER, folder, {
    recursive: true,
    filter: (source) => !source.includes(`${path.sep}make`),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const replaceIn = (file: string, from: string, to: string): void => {
  const at = path.join(folder, file);
  writeFileSync(at, readFileSync(at, 'utf8').replace(from, to));
};

it('passes the shipped folder and prints its counts', async () => {
  const { lines, isSound } = await reportFolder(folder);
  expect(isSound).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(
    'corridors 8, zones 4, parks 3, airport 1, seats 13, paragraphs 24 of 24 accounted for',
  );
});

it('fails and lists every problem with file and id', async () => {
  replaceIn('tourism.geojson', '"quote": "忠义文化"', '"quote": "忠义文明"');
  replaceIn('tourism.geojson', '"quote":"忠义文化"', '"quote":"忠义文明"');
  replaceIn('outline.zh-Hans.md', '## goals-governance', '## goals-x');
  const { lines, isSound } = await reportFolder(folder);
  expect(isSound).toBe(false);
  const text = lines.join('\n');
  expect(text).toContain('error quote-not-found: tourism.geojson: feature "');
  expect(text).toContain(
    'error paragraph-missing: outline.zh-Hans.md: paragraph "goals-governance"',
  );
  expect(text).toContain('error paragraph-unaccounted: plan-bundle.json: paragraph "goals-x"');
});

it('fails on broken JSON with its line', async () => {
  replaceIn('water.geojson', '"features"', 'features');
  const { lines, isSound } = await reportFolder(folder);
  expect(isSound).toBe(false);
  expect(lines.join('\n')).toContain(
    'error json-syntax: water.geojson: not valid JSON at line 3, column 3',
  );
});

it('refuses a file outside the folder', async () => {
  replaceIn('plan-bundle.json', '"outline.zh-Hans.md"', '"../outline.zh-Hans.md"');
  const { problems } = await readBundleFolder(folder);
  expect(problems[0]).toMatchObject({ code: 'file-unreadable', at: '../outline.zh-Hans.md' });
});
