import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LngLat } from '../../src/contracts/bundle.ts';
import type { Mark } from '../../src/contracts/marks.ts';
import { createRandom } from '../fixtures/create-random.ts';
import { describeLaunch, launchBrowser, type OpenPageOptions } from '../tools/browser.ts';
import { crashWhileDrawing } from './crash-while-drawing.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

const CAMERA = 'camera=113.4,38.1,10';
/** Crashes in the gate; `test/long/marks-crashes.test.ts` injects 200. */
const CRASHES = 6;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openMarks(options: OpenPageOptions & { readonly hash?: string } = {}) {
  const { hash = CAMERA, ...rest } = options;
  const opened = await openAtlas(browser, {
    width: 1000,
    height: 700,
    ...rest,
    hash: `v=1&tool=marks&${hash}`,
  });
  await opened.page.locator('plan-marks #entry').waitFor();
  return opened;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator('plan-marks #entry').waitFor();
  await page.evaluate(
    () => planProbe.host().shadowRoot!.querySelector('plan-marks')!.session!.marks.ready,
  );
}

const rows = (page: Page) => page.locator('plan-marks li[data-mark]');
const kinds = (page: Page): Promise<(string | null)[]> =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-kind')));
const marksOf = (page: Page): Promise<readonly Mark[]> =>
  page.evaluate(() => [
    ...planProbe.host().shadowRoot!.querySelector('plan-marks')!.session!.marks.getState().marks,
  ]);
const open = (page: Page) => page.locator('plan-marks .open');
const chooseTool = (page: Page, kind: string) =>
  page.locator(`plan-marks input[name=tool][value=${kind}]`).check();
const free = (page: Page) => page.locator('plan-marks [data-control=snap]').uncheck();
const saved = (page: Page) =>
  expect.poll(() => page.locator('plan-marks .saving').getAttribute('data-saving')).toBe('saved');

