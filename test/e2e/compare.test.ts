import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openMenu } from './open-atlas.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a comparison and waits until both maps are painted. */
async function openCompare(
  compare: string | null,
  options: OpenPageOptions = {},
  rest = '',
): Promise<OpenedPage> {
  const hash = `v=1&tool=compare${compare === null ? '' : `&compare=${compare}`}${rest}`;
  const opened = await openPage(browser, { ...options, url: `${inject('origin')}/#${hash}` });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return opened;
}

/** How opaque a feature is on each side, once both maps have painted it. */
const opacities = (page: Page, id: string): Promise<readonly (number | null)[]> =>
  page.evaluate(async (feature) => {
    const element = document
      .querySelector('plan-atlas')!
      .shadowRoot!.querySelector('plan-compare')!;
    for (let turn = 0; turn < 200; turn += 1) {
      const both = element.inspections;
      const looks = both && [both.left.lookOf(feature), both.right.lookOf(feature)];
      if (looks && looks.every((look) => look !== null)) return looks.map((look) => look.opacity);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return [null, null];
  }, id);

const cameraOf = (page: Page) =>
  page.evaluate(() => document.querySelector('plan-atlas')!.getViewState().camera!);

const waitForHash = (page: Page, part: string): Promise<unknown> =>
  page.waitForFunction((wanted) => location.hash.includes(wanted), part);

describe('a swipe', () => {
  it('fault 81: shows what exists on the left and the plan on the right, and parts them by mouse and key', async () => {
    const opened = await openCompare(null, {}, '&camera=113.36,38.2,8.7');
    const { page } = opened;
    expect(await opacities(page, 'airport')).toEqual([0, 1]);
    expect(await opacities(page, 'xiushui')).toEqual([1, 1]);
    const divider = page.locator('plan-compare [role=slider]');
    const field = (await page.locator('plan-compare .field').boundingBox())!;
    const grip = (await page.locator('plan-compare .grip').boundingBox())!;
    expect(Math.min(grip.width, grip.height)).toBeGreaterThanOrEqual(24);
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(field.x + field.width * 0.25, field.y + 200, { steps: 4 });
    await page.mouse.up();
    await waitForHash(page, 'compare=status,swipe,0.25');
    await divider.press('ArrowRight');
    await waitForHash(page, 'compare=status,swipe,0.27');
    await divider.press('End');
    expect(await divider.getAttribute('aria-valuenow')).toBe('100');
    const end = (await divider.boundingBox())!;
    expect(end.x + end.width).toBeLessThanOrEqual(field.x + field.width + 1);
    opened.assertClean();
    await opened.close();
  });

  it('moves both maps with one drag, and leaves the map there when it closes', async () => {
    const opened = await openCompare(null, {}, '&camera=113.36,38.2,9.5');
    const { page } = opened;
    const field = (await page.locator('plan-compare .field').boundingBox())!;
    const y = field.y + field.height * 0.7;
    await page.mouse.move(field.x + field.width * 0.8, y);
    await page.mouse.down();
    await page.mouse.move(field.x + field.width * 0.7, y - 60, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => !location.hash.includes('113.36,38.2,9.5'));
    const compared = await cameraOf(page);
    const namesOf = (side: 'left' | 'right'): Promise<readonly string[]> =>
      page.evaluate((name) => {
        const element = document
          .querySelector('plan-atlas')!
          .shadowRoot!.querySelector('plan-compare')!;
        const names = element.inspections![name].namesIn({ x: 0, y: 0 }, { x: 2000, y: 2000 });
        return names.filter(({ layer }) => layer !== 'focus-labels').map(({ feature }) => feature);
      }, side);
    const [left, right] = [await namesOf('left'), await namesOf('right')];
    expect(left.filter((id) => right.includes(id)).length).toBeGreaterThan(3);
    await page.locator('plan-compare [data-control=close-compare]').click();
    await page.locator('plan-compare').waitFor({ state: 'detached' });
    await page.waitForFunction(() => !location.hash.includes('tool='));
    await page.locator('plan-map canvas').waitFor({ state: 'visible' });
    await page.waitForTimeout(500);
    const after = await cameraOf(page);
    expect(after.zoom).toBeCloseTo(compared.zoom, 2);
    expect(after.center[0]).toBeCloseTo(compared.center[0], 3);
    expect(after.center[1]).toBeCloseTo(compared.center[1], 3);
    opened.assertClean();
    await opened.close();
  });
});

it('rests the lens, draws no line from the text, and gives the focus back when it closes', async () => {
  // Wide enough for the tools to stand in the bar.
  const opened = await openCompare(null, { width: 1920, height: 900 }, '&feature=zong-2');
  const { page } = opened;
  const stage = page.locator('plan-atlas .lens [data-status=planned]');
  expect(await stage.getAttribute('aria-disabled')).toBe('true');
  expect(await stage.getAttribute('title')).toContain('正在对比规划前后');
  await stage.dispatchEvent('click');
  expect(await page.evaluate(() => location.hash)).not.toContain('lens=');
  const lines = page.locator('plan-atlas .leader path');
  expect(await lines.count()).toBe(0);
  await page.locator('plan-compare [data-control=close-compare]').press('Enter');
  await page.locator('plan-compare').waitFor({ state: 'detached' });
  const focused = () =>
    page.evaluate(() =>
      document.querySelector('plan-atlas')!.shadowRoot!.activeElement?.getAttribute('data-tool'),
    );
  await expect.poll(focused).toBe('compare');
  await expect.poll(() => lines.count(), { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await stage.getAttribute('aria-disabled')).toBeNull();
  opened.assertClean();
  await opened.close();
});

it('leaves more than half of a phone to the maps, without buttons where the host wants none', async () => {
  const opened = await openCompare(null, { width: 390, height: 844, hasTouch: true });
  const { page } = opened;
  const field = (await page.locator('plan-compare .field').boundingBox())!;
  expect(field.height).toBeGreaterThan(422);
  expect(await page.locator('plan-compare .controls').count()).toBe(1);
  await page.evaluate(() => {
    document.querySelector('plan-atlas')!.controls = 'title tools text';
  });
  await expect.poll(() => page.locator('plan-compare .controls button').count()).toBe(0);
  opened.assertClean();
  await opened.close();
});

it('leaves no graphics context behind, however often it opens', async () => {
  const opened = await openPage(browser);
  const { page } = opened;
  await page.addInitScript(() => {
    const contexts = new Set<WebGL2RenderingContext>();
    (globalThis as { countContexts?: () => number }).countContexts = () =>
      [...contexts].filter((context) => !context.isContextLost()).length;
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...args: Parameters<typeof getContext>
    ) {
      const context = getContext.apply(this, args);
      if (args[0] === 'webgl2' && context) contexts.add(context as WebGL2RenderingContext);
      return context;
    } as typeof getContext;
  });
  await page.goto(`${inject('origin')}/#v=1`);
  await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  const count = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { countContexts: () => number }).countContexts());
  expect(await count()).toBe(1);
  for (let round = 0; round < 2; round += 1) {
    await openMenu(page, 'tools');
    await page.locator('plan-atlas .tools [data-tool=compare]').click();
    await page.locator('plan-compare canvas').nth(1).waitFor({ state: 'attached' });
    expect(await count()).toBe(3);
    await openMenu(page, 'tools');
    await page.locator('plan-atlas .tools [data-tool=compare]').click();
    await page.locator('plan-compare').waitFor({ state: 'detached' });
    await page.waitForTimeout(100);
    expect(await count()).toBe(1);
  }
  opened.assertClean();
  await opened.close();
});

