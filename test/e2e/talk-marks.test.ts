/** Red-lines while a talk runs in two windows, and the minutes that come of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Mark } from '../../src/contracts/marks.ts';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const WAIT = { timeout: 20_000, interval: 30 };
const { bundle } = await readShippedBundle();
const story = bundle.story!;
/** Scenes that are drawn on: those with the map alone, and words of the plan. */
const drawable = story.scenes.flatMap((scene, index) =>
  scene.compare === undefined && scene.clauses[0]?.quote ? [{ scene, index: index + 1 }] : [],
);
const [first, second] = drawable.filter(
  ({ index }, at) => at + 1 < drawable.length && drawable[at + 1]!.index === index + 1,
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const indexOn = (stage: Page): Promise<number | null> =>
  stage.evaluate(() => {
    const player = document
      .querySelector('plan-atlas')!
      .shadowRoot!.querySelector('plan-player')?.present;
    return player?.isRunning ? player.index : null;
  });

const marksOnStage = (stage: Page): Promise<readonly Mark[]> =>
  stage.evaluate(() => [
    ...(document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-player')?.marks ??
      []),
  ]);

const marksOnDesk = (desk: Page): Promise<readonly Mark[]> =>
  desk.evaluate(() => [...(document.querySelector('plan-presenter')?.marks ?? [])]);

async function startAt(index: number): Promise<OpenedPage> {
  const opened = await openPage(browser, {
    width: 1280,
    height: 720,
    url: `${inject('origin')}/`,
  });
  const stage = opened.page;
  stage.setDefaultTimeout(15_000);
  await stage.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  await stage.keyboard.press('F5');
  await expect.poll(() => indexOn(stage), WAIT).toBe(0);
  await stage.keyboard.type(String(index));
  await stage.keyboard.press('Enter');
  await expect.poll(() => indexOn(stage), WAIT).toBe(index);
  return opened;
}

async function beginToDraw(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('d');
  await page.locator(`.draw-tools [data-kind=${kind}]`).click();
}

async function stroke(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(x + step * 18, y + (step % 2) * 24, { steps: 2 });
  }
  await page.mouse.up();
}

/** When the first mark is there, by the clock that all windows share. */
const whenMarked = (page: Page, tag: 'plan-player' | 'plan-presenter'): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const find = (): HTMLElementTagNameMap[typeof name] | null | undefined =>
          document.querySelector(name) ??
          document.querySelector('plan-atlas')?.shadowRoot?.querySelector(name);
        const look = setInterval(() => {
          if ((find()?.marks.length ?? 0) === 0) return;
          clearInterval(look);
          resolve(performance.timeOrigin + performance.now());
        }, 2);
      }),
    tag,
  );

const axeOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string }[] }> };
    };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id }) => id);
  });
};