async function spotIn(page: Page, [x, y]: readonly [number, number]) {
  const box = (await page.locator('plan-map').boundingBox())!;
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

async function click(page: Page, share: readonly [number, number]): Promise<void> {
  const { x, y } = await spotIn(page, share);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

describe('red-lining with the mouse', () => {
  it('draws every kind, keeps them over a reload, and takes them back', async () => {
    const { page, assertClean, close } = await openMarks();
    expect(await findViolations(page)).toEqual([]);
    /** Drawn to a village by hand, left where it was typed, in the colour and the name that were chosen. */
    const village: LngLat = [113.4837, 38.1573];
    await page.locator('plan-marks #author').fill('李工');
    await page.locator('plan-marks [data-colour=blue]').click();
    await chooseTool(page, 'point');
    const beside = await page.evaluate((at) => planProbe.spotOnMap(at, [6, 4]), village);
    await page.mouse.move(beside!.x, beside!.y);
    await page.mouse.click(beside!.x, beside!.y);
    await expect.poll(() => rows(page).count()).toBe(1);
    const typed: LngLat = [113.4842, 38.157];
    await page.locator('plan-marks #entry').fill(typed.join());
    await page.locator('plan-marks #entry').press('Enter');
    await expect.poll(() => rows(page).count()).toBe(2);
    const made = await marksOf(page);
    expect(made.map(({ geometry }) => geometry.coordinates)).toEqual([village, typed]);
    for (const { colour, author, createdAt } of made) {
      expect([colour, author]).toEqual(['blue', '李工']);
      expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000);
    }
    await page.locator('plan-marks [data-control=undo]').click();
    await page.locator('plan-marks [data-control=undo]').click();
    await expect.poll(() => rows(page).count()).toBe(0);

    await free(page);
    await chooseTool(page, 'line');
    await click(page, [0.2, 0.3]);
    await click(page, [0.3, 0.4]);
    await expect.poll(() => open(page).getAttribute('data-points')).toBe('2');
    await click(page, [0.4, 0.3]);
    await click(page, [0.4, 0.3]);
    await expect.poll(() => kinds(page)).toEqual(['line']);
    await chooseTool(page, 'arrow');
    await click(page, [0.5, 0.3]);
    await click(page, [0.6, 0.5]);
    await page.locator('plan-marks [data-control=finish]').click();
    await chooseTool(page, 'area');
    for (const at of [
      [0.2, 0.6],
      [0.35, 0.6],
      [0.3, 0.85],
      [0.2, 0.6],
    ] as const) {
      await click(page, at);
    }
    await chooseTool(page, 'point');
    await click(page, [0.7, 0.3]);
    await chooseTool(page, 'text');
    await click(page, [0.7, 0.5]);
    await page.locator('plan-marks #note').fill('这里增加换乘点');
    await chooseTool(page, 'freehand');
    const from = await spotIn(page, [0.5, 0.7]);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step < 8; step += 1) {
      await page.mouse.move(from.x + step * 14, from.y + (step % 2) * 18, { steps: 2 });
    }
    await page.mouse.up();
    const all = ['line', 'arrow', 'area', 'point', 'text', 'freehand'];
    await expect.poll(() => kinds(page)).toEqual(all);
    await saved(page);
    expect(await page.evaluate(() => planProbe.host().feature)).toBeNull();
    await expect.poll(() => page.locator('plan-layers [data-extra] li').count()).toBe(all.length);
    expect(await page.locator('plan-layers [data-extra] h3').textContent()).toBe(
      '会议标绘，非规划内容',
    );

    await reload(page);
    await page.evaluate(() => planProbe.host().viewOnReady());
    await expect.poll(() => kinds(page)).toEqual(all);
    expect(await rows(page).nth(4).locator('.said').textContent()).toBe('这里增加换乘点');
    await page.locator('plan-marks [data-control=undo]').click();
    await expect.poll(() => kinds(page)).toEqual(all.slice(0, -1));
    await page.locator('plan-marks [data-control=redo]').click();
    await expect.poll(() => kinds(page)).toEqual(all);
    assertClean();
    await close();
  });

  it('drags a point of a mark, and cites what is selected', async () => {
    const { page, assertClean, close } = await openMarks({ hash: `${CAMERA}&feature=airport` });
    await free(page);
    await chooseTool(page, 'line');
    await click(page, [0.3, 0.3]);
    await click(page, [0.5, 0.6]);
    await click(page, [0.5, 0.6]);
    await expect.poll(() => rows(page).count()).toBe(1);
    await chooseTool(page, 'select');
    const end = await spotIn(page, [0.5, 0.6]);
    await page.mouse.click(end.x, end.y);
    await page.mouse.move(end.x, end.y);
    await page.mouse.down();
    await page.mouse.move(end.x + 60, end.y, { steps: 6 });
    await page.mouse.up();
    const coordinates = () =>
      page.evaluate(() => {
        const panel = planProbe.host().shadowRoot!.querySelector('plan-marks')!;
        const { geometry } = panel.session!.marks.getState().marks[0]!;
        return JSON.stringify(geometry.coordinates);
      });
    const before = await coordinates();
    await page.locator('plan-marks [data-control=undo]').click();
    await expect.poll(coordinates).not.toBe(before);
    await page.locator('plan-marks [data-control=redo]').click();
    await expect.poll(coordinates).toBe(before);
    expect(await page.evaluate(() => planProbe.host().feature)).toBe('airport');

    await page.locator('plan-marks [data-control=cite]').click();
    await expect.poll(() => page.locator('plan-marks .cites li').count()).toBe(1);
    await page.evaluate(() => planProbe.host().select());
    await rows(page).locator('.pick').click();
    await rows(page).locator('.pick').click();
    await expect
      .poll(() =>
        page.evaluate(() => planProbe.part('plan-map').inspection!.lookOf('airport')?.isLit),
      )
      .toBe(true);
    expect(await findViolations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('plan-marks [data-export=markdown]').click(),
    ]);
    const minutes = readFileSync(await download.path(), 'utf8');
    expect(minutes).toContain('## 按要素');
    expect(minutes).toMatch(/!\[当前画面\]\(data:image\/png;base64,iVBORw0KGgo[^)]{5000,}\)/);
    assertClean();
    await close();
  });
});

