/** Every page of these tests enforces Trusted Types; here is what that asks of the app, in one walk. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { serveStatic } from '../tools/serve-static.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('the page takes no text for code, and our policies let nothing else through', async () => {
  const opened = await openPage(browser, {
    url: `${inject('origin')}/pages/host.html`,
    expected: [
      /TrustedHTML|TrustedScript|TrustedTypePolicy|require-trusted-types-for|trusted-types/,
    ],
  });
  const said = await opened.page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as {
      readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
    };
    return [
      () => (document.createElement('div').innerHTML = '<b>words</b>'),
      () => new Worker('/lib/plan-atlas.js'),
      () => (document.createElement('script').src = '/lib/plan-atlas.js'),
      () => trustedTypes.createPolicy('default', {}),
    ].map((act) => {
      try {
        act();
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(said).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  await opened.close();
});

it('the app’s tools, its talk, its handout and its copy for offline use need no more', async () => {
  const opened = await openAtlas(browser, { context: { serviceWorkers: 'allow' } });
  const { page } = opened;
  // The worker that keeps the app is registered by now.
  await page.waitForFunction(() => document.documentElement.dataset['offline'] === 'ready');
  for (const [tool, shown] of [
    ['audit', 'plan-audit [part~=items]'],
    // Its chart is drawn by another's code.
    ['stats', 'plan-stats .target'],
    ['measure', 'plan-measure [part~=controls]'],
    ['compare', 'plan-compare canvas'],
    ['marks', 'plan-marks [part~=tools]'],
    ['story', 'plan-story [part~=scenes]'],
    ['profile:zong-2', 'plan-profile [part~=strip]'],
  ]) {
    await page.evaluate((name) => (location.hash = `v=1&tool=${name}`), tool);
    await page.locator(`plan-atlas ${shown}`).first().waitFor();
  }
  await page.evaluate(() => (location.hash = 'v=1&feature=zong-2'));
  await page.keyboard.press('F5');
  await page.locator('plan-player [part~=caption]').waitFor();
  opened.assertClean();
  await page.goto(`${inject('origin')}/?print=handout`);
  await page.locator('plan-handout').waitFor({ state: 'attached' });
  opened.assertClean();
  await opened.close();
});

it('a browser that has no Trusted Types starts the map as before', async () => {
  const without = CONTENT_SECURITY_POLICY.split('; ')
    .filter((rule) => !rule.includes('trusted-types'))
    .join('; ');
  const server = await serveStatic({ root: 'dist', policy: () => without });
  const opened = await openPage(browser);
  await opened.page.addInitScript(() => {
    delete (globalThis as { trustedTypes?: unknown }).trustedTypes;
  });
  await opened.page.goto(server.origin);
  const seen = await opened.page.evaluate(async () => {
    const atlas = document.querySelector('plan-atlas')!;
    await atlas.viewOnReady();
    const map = atlas.shadowRoot!.querySelector('plan-map')!;
    return ['trustedTypes' in globalThis, map.inspection?.lookOf('airport')?.opacity ?? 0];
  });
  expect(seen[0]).toBe(false);
  expect(seen[1]).toBeGreaterThan(0);
  opened.assertClean();
  await opened.close();
  await server.close();
});
