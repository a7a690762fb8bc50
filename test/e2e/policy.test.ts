import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../tools/browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('needs at most eight requests to the first idle map, all to its own origin', async () => {
  const origin = inject('origin');
  const opened = await openPage(browser, { url: origin, context: { serviceWorkers: 'allow' } });
  const asked = await opened.page.evaluate(async () => {
    await document.querySelector('plan-atlas')!.viewOnReady();
    const readyMs = performance.now();
    const early = performance
      .getEntriesByType('resource')
      .filter(({ startTime, name }) => startTime <= readyMs && /^https?:/.test(name));
    return [location.href, ...early.map(({ name }) => name)];
  });
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
  expect(asked.every((address) => new URL(address).origin === origin)).toBe(true);
  opened.assertClean();
  await opened.close();
});

it('fault 77: keeps the strict policy, its own origin and a clean console through a tour', async () => {
  const opened = await openPage(browser, {
    url: inject('origin'),
    width: 1100,
    height: 700,
    reducedMotion: 'no-preference',
    context: { permissions: ['clipboard-write', 'clipboard-read'], serviceWorkers: 'allow' },
  });
  const { page, requests } = opened;
  await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  const isDeckAsked = (): boolean => requests.some((address) => /\/pulse-/.test(address));

  await page.locator('plan-atlas [data-menu=lens]').click();
  await page.locator('plan-atlas .lens [data-status=planned]').click();
  await page.locator('plan-atlas [data-layer-switch=zones]').click();
  await page.locator('plan-atlas [data-menu=look]').click();
  await page.locator('plan-atlas [data-control=views]').selectOption({ index: 1 });
  await page.locator('plan-atlas [data-control=flavour]').selectOption('dark');
  await page.locator('plan-atlas [data-control=lang]').click();
  await page.locator('plan-atlas [data-tab=list]').click();
  await page.locator('plan-atlas [data-feature=airport]').click();
  await page.locator('plan-atlas [data-action=copy-link]').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('feature=airport');
  expect(isDeckAsked()).toBe(false);

  const pulse = page.waitForRequest(/\/pulse-/);
  await page.locator('plan-atlas [data-feature=zong-2]').click();
  await pulse;
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.querySelector('plan-atlas')!.feature)).toBeNull();
  expect(requests.some((address) => /turf/.test(address))).toBe(false);
  opened.assertClean();
  await opened.close();
});

it('asks the server for everything under the strict policy', async () => {
  const response = await fetch(inject('origin'));
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  expect(await response.text()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\sstyle="|<style/);
});