describe('red-lining without a pointer', () => {
  it('fault 81: draws from the map’s middle, nudges a point and deletes', async () => {
    const { page, assertClean, close } = await openMarks({ hash: `${CAMERA}&lang=en` });
    await free(page);
    await chooseTool(page, 'line');
    await page.evaluate(() => {
      planProbe.part('plan-map').shadowRoot!.querySelector('canvas')!.focus();
    });
    await page.keyboard.press('Enter');
    await expect.poll(() => open(page).getAttribute('data-points')).toBe('1');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => planProbe.view().camera!.center[0] > 113.405);
    await page.keyboard.press('Enter');
    await expect.poll(() => open(page).getAttribute('data-points')).toBe('2');
    await page.keyboard.press('Backspace');
    await expect.poll(() => open(page).getAttribute('data-points')).toBe('1');
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await expect.poll(() => kinds(page)).toEqual(['line']);
    await chooseTool(page, 'area');
    for (const typed of ['113.35, 38.05', '113.36, 38.05', '113.36, 38.06']) {
      await page.locator('plan-marks #entry').fill(typed);
      await page.locator('plan-marks #entry').press('Enter');
    }
    await page.locator('plan-marks [data-control=finish]').press('Enter');
    await expect.poll(() => kinds(page)).toEqual(['line', 'area']);
    const grip = page.locator('plan-marks [data-grip="0"]');
    await grip.press('ArrowUp');
    const lat = () =>
      page.evaluate(() => {
        const panel = planProbe.host().shadowRoot!.querySelector('plan-marks')!;
        const { geometry } = panel.session!.marks.getState().marks[1]!;
        return (geometry.coordinates as number[][][])[0]![0]![1]!;
      });
    expect(await lat()).toBeGreaterThan(38.0501);
    expect(await findViolations(page)).toEqual([]);
    await rows(page).nth(0).locator('[data-control=remove]').press('Enter');
    await expect.poll(() => kinds(page)).toEqual(['area']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => kinds(page)).toEqual(['line', 'area']);
    assertClean();
    await close();
  });
});

describe('red-lining with a finger', () => {
  it('draws by tapping', async () => {
    const { page, assertClean, close } = await openMarks({
      width: 390,
      height: 844,
      hasTouch: true,
      colorScheme: 'dark',
      hash: 'camera=113.4,38.1,9',
    });
    await free(page);
    await chooseTool(page, 'line');
    for (const share of [
      [0.2, 0.12],
      [0.7, 0.2],
      [0.7, 0.2],
    ] as const) {
      const { x, y } = await spotIn(page, share);
      await page.touchscreen.tap(x, y);
    }
    await expect.poll(() => kinds(page)).toEqual(['line']);
    expect(await findViolations(page)).toEqual([]);
    assertClean();
    await close();
  });
});

describe('two windows', () => {
  it('fault 71: draw at the same time and lose nothing', async () => {
    const opened = await openMarks();
    const { page, context } = opened;
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('plan-marks #entry').waitFor();
    const draw = (target: Page, name: string): Promise<void> =>
      target.evaluate(async (prefix) => {
        const panel = document
          .querySelector('plan-atlas')!
          .shadowRoot!.querySelector('plan-marks')!;
        const session = panel.session!;
        session.choose({ tool: 'point', author: prefix, isSnapping: false });
        for (let turn = 0; turn < 60; turn += 1) {
          session.put([113.3 + turn / 1000, prefix === 'a' ? 38.1 : 38.2]);
          if (turn % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
        }
        await session.marks.settled();
      }, name);
    await Promise.all([draw(page, 'a'), draw(other, 'b')]);
    for (const target of [page, other]) await expect.poll(() => rows(target).count()).toBe(120);
    await reload(page);
    await expect.poll(() => rows(page).count()).toBe(120);
    await opened.close();
  });
});

describe('a full disk', () => {
  it('fault 70: leaves the marks in the window, says so, and saves once there is room', async () => {
    const opened = await openMarks({ expected: [/QuotaExceeded/i] });
    const { page, context } = opened;
    const cdp = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await chooseTool(page, 'point');
    await click(page, [0.3, 0.3]);
    const warning = page.locator('plan-marks [data-note=memory]');
    await warning.waitFor();
    expect(await rows(page).getAttribute('data-saved')).toBe('false');
    expect(await findViolations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      warning.locator('button').click(),
    ]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { features: object[] };
    expect(file.features).toHaveLength(1);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await click(page, [0.4, 0.3]);
    await saved(page);
    expect(await warning.count()).toBe(0);
    await reload(page);
    await expect.poll(() => rows(page).count()).toBe(2);
    await opened.close();
  });
});

describe('crashes', () => {
  let profile: string;
  let context: BrowserContext;

  beforeAll(async () => {
    profile = mkdtempSync(path.join(tmpdir(), 'plan-atlas-'));
    context = await chromium.launchPersistentContext(
      profile,
      await describeLaunch({ webgl: false }),
    );
  });
  afterAll(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('fault 72: lose no mark that was done, and of one in hand at most the last point', async () => {
    const report = await crashWhileDrawing(context, {
      origin: inject('origin'),
      crashes: CRASHES,
      random: createRandom(7),
      by: 'session',
    });
    expect(report.lost).toEqual([]);
    // It did draw meanwhile.
    expect(report.marks + report.resumed).toBeGreaterThanOrEqual(CRASHES / 2);
  });
});
