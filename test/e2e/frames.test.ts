/** The app in the frame of another page, without and with talk. */
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import { publishFrames } from './publish-frames.ts';

let browser: Browser;
let site: StaticServer;
let app: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
  site = await serveStatic({
    root: 'test/e2e/pages',
    mounts: { '/lib/': 'dist-lib', '/bundle/': 'dist/bundle' },
    policy: () => null,
  });
  app = await publishFrames({ listed: () => [site.origin] });
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), app.close()]);
});

/** A page with one frame of the app, with what the page then sees. */
async function openFramed(
  address: string,
  size: Readonly<Record<string, string>> = {},
): Promise<OpenedPage & { readonly frame: Frame }> {
  const opened = await openPage(browser, {
    width: 1050,
    height: 700,
    allowedOrigins: [site.origin, app.origin],
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.goto(`${site.origin}/frames.html`);
  await page.waitForFunction(() => 'hostPage' in globalThis);
  await page.evaluate(async ([src, attributes]) => void (await hostPage.open(src, attributes)), [
    `${app.origin}/${address}`,
    size,
  ] as const);
  return { ...opened, frame: page.frames().at(-1)! };
}

it('takes its view from the address once, and writes none', async () => {
  const { page, frame, assertClean, close } = await openFramed(
    'index.html?embed&controls=title,text#v=1&feature=airport&lang=en&layers=airport,boundary&flavour=dark',
  );
  await frame.locator('plan-atlas h1').waitFor();
  await frame.waitForFunction(() => document.querySelector('plan-atlas')!.feature === 'airport');
  const view = await frame.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
  expect(view).toMatchObject({ lang: 'en', layers: ['airport', 'boundary'], flavour: 'dark' });
  const before = { url: frame.url(), length: await page.evaluate(() => history.length) };
  await frame.evaluate(() => document.querySelector('plan-atlas')!.select({ feature: 'cangshan' }));
  await page.waitForTimeout(600);
  expect({ url: frame.url(), length: await page.evaluate(() => history.length) }).toEqual(before);
  expect(await frame.evaluate(() => document.querySelector('plan-atlas')!.gestures)).toBe(
    'cooperative',
  );
  await expect.poll(() => frame.title()).toBe('Yu County Spatial Plan Atlas · Plan atlas');
  expect(await frame.locator('plan-atlas .find').count()).toBe(0);
  assertClean();
  await close();
});

it('presents nothing, keeps nothing for offline use and says so of no one', async () => {
  const { frame, assertClean, close } = await openFramed('embed.html#v=1');
  await frame.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  await frame.locator('plan-atlas .bar').waitFor();
  expect(await frame.locator('plan-atlas [data-control=present]').isVisible()).toBe(false);
  await frame.locator('plan-atlas plan-text').focus();
  await frame.evaluate(() =>
    document
      .querySelector('plan-atlas')!
      .dispatchEvent(new CustomEvent('plan-present', { detail: { from: 'first' } })),
  );
  await frame.waitForTimeout(500);
  expect(await frame.locator('plan-player').count()).toBe(0);
  expect(await frame.locator('plan-update').count()).toBe(0);
  expect(
    await frame.evaluate(() => document.documentElement.dataset['offline'] ?? null),
  ).toBeNull();
  assertClean();
  await close();
});

it('names what it cannot read in its address, and a plan that it may not ask for', async () => {
  const unreadable = await openFramed('?embed=globe&gestures=wild#v=1&lang=en&feature=nowhere');
  const notices = unreadable.frame.locator('plan-atlas .notice');
  await expect.poll(() => notices.count()).toBe(3);
  const text = (await notices.allInnerTexts()).join('\n');
  for (const named of ['"globe"', '"wild"', '"nowhere"']) expect(text).toContain(named);
  unreadable.assertClean();
  await unreadable.close();

  const foreign = await openFramed('?embed&src=https://evil.example/plan.json#v=1&lang=en');
  const notice = foreign.frame.locator('.frame-notices p');
  await expect
    .poll(() => notice.allInnerTexts())
    .toEqual([expect.stringContaining('https://evil.example')]);
  expect(foreign.requests.some((address) => address.startsWith('https://evil.example'))).toBe(
    false,
  );
  expect(await foreign.frame.locator('plan-atlas').count()).toBe(0);
  foreign.assertClean();
  await foreign.close();
});

it('shows another plan of its own origin', async () => {
  const { frame, assertClean, close } = await openFramed(
    '?embed&src=bundle/yuxian.json#v=1&feature=airport',
  );
  await frame.waitForFunction(() => document.querySelector('plan-atlas')?.feature === 'airport');
  assertClean();
  await close();
});

it.each(['figure', 'quote'] as const)(
  'a %s is as high as its words, alone and through the client, and says what it is',
  async (name) => {
    const { page, frame, assertClean, close } = await openFramed(
      `?embed=${name}&origins=${site.origin}#v=1&feature=airport&clause=positioning-emerging-industry`,
      { width: '420px', height: '120px' },
    );
    await frame.locator(`plan-${name}`).waitFor();
    expect(await frame.locator('plan-atlas').count()).toBe(0);
    await page.evaluate(async () => {
      globalThis.planClient = await hostPage.connect(document.querySelector('iframe')!);
    });
    const overhang = () =>
      frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    await expect.poll(overhang, { timeout: 10_000 }).toBeLessThanOrEqual(0);
    const heightPx = () => page.evaluate(() => document.querySelector('iframe')!.clientHeight);
    expect(await heightPx()).toBeGreaterThan(120);
    const wide = await heightPx();
    await page.evaluate(() =>
      document.querySelector('iframe')!.style.setProperty('width', '260px'),
    );
    await expect.poll(heightPx, { timeout: 10_000 }).not.toBe(wide);
    await expect.poll(overhang, { timeout: 10_000 }).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => planClient.greeting)).toMatchObject({
      slice: name,
      bundle: { id: 'yuxian-14th-plan' },
    });
    await expect.poll(() => frame.title()).toMatch(/机场.* · 盂县空间规划图集 · 规划/);
    const view = await page.evaluate(() => planClient.setState({ lang: 'en', flavour: 'dark' }));
    expect(view).toMatchObject({ lang: 'en', flavour: 'dark', feature: 'airport' });
    const refused = await page.evaluate(() =>
      planClient.layers(['roads']).catch(({ code }: { code: string }) => code),
    );
    expect(refused).toBe('not-supported');
    assertClean();
    await close();
  },
);
