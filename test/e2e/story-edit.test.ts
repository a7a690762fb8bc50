import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlanBundle, Story } from '../../src/contracts/bundle.ts';
import { launchBrowser, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openStory(
  options: OpenPageOptions & { readonly hash?: string } = {},
): Promise<OpenedPage> {
  const { hash = '', ...rest } = options;
  const opened = await openAtlas(browser, {
    width: 1280,
    height: 900,
    ...rest,
    hash: `v=1&tool=story${hash}`,
  });
  await rows(opened.page).first().waitFor();
  return opened;
}

const rows = (page: Page) => page.locator('plan-story li[data-scene]');
const action = (page: Page, scene: string, name: string) =>
  page.locator(`plan-story li[data-scene="${scene}"] [data-action=${name}]`);
const press = (page: Page, name: string) =>
  page.locator(`plan-story [data-action=${name}]`).first();
const field = (page: Page, name: string) => page.locator(`plan-story [data-field=${name}]`);
const idsOf = (page: Page): Promise<readonly (string | null)[]> =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-scene')));
const isKept = (page: Page): Promise<void> =>
  page.locator('plan-story [data-keeping=kept]').waitFor();
const sceneOf = (page: Page) =>
  page.evaluate(() => document.querySelector('plan-atlas')!.getViewState());

describe('the story in the drawer', () => {
  it('lists eighteen scenes and shows each that is clicked', async () => {
    const opened = await openStory();
    const { page } = opened;
    expect(await rows(page).count()).toBe(18);
    await action(page, 'story-four-zong', 'show').click();
    await expect.poll(async () => (await sceneOf(page)).scene).toBe('story-four-zong');
    expect((await sceneOf(page)).clause).toBe('positioning-livable-city');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('scene=story-four-zong');
    opened.assertClean();
    await opened.close();
  });

  it('keeps what was edited over a reload, and undoes it', async () => {
    const opened = await openStory();
    const { page } = opened;
    const before = await idsOf(page);
    await action(page, 'story-opening', 'show').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect((await idsOf(page)).slice(0, 2)).toEqual(['story-location', 'story-opening']);
    await action(page, 'story-opening', 'edit').click();
    await field(page, 'title').fill('开场白');
    await field(page, 'notes').fill('先问好。\n\n- **一**');
    await isKept(page);
    await page.reload();
    await rows(page).first().waitFor();
    await expect.poll(() => idsOf(page)).toEqual([before[1], before[0], ...before.slice(2)]);
    await expect.poll(() => action(page, 'story-opening', 'show').innerText()).toContain('开场白');
    await page.locator('plan-story summary', { hasText: '文件' }).click();
    await press(page, 'reset').click();
    expect(await idsOf(page)).toEqual(before);
    await press(page, 'undo').click();
    await expect.poll(() => action(page, 'story-opening', 'show').innerText()).toContain('开场白');
    opened.assertClean();
    await opened.close();
  });

  it('adds the view that the map shows, and takes it again', async () => {
    const opened = await openStory();
    const { page } = opened;
    await action(page, 'story-opening', 'show').click();
    await page.evaluate(() => document.querySelector('plan-atlas')!.select({ feature: 'airport' }));
    await press(page, 'add').click();
    expect(await rows(page).count()).toBe(19);
    expect(await field(page, 'title').inputValue()).toContain('通用航空机场');
    await page.evaluate(() =>
      document.querySelector('plan-atlas')!.select({ feature: 'cangshan' }),
    );
    await press(page, 'recapture').click();
    await page.evaluate(() => document.querySelector('plan-atlas')!.select({}));
    await action(page, 'scene-1', 'show').click();
    await expect.poll(async () => (await sceneOf(page)).feature).toBe('cangshan');
    opened.assertClean();
    await opened.close();
  });

  it('reorders by dragging the handle, with the mouse and with a finger', async () => {
    const opened = await openStory({ hasTouch: true });
    const { page } = opened;
    const centre = async (scene: string) => {
      const box = (await page.locator(`plan-story [data-handle="${scene}"]`).boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await centre('story-opening'), await centre('story-one-city-five-bases')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    expect((await idsOf(page)).slice(0, 3)).toEqual([
      'story-location',
      'story-one-city-five-bases',
      'story-opening',
    ]);
    const finger = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove', at: { x: number; y: number }) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: [at] });
    const [low, high] = [await centre('story-opening'), await centre('story-location')];
    await touch('touchStart', low);
    await touch('touchMove', { x: low.x, y: low.y - 30 });
    await touch('touchMove', high);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect
      .poll(async () => (await idsOf(page)).slice(0, 3))
      .toEqual(['story-opening', 'story-location', 'story-one-city-five-bases']);
    opened.assertClean();
    await opened.close();
  });

  it('gives a dragged scene back on Escape', async () => {
    const opened = await openStory();
    const { page } = opened;
    const before = await idsOf(page);
    const box = (await page.locator('plan-story [data-handle="story-opening"]').boundingBox())!;
    await action(page, 'story-opening', 'show').focus();
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 8, box.y + 90, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await idsOf(page)).toEqual(before);
    opened.assertClean();
    await opened.close();
  });

  it('exports the story and the whole bundle, and takes both again', async () => {
    const opened = await openStory();
    const { page } = opened;
    await action(page, 'story-closing', 'show').focus();
    await page.keyboard.press('Delete');
    const save = async (name: string): Promise<string> => {
      await page.locator('plan-story summary', { hasText: '文件' }).first().click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        press(page, name).click(),
      ]);
      await page.locator('plan-story summary', { hasText: '文件' }).first().click();
      return download.path();
    };
    const storyFile = await save('export-story');
    const bundleFile = await save('export-bundle');
    const story = JSON.parse(await readFile(storyFile, 'utf8')) as Story;
    const bundle = JSON.parse(await readFile(bundleFile, 'utf8')) as PlanBundle;
    expect([story.scenes.length, bundle.story]).toEqual([17, story]);
    await press(page, 'undo').click();
    expect(await rows(page).count()).toBe(18);
    const give = (name: string, buffer: Buffer): Promise<void> =>
      page
        .locator('plan-story [data-action=import]')
        .setInputFiles({ name, mimeType: 'application/json', buffer });
    for (const file of [storyFile, bundleFile]) {
      await give('mine.json', await readFile(file));
      await expect.poll(() => rows(page).count()).toBe(17);
      await press(page, 'undo').click();
      expect(await rows(page).count()).toBe(18);
    }
    const broken = { ...story, scenes: [{ ...story.scenes[0], focus: ['runway'] }] };
    await give('broken.json', Buffer.from(JSON.stringify(broken)));
    await expect
      .poll(() => page.locator('plan-story [data-warning=import]').innerText())
      .toContain('cites unknown feature "runway"');
    expect(await rows(page).count()).toBe(18);
    await page.evaluate((text) => {
      document.querySelector('plan-atlas')!.bundle = JSON.parse(text) as never;
    }, JSON.stringify(bundle));
    await expect.poll(() => rows(page).count()).toBe(17);
    opened.assertClean();
    await opened.close();
  });
});

