import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PresentCommand, PresentState } from '../../src/contracts/present.ts';
import { deckOf } from '../../src/core/present/list-slides.ts';
import { readKey } from '../../src/core/present/read-key.ts';
import { createPresent, stepPresent } from '../../src/core/present/step-present.ts';
import { boundsOfScene } from '../../src/core/present/frame-scene.ts';
import { createRandom } from '../fixtures/create-random.ts';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { findViolations } from './find-violations.ts';
import { WAIT } from './talk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
/** A page in which something failed is not gone on with. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await Promise.all([...talks.values()].map((opened) => opened.close()));
  talks.clear();
});
afterAll(() => browser.close());

/** Sizes are those of CSS; only the map's own pixels are fewer, for software draws every one of them. */
const COARSE = { deviceScaleFactor: 0.25 };

async function openAtlas(options: OpenPageOptions = {}, hash = 'v=1'): Promise<OpenedPage> {
  const url = `${inject('origin')}/#${hash}`;
  const opened = await openPage(browser, { url, ...COARSE, ...options });
  opened.page.setDefaultTimeout(15_000);
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return opened;
}

/** The browser asks for the page's icon anew whenever the address changes, and a page cannot help it. */
const ICON = /icon\.svg/;

/** A talk that has started, with everything fetched that it may need. */
async function openTalk(options: OpenPageOptions = {}): Promise<OpenedPage> {
  const opened = await openAtlas(options);
  await opened.page.keyboard.press('F5');
  await waitForTalk(opened.page);
  await waitForStock(opened.page);
  return opened;
}

const talks = new Map<string, OpenedPage>();

/** A talk that several tests go on with, at its first page. Whoever leaves it, or leaves something on, puts it right. */
async function atTalk(kind: 'desk' | 'phone', width = 1280, height = 800): Promise<OpenedPage> {
  let opened = talks.get(kind);
  if (!opened) {
    opened = await openTalk({ width, height, hasTouch: kind === 'phone' });
    talks.set(kind, opened);
  }
  const { page } = opened;
  await page.setViewportSize({ width, height });
  await send(page, { type: 'go', index: 0 });
  await settle(page);
  expect(await talkOf(page)).toMatchObject({
    isRunning: true,
    index: 0,
    digits: '',
    isBlank: false,
    isLaserOn: false,
    isAutoplay: false,
  });
  return opened;
}

const atPhone = (): Promise<OpenedPage> => atTalk('phone', 390, 844);

const waitForTalk = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')?.present
        .isRunning === true,
  );

/** Until then the network is needed. */
const waitForStock = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')!.isStocked,
  );

const talkOf = (page: Page): Promise<PresentState> =>
  page.evaluate(
    () => document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')!.present,
  );

const indexOf = async (page: Page): Promise<number> => (await talkOf(page)).index;

const send = (page: Page, command: PresentCommand): Promise<void> =>
  page.evaluate(
    (given) =>
      document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')!.send(given),
    command,
  );

const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

const lensOf = (page: Page) =>
  page.evaluate(() => document.querySelector('plan-atlas')!.getViewState().lens);

const { bundle } = await readShippedBundle();
const story = bundle.story!;
const last = story.scenes.length + 1;
const slideOf = (test: (scene: (typeof story.scenes)[number]) => boolean): number =>
  story.scenes.findIndex(test) + 1;

