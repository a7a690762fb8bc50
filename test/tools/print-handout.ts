/**
 * Makes the handout of the built app as a PDF, without a window:
 * `npm run handout -- --out handout.pdf [--lang en] [--folder dist]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';
import { serveStatic } from './serve-static.ts';

/** A scene takes a second or two where the map is drawn by software. */
const PATIENCE_MS = 300_000;

/** Waits until every picture is there; throws what the page says when it cannot be. */
export async function waitForHandout(page: Page): Promise<void> {
  await page.waitForSelector(
    'plan-handout:is([phase=ready],[phase=failed],[phase=empty],[phase=stopped])',
    { timeout: PATIENCE_MS, state: 'attached' },
  );
  const handout = page.locator('plan-handout');
  if ((await handout.getAttribute('phase')) === 'ready') return;
  throw new Error(`The handout failed: ${await handout.locator('.tools p').first().innerText()}`);
}

/** The pages as the browser's own print gives them. */
export const printPage = (page: Page): Promise<Buffer> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });

/** @returns the number of pages */
async function printHandout(out: string, lang: string, folder: string): Promise<number> {
  if (!(await stat(path.join(folder, 'index.html')).catch(() => null))) {
    throw new Error(`"${folder}" holds no index.html: run "npm run build" first.`);
  }
  const server = await serveStatic({ root: folder });
  const browser = await launchBrowser();
  try {
    const { page, assertClean } = await openPage(browser, {
      url: `${server.origin}/?print=handout&lang=${lang}`,
    });
    let told = '';
    const timer = setInterval(() => {
      page
        .locator('plan-handout .tools p')
        .first()
        .innerText({ timeout: 500 })
        .then(
          (words) => {
            if (words !== told) console.log(words);
            told = words;
          },
          () => undefined,
        );
    }, 1000);
    await waitForHandout(page).finally(() => clearInterval(timer));
    const bytes = await printPage(page);
    assertClean();
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    writeFileSync(out, bytes);
    return await page.locator('plan-handout .sheet').count();
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: 'handout.pdf' },
        lang: { type: 'string', default: 'zh-Hans' },
        folder: { type: 'string', default: 'dist' },
      },
    });
    if (values.lang !== 'zh-Hans' && values.lang !== 'en') {
      throw new Error(`--lang is "${values.lang}": give zh-Hans or en.`);
    }
    const pages = await printHandout(values.out, values.lang, values.folder);
    console.log(`${values.out}: ${pages} pages`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
