/** Series of sheets, JPEG and base maps on sheets, from the built app. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { decode } from 'jpeg-js';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../layers/index.ts';
import type { LngLat, PlanBundle } from '../../src/contracts/bundle.ts';
import type { SheetSpec } from '../../src/contracts/sheet.ts';
import { buildScene, buildStyle } from '../../src/core/build-scene.ts';
import { classify } from '../../src/core/classify.ts';
import { createEvaluator } from '../../src/core/draw-scene/create-evaluator.ts';
import { createInitialState } from '../../src/core/initial-state.ts';
import { featuresById } from '../../src/core/lit.ts';
import { reduce } from '../../src/core/reduce.ts';
import { homeBounds } from '../../src/core/scene/sources.ts';
import { drawSheet } from '../../src/core/sheet/draw-sheet.ts';
import { layOutSheet } from '../../src/core/sheet/lay-out.ts';
import { listSeries, specifySeries, type SeriesSheet } from '../../src/core/sheet/list-series.ts';
import { createSheetFrame } from '../../src/core/sheet/sheet-frame.ts';
import { showSubject, type SeriesWish } from '../../src/core/sheet/sheet-subject.ts';
import { SHEET_WORDS } from '../../src/core/sheet/sheet-words.ts';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { findGdal } from '../tools/find-gdal.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { serveStatic } from '../tools/serve-static.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';
import { createTileServer, GCJ_MERIDIAN, QUARTERS_AT } from './tile-server.ts';

let browser: Browser;
let bundle: PlanBundle;
const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-series-'));
beforeAll(async () => {
  findGdal();
  browser = await launchBrowser();
  ({ bundle } = await readShippedBundle());
});
afterAll(() => browser.close());

/** What the tool begins with, but for the date. */
const WISH: SeriesWish = {
  paper: 'A3',
  orientation: 'landscape',
  grid: 'kilometres',
  hidden: ['clauses'],
  compiler: '',
  date: '',
  watermark: '',
};

const inSeries = (page: Page, selector: string) => page.locator(`plan-sheet-series ${selector}`);

async function openSeries(url?: string): Promise<OpenedPage> {
  const opened = await openAtlas(browser, {
    width: 1440,
    height: 900,
    hash: 'v=1&tool=sheet',
    ...(url === undefined ? {} : { url }),
  });
  await opened.page.locator('plan-sheet summary').click();
  await inSeries(opened.page, '[part=preview]').waitFor();
  return opened;
}

async function download(page: Page, selector: string): Promise<Buffer> {
  const coming = page.waitForEvent('download', { timeout: 90_000 });
  await page.locator(selector).click();
  const file = await coming;
  const place = path.join(folder, file.suggestedFilename());
  await file.saveAs(place);
  return readFileSync(place);
}

/** Ids of the classes that are drawn on a sheet, told from the features. */
function classesOn({ subject, spec }: SeriesSheet): readonly string[] {
  const start = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
  const state = showSubject(start, subject);
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'zh-Hans');
  const { drawn } = drawSheet(spec, {
    bundle,
    cartography,
    scene: buildScene(state, bundle, cartography, style),
    state,
    evaluator: createEvaluator(),
    lang: 'zh-Hans',
    words: SHEET_WORDS['zh-Hans'],
    families: { title: 'sans-serif', text: 'sans-serif' },
  });
  const byId = featuresById(bundle);
  const ids = [...drawn].map((id) => classify(byId.get(id)!, cartography)!.featureClass.id);
  return [...new Set(ids)].sort();
}

