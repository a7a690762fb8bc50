import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readKey } from '../../src/core/present/read-key.ts';
import { countSlides, createPresent, stepPresent } from '../../src/core/present/step-present.ts';
import { createRandom } from '../fixtures/create-random.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';
import {
  comeBack,
  meetAt,
  startTalk as startTalkAt,
  stateOnDesk,
  stateOnStage,
  WAIT,
  type Talk,
} from './talk.ts';
import { findViolations } from './find-violations.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const startTalk = (width = 960, height = 540): Promise<Talk> =>
  startTalkAt(browser, { width, height, url: `${inject('origin')}/` });

/** What a talk fetches ahead has come, and what the app itself asks for once it stands. */
async function waitForStock({ stage, desk }: Talk): Promise<void> {
  const isStocked = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const atlas = document.querySelector('plan-atlas')!;
      const part =
        atlas.querySelector('plan-presenter') ?? atlas.shadowRoot!.querySelector('plan-player');
      return part!.isStocked;
    });
  for (const page of [stage, desk]) {
    await expect.poll(() => isStocked(page), WAIT).toBe(true);
    await page.evaluate(async () => {
      await document.querySelector('plan-atlas')!.viewOnReady();
      const count = (): number => performance.getEntriesByType('resource').length;
      for (let before = -1; before !== count();) {
        before = count();
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
    });
  }
}

/** Milliseconds that commands took from window to window. */
const readLatencies = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByName('plan-talk-heard')
      .map((mark) => (mark as PerformanceMark).detail.latencyMs as number),
  );

