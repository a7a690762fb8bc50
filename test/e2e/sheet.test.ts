/** Sheets from the built app: true to scale, whole, and with a legend of what is on them. */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plan-atlas-sheet-'));
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const choose = (page: Page, name: string, value: string): Promise<string[]> =>
  page.locator(`plan-sheet select[name=${name}]`).selectOption(value);

/** Once what was chosen is drawn. */
const drawn = (page: Page, name: string): Promise<void> =>
  expect
    .poll(() => page.locator('plan-sheet [part=preview]').getAttribute('alt'))
    .toBe(name)
    .then(() => {});

async function save(page: Page, action: string): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator(`plan-sheet [data-action=${action}]`).click();
  const file = await coming;
  const place = path.join(folder, file.suggestedFilename());
  await file.saveAs(place);
  return place;
}

it('a sheet follows its paper and scale, its bar is as long as it says, and layers that are off are on it no more', async () => {
  const opened = await openAtlas(browser, { width: 1280, height: 800, hash: 'v=1&tool=sheet' });
  const { page } = opened;
  await drawn(page, '预览：A3，1∶300 000');
  expect(await findViolations(page)).toEqual([]);
  for (const [paper, scale, bar] of [
    ['A4', 500_000, 20_000],
    ['A1', 125_000, 10_000],
  ] as const) {
    await choose(page, 'paper', paper);
    await choose(page, 'scale', String(scale));
    await drawn(page, `预览：${paper}，1∶${String(scale).replace(/000$/, ' 000')}`);
    const svg = readFileSync(await save(page, 'svg'), 'utf8');
    const [, metres, pieces] = /data-scale-bar="(\d+)">(.*?)<\/g>/s.exec(svg)!;
    expect(Number(metres)).toBe(bar);
    const widths = [...pieces!.matchAll(/ width="([\d.]+)"/g)].map(([, width]) => Number(width));
    const lengthMm = widths.reduce((sum, width) => sum + width, 0);
    expect(Math.abs((lengthMm * scale) / 1000 / bar - 1)).toBeLessThan(0.005);
    expect(svg).toContain('界线仅供示意');
  }
  await page.evaluate(() => {
    document.querySelector('plan-atlas')!.layers = ['airport', 'boundary'];
  });
  await expect
    .poll(async () => {
      const svg = readFileSync(await save(page, 'svg'), 'utf8');
      return new Set([...svg.matchAll(/data-class="([^"]+)"/g)].map(([, id]) => id)).size;
    })
    .toBe(2);
  opened.assertClean();
  await opened.close();
}, 90_000);

it('fault 78: a PNG of A4 has 300 dots an inch, is whole, and is not blank anywhere on the map', async () => {
  const opened = await openAtlas(browser, { width: 1280, height: 800, hash: 'v=1&tool=sheet' });
  const { page } = opened;
  await choose(page, 'paper', 'A4');
  await expect
    .poll(() => page.locator('plan-sheet [part=preview]').getAttribute('alt'))
    .toContain('A4');
  const png = PNG.sync.read(readFileSync(await save(page, 'png')));
  expect([png.width, png.height]).toEqual([3508, 2480]);
  /** Shares of the picture: the sheet's edge is paper, the map's middle is not. */
  const at = (x: number, y: number): readonly number[] => {
    const from = (Math.round(y * png.height) * png.width + Math.round(x * png.width)) * 4;
    return [...png.data.subarray(from, from + 3)];
  };
  expect(at(0.005, 0.005)).toEqual([255, 255, 255]);
  expect(at(0.995, 0.995)).toEqual([255, 255, 255]);
  for (const [x, y] of [
    [0.07, 0.2],
    [0.7, 0.2],
    [0.07, 0.88],
    [0.7, 0.88],
    [0.4, 0.5],
  ] as const) {
    expect(at(x, y)).not.toEqual([255, 255, 255]);
  }
  page.setDefaultTimeout(60_000);
  await choose(page, 'paper', 'A2');
  await expect
    .poll(() => page.locator('plan-sheet [part=preview]').getAttribute('alt'))
    .toContain('A2');
  await page.locator('plan-sheet [data-action=png]').click();
  await page.locator('plan-sheet [data-action=cancel]').click();
  await expect.poll(() => page.locator('plan-sheet [part=news]').textContent()).toContain('已取消');
  opened.assertClean();
  await opened.close();
}, 180_000);

it('fault 78: what is printed is the sheet alone, at its size, its words as words', async () => {
  const opened = await openAtlas(browser, { width: 1280, height: 800, hash: 'v=1&tool=sheet' });
  const { page } = opened;
  await drawn(page, '预览：A3，1∶300 000');
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['asked'] = 'true';
    };
  });
  await page.locator('plan-sheet [data-action=print]').click();
  await page.locator('html[data-asked=true]').waitFor();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('#plan-atlas-print > svg');
  const box = (await sheet.boundingBox())!;
  expect(box.width).toBeCloseTo((420 / 25.4) * 96, 0);
  expect(box.height).toBeCloseTo((297 / 25.4) * 96, 0);
  expect(await page.locator('plan-atlas').isVisible()).toBe(false);
  expect(await sheet.locator('text', { hasText: '比例尺 1∶300 000' }).count()).toBe(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 119[01](\.\d+)? 84[12](\.\d+)?\]/);
  expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('#plan-atlas-print').count()).toBe(0);
  opened.assertClean();
  await opened.close();
}, 60_000);