describe('the keys of a talk', () => {
  it('each do what they say, and F5 does not reload the page', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    await page.evaluate(() => {
      (window as { mark?: boolean }).mark = true;
    });
    expect(await indexOf(page)).toBe(0);
    const walk: readonly (readonly [string, number])[] = [
      ['PageDown', 1],
      ['ArrowRight', 2],
      ['ArrowDown', 3],
      ['Space', 4],
      ['Enter', 5],
      ['PageUp', 4],
      ['ArrowLeft', 3],
      ['ArrowUp', 2],
      ['Shift+Space', 1],
      ['Backspace', 0],
      ['End', last],
      ['Home', 0],
      ['F5', 0],
    ];
    for (const [key, index] of walk) {
      await page.keyboard.press(key);
      expect([key, await indexOf(page)]).toEqual([key, index]);
    }
    await page.keyboard.type('12');
    expect((await talkOf(page)).digits).toBe('12');
    await page.keyboard.press('Enter');
    expect(await indexOf(page)).toBe(12);
    for (const key of ['b', '.']) {
      await page.keyboard.press(key);
      expect((await talkOf(page)).isBlank).toBe(true);
      expect(await page.locator('plan-player .blank').isVisible()).toBe(true);
      await page.keyboard.press(key);
      expect((await talkOf(page)).isBlank).toBe(false);
    }
    await page.keyboard.press('l');
    expect((await talkOf(page)).isLaserOn).toBe(true);
    await page.mouse.move(900, 400);
    const { laser } = await talkOf(page);
    expect(laser!.x).toBeCloseTo(900 / 1280, 2);
    expect(await page.locator('plan-player .laser .dot').count()).toBe(1);
    await page.keyboard.press('l');
    expect((await talkOf(page)).laser).toBeNull();
    expect(await page.evaluate(() => (window as { mark?: boolean }).mark)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () =>
        !document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')!.present
          .isRunning,
    );
    await page.keyboard.press('F5');
    await waitForTalk(page);
    expect(await page.evaluate(() => (window as { mark?: boolean }).mark)).toBe(true);
    opened.assertClean();
  });

  it('work after a click in the map, the caption, on a button and in the list, with the network off', async () => {
    const opened = await openTalk({ expected: [ICON] });
    const { page, context } = opened;
    await context.setOffline(true);
    await page.keyboard.press('PageDown');
    const clicks = [
      () => page.mouse.click(900, 400),
      () => page.locator('plan-player .text').click(),
      () => page.locator('plan-player [data-control=laser]').click(),
      () => page.locator('plan-player [data-control=laser]').click(),
      () => page.locator('plan-player .foot .counter').click(),
    ];
    let expected = 1;
    for (const click of clicks) {
      await click();
      for (const key of ['PageDown', 'Space', 'Enter', 'PageUp', 'ArrowRight']) {
        await page.keyboard.press(key);
      }
      expected += 3;
      expect(await indexOf(page)).toBe(expected);
    }
    await send(page, { type: 'go', index: slideOf(({ compare }) => compare !== undefined) });
    await page.locator('plan-compare [role=slider]').waitFor();
    await page.locator('plan-compare [role=slider]').click();
    await page.keyboard.press('PageDown');
    expect(await indexOf(page)).toBe(slideOf(({ compare }) => compare !== undefined) + 1);
    opened.assertClean();
    await opened.close();
  });

  it('land on the right scene at once when next is pressed five times quickly, where things move', async () => {
    const opened = await openTalk({ reducedMotion: 'no-preference', expected: [ICON] });
    const { page, context } = opened;
    // The pulse that runs along corridors fetches nothing any more.
    await context.setOffline(true);
    await Promise.all(Array.from({ length: 5 }, () => page.keyboard.press('PageDown')));
    expect(await indexOf(page)).toBe(5);
    const title = story.scenes[4]!.title;
    expect(await page.locator('plan-player #slide-title').textContent()).toBe(title);
    expect(
      await page.evaluate(() => document.querySelector('plan-atlas')!.getViewState().scene),
    ).toBe(story.scenes[4]!.id);
    opened.assertClean();
    await opened.close();
  });

  it('drop none of 500 random presses', async () => {
    const opened = await atTalk('desk', 720, 480);
    const { page } = opened;
    const random = createRandom(500);
    const presses: Promise<void>[] = [];
    const keys = ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'Space', 'Enter', 'Backspace'];
    const more = ['Home', 'End', 'b', '.', 's', '1', '3', '7', 'v'];
    let model = stepPresent(createPresent(deckOf(story)), { type: 'start', index: 0, at: 0 });
    for (let count = 0; count < 500; count += 1) {
      const pool = random() < 0.8 ? keys : more;
      const key = pool[Math.floor(random() * pool.length)]!;
      presses.push(page.keyboard.down(key), page.keyboard.up(key));
      // Faster than any hand, and now and then a pause.
      if (random() < 0.1) await Promise.all(presses.splice(0));
      const answer = readKey(
        {
          key: key === 'Space' ? ' ' : key,
          code: '',
          shiftKey: false,
          ctrlKey: false,
          altKey: false,
          metaKey: false,
          repeat: false,
          isComposing: false,
        },
        model,
        { isTyping: false, isOnControl: false },
      );
      if (answer?.type === 'command') model = stepPresent(model, answer.command);
      else if (answer?.type === 'spotlight') model = { ...model, digits: '' };
    }
    await Promise.all(presses);
    expect(await indexOf(page)).toBe(model.index);
    opened.assertClean();
    await page.keyboard.press('Home');
  });

  it('leave a host page its own keys unless it opted in', async () => {
    const opened = await openAtlas();
    const { page } = opened;
    await page.evaluate(() => document.querySelector('plan-atlas')!.removeAttribute('permalink'));
    const taken = await page.evaluate(() => {
      const press = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(press);
    });
    expect(taken).toBe(false);
    await page.evaluate(() => document.querySelector('plan-atlas')!.toggleAttribute('page-keys'));
    await page.keyboard.press('F5');
    await waitForTalk(page);
    await page.evaluate(() => {
      document.querySelector('plan-atlas')!.removeAttribute('page-keys');
      document.body.append(document.createElement('button'));
      void document.exitFullscreen().catch(() => undefined);
      document.querySelector<HTMLElement>('body > button')!.focus();
    });
    const isOurs = await page.evaluate(() => {
      if (document.fullscreenElement) return false;
      const press = new KeyboardEvent('keydown', {
        key: 'PageDown',
        bubbles: true,
        cancelable: true,
      });
      return !document.querySelector('body > button')!.dispatchEvent(press);
    });
    expect(isOurs).toBe(false);
    await opened.close();
  });
});