/** No flight is under way and nothing is left to draw: a window that paints by software answers no one meanwhile. */
const waitForRest = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe('two windows', () => {
  it('go through the whole story by clicker keys with the network off', async () => {
    const talk = await startTalk();
    const { stage, desk, opened } = talk;
    const slides = countSlides((await stateOnStage(stage))!.deck);
    expect(slides).toBeGreaterThanOrEqual(16);
    await waitForStock(talk);
    const errors: string[] = [];
    desk.on('pageerror', (error) => errors.push(error.message));
    desk.on('requestfailed', (request) => errors.push(request.url()));
    await opened.context.setOffline(true);
    for (let index = 1; index < slides; index += 1) {
      const hand = index % 2 === 0 ? stage : desk;
      await hand.keyboard.press('PageDown');
      await meetAt(talk, index);
      await Promise.all([stage, desk].map(waitForRest));
      /** No hand is faster, and the map has come to rest. */
      await desk.waitForTimeout(700);
    }
    const latencies = [...(await readLatencies(stage)), ...(await readLatencies(desk))];
    await desk.keyboard.press('PageDown');
    for (let index = slides - 2; index >= 0; index -= 1) {
      await (index % 2 === 0 ? stage : desk).keyboard.press('PageUp');
      await meetAt(talk, index);
    }
    const slow = latencies.filter((ms) => ms > 100);
    console.log(
      `Between the windows: ${latencies.length} commands, median ${median(latencies).toFixed(1)} ms, ` +
        `longest ${Math.max(...latencies).toFixed(1)} ms.`,
    );
    expect(latencies.length).toBeGreaterThanOrEqual(slides - 1);
    expect(median(latencies)).toBeLessThanOrEqual(20);
    /** A frame that software draws may be in the way of one; more is a fault of ours. */
    expect(slow.length).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
    opened.assertClean();
    await opened.close();
  }, 240_000);

  it('lose none of 500 keys pressed at random in both', async () => {
    const talk = await startTalk(640, 400);
    const random = createRandom(20260);
    const keys = [
      ...['PageDown', 'PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'PageUp', 'ArrowLeft'],
      ...['Backspace', 'Home', 'End', 'b', '.', '1', '2', '7', 'l', 's', 'v'],
    ];
    const press = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    let model = stepPresent(createPresent((await stateOnStage(talk.stage))!.deck), {
      type: 'start',
      index: 0,
      at: 0,
    });
    for (let count = 0; count < 500; count += 1) {
      const key = keys[Math.floor(random() * keys.length)]!;
      const answer = readKey(
        { key, code: '', repeat: false, isComposing: false, ...press },
        model,
        { isTyping: false, isOnControl: false },
      );
      if (answer?.type === 'command') model = stepPresent(model, answer.command);
      await (random() < 0.5 ? talk.stage : talk.desk).keyboard.press(key);
    }
    await meetAt(talk, model.index);
    const [stage, desk] = [await stateOnStage(talk.stage), await stateOnDesk(talk.desk)];
    for (const state of [stage, desk]) {
      expect(state).toMatchObject({
        index: model.index,
        digits: model.digits,
        isBlank: model.isBlank,
        isLaserOn: model.isLaserOn,
      });
    }
    expect(desk).toEqual(stage);
    await talk.opened.close();
  }, 240_000);

  /** Without the map, whose drawing by software takes most of the time; with it: test/long/presenter.test.ts. */
  it('come back at the same scene, whichever is reloaded, at every scene', async () => {
    const plain = await launchBrowser({ webgl: false });
    const url = `${inject('origin')}/`;
    const talk = await startTalkAt(plain, { width: 480, height: 320, url });
    const { startedAt, deck } = (await stateOnStage(talk.stage))!;
    const beganMs = performance.now();
    for (let index = 1; index < countSlides(deck); index += 1) {
      await talk.desk.keyboard.press('PageDown');
      await meetAt(talk, index);
      await comeBack(talk, 'stage', 'reload', index);
      await comeBack(talk, 'desk', 'reload', index);
      if (index % 10 === 5) await comeBack(talk, 'stage', 'close', index);
      if (index % 10 === 9) await comeBack(talk, 'desk', 'close', index);
    }
    const seconds = (performance.now() - beganMs) / 1000;
    console.log(
      `Both windows came back at ${countSlides(deck) - 1} slides in ${seconds.toFixed(0)} s.`,
    );
    expect(await stateOnDesk(talk.desk)).toMatchObject({ startedAt });
    expect((await stateOnStage(talk.stage))!.startedAt).toBe(startedAt);
    await plain.close();
  }, 240_000);

  it('share the dot, the black screen and the number that is typed', async () => {
    const talk = await startTalk();
    const { stage, desk } = talk;
    await desk.keyboard.press('PageDown');
    await meetAt(talk, 1);
    await desk.keyboard.press('l');
    const box = (await desk.locator('.preview').boundingBox())!;
    await desk.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
    await expect.poll(async () => (await stateOnStage(stage))!.laser?.x, WAIT).toBeCloseTo(0.25, 1);
    await desk.keyboard.press('1');
    await desk.keyboard.press('2');
    await stage.keyboard.press('Enter');
    await meetAt(talk, 12);
    await stage.keyboard.press('b');
    await desk.locator('.preview .black').waitFor();
    await talk.opened.close();
  });

  it('end and begin a talk from the desk', async () => {
    const talk = await startTalk();
    await talk.desk.keyboard.press('PageDown');
    await meetAt(talk, 1);
    await talk.desk.keyboard.press('Escape');
    await expect.poll(async () => (await stateOnStage(talk.stage))!.isRunning, WAIT).toBe(false);
    await talk.desk.locator('[data-control=start-here]').click();
    await meetAt(talk, 1);
    await talk.opened.close();
  });
});

describe('the desk alone', () => {
  it('says what is wrong where windows cannot speak to one another', async () => {
    const opened = await openPage(browser);
    await opened.page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    });
    await opened.page.goto(`${inject('origin')}/?presenter`);
    await opened.page.getByRole('alert').getByText('BroadcastChannel').waitFor();
    await opened.close();
  });

  it('keeps watch and notes as they were over a reload', async () => {
    const talk = await startTalk(640, 400);
    const { desk } = talk;
    for (let step = 0; step < 3; step += 1) await desk.locator('[data-control=larger]').click();
    await desk.locator('[data-control=watch]').click();
    const total = await desk.locator('[data-time=total]').textContent();
    const size = (): Promise<string> =>
      desk.locator('.words').evaluate((element) => getComputedStyle(element).fontSize);
    expect(await size()).toBe('26px');
    await desk.reload();
    await desk.locator('plan-presenter .desk').waitFor();
    expect(await size()).toBe('26px');
    expect(await desk.locator('[data-time=total]').textContent()).toBe(total);
    await talk.opened.close();
  });

  it.each([
    ['zh-Hans', 'light'],
    ['en', 'dark'],
    ['zh-Hans', 'dark'],
    ['en', 'light'],
  ] as const)('is clean by axe: %s, %s', async (lang, colorScheme) => {
    const talk = await startTalk(640, 400);
    const { desk } = talk;
    await desk.setViewportSize({ width: 1440, height: 900 });
    await desk.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await desk.evaluate(
      (to) => document.querySelector('plan-atlas')!.setAttribute('lang', to),
      lang,
    );
    await desk.keyboard.press('4');
    await desk.keyboard.press('Enter');
    await meetAt(talk, 4);
    await talk.stage.close();
    await desk.locator('.gone').waitFor();
    expect(await findViolations(desk)).toEqual([]);
    await talk.opened.close();
  });
});