describe('red-lines in a talk', () => {
  it('are drawn on the stage, seen by the speaker, kept, and end up in the minutes', async () => {
    const opened = await startAt(first!.index);
    const stage = opened.page;
    const popup = opened.context.waitForEvent('page');
    await stage.locator('plan-player [data-control=presenter]').click();
    const desk = await popup;
    await desk.locator('plan-presenter .desk').waitFor();
    await desk.waitForLoadState('networkidle');
    await stage.waitForLoadState('networkidle');

    await beginToDraw(stage, 'freehand');
    expect(await axeOf(stage)).toEqual([]);
    const times = Promise.all([
      whenMarked(stage, 'plan-player'),
      whenMarked(desk, 'plan-presenter'),
    ]);
    await stroke(stage, 800, 300);
    const [here, there] = await times;
    console.log(`A mark was in the speaker's window ${(there - here).toFixed(1)} ms later.`);
    expect(there - here).toBeLessThan(1000);
    expect(await indexOn(stage)).toBe(first!.index);

    /** A line that nobody ended is whole when the page turns, and belongs to the scene it was drawn in. */
    await stage.locator('.draw-tools [data-kind=line]').click();
    await stage.mouse.click(700, 450);
    await stage.mouse.click(820, 520);
    await stage.locator('.draw-tools [data-control=finish-mark]').waitFor();
    await stage.keyboard.press('PageDown');
    await expect.poll(() => indexOn(stage), WAIT).toBe(second!.index);
    await expect.poll(async () => (await marksOnDesk(desk)).length, WAIT).toBe(2);

    /** By key: two points at the cross, the map moved between them. */
    await stage.locator('.draw-tools [data-kind=arrow]').click();
    await stage.keyboard.press('Enter');
    await stage.locator('plan-map canvas').focus();
    for (let press = 0; press < 3; press += 1) await stage.keyboard.press('ArrowRight');
    await stage.waitForTimeout(600);
    await stage.keyboard.press('Enter');
    await stage.keyboard.press('Control+Enter');
    await expect.poll(async () => (await marksOnStage(stage)).length, WAIT).toBe(3);
    await stage.locator('.draw-tools [data-control=mark-note]').fill('接口需要复核');
    await stage.keyboard.press('Enter');
    await stage.keyboard.press('Escape');
    await stage.locator('.draw-tools').waitFor({ state: 'detached' });
    expect(await indexOn(stage)).toBe(second!.index);

    const marks = await marksOnStage(stage);
    expect(marks.map(({ kind, scene }) => [kind, scene])).toEqual([
      ['freehand', first!.scene.id],
      ['line', first!.scene.id],
      ['arrow', second!.scene.id],
    ]);
    expect(marks[2]!.note).toBe('接口需要复核');
    for (const [at, mark] of marks.entries()) {
      const { scene } = at < 2 ? first! : second!;
      const { para, quote } = scene.clauses[0]!;
      expect(mark.clauses).toEqual([{ para, quote }]);
      expect(mark.sceneTitle).toBe(scene.title);
    }
    await stage.waitForTimeout(1500);

    await stage.reload();
    await desk.reload();
    await expect.poll(async () => (await marksOnStage(stage)).length, WAIT).toBe(3);
    await expect.poll(async () => (await marksOnDesk(desk)).length, WAIT).toBe(3);
    expect(await indexOn(stage)).toBe(second!.index);

    await stage.keyboard.press('Escape');
    await expect.poll(() => indexOn(stage), WAIT).toBeNull();
    await stage.evaluate(() => {
      document.querySelector('plan-atlas')!.setViewState({ tool: { name: 'marks', target: null } });
    });
    const rows = stage.locator('plan-marks li[data-mark]');
    await expect.poll(() => rows.count(), WAIT).toBe(3);
    expect(await rows.nth(0).locator('[data-scene]').textContent()).toContain(first!.scene.title);
    const download = stage.waitForEvent('download');
    await stage.locator('plan-marks [data-export=markdown]').click();
    const minutes = readFileSync(await (await download).path(), 'utf8');
    for (const { scene } of [first!, second!]) {
      expect(minutes).toContain(`### ${scene.title}`);
      expect(minutes).toContain(scene.clauses[0]!.quote);
    }
    const pictures = [...minutes.matchAll(/data:image\/png;base64,([\w+/=]+)/g)].map(([, data]) =>
      Buffer.from(data!, 'base64'),
    );
    expect(pictures.map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual([
      [1280, 720],
      [1280, 720],
    ]);
    expect(pictures[0]!.equals(pictures[1]!)).toBe(false);
    await opened.close();
  }, 180_000);

  it('are drawn by the speaker, too, and stand on the wall', async () => {
    const opened = await startAt(first!.index);
    const stage = opened.page;
    const popup = opened.context.waitForEvent('page');
    await stage.locator('plan-player [data-control=presenter]').click();
    const desk = await popup;
    await desk.locator('plan-presenter .desk').waitFor();
    await desk.waitForLoadState('networkidle');
    await desk.locator('plan-presenter [data-control=draw]').click();
    await desk.locator('.draw-tools [data-kind=freehand]').click();
    const box = (await desk.locator('plan-presenter .preview').boundingBox())!;
    await stroke(desk, box.x + box.width * 0.6, box.y + box.height * 0.4);
    await expect.poll(async () => (await marksOnStage(stage)).length, WAIT).toBe(1);
    expect((await marksOnStage(stage))[0]!.scene).toBe(first!.scene.id);
    await desk.keyboard.press('PageDown');
    await expect.poll(() => indexOn(stage), WAIT).toBe(first!.index + 1);
    await desk.keyboard.press('Escape');
    await desk.locator('.draw-tools').waitFor({ state: 'detached' });
    expect(await indexOn(stage)).toBe(first!.index + 1);
    await opened.close();
  }, 90_000);
});
