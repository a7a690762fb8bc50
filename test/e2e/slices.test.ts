import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { HOSTILE, makeHostile } from './damage-bundle.ts';
import { findViolations } from './find-violations.ts';

let browser: Browser;
/** Without WebGL: for all that needs no map. */
let unlit: Browser;

beforeAll(async () => {
  [browser, unlit] = await Promise.all([launchBrowser(), launchBrowser({ webgl: false })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), unlit.close()]);
});

const openArticle = (which: Browser, options: OpenPageOptions = {}): Promise<OpenedPage> =>
  openPage(which, {
    width: 760,
    height: 700,
    url: `${inject('origin')}/pages/article.html`,
    ...options,
  });

const asked = ({ requests }: OpenedPage, pattern: RegExp): number =>
  requests.filter((address) => pattern.test(address)).length;

/** The words that a reader sees, as the browser lays them out. */
const seenIn = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

const quoteOf = (page: Page) => page.locator('plan-quote');
const figureOf = (page: Page) => page.locator('plan-figure').first();

describe('an article with a quote and two figures', () => {
  it('shows the plan’s words and pictures after one fetch of the bundle and without the atlas', async () => {
    const opened = await openArticle(unlit);
    const { page } = opened;
    await quoteOf(page).locator('blockquote [data-lit]').first().waitFor();
    await figureOf(page).locator('[part=caption]').waitFor();
    await page.locator('#below [part=caption]').waitFor();
    const printed = await quoteOf(page).evaluate((quote) =>
      [...quote.shadowRoot!.querySelectorAll('blockquote > p')].map((p) => p.textContent).join(),
    );
    const { bundle } = await readShippedBundle();
    const [doc] = bundle.plan.docs;
    const words = doc!.paragraphs.find(({ id }) => id === 'positioning-modern-logistics')!.text;
    expect(printed).toBe(words);
    expect(asked(opened, /yuxian\.json/)).toBe(1);
    expect(asked(opened, /plan-atlas|maplibre|panels|load-source/)).toBe(0);
    const styles = await quoteOf(page).evaluate((quote) =>
      ['named', 'reading'].map(
        (basis) =>
          getComputedStyle(quote.shadowRoot!.querySelector(`.phrase[data-basis=${basis}]`)!)
            .textDecorationStyle,
      ),
    );
    expect(styles).toEqual(['solid', 'dashed']);
    expect(await seenIn(page)).not.toContain('位置未定');
    opened.assertClean();
    await opened.close();
  });

  it('has no fault that axe finds, in either language, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const opened = await openArticle(unlit, { colorScheme });
      const { page } = opened;
      await page.locator('#below [part=caption]').waitFor();
      if (colorScheme === 'dark') {
        await page.evaluate(() => {
          for (const part of document.querySelectorAll<HTMLElement>('plan-quote, plan-figure')) {
            part.lang = 'en';
          }
        });
        await page.locator('#below').getByText('Cangshan Loyalty Culture Zone').first().waitFor();
      }
      expect(await findViolations(page)).toEqual([]);
      opened.assertClean();
      await opened.close();
    }
  });

  it('fits a page of 320 pixels', async () => {
    const opened = await openArticle(unlit, { width: 320 });
    await opened.page.locator('#below [part=caption]').waitFor();
    const widths = await opened.page.evaluate(() => [
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('plan-quote, plan-figure')].map(
        (part) => part.scrollWidth - part.clientWidth,
      ),
    ]);
    expect(widths).toEqual([320, 0, 0, 0]);
    opened.assertClean();
    await opened.close();
  });

  it('keeps its type whatever the page hands down', async () => {
    const opened = await openArticle(unlit);
    const { page } = opened;
    await page.locator('#below [part=caption]').waitFor();
    const measure = (): Promise<readonly unknown[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('plan-quote, plan-figure')].map((part) => {
          const words = part.shadowRoot!.querySelector('blockquote')!;
          const { letterSpacing, textTransform, direction, textShadow, fontSize, wordSpacing } =
            getComputedStyle(words);
          const { height } = words.getBoundingClientRect();
          return [
            letterSpacing,
            textTransform,
            direction,
            textShadow,
            fontSize,
            wordSpacing,
            height,
          ];
        }),
      );
    const before = await measure();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { letter-spacing: 9px !important; word-spacing: 9px !important;
        text-transform: uppercase !important; text-shadow: 2px 2px red !important;
        line-height: 3 !important; font: italic 40px cursive !important; text-indent: 3em !important;
        direction: rtl !important; color: lime !important; white-space: pre !important; }`);
      document.adoptedStyleSheets = [sheet];
    });
    expect(await measure()).toEqual(before);
    opened.assertClean();
    await opened.close();
  });

  it('fault 78: prints black on white, with the picture', async () => {
    const opened = await openArticle(unlit, { colorScheme: 'dark' });
    const { page } = opened;
    await page.locator('#below [part=caption]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => {
      const look = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector('#below')!.shadowRoot!.querySelector(selector)!);
      return [
        look('.slice').color,
        look('.slice').backgroundColor,
        look('.area').stroke,
        look('.poster').display,
      ];
    });
    expect(printed).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'block']);
    opened.assertClean();
    await opened.close();
  });
});

describe('a page’s own words between the tags', () => {
  it('are shown without script', async () => {
    const opened = await openArticle(unlit, { context: { javaScriptEnabled: false } });
    const seen = await opened.page.locator('main').innerText();
    expect(seen).toContain('探索发展航空货运物流。');
    expect(seen).toContain('机场选址，位置未定');
    expect(await opened.page.getByAltText('机场位置图').isVisible()).toBe(true);
    await opened.close();
  });

  it('are shown where the script is kept away', async () => {
    const opened = await openArticle(unlit, { url: undefined, expected: [/lib\/|ERR_FAILED/] });
    await opened.page.route('**/lib/**', (route) => route.abort());
    await opened.page.goto(`${inject('origin')}/pages/article.html`);
    expect(await seenIn(opened.page)).toContain('机场选址，位置未定');
    opened.assertClean();
    await opened.close();
  });

  it('stay where the bundle is missing, with the reason beneath, and go once it is there', async () => {
    const opened = await openArticle(unlit, { url: undefined, expected: [/404/] });
    const { page } = opened;
    await page.route('**/yuxian.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${inject('origin')}/pages/article.html`);
    const alert = quoteOf(page).getByRole('alert');
    await alert.getByText('规划没有载入').waitFor();
    expect(await alert.innerText()).toContain('the server answered 404');
    const seen = await seenIn(page);
    expect(seen).toContain('探索发展航空货运物流。');
    expect(seen).toContain('机场选址，位置未定');
    await page.unroute('**/yuxian.json');
    await alert.getByRole('button', { name: '重试' }).click();
    await quoteOf(page).locator('blockquote [data-lit]').first().waitFor();
    expect(await quoteOf(page).locator('[part=quote]').innerText()).toContain('开放式资产管理模式');
    // What failed for one was not kept for all.
    await figureOf(page).getByRole('button', { name: '重试' }).click();
    await figureOf(page).locator('[part=caption] [part=quote]').first().waitFor();
    expect(await seenIn(page)).not.toContain('机场选址，位置未定');
    opened.assertClean();
    await opened.close();
  });

  it('stay in an atlas until its text stands, and where it cannot be loaded', async () => {
    const opened = await openPage(unlit, {
      url: `${inject('origin')}/pages/host.html`,
      expected: [/404/],
    });
    await opened.page.evaluate(() => importModule('/lib/plan-atlas.js'));
    const seen = await opened.page.evaluate(async () => {
      await customElements.whenDefined('plan-atlas');
      const open = (src: string): HTMLElementTagNameMap['plan-atlas'] => {
        const atlas = document.createElement('plan-atlas');
        const own = document.createElement('p');
        own.textContent = '本页自己的话';
        atlas.append(own);
        atlas.src = src;
        document.body.append(atlas);
        return atlas;
      };
      const missing = open('/bundle/none.json');
      await new Promise((resolve) =>
        missing.addEventListener('plan-error', resolve, { once: true }),
      );
      await missing.updateComplete;
      const sound = open('/bundle/yuxian.json');
      await sound.updateComplete;
      const isSeen = (atlas: Element): boolean => atlas.querySelector('p')!.checkVisibility();
      const before = isSeen(sound);
      await sound.viewOnReady();
      return { missing: isSeen(missing), before, after: isSeen(sound) };
    });
    expect(seen).toEqual({ missing: true, before: true, after: false });
    opened.assertClean();
    await opened.close();
  });
});