it('stands side by side on a wide screen, stacked on a phone, and answers a finger', async () => {
  const opened = await openCompare('status,side,0.5,existing,all', {
    width: 390,
    height: 844,
    hasTouch: true,
    colorScheme: 'dark',
  });
  const { page } = opened;
  const box = async (id: string) => (await page.locator(`plan-compare #${id}`).boundingBox())!;
  const [left, right] = [await box('left'), await box('right')];
  expect(right.y).toBeGreaterThanOrEqual(left.y + left.height);
  expect(right.width).toBe(left.width);
  await page.locator('plan-compare [data-layout=swipe][type=button]').tap();
  await waitForHash(page, 'tool=compare');
  const grip = (await page.locator('plan-compare .grip').boundingBox())!;
  await page.touchscreen.tap(grip.x + grip.width - 8, grip.y + grip.height / 2);
  await waitForHash(page, 'compare=status,swipe,0.6');
  opened.assertClean();
  await opened.close();
});

it('compares two plans: another one from this site by link, then one from a file', async () => {
  const { bundle } = await readShippedBundle();
  const other = {
    ...bundle,
    bundle: { ...bundle.bundle, title: '修编草案' },
    features: {
      ...bundle.features,
      features: bundle.features.features.filter(({ properties }) => properties.id !== 'airport'),
    },
  };
  const opened = await openPage(browser);
  const { page } = opened;
  await page.route('**/bundle/other.json', (route) => route.fulfill({ json: other }));
  await page.goto(
    `${inject('origin')}/#v=1&tool=compare&compare=bundle,swipe,0.5,right,bundle/other.json`,
  );
  await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  const label = page.locator('plan-compare [data-control=choose-plan]');
  await label.filter({ hasText: '修编草案' }).waitFor();
  expect(await page.locator('plan-compare .summary').textContent()).toMatch(/减少 1$/);
  await label.click();
  await page.locator('plan-compare input[type=file]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"bundle": NaN}'),
  });
  await page.locator('plan-compare .failure').filter({ hasText: 'broken.json' }).waitFor();
  await page.locator('plan-compare input[type=file]').setInputFiles({
    name: 'same.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(bundle)),
  });
  await page.locator('plan-compare .summary').filter({ hasText: '两侧相同' }).waitFor();
  expect(await page.evaluate(() => location.hash)).not.toContain('other.json');
  opened.assertClean();
  await opened.close();
});

it('lists the difference where there is no WebGL2, and nothing in it fails an audit', async () => {
  const plain = await launchBrowser({ webgl: false });
  const opened = await openPage(plain, { url: `${inject('origin')}/#v=1&tool=compare` });
  const { page } = opened;
  await page.locator('plan-compare [data-group=added] [data-feature=airport]').click();
  await waitForHash(page, 'feature=airport');
  expect(await findViolations(page)).toEqual([]);
  opened.assertClean();
  await opened.close();
  await plain.close();
});

it('fails no audit with its maps, its list and its form open', async () => {
  const opened = await openCompare('bundle,swipe,0.5,right');
  const { page } = opened;
  expect(await findViolations(page)).toEqual([]);
  await page.locator('plan-compare [data-control=pair]').selectOption('status');
  await page.locator('plan-compare [data-control=list]').click();
  await page.locator('plan-compare [data-group=added]').waitFor();
  expect(await findViolations(page)).toEqual([]);
  opened.assertClean();
  await opened.close();
});