describe('leaving a talk', () => {
  it('gives back the view that was there before', async () => {
    const opened = await openAtlas(
      {},
      'v=1&feature=airport&layers=boundary,seats,airport,roads&camera=113.4,38.1,10&lens=planned&tool=stats',
    );
    const { page } = opened;
    const viewOf = () => page.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
    const before = await viewOf();
    await page.keyboard.press('F5');
    await waitForTalk(page);
    for (const key of ['PageDown', 'PageDown', 's', 'End', 'PageUp'])
      await page.keyboard.press(key);
    await send(page, { type: 'go', index: slideOf(({ compare }) => compare !== undefined) });
    await settle(page);
    expect((await viewOf()).flavour).toBe('projector');
    await send(page, { type: 'stop' });
    await page.waitForFunction(() => !location.hash.includes('present='));
    // The map flies back.
    await expect
      .poll(async () => (await viewOf()).camera!.center[0], WAIT)
      .toBeCloseTo(before.camera!.center[0], 3);
    await expect
      .poll(async () => (await viewOf()).camera!.zoom, WAIT)
      .toBeCloseTo(before.camera!.zoom, 2);
    expect({ ...(await viewOf()), camera: null }).toEqual({ ...before, camera: null });
    opened.assertClean();
    await opened.close();
  });
});

describe('the address of a talk', () => {
  it('leads back to the same scene after a reload, and Esc to the view before it', async () => {
    const opened = await openAtlas({ expected: [ICON] }, 'v=1&feature=airport');
    const { page } = opened;
    await page.keyboard.press('F5');
    await waitForTalk(page);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(
      (id) => location.hash.includes(`present=${id}`),
      story.scenes[1]!.id,
    );
    await waitForStock(page);
    await page.reload();
    await waitForTalk(page);
    expect(await indexOf(page)).toBe(2);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash.includes('feature=airport'));
    opened.assertClean();
    await opened.close();
  });

  it('tells a scene that there is none of', async () => {
    const opened = await openAtlas({}, 'v=1&present=nowhere');
    const { page } = opened;
    await page.getByText('present="nowhere"').waitFor();
    await opened.close();
  });
});

describe('a talk that goes on by itself', () => {
  it('counts the scene down, goes on, pauses, and stops on a touch', async () => {
    const opened = await openAtlas();
    const { page } = opened;
    await page.clock.install();
    await page.keyboard.press('F5');
    await page.clock.runFor(1000);
    await waitForTalk(page);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('p');
    await page.clock.runFor(10_000);
    const left = story.scenes[0]!.durationS - 10;
    const countdown = page.locator('plan-player .countdown');
    await page.waitForFunction(
      (wanted) =>
        document
          .querySelector('plan-atlas')!
          .shadowRoot!.querySelector('plan-player')!
          .shadowRoot!.querySelector('.countdown')
          ?.textContent?.includes(wanted),
      String(left),
    );
    await page.keyboard.press('p');
    await page.clock.runFor(120_000);
    expect(await indexOf(page)).toBe(1);
    expect(await countdown.count()).toBe(0);
    await page.keyboard.press('p');
    await page.clock.runFor((left + 1) * 1000);
    expect(await talkOf(page)).toMatchObject({ index: 2, isAutoplay: true });
    await page.mouse.click(900, 400);
    expect((await talkOf(page)).isAutoplay).toBe(false);
    await page.clock.runFor(300_000);
    expect(await indexOf(page)).toBe(2);
    opened.assertClean();
    await opened.close();
  });
});