describe('what is given to a quote or figure', () => {
  it('may be set before the element is defined, and is moved with it', async () => {
    const opened = await openPage(unlit, { url: `${inject('origin')}/pages/host.html` });
    const seen = await opened.page.evaluate(async () => {
      const quote = document.createElement('plan-quote');
      Object.assign(quote, {
        bundle: await (await fetch('/bundle/yuxian.json')).json(),
        clause: 'goals-ecology',
        lang: 'en',
      });
      document.body.append(quote);
      const ready = new Promise((resolve) => quote.addEventListener('plan-ready', resolve));
      await importModule('/lib/quote.js');
      await ready;
      const box = document.createElement('section');
      document.body.append(box);
      box.append(quote);
      quote.setAttribute('clause', 'goals-economy');
      await quote.updateComplete;
      return [quote.clause, quote.shadowRoot!.querySelector('cite')!.textContent];
    });
    expect(seen[0]).toBe('goals-economy');
    expect(seen[1]).toContain('Main Goals');
    opened.assertClean();
    await opened.close();
  });

  it('may be a manifest beside its files, which are asked for once', async () => {
    const opened = await openPage(unlit, { url: `${inject('origin')}/pages/article.html` });
    const { page } = opened;
    await page.locator('#below [part=caption]').waitFor();
    await page.route('**/files/*', (route) =>
      route.fulfill({ path: `data/${new URL(route.request().url()).pathname.split('/').at(-1)}` }),
    );
    await page.evaluate(async () => {
      const parts = [...document.querySelectorAll('plan-quote, plan-figure')];
      const ready = parts.map(
        (part) => new Promise((resolve) => part.addEventListener('plan-ready', resolve)),
      );
      for (const part of parts) part.setAttribute('src', '/files/plan-bundle.json');
      await Promise.all(ready);
    });
    expect(asked(opened, /files\/plan-bundle\.json/)).toBe(1);
    expect(asked(opened, /files\/airport\.geojson/)).toBe(1);
    expect(await quoteOf(page).locator('[part=quote] [data-lit]').count()).toBeGreaterThan(0);
    opened.assertClean();
    await opened.close();
  });

  it('is text however hostile it is', async () => {
    const opened = await openPage(unlit, { url: `${inject('origin')}/pages/article.html` });
    const { page } = opened;
    await page.locator('#below [part=caption]').waitFor();
    const hostile = makeHostile((await readShippedBundle()).bundle);
    const seen = await page.evaluate(async (bundle) => {
      const parts = [...document.querySelectorAll('plan-quote, plan-figure')] as (
        HTMLElementTagNameMap['plan-quote'] | HTMLElementTagNameMap['plan-figure']
      )[];
      const ready = parts.map(
        (part) => new Promise((resolve) => part.addEventListener('plan-ready', resolve)),
      );
      for (const part of parts) part.bundle = bundle;
      await Promise.all(ready);
      return {
        texts: parts.map((part) => part.shadowRoot!.textContent),
        images: parts.flatMap((part) => [...part.shadowRoot!.querySelectorAll('img')]).length,
        hacked: (globalThis as { hacked?: unknown }).hacked,
      };
    }, hostile);
    for (const text of seen.texts) expect(text).toContain(HOSTILE);
    expect(seen).toMatchObject({ images: 0, hacked: undefined });
    opened.assertClean();
    await opened.close();
  });

  it('is not asked of an origin that is not listed', async () => {
    const opened = await openPage(unlit, { url: `${inject('origin')}/pages/article.html` });
    const code = await opened.page.evaluate(async () => {
      const quote = document.querySelector('plan-quote')!;
      const told = new Promise<HTMLElementEventMap['plan-error']>((resolve) => {
        quote.addEventListener('plan-error', resolve, { once: true });
      });
      quote.src = 'https://elsewhere.example/plan.json';
      return (await told).detail.code;
    });
    expect(code).toBe('origin-unlisted');
    opened.assertClean();
    await opened.close();
  });
});

