/** A new version of the app never throws away what this device could not keep: it asks before. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { publishCopy, type PublishedCopy } from './publish-copy.ts';

let browser: Browser;
let copy: PublishedCopy;
let opened: OpenedPage;

beforeAll(async () => {
  // Without a map: quicker, and nothing here concerns it.
  browser = await launchBrowser({ webgl: false });
});
afterEach(async () => {
  await opened.close();
  await copy.remove();
});
afterAll(() => browser.close());

/** A window with a tool open, a new version offered, and from then on no room on the device. */
async function openFull(tool: string): Promise<Page> {
  copy = await publishCopy();
  opened = await openPage(browser, {
    width: 1280,
    height: 900,
    context: { serviceWorkers: 'allow' },
    expected: [/QuotaExceeded/i],
    url: `${copy.address}#v=1&tool=${tool}`,
  });
  const { page, context } = opened;
  page.setDefaultTimeout(20_000);
  await page.waitForSelector('html[data-offline=ready]');
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  copy.publish('second');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForSelector('plan-update[notice=update]');
  const session = await context.newCDPSession(page);
  const { origin } = new URL(copy.address);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return page;
}

const isSamePage = (page: Page): Promise<boolean> =>
  page.evaluate(() => 'isSamePage' in globalThis && !document.querySelector('meta[name=version]'));

it('fault 75: with a story that could not be saved it asks twice, and waits', async () => {
  const page = await openFull('story');
  const scene = page.locator('plan-story li[data-scene=story-opening]');
  await scene.locator('[data-action=edit]').click();
  await page.locator('plan-story [data-field=title]').fill('开场白');
  await page.locator('plan-story [data-keeping=memory]').waitFor({ state: 'attached' });
  await page.locator('plan-update').getByRole('button', { name: '重新载入' }).click();
  await page.waitForSelector('plan-update[notice=unsaved]');
  expect(await page.locator('plan-update span').first().innerText()).toContain('有内容尚未保存');
  await page.waitForTimeout(500);
  expect(await isSamePage(page)).toBe(true);
  await page.locator('plan-update').getByRole('button', { name: '以后再说' }).click();
  await page.waitForSelector('plan-update[notice=none]', { state: 'attached' });
  expect(await scene.innerText()).toContain('开场白');
  expect(await isSamePage(page)).toBe(true);
});

it.each([
  {
    tool: 'marks',
    name: 'fault 75: with a mark that could not be saved the browser asks, and the mark stays',
    work: async (page: Page): Promise<void> => {
      await page.locator('plan-marks input[name=tool][value=point]').check();
      await page.locator('plan-marks #entry').fill('113.4842,38.157');
      await page.locator('plan-marks #entry').press('Enter');
      await page.locator('plan-marks [data-note=memory]').waitFor();
    },
    isThere: async (page: Page): Promise<boolean> =>
      (await page.locator('plan-marks li[data-mark]').count()) === 1,
  },
  {
    tool: 'edit&feature=airport',
    name: 'fault 75: with an edit that could not be saved the browser asks, and the edit stays',
    work: async (page: Page): Promise<void> => {
      await page.locator('plan-edit input[name=name]').fill('盂县通用机场');
      await page.locator('plan-edit input[name=name]').press('Enter');
      await page.locator('plan-edit [data-saving=memory]').waitFor();
    },
    isThere: (page: Page): Promise<boolean> =>
      page.evaluate(() =>
        document
          .querySelector('plan-atlas')!
          .bundle!.features.features.some(({ properties }) => properties.name === '盂县通用机场'),
      ),
  },
])('$name', async ({ tool, work, isThere }) => {
  const page = await openFull(tool);
  await work(page);
  const asked = page.waitForEvent('dialog');
  await page.locator('plan-update').getByRole('button', { name: '重新载入' }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.waitForTimeout(500);
  expect(await isSamePage(page)).toBe(true);
  expect(await isThere(page)).toBe(true);
  // Leaving on purpose is not what is asked here.
  page.on('dialog', (again) => again.accept());
});