describe('touch', () => {
  it('turns the page by a quick stroke of one finger and not by a slow one', async () => {
    const opened = await atPhone();
    const { page } = opened;
    await page.keyboard.press('PageDown');
    const stroke = async (from: number, to: number, waitMs: number): Promise<void> => {
      const session = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x, y: 250 }],
        });
      await touch('touchStart', from);
      await touch('touchMove', (from + to) / 2);
      if (waitMs > 0) await page.waitForTimeout(waitMs);
      await touch('touchMove', to);
      await touch('touchEnd', to);
      await session.detach();
    };
    await stroke(320, 90, 0);
    expect(await indexOf(page)).toBe(2);
    await stroke(90, 320, 0);
    expect(await indexOf(page)).toBe(1);
    await stroke(320, 90, 700);
    expect(await indexOf(page)).toBe(1);
    opened.assertClean();
  });
});

describe('the list of scenes', () => {
  it('is searched by title and number and left by keys, and the talk goes on there', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    await page.keyboard.press('g');
    const box = page.locator('plan-player [role=combobox]');
    await box.waitFor();
    await page.keyboard.type('机场');
    await page.keyboard.press('Enter');
    expect(await indexOf(page)).toBe(slideOf(({ title }) => title.includes('机场')));
    await page.keyboard.press('g');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    expect(await indexOf(page)).toBe(7);
    await page.keyboard.press('g');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await indexOf(page)).toBe(8);
    await page.keyboard.press('g');
    await page.keyboard.press('Escape');
    expect(await talkOf(page)).toMatchObject({ isRunning: true, index: 8 });
    await page.keyboard.press('PageDown');
    expect(await indexOf(page)).toBe(9);
    opened.assertClean();
  });
});

describe('inside a scene', () => {
  it('the spotlight dims all but the focus, and S turns it over', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    const index = slideOf(({ spotlight }) => spotlight === true);
    await send(page, { type: 'go', index });
    await settle(page);
    const lookOf = (id: string) =>
      page.waitForFunction(
        (feature) =>
          document
            .querySelector('plan-atlas')!
            .shadowRoot!.querySelector('plan-map')!
            .inspection!.lookOf(feature)?.opacity,
        id,
      );
    expect(await (await lookOf(story.scenes[index - 1]!.focus![0]!)).jsonValue()).toBe(1);
    expect((await lensOf(page)).statuses).toEqual([]);
    expect(await (await lookOf('s45-tianli')).jsonValue()).toBeLessThan(0.3);
    await page.keyboard.press('s');
    await settle(page);
    expect((await lensOf(page)).statuses.length).toBeGreaterThan(3);
    opened.assertClean();
  });

  it('the lens goes over from what exists to the plan, and V back', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    await send(page, { type: 'go', index: slideOf(({ lensPlay }) => lensPlay !== undefined) });
    await settle(page);
    expect((await lensOf(page)).statuses).toEqual(['existing']);
    await page.waitForFunction(
      () => document.querySelector('plan-atlas')!.getViewState().lens.statuses.length === 4,
    );
    await page.keyboard.press('v');
    await settle(page);
    expect((await lensOf(page)).statuses).toEqual(['existing']);
    opened.assertClean();
  });

  it('the divider of a comparison is moved by [ and ] and stays free of the caption', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    await send(page, { type: 'go', index: slideOf(({ compare }) => compare !== undefined) });
    const slider = page.locator('plan-compare [role=slider]');
    await slider.waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await settle(page);
    expect(Number(await slider.getAttribute('aria-valuenow'))).toBe(60);
    expect((await talkOf(page)).divider).toBeCloseTo(0.6);
    const caption = (await page.locator('plan-player .caption').boundingBox())!;
    const field = (await page.locator('plan-compare .field').boundingBox())!;
    expect(field.x).toBeGreaterThanOrEqual(caption.x + caption.width - 1);
    opened.assertClean();
  });
});

