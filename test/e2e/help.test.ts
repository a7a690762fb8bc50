import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['index.html', 1440, 900],
  ['en.html', 390, 844],
] as const)('help/%s at %d × %d', (name, width, height) => {
  it('stands under the strict policy, leads where it says, and can be read by everyone', async () => {
    const opened = await openPage(browser, {
      url: `${inject('origin')}/help/${name}`,
      width,
      height,
    });
    const { page } = opened;
    expect(await page.locator('h3 code').allTextContents()).toEqual(
      expect.arrayContaining(['<plan-atlas>', '<plan-figure>', '<plan-quote>', '<plan-sheet>']),
    );
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((id) => document.getElementById(id) === null),
    );
    expect(lost).toEqual([]);
    const hrefs = await page
      .locator('a[href^="."]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of new Set(hrefs))
      expect((await page.request.get(href)).status(), href).toBe(200);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(await findViolations(page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});

it('is a link in the bar of the app, in its language', async () => {
  const opened = await openPage(browser, { url: inject('origin') });
  const { page } = opened;
  await page.locator('plan-atlas [data-menu=look]').click();
  const help = page.locator('plan-atlas [data-control=help]');
  expect(await help.getAttribute('href')).toBe('./help/index.html');
  await page.keyboard.press('Escape');
  await page.locator('plan-atlas [data-control=lang]').click();
  await page.locator('plan-atlas [data-menu=look]').click();
  const [next] = await Promise.all([opened.context.waitForEvent('page'), help.click()]);
  await next.waitForLoadState();
  expect(next.url()).toMatch(/\/help\/en\.html$/);
  expect(await next.locator('h1').textContent()).toBe('Plan Atlas help');
  await opened.close();
});
