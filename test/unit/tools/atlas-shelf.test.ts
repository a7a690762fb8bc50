/** An atlas that was interrupted goes on where it stopped; with anything changed it begins anew. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { buildAtlas } from '../../../src/cli/atlas/build-atlas.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { openShelf, type DiskShelf } from '../../tools/atlas-shelf.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const OPTIONS = { lang: 'zh-Hans', date: '2026 年 11 月' };
let bundle: PlanBundle;
beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
});

const newRoot = (): string => mkdtempSync(path.join(tmpdir(), 'plan-atlas-shelf-'));

/** @param stopsAt the run is broken off when as many maps are done */
function build(shelf: DiskShelf | null, stopsAt = Infinity): string {
  return buildAtlas({
    bundle,
    cartography,
    lang: 'zh-Hans',
    date: OPTIONS.date,
    ...(shelf ? { shelf } : {}),
    report: (done) => {
      if (done === stopsAt) throw new Error('interrupted');
    },
  });
}

it('takes over the maps of an interrupted run, and gives the same document', () => {
  const root = newRoot();
  expect(() => build(openShelf(bundle, OPTIONS, false, root), 3)).toThrow('interrupted');
  const again = openShelf(bundle, OPTIONS, false, root);
  const html = build(again);
  expect(again.taken).toHaveLength(3);
  expect(again.taken[0]).toBe('location');
  expect(html).toBe(build(null));
  const third = openShelf(bundle, OPTIONS, false, root);
  build(third);
  expect(third.taken.length).toBeGreaterThan(3);
}, 60_000);

it('begins anew when asked to, and when bundle or options differ', () => {
  const root = newRoot();
  openShelf(bundle, OPTIONS, false, root).keep('location', { html: 'a', clauses: [] });
  openShelf(bundle, OPTIONS, false, root).keepPrinted(new Uint8Array([1, 2]));
  expect(openShelf(bundle, OPTIONS, false, root).take('location')).toEqual({
    html: 'a',
    clauses: [],
  });
  expect([...openShelf(bundle, OPTIONS, false, root).takePrinted()!]).toEqual([1, 2]);
  expect(openShelf(bundle, { ...OPTIONS, lang: 'en' }, false, root).take('location')).toBeNull();
  const other = { ...bundle, sources: [] };
  expect(openShelf(other, OPTIONS, false, root).take('location')).toBeNull();
  const fresh = openShelf(bundle, OPTIONS, true, root);
  expect([fresh.take('location'), fresh.takePrinted()]).toEqual([null, null]);
});

it('what is damaged is drawn again', () => {
  const shelf = openShelf(bundle, OPTIONS, false, newRoot());
  shelf.keep('location', { html: 'a', clauses: [] });
  const [file] = readdirSync(shelf.folder);
  writeFileSync(path.join(shelf.folder, file!), '{"html":');
  expect(shelf.take('location')).toBeNull();
  expect(shelf.taken).toEqual([]);
});

it('a bundle that is not sound stops the command with its reason', () => {
  const folder = newRoot();
  writeFileSync(path.join(folder, 'plan-bundle.json'), '{"bundle": ');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'test/tools/print-atlas.ts',
      '--bundle',
      folder,
      '--out',
      path.join(folder, 'a.pdf'),
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('plan-bundle.json');
  expect(readdirSync(folder)).toEqual(['plan-bundle.json']);
}, 60_000);
