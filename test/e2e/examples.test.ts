/** The pages of `public/examples/` as the build serves them, each under the policy of its kind. */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { isPainted } from './is-painted.ts';

/** What each page says where scripts do not run. */
const WORDS_WITHOUT_SCRIPT = {
  'index.html': '把规划图集放进您的网页',
  'plain.html': '规划要“建设高效一体的‘四纵四横、外环内网’综合交通网络”',
  'article.html': '发展文旅康养新业态，融汇生态农业观光',
  'cms-2012/index.html': '规划没有列出路线，图上的归并是推断，非规划原文',
  'react/index.html': '这里要用脚本',
  'vue/index.html': '这里要用脚本',
  'talk/index.html': '对话要用脚本',
  'xiongan/index.html': '规划形成“一主、五辅、多节点”的新区城乡空间布局',
  'dashboard.html': '报道只说东梁乡；圆示可能范围，推断，非规划原文',
} as const;
/** Software pictures on a busy machine take their time. */
const SOON = { timeout: 40_000 };
const TEST_MS = 180_000;
type ExamplePage = keyof typeof WORDS_WITHOUT_SCRIPT;

let browser: Browser;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await opened?.close();
  opened = null;
});
afterAll(() => browser.close());

async function open(
  name: ExamplePage,
  options: Parameters<typeof openPage>[1] = {},
): Promise<Page> {
  opened = await openPage(browser, { ...options, url: `${inject('origin')}/examples/${name}` });
  opened.page.setDefaultTimeout(60_000);
  return opened.page;
}

/** Brings a widget into view and waits until its map stands. */
async function settle(page: Page | Frame, index = 0): Promise<void> {
  const atlas = page.locator('plan-atlas').nth(index);
  await atlas.scrollIntoViewIfNeeded();
  await atlas.evaluate((element: HTMLElementTagNameMap['plan-atlas']) => element.viewOnReady());
}

/** The frame of a page, once the atlas in it stands. */
async function openFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame!.waitForSelector('plan-atlas');
  await settle(frame!);
  return frame!;
}

/** Clicks where a feature's point lies on the map of an atlas; of a frame, in the page's own pixels. */
async function clickOnMap(page: Page, place: Page | Frame, at: readonly [number, number]) {
  const spot = await place
    .locator('plan-atlas')
    .evaluate(
      (atlas: HTMLElementTagNameMap['plan-atlas'], [lng, lat]) =>
        atlas.shadowRoot!.querySelector('plan-map')!.projectToWindow([lng, lat]),
      at,
    );
  const box =
    place === page
      ? { x: 0, y: 0 }
      : ((await page.locator('iframe').boundingBox()) ?? { x: 0, y: 0 });
  // A frame's border.
  const border = place === page ? 0 : 1;
  await page.mouse.click(box.x + border + spot!.x, box.y + border + spot!.y);
}

/** On a corridor in the west of the county, where nothing else runs and no name stands. */
const ON_ZONG_4 = [113.1055, 38.2364] as const;