describe('the map', () => {
  it('comes under a quote on request, with the clause selected, by keyboard alone', async () => {
    const opened = await openArticle(browser);
    const { page } = opened;
    const button = quoteOf(page).locator('[part=button]');
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    const atlas = quoteOf(page).locator('plan-atlas');
    await atlas.waitFor();
    await atlas.evaluate((element) => (element as PlanAtlas).viewOnReady());
    expect(await button.innerText()).toBe('收起地图');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const view = await atlas.evaluate((element) => {
      const { clause, feature, gestures } = element as PlanAtlas;
      return { clause, feature, gestures };
    });
    expect(view).toEqual({
      clause: 'positioning-modern-logistics',
      feature: 'airport',
      gestures: 'cooperative',
    });
    // A phrase is shown on the map that is there, and nobody leaves the page.
    await quoteOf(page)
      .locator('[part=quote] a.phrase', { hasText: '完善县城物流网络' })
      .press('Enter');
    expect(await atlas.evaluate((element) => (element as PlanAtlas).feature)).toBe('logistics-hub');
    expect(new URL(page.url()).hash).toBe('');
    expect(asked(opened, /yuxian\.json/)).toBe(1);
    await button.press('Space');
    await atlas.waitFor({ state: 'detached' });
    expect(await button.innerText()).toBe('在地图上看');
    opened.assertClean();
    await opened.close();
  });

  it('takes the place of a figure’s picture when it comes into view, and nothing moves', async () => {
    const opened = await openArticle(browser);
    const { page } = opened;
    const below = page.locator('#below');
    await below.locator('[part=caption]').waitFor({ state: 'attached' });
    expect(asked(opened, /plan-atlas/)).toBe(0);
    const before = await below.evaluate((figure) => figure.getBoundingClientRect().height);
    await below.evaluate((figure) => figure.scrollIntoView());
    await below.locator('.map[data-live]').waitFor({ timeout: 60_000 });
    expect(await below.locator('.poster').isVisible()).toBe(false);
    expect(await below.evaluate((figure) => figure.getBoundingClientRect().height)).toBe(before);
    const feature = await below
      .locator('plan-atlas')
      .evaluate((element) => (element as PlanAtlas).feature);
    expect(feature).toBe('zone-cangshan');
    expect(asked(opened, /yuxian\.json/)).toBe(1);
    // The other one waits for its button.
    expect(await figureOf(page).locator('plan-atlas').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await below.locator('.poster').isVisible()).toBe(true);
    expect(await below.locator('plan-atlas').isVisible()).toBe(false);
    opened.assertClean();
    await opened.close();
  });

  it('stays away without WebGL, and the picture says why', async () => {
    const opened = await openArticle(unlit);
    const { page } = opened;
    await figureOf(page).getByRole('button', { name: '交互地图' }).click();
    await figureOf(page).getByText('没有启用 WebGL2').waitFor();
    expect(await figureOf(page).locator('svg.sketch').isVisible()).toBe(true);
    expect(asked(opened, /plan-atlas/)).toBe(0);
    opened.assertClean();
    await opened.close();
  });

  it('can be asked for again when its code did not come', async () => {
    const opened = await openArticle(browser, {
      url: undefined,
      expected: [/plan-atlas|ERR_FAILED/],
    });
    const { page } = opened;
    await page.route('**/lib/plan-atlas.js', (route) => route.abort());
    await page.goto(`${inject('origin')}/pages/article.html`);
    const button = figureOf(page).getByRole('button', { name: '交互地图' });
    await button.click();
    await figureOf(page).getByText('地图没有载入').waitFor();
    expect(await button.isVisible()).toBe(true);
    opened.assertClean();
    await opened.close();
  });
});

type PlanAtlas = HTMLElementTagNameMap['plan-atlas'];
