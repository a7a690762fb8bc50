import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ViewState } from '../../src/contracts/state.ts';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openAt(hash: string): Promise<OpenedPage> {
  const opened = await openPage(browser, {
    url: `${inject('origin')}/#${hash}`,
    width: 1000,
    height: 640,
  });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return opened;
}

const viewOf = (page: Page): Promise<ViewState> =>
  page.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
const hashOf = (page: Page): string => new URL(page.url()).hash;

describe('an address opens the view that it names', () => {
  it('names feature, clause, layers, camera, lens, language and flavour at once', async () => {
    const opened = await openAt(
      'v=1&feature=airport&clause=positioning-modern-logistics&layers=airport:0.5,seats,boundary&camera=113.1,38.1,10.5,20,30&lens=existing,proposed&lang=en&flavour=dark',
    );
    const view = await viewOf(opened.page);
    expect(view.feature).toBe('airport');
    expect(view.clause).toBe('positioning-modern-logistics');
    expect([...view.layers].sort()).toEqual(['airport', 'boundary', 'seats']);
    expect(view.opacity).toEqual({ airport: 0.5 });
    expect(view.camera!.center[0]).toBeCloseTo(113.1, 5);
    expect(view.camera!.zoom).toBeCloseTo(10.5, 2);
    expect(view.camera!.bearing).toBeCloseTo(20, 1);
    expect(view.camera!.pitch).toBeCloseTo(30, 1);
    expect(view.lens.statuses).toEqual(['existing', 'proposed']);
    expect(view.lang).toBe('en');
    expect(view.flavour).toBe('dark');
    expect(await opened.page.locator('plan-atlas plan-map [data-control=north]').count()).toBe(1);
    opened.assertClean();
    await opened.close();
  });

  it('names what is looked for: it is marked, the box holds it, and the focus stays', async () => {
    const opened = await openAt(`v=1&find=${encodeURIComponent('旅游')}`);
    const { page } = opened;
    const box = page.locator('plan-atlas plan-search input');
    await page.locator('plan-atlas plan-search [data-step]').first().waitFor();
    expect(await box.inputValue()).toBe('旅游');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await box.fill('藏山');
    await page.waitForURL((url) => url.hash.includes(encodeURIComponent('藏山')));
    await page.locator('plan-atlas plan-search .clear').click();
    await page.waitForURL((url) => !url.hash.includes('find='));
    opened.assertClean();
    await opened.close();
  });

  it('names a scene', async () => {
    const opened = await openAt('v=1');
    const id = await opened.page.evaluate(
      () => document.querySelector('plan-atlas')!.bundle!.views[1]!.id,
    );
    await opened.close();
    const again = await openAt(`v=1&scene=${id}`);
    expect((await viewOf(again.page)).scene).toBe(id);
    again.assertClean();
    await again.close();
  });

  it('names a phrase of many features', async () => {
    const opened = await openAt('v=1');
    const phrase = await opened.page.evaluate(() => {
      const text = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-text')!;
      return [...text.shadowRoot!.querySelectorAll<HTMLElement>('[data-phrase]')].find(
        ({ textContent }) => textContent === '四纵四横',
      )!.dataset['phrase']!;
    });
    await opened.close();
    const [clause, range] = phrase.split('/');
    const again = await openAt(`v=1&clause=${clause}&phrase=${range}`);
    const view = await viewOf(again.page);
    expect(view.phrase).toBe(phrase);
    expect(view.feature).toBeNull();
    again.assertClean();
    await again.close();
  });
});

it('back and forward walk through the selections', async () => {
  const opened = await openAt('v=1');
  const { page } = opened;
  const select = (feature: string): Promise<void> =>
    page.evaluate((id) => document.querySelector('plan-atlas')!.select({ feature: id }), feature);
  await select('cangshan');
  await page.waitForURL(/feature=cangshan/);
  await select('airport');
  await page.waitForURL(/feature=airport/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('plan-atlas')!.feature === 'cangshan');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('plan-atlas')!.feature === null);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('plan-atlas')!.feature === 'cangshan');
  expect(hashOf(page)).toContain('feature=cangshan');
  opened.assertClean();
  await opened.close();
});

describe('a bad value gives the default and a message that names it', () => {
  it.each([
    ['feature', 'nowhere'],
    ['clause', 'no-such'],
    ['phrase', 'x-y'],
    ['layers', 'corridors,unknown'],
    ['layers', 'corridors:7'],
    ['camera', '13,38'],
    ['camera', '200,38,9'],
    ['lens', 'maybe'],
    ['scene', 'none'],
    ['lang', 'xx'],
    ['flavour', 'pink'],
    ['feature', '__proto__'],
  ])('%s=%s', async (name, value) => {
    const opened = await openPage(browser, {
      url: `${inject('origin')}/#v=1&${name}=${value}`,
      width: 800,
      height: 600,
    });
    const { page } = opened;
    const notice = page.locator('plan-atlas .notices [data-code=bad-address]');
    await notice.waitFor();
    const text = await notice.innerText();
    expect(text).toContain(name);
    expect(text).toContain(value);
    const view = await viewOf(page);
    expect(view.feature).toBeNull();
    expect(view.layers).toContain('corridors');
    opened.assertClean();
    await opened.close();
  });

  it.each([
    ['an unknown version', 'v=9&feature=airport'],
    ['twenty thousand characters', `v=1&feature=${'x'.repeat(20_000)}`],
  ])('%s', async (_, hash) => {
    const opened = await openPage(browser, { url: `${inject('origin')}/#${hash}` });
    await opened.page.locator('plan-atlas .notices [data-code=bad-address]').waitFor();
    expect((await viewOf(opened.page)).feature).toBeNull();
    opened.assertClean();
    await opened.close();
  });
});
