/** Data out of the built app: the files that a user gets, opened by GDAL. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { findGdal } from '../tools/find-gdal.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  findGdal();
  folder = await mkdtemp(path.join(tmpdir(), 'plan-atlas-export-'));
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const choose = (page: Page, name: 'scope' | 'format', value: string): Promise<void> =>
  page.locator(`plan-export input[name=${name}][value=${value}]`).check();

async function write(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.locator('plan-export [data-action=export]').click();
  const file = await coming;
  const place = path.join(folder, file.suggestedFilename());
  await file.saveAs(place);
  return place;
}

/** What GDAL finds: its own words, and the features as GeoJSON. */
function openWithGdal(file: string): { readonly info: string; readonly count: number } {
  const source = file.endsWith('.zip') ? `/vsizip/${file}` : file;
  const info = execFileSync('ogrinfo', ['-ro', '-al', source], { encoding: 'utf8' });
  const counts = [...info.matchAll(/Feature Count: (\d+)/g)].map(([, found]) => Number(found));
  return { info, count: counts.reduce((sum, found) => sum + found, 0) };
}

it('every format holds every feature with its clauses and its certainty, in the system that was chosen', async () => {
  const opened = await openAtlas(browser, { hash: 'v=1&tool=export' });
  const { page } = opened;
  const all = await page.evaluate(
    () => document.querySelector('plan-atlas')!.bundle!.features.features.length,
  );
  expect(await findViolations(page)).toEqual([]);
  for (const [format, ending, system] of [
    ['geojson', '.geojson', 'EPSG:4490'],
    ['geopackage', '.gpkg', 'EPSG:4547'],
    ['shapefile', '.zip', 'EPSG:4547'],
    ['kml', '.kml', 'EPSG:4490'],
    ['csv', '.csv', 'EPSG:4490'],
  ] as const) {
    await choose(page, 'format', format);
    if (system === 'EPSG:4547') {
      await page.locator('plan-export select[name=system]').selectOption(system);
    } else if (format === 'csv') {
      await page.locator('plan-export select[name=system]').selectOption('EPSG:4490');
    }
    const file = await write(page);
    expect(file.endsWith(ending)).toBe(true);
    await expect
      .poll(() => page.locator('plan-export [part=news]').textContent())
      .toContain(`${all} 个要素`);
    if (format !== 'shapefile') {
      const { info, count } = openWithGdal(file);
      expect(count).toBe(all);
      expect(info).toContain('藏山风景名胜区');
      expect(info).toContain('推断，非规划原文');
      if (format === 'geopackage') expect(info).toContain('"EPSG",4547');
    } else {
      const { info } = openWithGdal(file);
      expect(info).toContain('藏山风景名胜区');
      expect(info).toMatch(/114/);
    }
  }
  opened.assertClean();
  await opened.close();
}, 120_000);

it('what is selected or in the window goes out alone, and nothing chosen is told', async () => {
  const opened = await openAtlas(browser, { hash: 'v=1&tool=export' });
  const { page } = opened;
  await choose(page, 'scope', 'selected');
  const button = page.locator('plan-export [data-action=export]');
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await expect
    .poll(() => page.locator('plan-export [part=choices]').textContent())
    .toContain('没有选中要素');
  await page.evaluate(() => {
    document.querySelector('plan-atlas')!.feature = 'airport';
  });
  await expect.poll(() => button.textContent()).toContain('导出 1 个要素');
  const file = await write(page);
  const written = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
  expect(written.features.map(({ properties }) => properties['id'])).toEqual(['airport']);
  const ofLayer = await page.evaluate(() => {
    const atlas = document.querySelector('plan-atlas')!;
    atlas.layers = ['airport'];
    return atlas.bundle!.features.features.filter(
      ({ properties }) => properties.layer === 'airport',
    ).length;
  });
  await choose(page, 'scope', 'layers');
  await expect.poll(() => button.textContent()).toContain(`导出 ${ofLayer} 个要素`);
  expect(await findViolations(page)).toEqual([]);
  opened.assertClean();
  await opened.close();
});
