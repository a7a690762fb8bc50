import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page that scrolls, with an atlas in its first screen. */
async function mount(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (given) => {
    document.body.style.setProperty('margin', '0');
    const atlas = await bench.mount(given);
    atlas.style.setProperty('max-width', '100%');
    const below = document.createElement('div');
    below.style.setProperty('height', '3000px');
    document.body.append(below);
    await bench.settle(atlas, () => atlas.fit(['cangshan']));
  }, attributes);
}

/** Where page and map stand, and what the hint says while it is there. */
const look = (page: Page) =>
  page.evaluate(() => {
    const atlas = document.querySelector('plan-atlas')!;
    const root = bench.part(atlas, 'plan-map').shadowRoot!;
    const messages = [...root.querySelectorAll<HTMLElement>('[class$=-message]')];
    return {
      scrollPx: Math.round(scrollY),
      zoom: atlas.camera!.zoom,
      center: atlas.camera!.center,
      hint: messages.filter((one) => one.checkVisibility()).map((one) => one.textContent),
      screens: root.querySelectorAll('.maplibregl-cooperative-gesture-screen').length,
      title: root.querySelector('canvas')!.getAttribute('aria-label'),
    };
  });

async function centreOfMap(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await page.locator('plan-atlas plan-map').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Turns the wheel over the map and waits until page or map has followed. */
async function turnWheel(page: Page): Promise<void> {
  const { x, y } = await centreOfMap(page);
  const { zoom } = await look(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(
    (before) => scrollY > 0 || document.querySelector('plan-atlas')!.camera!.zoom !== before,
    zoom,
  );
}

describe('gestures', () => {
  it('leave the page its wheel, unless Ctrl is held; the hint speaks the language of the moment', async () => {
    const opened = await openBench(browser);
    const { page } = opened;
    await mount(page, {});
    const before = await look(page);
    await turnWheel(page);
    const scrolled = await look(page);
    expect(scrolled.scrollPx).toBeGreaterThan(0);
    expect(scrolled.zoom).toBe(before.zoom);
    expect(scrolled.hint).toEqual(['按住 Ctrl 并滚动滚轮可缩放地图']);
    await page.evaluate(async () => {
      scrollTo(0, 0);
      const atlas = document.querySelector('plan-atlas')!;
      atlas.lang = 'en';
      await atlas.updateComplete;
      await bench.frames(2);
    });
    const english = await look(page);
    expect(english).toMatchObject({ hint: ['Hold Ctrl and scroll to zoom the map'], screens: 1 });
    expect(english.title).toBe('Map');
    const { x, y } = await centreOfMap(page);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (zoom) => document.querySelector('plan-atlas')!.camera!.zoom > zoom,
      before.zoom,
    );
    expect((await look(page)).scrollPx).toBe(0);
    opened.assertClean();
    await opened.close();
  });

  it.each([
    ['the attribute asks for it', { gestures: 'greedy' }],
    ['the atlas fills its page', { permalink: '' }],
  ])('give the map the wheel where %s', async (_, attributes) => {
    const opened = await openBench(browser);
    const { page } = opened;
    await mount(page, attributes);
    const before = await look(page);
    await turnWheel(page);
    const after = await look(page);
    expect(after.scrollPx).toBe(0);
    expect(after.zoom).not.toBe(before.zoom);
    expect(after.screens).toBe(0);
    opened.assertClean();
    await opened.close();
  });

  it('follow attributes that change: what is named wins over what is usual', async () => {
    const opened = await openBench(browser);
    const { page } = opened;
    await mount(page, {});
    const screens = await page.evaluate(async () => {
      const atlas = document.querySelector('plan-atlas')!;
      const root = bench.part(atlas, 'plan-map').shadowRoot!;
      const found: number[] = [];
      const change = async (act: () => void): Promise<void> => {
        act();
        await atlas.updateComplete;
        await bench.frames(1);
        found.push(root.querySelectorAll('.maplibregl-cooperative-gesture-screen').length);
      };
      await change(() => undefined);
      await change(() => (atlas.permalink = true));
      await change(() => atlas.setAttribute('gestures', 'cooperative'));
      await change(() => (atlas.permalink = false));
      await change(() => atlas.setAttribute('gestures', 'greedy'));
      await change(() => atlas.removeAttribute('gestures'));
      await change(() => (atlas.gestures = 'sideways' as never));
      await change(() => (atlas.gestures = 'greedy'));
      // A hint that is made after the language has changed speaks the new one.
      atlas.lang = 'en';
      await change(() => (atlas.gestures = null));
      const hint = root.querySelector('.maplibregl-desktop-message')!.textContent;
      return { found, hint };
    });
    expect(screens.found).toEqual([1, 0, 1, 1, 0, 1, 1, 0, 1]);
    expect(screens.hint).toBe('Hold Ctrl and scroll to zoom the map');
    opened.assertClean();
    await opened.close();
  });

  it('are the map’s own while something is drawn on it', async () => {
    const opened = await openBench(browser);
    const { page } = opened;
    await mount(page, {});
    const screens = await page.evaluate(async () => {
      const atlas = document.querySelector('plan-atlas')!;
      const root = bench.part(atlas, 'plan-map').shadowRoot!;
      const found: number[] = [];
      for (const name of ['measure', null, 'stats', 'marks', null] as const) {
        atlas.setViewState({ tool: name && { name, target: null } });
        await atlas.updateComplete;
        await bench.frames(1);
        found.push(root.querySelectorAll('.maplibregl-cooperative-gesture-screen').length);
      }
      return found;
    });
    expect(screens).toEqual([0, 1, 1, 0, 1]);
    opened.assertClean();
    await opened.close();
  });

  it('leave the page one finger, and give the map two', async () => {
    const opened = await openBench(browser, {
      width: 390,
      height: 844,
      hasTouch: true,
      context: { isMobile: true },
    });
    const { page, context } = opened;
    await mount(page, {});
    const finger = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    const { x, y } = await centreOfMap(page);
    const before = await look(page);
    await touch('touchStart', [x, y]);
    for (let step = 1; step <= 6; step += 1) await touch('touchMove', [x, y - step * 12]);
    const during = await look(page);
    await touch('touchEnd');
    await page.waitForFunction(() => scrollY > 0);
    const scrolled = await look(page);
    expect(scrolled.zoom).toBe(before.zoom);
    expect(scrolled.center).toEqual(before.center);
    expect(during.hint).toEqual(['用两根手指移动地图']);
    await page.evaluate(() => scrollTo(0, 0));
    const at = await centreOfMap(page);
    await touch('touchStart', [at.x - 30, at.y], [at.x + 30, at.y]);
    for (let step = 1; step <= 6; step += 1) {
      await touch(
        'touchMove',
        [at.x - 30 + step * 8, at.y - step * 4],
        [at.x + 30 + step * 8, at.y - step * 4],
      );
    }
    await touch('touchEnd');
    await page.waitForFunction(
      (lng) => Math.abs(document.querySelector('plan-atlas')!.camera!.center[0] - lng) > 1e-4,
      before.center[0],
    );
    opened.assertClean();
    await opened.close();
  });
});