describe('two windows', () => {
  it('hear each other, and lose nothing that both write at once', async () => {
    const opened = await openStory();
    const first = opened.page;
    const context: BrowserContext = first.context();
    const second = await context.newPage();
    await second.goto(`${inject('origin')}/#v=1&tool=story`);
    await rows(second).first().waitFor();
    await Promise.all([isKept(first), isKept(second)]);
    await action(first, 'story-airport', 'edit').click();
    await field(first, 'title').fill('机场（甲）');
    await expect
      .poll(() => action(second, 'story-airport', 'show').innerText())
      .toContain('机场（甲）');
    await action(second, 'story-parks', 'edit').click();
    await Promise.all([
      field(first, 'caption').fill('甲写的字幕'),
      field(second, 'caption').fill('乙写的字幕'),
    ]);
    await Promise.all([isKept(first), isKept(second)]);
    await second.reload();
    await rows(second).first().waitFor();
    await action(second, 'story-airport', 'edit').click();
    expect(await field(second, 'caption').inputValue()).toBe('甲写的字幕');
    await action(second, 'story-parks', 'edit').click();
    expect(await field(second, 'caption').inputValue()).toBe('乙写的字幕');
    await second.close();
    opened.assertClean();
    await opened.close();
  });
});

describe('a device that keeps nothing', () => {
  it('warns, works on in memory and offers the download', async () => {
    const opened = await openStory();
    const { page } = opened;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.reload();
    await rows(page).first().waitFor();
    const warning = page.locator('plan-story .warning[role=alert]');
    await expect.poll(() => warning.innerText()).toContain('只在内存里');
    await action(page, 'story-opening', 'show').focus();
    await page.keyboard.press('Delete');
    expect(await rows(page).count()).toBe(17);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'download').click(),
    ]);
    const story = JSON.parse(await readFile(await download.path(), 'utf8')) as Story;
    expect(story.scenes).toHaveLength(17);
    opened.assertClean();
    await opened.close();
  });
});

describe('for everyone', () => {
  it.each([
    ['in Chinese, with the form open', '', {}],
    ['in English, dark', '&lang=en&flavour=dark', {}],
    ['on a phone', '', { width: 390, height: 844 }],
  ] as const)('is clean for axe %s', async (_name, hash, size) => {
    const opened = await openStory({ hash, ...size });
    await action(opened.page, 'story-four-zong', 'show').click();
    await action(opened.page, 'story-four-zong', 'edit').click();
    await field(opened.page, 'title').waitFor();
    expect(await findViolations(opened.page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });

  it('has targets of 24 pixels', async () => {
    const opened = await openStory();
    await action(opened.page, 'story-four-zong', 'edit').click();
    const small = await opened.page.locator('plan-story').evaluate((story) =>
      [...story.shadowRoot!.querySelectorAll('button, summary, input, select, textarea, .handle')]
        .map((element) => {
          const target = element.closest('label') ?? element;
          const { width, height } = target.getBoundingClientRect();
          return { what: element.outerHTML.slice(0, 60), width, height };
        })
        .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)),
    );
    expect(small).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});
