/**
 * Another plan than the county's, made in the atlas by the guide of the README from nothing but its text and a table
 * of places, and kept in `public/examples/xiongan/`. `UPDATE_GOLDEN=1` writes the kept bundle anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readBundleZip } from '../../src/io/bundle-zip.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { openAtlas } from './open-atlas.ts';

const FOLDER = 'public/examples/xiongan';
const KEPT = path.join(FOLDER, 'xiongan.zip');

interface Place {
  readonly 名称: string;
  readonly 类别: string;
  readonly 阶段: string;
  readonly 引文: string;
  readonly 经度: string;
  readonly 纬度: string;
  readonly '误差（米）': string;
  readonly 说明: string;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const edit = (page: Page) => page.locator('plan-atlas plan-edit');

async function fill(page: Page, name: string, value: string): Promise<void> {
  const field = edit(page).locator(`[name=${name}]`).first();
  await field.fill(value);
  await field.blur();
}

async function addPlace(page: Page, place: Place): Promise<void> {
  await edit(page).locator('[name=new-name]').fill(place.名称);
  await edit(page).locator('[data-control=new-feature]').click();
  await edit(page).locator('[name=kind]').selectOption(place.类别);
  await edit(page).locator('[name=status]').selectOption(place.阶段);
  const para = await page.evaluate((quote) => {
    const doc = document.querySelector('plan-atlas')!.bundle!.plan.docs[0]!;
    return `${doc.id}/${doc.paragraphs.find(({ text }) => text.includes(quote))!.id}`;
  }, place.引文);
  await edit(page).locator('[name=para]').selectOption(para);
  await edit(page).locator('[name=quote]').fill(place.引文);
  await edit(page).locator('[data-control=add-cite]').click();
  await fill(page, 'note', place.说明);
  if (place.经度 !== '') {
    await edit(page).locator('[name=coordinates]').fill(`${place.经度}, ${place.纬度}`);
    await edit(page).locator('[data-control=apply-geometry]').click();
    await fill(page, 'horizontal', place['误差（米）']);
    await fill(page, 'method', '按公开地图概略读取');
  }
  await edit(page).locator('[data-control=back]').click();
}

it(
  'a second plan is made by the guide, and is the one that is kept',
  { timeout: 240_000 },
  async () => {
    const opened = await openAtlas(browser, { width: 1440, height: 900, hash: 'v=1&tool=edit' });
    const { page } = opened;
    // 1. A new plan: title, id, extent.
    await edit(page).locator('[data-tab=text]').click();
    await edit(page).locator('[data-control=new-plan]').click();
    await edit(page).locator('[name=plan-title]').fill('河北雄安新区规划纲要图集');
    await edit(page).locator('[name=plan-id]').fill('xiongan-outline');
    await edit(page).locator('[name=plan-xzqdm]').fill('133100');
    await edit(page).locator('[name=plan-extent]').fill('115.6, 38.7, 116.4, 39.3');
    await edit(page).locator('[data-control=create-plan]').click();
    await page.waitForFunction(
      () => document.querySelector('plan-atlas')!.bundle?.bundle.id === 'xiongan-outline',
    );
    // 2. Its text, from a file.
    await edit(page).locator('[name=plan-text]').setInputFiles(path.join(FOLDER, 'outline.txt'));
    await edit(page).locator('[data-control=take-text]').click();
    await page.waitForFunction(
      () => document.querySelector('plan-atlas')!.bundle!.plan.docs[0]!.paragraphs.length > 3,
    );
    // 3. Where it comes from, and what has no place.
    await edit(page).locator('[data-tab=sources]').click();
    await edit(page)
      .locator('[name=source-title]')
      .first()
      .fill('河北雄安新区规划纲要（2018年4月公布）');
    await edit(page).locator('[data-control=add-source]').click();
    const goal = edit(page).locator('li[data-para]', { hasText: '发展目标' });
    await goal.locator('[name=reason]').fill('讲总体目标，没有地点。');
    await goal.locator('[data-control=declare]').click();
    const extent = edit(page).locator('li[data-para]', { hasText: '新区范围' });
    await extent.locator('[name=reason]').fill('讲规划范围，节录未附界线。');
    await extent.locator('[data-control=declare]').click();
    // 4. Its features, each under its words.
    await edit(page).locator('[data-tab=features]').click();
    const { data: places } = Papa.parse<Place>(
      await readFile(path.join(FOLDER, 'places.csv'), 'utf8'),
      { header: true, skipEmptyLines: true },
    );
    for (const place of places) await addPlace(page, place);
    // 5. The proof finds nothing.
    await edit(page).locator('[data-tab=check]').click();
    await edit(page).locator('.good').waitFor();
    // 6. Out as one file.
    await edit(page).locator('[data-saving=saved]').waitFor();
    await edit(page).locator('[data-tab=versions]').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      edit(page).locator('[data-control=export-zip]').click(),
    ]);
    const made = await readFile(await file.path());
    opened.assertClean();
    await opened.close();
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(KEPT, made);
    const kept = new Uint8Array(await readFile(KEPT));
    expect(readBundleZip(new Uint8Array(made), 'made.zip')).toEqual(
      readBundleZip(kept, 'kept.zip'),
    );
  },
);

it(
  'its page shows text and map from the kept file, and asks no other host',
  { timeout: 90_000 },
  async () => {
    const opened = await openPage(browser, {
      url: `${inject('origin')}/examples/xiongan/index.html`,
    });
    const { page } = opened;
    await page
      .locator('plan-atlas')
      .evaluate((atlas: HTMLElementTagNameMap['plan-atlas']) => atlas.viewOnReady());
    const seen = await page.evaluate(() => {
      const atlas = document.querySelector('plan-atlas')!;
      const { features } = atlas.bundle!.features;
      const seat = features.find(({ properties }) => properties.name === '雄县县城')!;
      atlas.select({ feature: seat.properties.id });
      return {
        title: atlas.bundle!.bundle.title,
        features: atlas.bundle!.features.features.length,
        paragraphs: atlas.bundle!.plan.docs[0]!.paragraphs.length,
      };
    });
    expect(seen).toEqual({ title: '河北雄安新区规划纲要图集', features: 16, paragraphs: 5 });
    await page.locator('plan-atlas plan-card h2', { hasText: '雄县县城' }).waitFor();
    expect(await page.locator('plan-atlas plan-text').count()).toBe(1);
    opened.assertClean();
    await opened.close();
  },
);