describe('a series', () => {
  it('is stepped through, and saved whole: a file a sheet with its own number, title and legend', async () => {
    const opened = await openSeries();
    const { page } = opened;
    const kinds = await inSeries(page, 'select[name=series] option').allTextContents();
    expect(kinds.map((kind) => kind.trim())).toEqual([
      expect.stringMatching(/^规划图集（\d+ 张）$/),
      '分专题（5 张）',
      '分四纵四横（8 张）',
      '分四大旅游板块（4 张）',
      '分县城与乡镇驻地（13 张）',
    ]);
    await inSeries(page, 'select[name=series]').selectOption('layer-zones');
    await expect
      .poll(() => inSeries(page, '[part=preview]').getAttribute('alt'))
      .toMatch(/^预览：盂-01\/04 /);
    await inSeries(page, '[data-action=next]').click();
    await expect
      .poll(() => inSeries(page, '[part=preview]').getAttribute('alt'))
      .toMatch(/^预览：盂-02\/04 /);
    expect(await findViolations(page)).toEqual([]);
    await inSeries(page, '.list input[type=checkbox]').nth(1).uncheck();
    const series = listSeries(bundle, cartography, 'zh-Hans').find(
      ({ id }) => id === 'layer-zones',
    )!;
    const sheets = specifySeries(series, '盂', WISH).filter((_, at) => at !== 1);
    const files = unzipSync(await download(page, 'plan-sheet-series [data-action=zip]'));
    expect(Object.keys(files)).toEqual(
      sheets.map(({ spec }) => `${spec.number.replace('/', '-')} ${spec.title}.svg`),
    );
    for (const [at, bytes] of Object.values(files).entries()) {
      const sheet = sheets[at]!;
      const svg = strFromU8(bytes);
      expect(svg).toContain('width="420mm" height="297mm"');
      expect(svg).toContain(`<title>${sheet.spec.title}</title>`);
      expect(svg).toContain(sheet.spec.number);
      const legend = [...svg.matchAll(/data-class="([^"]+)"/g)].map(([, id]) => id!);
      expect([...new Set(legend)].sort()).toEqual(classesOn(sheet));
    }
    expect(await inSeries(page, '[part=news]').textContent()).toContain('3 张');
    opened.assertClean();
    await opened.close();
  }, 60_000);

  it('is called off without leaving a file', async () => {
    const opened = await openSeries();
    const { page } = opened;
    let files = 0;
    page.on('download', () => (files += 1));
    await inSeries(page, 'select[name=format]').selectOption('png');
    await inSeries(page, '[data-action=zip]').click();
    await expect.poll(() => inSeries(page, '[part=news]').textContent()).toMatch(/第 1\/\d+ 张/);
    await inSeries(page, '[data-action=cancel]').click();
    await expect.poll(() => inSeries(page, '[part=news]').textContent()).toContain('已取消');
    await page.waitForTimeout(500);
    expect(files).toBe(0);
    opened.assertClean();
    await opened.close();
  }, 60_000);

  it('is printed as one document, a page a sheet, at true size', async () => {
    const opened = await openSeries();
    const { page } = opened;
    await inSeries(page, 'select[name=series]').selectOption('themes');
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset['asked'] = 'true';
      };
    });
    await inSeries(page, '[data-action=print-all]').click();
    await page.locator('html[data-asked=true]').waitFor();
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('#plan-atlas-print [id]')].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBe(5);
    expect(pdf).toMatch(/\/MediaBox \[0 0 119[01](\.\d+)? 84[12](\.\d+)?\]/);
    opened.assertClean();
    await opened.close();
  }, 60_000);
});

