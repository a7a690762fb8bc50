import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Story } from '../../src/contracts/bundle.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { printPage, waitForHandout } from '../tools/print-handout.ts';
import { drawPdfPages, readPdfPages } from '../tools/read-pdf.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;
let folder: string;
let story: Story;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-handout-'));
  story = (await readShippedBundle()).bundle.story!;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
const addressOf = (more = ''): string => `${inject('origin')}/?print=handout${more}`;

/** Part of the pixels that are not white, 0–1. */
function inkOf(file: string): number {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! < 245 || data[at + 1]! < 245 || data[at + 2]! < 245) count += 1;
  }
  return count / (width * height);
}

it('fault 78: prints every scene with its picture, caption and quotations, and an index', async () => {
  const opened = await openPage(browser, { url: addressOf() });
  const { page } = opened;
  await waitForHandout(page);
  // Nothing is cut off: neither the words beside the pictures nor the index.
  const cut = await page.evaluate(() =>
    [...document.querySelector('plan-handout')!.shadowRoot!.querySelectorAll('.sheet')].flatMap(
      (sheet) =>
        [sheet, ...sheet.querySelectorAll('.column, .said, .shown')]
          .filter((box) => box.scrollHeight > box.clientHeight + 1)
          .map((box) => `page ${(sheet as HTMLElement).dataset['page']}: ${box.className}`),
    ),
  );
  expect(cut).toEqual([]);
  const file = path.join(folder, 'handout.pdf');
  writeFileSync(file, await printPage(page));
  const indexPages = await page.locator('plan-handout .sheet[data-kind=index]').count();
  opened.assertClean();
  await opened.close();

  const pages = readPdfPages(file);
  expect(indexPages).toBeGreaterThan(0);
  expect(pages.length).toBe(story.scenes.length + 2 + indexPages);
  expect(pages[0]).toContain(squeeze(story.opening!.title));
  expect(pages[story.scenes.length + 1]).toContain(squeeze(story.closing!.title));
  const index = pages.slice(-indexPages).join('');
  for (const [place, scene] of story.scenes.entries()) {
    const words = pages[place + 1]!;
    expect(words, scene.id).toContain(squeeze(scene.title));
    expect(words, scene.id).toContain(squeeze(scene.caption));
    expect(words, scene.id).toContain('图例（仅列图中所见）');
    expect(words, scene.id).toContain(`${place + 2}/${pages.length}`);
    for (const { quote } of scene.clauses) {
      if (quote === undefined) continue;
      expect(words, scene.id).toContain(squeeze(quote));
      expect(index, scene.id).toContain(squeeze(quote));
    }
  }

  drawPdfPages(file, path.join(folder, 'page'), 30);
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(pictures.length).toBe(pages.length);
  for (const [place, name] of pictures.sort().entries()) {
    const isScene = place >= 1 && place <= story.scenes.length;
    // A scene without its picture would have no more ink than its words.
    expect(inkOf(path.join(folder, name)), name).toBeGreaterThan(isScene ? 0.35 : 0.01);
  }
}, 240_000);

it('prints the story as it was edited on this device, from the panel and from the talk', async () => {
  const opened = await openAtlas(browser, { hash: 'v=1&tool=story' });
  const { page, context } = opened;
  const row = (id: string, name: string) =>
    page.locator(`plan-story li[data-scene="${id}"] [data-action=${name}]`);
  await row('story-location', 'show').focus();
  await page.keyboard.press('Delete');
  expect(await row('story-location', 'show').count()).toBe(0);
  await row('story-opening', 'edit').click();
  await page.locator('plan-story [data-field=title]').fill('改过的开场');
  await page.locator('plan-story [data-keeping=kept]').waitFor();
  const link = page.locator('plan-story [data-action=handout]');
  expect(await link.innerText()).toBe('打印讲义');

  const readPrint = async (press: () => Promise<void>): Promise<readonly string[]> => {
    const popup = context.waitForEvent('page');
    await press();
    const print = await popup;
    await print.waitForSelector('plan-handout .sheet[data-kind=scene]');
    const sheets = await print.locator('plan-handout .sheet').allInnerTexts();
    await print.close();
    return sheets;
  };
  const expectEdited = (sheets: readonly string[]): void => {
    const shipped = story.scenes.find(({ id }) => id === 'story-location')!;
    expect(sheets.filter((words) => words.includes('改过的开场'))).not.toHaveLength(0);
    const scenes = sheets.slice(1, story.scenes.length);
    expect(scenes.some((words) => squeeze(words).includes(squeeze(shipped.caption)))).toBe(false);
  };
  expectEdited(await readPrint(() => link.click()));

  await page.keyboard.press('F5');
  await page.locator('plan-player').waitFor();
  await page.keyboard.press('g');
  const listed = page.locator('plan-player [data-control=handout]');
  expectEdited(await readPrint(() => listed.click()));
  opened.assertClean();
  await opened.close();
}, 120_000);

it('can be stopped, and prints the words that stand already in English', async () => {
  const opened = await openPage(browser, { url: addressOf('&lang=en') });
  const { page } = opened;
  await page.waitForSelector('plan-handout[phase=working]');
  await expect(page.locator('plan-handout progress').count()).resolves.toBe(1);
  await page.locator('plan-handout [data-action=stop]').click();
  await page.waitForSelector('plan-handout[phase=stopped]');
  const file = path.join(folder, 'stopped.pdf');
  writeFileSync(file, await printPage(page));
  const pages = readPdfPages(file);
  const last = story.scenes.at(-1)!;
  expect(pages[story.scenes.length]).toContain(squeeze(last.captionEn!));
  expect(pages[story.scenes.length]).toContain(squeeze('This picture is not drawn yet'));
  opened.assertClean();
  await opened.close();
});

it('fault 78: without WebGL says so and prints the words', async () => {
  const plain = await launchBrowser({ webgl: false });
  try {
    const opened = await openPage(plain, { url: addressOf() });
    await expect(waitForHandout(opened.page)).rejects.toThrow(/不能绘制地图/);
    const file = path.join(folder, 'plain.pdf');
    writeFileSync(file, await printPage(opened.page));
    const [, first] = readPdfPages(file);
    expect(first).toContain(squeeze(story.scenes[0]!.caption));
    expect(first).toContain('此图未能绘制');
    opened.assertClean();
  } finally {
    await plain.close();
  }
});
