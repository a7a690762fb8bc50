import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 390, height: 844, hasTouch: true };

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(`plan-atlas ${selector}`).evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return { top, bottom, height };
  });

/** What the innermost element with the focus says of itself. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = planProbe.focused() as HTMLElement | null;
    const { menu, tool, action } = element?.dataset ?? {};
    return menu ?? tool ?? action ?? element?.localName ?? null;
  });

describe('the bar is one row that nothing sticks out of', () => {
  it.each([
    { width: 1440, height: 900, hash: 'v=1' },
    { width: 1440, height: 900, hash: 'v=1&lang=en' },
    { width: 1100, height: 800, hash: 'v=1' },
    { width: 900, height: 700, hash: 'v=1&lang=en' },
    { width: 1920, height: 1080, hash: 'v=1&flavour=projector' },
    { width: 1920, height: 1080, hash: 'v=1&flavour=projector&lang=en' },
  ])('$width px: $hash', async ({ width, height, hash }) => {
    const opened = await openAtlas(browser, { width, height, hash });
    const seen = await opened.page.evaluate(() => {
      const bar = planProbe.host().shadowRoot!.querySelector('.bar')!;
      const controls = [...bar.querySelectorAll<HTMLElement>('h1, button, select, .find')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.getBoundingClientRect());
      const frame = bar.getBoundingClientRect();
      return {
        count: controls.length,
        middles: controls.map(({ top, height: tall }) => top + tall / 2 - frame.top),
        half: frame.height / 2,
        isInside: controls.every(({ left, right }) => left >= frame.left && right <= frame.right),
        isApart: controls.every(
          ({ left }, index) => index === 0 || left >= controls[index - 1]!.right,
        ),
      };
    });
    expect(seen.count).toBeGreaterThan(7);
    expect(seen.isInside).toBe(true);
    expect(seen.isApart).toBe(true);
    for (const middle of seen.middles) expect(Math.abs(middle - seen.half)).toBeLessThan(3);
    opened.assertClean();
    await opened.close();
  });

  it('folds when the words grow, and unfolds when the window does', async () => {
    const opened = await openAtlas(browser, { width: 1840, height: 900, hash: 'v=1' });
    const { page } = opened;
    const tools = page.locator('plan-atlas [data-menu=tools]');
    expect(await tools.isVisible()).toBe(false);
    await page.locator('plan-atlas [data-control=lang]').click();
    await tools.waitFor();
    await page.setViewportSize({ width: 2400, height: 900 });
    await tools.waitFor({ state: 'hidden' });
    expect(await page.locator('plan-atlas .tools [data-tool=audit]').isVisible()).toBe(true);
    opened.assertClean();
    await opened.close();
  });
});

describe('on a phone', () => {
  it.each(['v=1', 'v=1&lang=en'])(
    '%s: the bar takes two rows and leaves the map its share',
    async (hash) => {
      const opened = await openAtlas(browser, { ...PHONE, hash });
      expect((await boxOf(opened.page, 'header.bar')).height).toBeLessThan(120);
      expect((await boxOf(opened.page, '.middle')).height).toBeGreaterThan(0.45 * PHONE.height);
      opened.assertClean();
      await opened.close();
    },
  );

  it('a menu leads to a tool, whose drawer leaves the map its place and gives the focus back', async () => {
    const opened = await openAtlas(browser, { ...PHONE, hash: 'v=1' });
    const { page } = opened;
    const button = page.locator('plan-atlas [data-menu=tools]');
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () => (planProbe.focused() as HTMLElement | null)?.dataset['tool'] === 'audit',
    );
    await page.locator('plan-atlas .tools [data-tool=measure]').press('Enter');
    await page.locator('plan-measure').waitFor();
    await expect.poll(() => focused(page)).toBe('h2');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    const drawer = await boxOf(page, '.drawer');
    const map = await boxOf(page, '.middle');
    expect(drawer.height).toBeLessThanOrEqual(0.45 * PHONE.height);
    expect(map.bottom).toBeLessThanOrEqual(drawer.top + 1);
    expect(map.height).toBeGreaterThan(0.4 * PHONE.height);
    await page.keyboard.press('Escape');
    await page.locator('plan-measure').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('tools');
    opened.assertClean();
    await opened.close();
  });

  it('comparing has all that the bar leaves, without sheet, tabs or card', async () => {
    const opened = await openAtlas(browser, { ...PHONE, hash: 'v=1&tool=compare&feature=zong-2' });
    await opened.page.locator('plan-compare').waitFor();
    const [bar, compared] = [
      await boxOf(opened.page, 'header.bar'),
      await boxOf(opened.page, 'plan-compare'),
    ];
    expect(Math.abs(compared.top - bar.bottom)).toBeLessThanOrEqual(1);
    expect(Math.abs(compared.bottom - PHONE.height)).toBeLessThanOrEqual(2);
    for (const part of ['.tabs', '.card-pane', '.text-pane']) {
      expect(await opened.page.locator(`plan-atlas ${part}`).isVisible()).toBe(false);
    }
    opened.assertClean();
    await opened.close();
  });
});

it('a profile gives the focus back to the card that opened it', async () => {
  const opened = await openAtlas(browser, { hash: 'v=1&feature=zong-2' });
  const { page } = opened;
  await page.locator('plan-card footer [data-action=profile]').press('Enter');
  await page.locator('plan-profile').waitFor();
  await page.locator('plan-atlas [data-control=close-tool]').press('Enter');
  await page.locator('plan-profile').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('profile');
  opened.assertClean();
  await opened.close();
});

it('the keys of find lead to its box and leave typing alone', async () => {
  const opened = await openAtlas(browser, { hash: 'v=1' });
  const { page } = opened;
  const box = page.locator('plan-atlas plan-search input');
  await page.keyboard.press('Control+k');
  expect(await focused(page)).toBe('input');
  await page.keyboard.type('1/2');
  expect(await box.inputValue()).toBe('1/2');
  await page.locator('plan-atlas [data-tab=layers]').focus();
  await page.keyboard.press('/');
  expect(await focused(page)).toBe('input');
  expect(await box.inputValue()).toBe('1/2');
  opened.assertClean();
  await opened.close();
});
