/** A plan that takes long to come: says so, lets itself be stopped, and comes when asked again. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';

const SHOTS = process.env['ATLAS_SHOTS'];
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
});
afterAll(() => browser.close());

interface Held {
  readonly opened: OpenedPage;
  readonly page: Page;
  /** Lets what was held, and all that follows, through. */
  readonly release: () => Promise<void>;
}

/** The app, whose plan does not come until it is let through. */
async function openHeld(hash = '', options: OpenPageOptions = {}): Promise<Held> {
  const opened = await openPage(browser, { width: 1200, height: 760, ...options });
  const held: Route[] = [];
  let isHeld = true;
  await opened.page.route('**/bundle/yuxian.json', (route) => {
    if (isHeld) held.push(route);
    else void route.continue();
  });
  await opened.page.goto(`${inject('origin')}/${hash}`);
  return {
    opened,
    page: opened.page,
    release: async () => {
      isHeld = false;
      for (const route of held) await route.continue().catch(() => undefined);
    },
  };
}

it('says that it is on its way and for how long, and no more once it is there', async () => {
  const { opened, page, release } = await openHeld();
  const box = page.locator('plan-atlas .slow-load');
  await box.waitFor();
  const before = await box.locator('p').textContent();
  expect(before).toMatch(/^规划载入中，已用 \d+ 秒$/);
  await expect.poll(() => box.locator('p').textContent()).not.toBe(before);
  expect(await findViolations(page)).toEqual([]);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/slow-load.png` });
  await release();
  await box.waitFor({ state: 'detached' });
  await page.locator('plan-text .clause').first().waitFor();
  opened.assertClean();
  await opened.close();
});

it('is stopped by key, says so, and comes when asked again', async () => {
  const { opened, page, release } = await openHeld('', {
    width: 390,
    height: 700,
    expected: [/ERR_ABORTED/],
  });
  const stop = page.locator('plan-atlas [data-action=stop-loading]');
  await stop.waitFor();
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/slow-load-phone.png` });
  await stop.focus();
  await page.keyboard.press('Enter');
  await stop.waitFor({ state: 'detached' });
  await page.getByText('载入已停止').first().waitFor();
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/slow-load-stopped.png` });
  expect(await page.evaluate(() => document.querySelector('plan-atlas')!.bundle === null)).toBe(
    true,
  );
  await release();
  await page.locator('plan-atlas .retry').click();
  await page.locator('plan-text .clause').first().waitFor();
  expect(await page.locator('plan-atlas .slow-load').count()).toBe(0);
  opened.assertClean();
  await opened.close();
});

it('says nothing of a plan that is there at once', async () => {
  const opened = await openPage(browser, { url: `${inject('origin')}/` });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  await opened.page.waitForTimeout(2000);
  expect(await opened.page.locator('plan-atlas .slow-load').count()).toBe(0);
  opened.assertClean();
  await opened.close();
});