it('a JPEG of A4 has the pixels of the PNG and 300 dots an inch, read by libjpeg', async () => {
  const opened = await openAtlas(browser, { width: 1280, height: 800, hash: 'v=1&tool=sheet' });
  const { page } = opened;
  await page.locator('plan-sheet select[name=paper]').selectOption('A4');
  await expect
    .poll(() => page.locator('plan-sheet [part=preview]').getAttribute('alt'))
    .toContain('A4');
  await page.locator('plan-sheet select[name=quality]').selectOption('92');
  const bytes = await download(page, 'plan-sheet [data-action=jpeg]');
  const png = PNG.sync.read(await download(page, 'plan-sheet [data-action=png]'));
  expect([...bytes.subarray(6, 18)]).toEqual([
    0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, 0x01, 0x2c, 0x01, 0x2c,
  ]);
  const file = path.join(folder, 'a4.jpg');
  writeFileSync(file, bytes);
  expect(execFileSync(findGdal().info, [file], { encoding: 'utf8' })).toContain(
    'Size is 3508, 2480',
  );
  const jpeg = decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 });
  expect([jpeg.width, jpeg.height]).toEqual([png.width, png.height]);
  let sum = 0;
  for (let at = 0; at < png.data.length; at += 1) sum += Math.abs(png.data[at]! - jpeg.data[at]!);
  expect(sum / png.data.length).toBeLessThan(2);
  opened.assertClean();
  await opened.close();
}, 90_000);