/** Whether places come to stand on the map beside the caption, once map and caption have their sizes. */
const comesClear = (
  page: Page,
  corners: readonly (readonly [number, number])[],
): Promise<unknown> =>
  page.evaluate(async (given) => {
    const root = document.querySelector('plan-atlas')!.shadowRoot!;
    const map = root.querySelector('plan-map')!;
    const stage = root.querySelector('plan-player')!.shadowRoot!;
    let seen: unknown = null;
    for (let turn = 0; turn < 100; turn += 1) {
      const box = stage.querySelector('.caption')!.getBoundingClientRect();
      const places = given.map((corner) => map.projectToWindow(corner));
      const isClear = places.every(
        (place) => place !== null && (box.top < 1 ? place.x > box.right : place.y < box.top),
      );
      if (isClear) return 'clear';
      seen = { places, box: box.toJSON() as object };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return seen;
  }, corners);

const sizes: readonly (readonly [number, number])[] = [
  [1920, 1080],
  [1440, 900],
  [1024, 768],
  [390, 844],
];

describe('the caption', () => {
  it.each(sizes)('never covers the focus of a scene at %i × %i', async (width, height) => {
    const opened = width < 600 ? await atPhone() : await atTalk('desk', width, height);
    const { page } = opened;
    for (const [index, scene] of story.scenes.entries()) {
      await send(page, { type: 'go', index: index + 1 });
      await page.waitForFunction(
        (id) => document.querySelector('plan-atlas')!.getViewState().scene === id,
        scene.id,
      );
      if (scene.compare) continue;
      const [west, south, east, north] = boundsOfScene(bundle, scene);
      const corners: readonly (readonly [number, number])[] = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ];
      expect([scene.id, await comesClear(page, corners)]).toEqual([scene.id, 'clear']);
    }
    opened.assertClean();
  });
});

describe('everyone', () => {
  it.each([
    ['at a desk', () => atTalk('desk', 1440, 900)],
    ['on a phone', atPhone],
  ] as const)('can use a talk %s: axe finds nothing', async (_, open) => {
    const opened = await open();
    const { page } = opened;
    expect(['opening', await findViolations(page)]).toEqual(['opening', []]);
    await page.keyboard.press('PageDown');
    await settle(page);
    expect(['running', await findViolations(page)]).toEqual(['running', []]);
    await page.keyboard.press('9');
    expect(['number', await findViolations(page)]).toEqual(['number', []]);
    await page.keyboard.press('g');
    await page.locator('plan-player [role=combobox]').waitFor();
    expect(['list', await findViolations(page)]).toEqual(['list', []]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('plan-player .help').waitFor();
    expect(['help', await findViolations(page)]).toEqual(['help', []]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    expect(['blank', await findViolations(page)]).toEqual(['blank', []]);
    await page.keyboard.press('b');
    await page.evaluate(() => {
      document.querySelector('plan-atlas')!.lang = 'en';
    });
    await settle(page);
    expect(['English', await findViolations(page)]).toEqual(['English', []]);
    expect(await page.locator('plan-player #slide-title').textContent()).toBe(
      story.scenes[0]!.titleEn,
    );
    await page.evaluate(() => {
      document.querySelector('plan-atlas')!.lang = 'zh-Hans';
    });
    opened.assertClean();
  });
});

describe('code that does not come', () => {
  it('leaves the talk running, and its second window within reach', async () => {
    const opened = await openAtlas({ expected: [/net::ERR_FAILED/] });
    const { page, context } = opened;
    await context.route(/\/(talk|drawn)-marks-/, (route) => route.abort());
    await page.keyboard.press('F5');
    await waitForTalk(page);
    await page.locator('plan-player [data-control=presenter]').waitFor({ state: 'attached' });
    await page.keyboard.press('PageDown');
    await page.keyboard.press('d');
    await page.keyboard.press('PageDown');
    expect(await indexOf(page)).toBe(2);
    opened.assertClean();
    await opened.close();
  });
});

/** The last, for its marks stay. */
describe('what is drawn in a talk', () => {
  it('can go on in other colours, after a lost context, and in a second talk on the page', async () => {
    const opened = await atTalk('desk');
    const { page } = opened;
    const countMarks = (): Promise<number> =>
      page.evaluate(
        () =>
          document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')!.marks
            .length,
      );
    let count = 0;
    const draw = async (): Promise<void> => {
      await page.keyboard.press('d');
      await page.locator('.draw-tools [data-kind=point]').click();
      await page.mouse.click(700 + 60 * count, 400);
      await page.keyboard.press('d');
      count += 1;
      await expect.poll(countMarks, { timeout: 10_000 }).toBe(count);
      opened.assertClean();
    };
    await page.keyboard.press('PageDown');
    await draw();
    await page.keyboard.press('c');
    await draw();
    await page.evaluate(async () => {
      const map = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-map')!;
      const canvas = map.shadowRoot!.querySelector('canvas')!;
      const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      const happens = (type: string) =>
        new Promise((resolve) => {
          canvas.addEventListener(type, resolve, { once: true });
        });
      const lost = happens('webglcontextlost');
      extension.loseContext();
      await lost;
      await new Promise(requestAnimationFrame);
      const restored = happens('webglcontextrestored');
      extension.restoreContext();
      await restored;
    });
    await settle(page);
    await draw();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F5');
    await waitForTalk(page);
    await page.keyboard.press('PageDown');
    await draw();
  });
});
