/**
 * Text, list, card and talk as a screen reader says them, word for word, in both languages. The transcripts stand in
 * `golden/` to be read by whoever changes them: `UPDATE_GOLDEN=1` writes them anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openAtlas } from './open-atlas.ts';
import { readAloud } from './read-aloud.ts';

/** Opening; one with a quotation; one of which everything lit is inferred; what is sure; the closing page. */
const SLIDES = [0, 1, 4, 17, 19];
const WITHOUT_NAME =
  /^\s*(button|link|option|tab|checkbox|combobox|searchbox|textbox|image|heading \d|region|listbox)(,|$)/;

let browser: Browser;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The golden file is what is said, and nothing in it is nameless or Chinese in an English voice. */
function expectSaid(name: string, lang: string, said: string): void {
  const file = new URL(`golden/aloud-${name}.${lang}.txt`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, said);
  expect(existsSync(file), `${file.pathname}: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(said).toBe(readFileSync(file, 'utf8'));
  const lines = said.split('\n');
  expect(lines.filter((line) => WITHOUT_NAME.test(line))).toEqual([]);
  if (lang !== 'en') return;
  const inEnglish = lines.map((line) => line.replaceAll(/\[zh-Hans\].*?(\[en\]|$)/g, ''));
  expect(inEnglish.filter((line) => /\p{Script=Han}/u.test(line))).toEqual([]);
}

async function show(view: object): Promise<void> {
  await page.evaluate(async (part) => {
    const atlas = planProbe.host();
    atlas.setViewState(part);
    await atlas.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, view);
}

describe.each(['zh-Hans', 'en'])('a screen reader, %s', { timeout: 60_000 }, (lang) => {
  beforeAll(async () => {
    opened = await openAtlas(browser, { width: 1280, height: 800, hash: `v=1&lang=${lang}` });
    ({ page } = opened);
  });
  afterAll(async () => {
    opened.assertClean();
    await opened.close();
  });

  it('tells of each clause what it links to, how sure that is, and what is our reading', async () => {
    expectSaid('text', lang, await readAloud(page, 'plan-text', lang));
  });

  it('tells of each feature of the list its kind, stage, certainty and place in the list', async () => {
    await page.locator('plan-atlas [data-tab=list]').click();
    await page.locator('plan-list .row').first().waitFor();
    expectSaid('list', lang, await readAloud(page, 'plan-list', lang));
  });

  it('tells of a card what is the plan’s, what is inferred, and the sources', async () => {
    await show({ feature: 'zong-2' });
    await page
      .locator('plan-card h2')
      .filter({ hasText: /天黎高速|Tianli/ })
      .waitFor();
    const feature = await readAloud(page, 'plan-card', lang);
    await page.locator('plan-card [data-step="1"]').click();
    const announced = await readAloud(page, 'plan-card [role=status]', lang);
    await show({ feature: null, clause: 'positioning-modern-logistics' });
    const clause = await readAloud(page, 'plan-card', lang);
    expectSaid('card', lang, [feature, announced, clause].join('\n'));
  });

  it('tells of each scene of the talk its place, its words, and how sure is what is lit', async () => {
    const said: string[] = [];
    await page.evaluate((hash) => (location.hash = hash), `v=1&lang=${lang}&present=story-opening`);
    await page.locator('plan-player [data-control=presenter]').waitFor();
    for (const slide of SLIDES) {
      await page.evaluate(async (index) => {
        const player = planProbe.host().shadowRoot!.querySelector('plan-player')!;
        player.send({ type: 'go', index });
        await player.updateComplete;
      }, slide);
      said.push(await readAloud(page, 'plan-player', lang));
    }
    expectSaid('story', lang, said.join('\n'));
  });
});