describe.each(Object.entries(WORDS_WITHOUT_SCRIPT))('%s', (name, words) => {
  it('reads well where scripts do not run', async () => {
    const page = await open(name as ExamplePage, {
      context: { javaScriptEnabled: false },
      // The app in a frame: its page hints at scripts that are then not run.
      expected: [/\/assets\/\S+\.js: csp$/],
    });
    const text = await page.locator('body').innerText();
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    await page.waitForLoadState('networkidle');
    opened!.assertClean();
  });

  it('has a title, a language and no fault that axe knows, on a phone as well', async () => {
    const page = await open(name as ExamplePage, { width: 390, height: 844 });
    await page.waitForLoadState('load');
    expect(await page.title()).toContain('嵌入示例');
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    // The page of 2012 is as wide as it was then.
    if (!name.startsWith('cms-2012')) {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    expect(await findViolations(page)).toEqual([]);
    // What still comes must come without a fault.
    await page.waitForLoadState('networkidle');
    opened!.assertClean();
  });
});

describe('plain.html', () => {
  it(
    'shows the transport network with legend and zoom, and its own source',
    async () => {
      const page = await open('plain.html');
      await settle(page);
      expect(await isPainted(page.locator('plan-map'))).toBe(true);
      const shown = await page.locator('plan-atlas').evaluate((atlas) => ({
        legend: atlas.shadowRoot!.querySelector('plan-layers')!.checkVisibility(),
        text: atlas.shadowRoot!.querySelector('plan-text')?.checkVisibility() ?? false,
        words: (atlas as HTMLElement).innerText,
      }));
      expect(shown).toEqual({ legend: true, text: false, words: '' });
      await page.locator('.source summary').click();
      await page.waitForSelector('.source code');
      expect(await page.locator('.source code').innerText()).toMatch(/^<plan-atlas\n {2}src=/);
      opened!.assertClean();
    },
    TEST_MS,
  );
});

describe('article.html', () => {
  it(
    'shows three figures with caption, certainty and a link, and the plan’s words',
    async () => {
      const page = await open('article.html');
      for (const [index, [name, link]] of (
        [
          ['四纵四横', 'clause=positioning-livable-city'],
          ['盂县通用航空机场', 'feature=airport'],
          ['藏山忠义文化板块', 'feature=zone-cangshan'],
        ] as const
      ).entries()) {
        const figure = page.locator('plan-figure').nth(index);
        await figure.scrollIntoViewIfNeeded();
        await page.waitForFunction(
          ([at, words, href]) => {
            const root = document.querySelectorAll('plan-figure')[at]!.shadowRoot;
            const links = [...(root?.querySelectorAll('a') ?? [])].map((anchor) => anchor.href);
            const text = root?.textContent ?? '';
            return (
              text.includes(words) && text.includes('推断') && links.some((to) => to.includes(href))
            );
          },
          [index, name, link] as const,
        );
        await expect.poll(() => isPainted(figure), SOON).toBe(true);
      }
      const quote = page.locator('plan-quote');
      await quote.scrollIntoViewIfNeeded();
      await page.waitForFunction(() =>
        document
          .querySelector('plan-quote')!
          .shadowRoot?.textContent!.includes('集中发展四大旅游板块，构建旅游发展空间格局'),
      );
      opened!.assertClean();
    },
    TEST_MS,
  );
});

describe('cms-2012/index.html', () => {
  it(
    'stands greedy rules, odd prototypes and jQuery, as a script and as a frame',
    async () => {
      const page = await open('cms-2012/index.html');
      await page.waitForSelector('#plan-widget plan-atlas');
      await settle(page);
      expect(await isPainted(page.locator('#plan-widget'))).toBe(true);
      const { map, canvas } = await page.evaluate(() => {
        const part = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-map')!;
        const widthOf = (element: Element): number => element.getBoundingClientRect().width;
        return { map: widthOf(part), canvas: widthOf(part.shadowRoot!.querySelector('canvas')!) };
      });
      expect(map).toBeGreaterThan(300);
      expect(canvas).toBe(map);
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await openFrame(page);
      expect(await isPainted(page.locator('iframe'))).toBe(true);
      opened!.assertClean();
    },
    TEST_MS,
  );
});

describe.each(['react/index.html', 'vue/index.html'] as const)('%s', (name) => {
  it(
    'keeps list and atlas in step, both ways and in both languages',
    async () => {
      const page = await open(name);
      await page.waitForSelector('button[data-feature=airport]');
      await settle(page);
      expect(await isPainted(page.locator('plan-map'))).toBe(true);
      const selected = (): Promise<string | null> =>
        page.evaluate(() => document.querySelector('plan-atlas')!.feature);
      const pressed = (): Promise<(string | undefined)[]> =>
        page
          .locator('button[data-feature][aria-pressed=true]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['feature']));

      await clickOnMap(page, page, ON_ZONG_4);
      await expect.poll(pressed, SOON).toEqual(['zong-4']);
      expect(await selected()).toBe('zong-4');

      await page.locator('button[data-feature=zong-2]').click();
      await expect.poll(selected, SOON).toBe('zong-2');
      expect(await pressed()).toEqual(['zong-2']);

      await page.locator('.tools [data-action=language]').click();
      await expect
        .poll(() => page.locator('.tools + [role=status]').innerText(), SOON)
        .toContain('North–South 2');
      expect(
        await page.evaluate(() => document.querySelector('plan-atlas')!.getViewState().lang),
      ).toBe('en');

      await page.locator('.tools [data-action=clear]').click();
      await expect.poll(selected, SOON).toBeNull();
      expect(await pressed()).toEqual([]);
      opened!.assertClean();
    },
    TEST_MS,
  );
});

describe('talk/index.html', () => {
  it(
    'leads the atlas in the frame, and hears what its reader does',
    async () => {
      const page = await open('talk/index.html');
      const frame = await openFrame(page);
      await page.waitForSelector('html[data-talk=open]');
      const view = () => frame.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
      const log = (): Promise<string> => page.locator('#log').innerText();

      await page.locator('iframe').scrollIntoViewIfNeeded();
      await clickOnMap(page, frame, ON_ZONG_4);
      await expect
        .poll(async () => (await view()).feature, SOON)
        .toMatch(/^(zong-4|west-passage)$/);
      await expect.poll(log, SOON).toContain(`← plan-feature-select ${(await view()).feature}`);

      await page.locator('[data-select=zong-2]').click();
      await expect.poll(async () => (await view()).feature, SOON).toBe('zong-2');
      await expect.poll(log, SOON).toContain('← plan-feature-select zong-2');
      await page.locator('[data-highlight^=zone]').click();
      await expect.poll(log, SOON).toContain('✓ highlight');
      await page.locator('[data-fit=cangshan]').click();
      await expect.poll(log, SOON).toContain('✓ fit');
      await page.locator('[data-layers^=tourism]').click();
      await expect.poll(async () => (await view()).layers, SOON).toContain('zones');
      expect((await view()).layers).not.toContain('roads');
      await page.locator('[data-lens=existing]').click();
      await expect.poll(async () => (await view()).lens.statuses, SOON).toEqual(['existing']);
      await page.locator('#scene').selectOption('airport');
      await expect.poll(async () => (await view()).scene, SOON).toBe('airport');
      await page.locator('[data-select=""]').click();
      await expect.poll(async () => (await view()).feature, SOON).toBeNull();
      expect(await log()).not.toContain('✗');

      opened!.assertClean();
    },
    TEST_MS,
  );
});

describe('dashboard.html', () => {
  it(
    'paints twelve maps over one bundle',
    async () => {
      const page = await open('dashboard.html');
      const count = await page.locator('plan-atlas').count();
      expect(count).toBe(12);
      for (let index = 0; index < count; index += 1) {
        await settle(page, index);
        expect(await isPainted(page.locator('plan-atlas').nth(index)), `map ${index}`).toBe(true);
      }
      const { requests } = opened!;
      const bundles = requests.filter((address) => /bundle\/|\.geojson/.test(address));
      expect(new Set(bundles).size).toBe(1);
      opened!.assertClean();
    },
    TEST_MS,
  );
});

it('every page is on the list of examples', async () => {
  const page = await open('index.html');
  const links = await page
    .locator('.examples a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')!));
  expect(['index.html', ...links].sort()).toEqual(Object.keys(WORDS_WITHOUT_SCRIPT).sort());
});