describe('a base map on a sheet', () => {
  /** Opens the tool with a base map that was chosen before, all layers of the plan off. */
  async function openBare(
    address: string,
    datum: 'wgs84' | 'gcj02' = 'wgs84',
  ): Promise<OpenedPage & { readonly asked: readonly string[] }> {
    const tiles = createTileServer();
    const server = await serveStatic({
      root: 'dist',
      intercept: (...given) => tiles.intercept(...given),
    });
    const opened = await openAtlas(browser, {
      width: 1280,
      height: 800,
      hash: 'v=1&tool=base',
      url: server.origin,
      expected: [/ERR_ABORTED/, /404/],
    });
    const { page } = opened;
    const part = page.locator('plan-base [data-part=map]');
    await part.locator('.segments input[value=address]').check();
    await page.locator('plan-base input[name=address]').fill(`${server.origin}${address}`);
    await page.locator('plan-base [data-action=show]').click();
    await part.locator('summary').click();
    if (datum === 'gcj02') await part.locator('select[name=datum]').selectOption('gcj02');
    await part.locator('input[name=attribution]').fill('© 测试影像 2024');
    await part.locator('input[name=approval]').fill('GS（2024）0000号');
    await part.locator('input[name=approval]').blur();
    await page.evaluate(() => {
      location.hash = '#v=1&tool=sheet';
    });
    await page.locator('plan-sheet [part=preview]').waitFor();
    await page.evaluate(() => {
      document.querySelector('plan-atlas')!.layers = [];
    });
    await page.locator('plan-sheet select[name=paper]').selectOption('A4');
    await page.locator('plan-sheet select[name=grid]').selectOption('none');
    return {
      ...opened,
      asked: tiles.asked,
      close: async () => {
        await opened.close();
        await server.close();
      },
    };
  }

  /** The picture of a sheet of A4, and where a place lies in it, in its pixels. */
  async function paintAt(
    page: Page,
    scale: number,
  ): Promise<{
    readonly at: (place: LngLat, eastMm: number, southMm: number) => readonly number[];
    readonly png: PNG;
  }> {
    await page.locator('plan-sheet select[name=scale]').selectOption(String(scale));
    await page.locator('plan-sheet input[name=base]').check();
    const status = page.locator('plan-sheet [data-part=base] [role=status]');
    await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(/底图已垫入|没有/);
    await page.waitForTimeout(400);
    const png = PNG.sync.read(await download(page, 'plan-sheet [data-action=png]'));
    const spec: Pick<SheetSpec, 'paper' | 'orientation' | 'grid' | 'hidden'> = {
      ...WISH,
      paper: 'A4',
      grid: 'none',
    };
    const { map } = layOutSheet(spec);
    const [west, south, east, north] = homeBounds(bundle);
    const { viewport } = createSheetFrame(
      [(west + east) / 2, (south + north) / 2],
      scale,
      map.width,
      map.height,
    );
    return {
      png,
      at: (place, eastMm, southMm) => {
        const [x, y] = viewport.project([...place]);
        const mm = [map.x + (x / 96) * 25.4 + eastMm, map.y + (y / 96) * 25.4 + southMm] as const;
        const [column, row] = mm.map((one) => Math.floor((one / 25.4) * 300)) as [number, number];
        const from = (row * png.width + column) * 4;
        return [...png.data.subarray(from, from + 3)];
      },
    };
  }

  /** Where one colour gives way to another, in millimetres: on both sides of it they are themselves. */
  function findBorder(
    colourAt: (mm: number) => readonly number[],
    before: readonly number[],
    after: readonly number[],
  ): number {
    const away = (mm: number, wanted: readonly number[]): number =>
      Math.hypot(...colourAt(mm).map((value, channel) => value - wanted[channel]!));
    expect(away(-2, before), `${colourAt(-2)}`).toBeLessThan(30);
    expect(away(2, after), `${colourAt(2)}`).toBeLessThan(30);
    let mm = -2;
    while (away(mm, before) < away(mm, after)) mm += 0.02;
    return mm;
  }

  it.each([300_000])(
    'lies where its ground is, within 0.3 mm at 1:%i, with its credits on the sheet',
    async (scale) => {
      const opened = await openBare('/tiles/quarters/{z}/{x}/{y}.png');
      const { page } = opened;
      const { at } = await paintAt(page, scale);
      const [red, green, blue, yellow] = [
        [220, 30, 30],
        [30, 160, 60],
        [20, 60, 220],
        [230, 210, 20],
      ] as const;
      const alongX = (away: number) => (mm: number) => at(QUARTERS_AT, mm, away);
      const alongY = (away: number) => (mm: number) => at(QUARTERS_AT, away, mm);
      for (const borderMm of [
        findBorder(alongX(-3), red, green),
        findBorder(alongX(3), blue, yellow),
        findBorder(alongY(-3), red, blue),
        findBorder(alongY(3), green, yellow),
      ]) {
        expect(Math.abs(borderMm)).toBeLessThan(0.3);
      }
      const svg = String(await download(page, 'plan-sheet [data-action=svg]'));
      expect(svg).toContain('© 测试影像 2024');
      expect(svg).toContain('审图号：GS（2024）0000号');
      expect(/<image x="[^"]+"[^>]* xlink:href="data:image\/jpeg;base64,/.test(svg)).toBe(true);
      opened.assertClean();
      await opened.close();
    },
    60_000,
  );

  it('of GCJ-02 is shifted back as on the screen', async () => {
    const opened = await openBare('/tiles/sides/{z}/{x}/{y}.png', 'gcj02');
    const { at } = await paintAt(opened.page, 200_000);
    // What is drawn at this meridian of GCJ-02 lies at 113.4° E.
    expect(GCJ_MERIDIAN).toBeGreaterThan(113.405);
    const borderMm = findBorder((mm) => at([113.4, 38.1], mm, 0), [20, 180, 60], [20, 60, 220]);
    expect(Math.abs(borderMm)).toBeLessThan(0.3);
    opened.assertClean();
    await opened.close();
  }, 60_000);

  it('with holes says how many tiles are missing; with more tiles than are kind to a server it is refused', async () => {
    const opened = await openBare('/tiles/holes/{z}/{x}/{y}.png');
    const { page, asked } = opened;
    const { png } = await paintAt(page, 300_000);
    const status = page.locator('plan-sheet [data-part=base] [role=status]');
    expect(await status.textContent()).toMatch(/底图缺 \d+\/\d+ 块瓦片/);
    expect(png.width).toBe(3508);
    const before = asked.length;
    await page.locator('plan-sheet select[name=scale]').selectOption('300000');
    await page.locator('plan-sheet select[name=paper]').selectOption('A0');
    await expect.poll(() => status.textContent()).toMatch(/要读 \d+ 块瓦片，最多 800 块/);
    expect(asked.length).toBe(before);
    opened.assertClean();
    await opened.close();
  }, 60_000);
});
