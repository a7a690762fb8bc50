/** Base maps and terrain in the built app: off by default, drawn when chosen, remembered, and failing softly. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findGdal } from '../tools/find-gdal.ts';
import { launchBrowser, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';
import {
  createTileServer,
  listTilesAround,
  paint,
  writePmtiles,
  type TileServer,
} from './tile-server.ts';

let browser: Browser;
let tiles: TileServer;
let server: StaticServer;
const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-base-'));

beforeAll(async () => {
  findGdal();
  browser = await launchBrowser();
});
beforeEach(async () => {
  tiles = createTileServer();
  server = await serveStatic({ root: 'dist', intercept: (...given) => tiles.intercept(...given) });
  return () => server.close();
});
afterAll(() => browser.close());

/** Tiles that are out of sight before they have come are called off. */
const CALLED_OFF = /ERR_ABORTED/;

const open = (
  { expected = [], ...options }: OpenPageOptions = {},
  hash = 'v=1&tool=base',
): Promise<OpenedPage> =>
  openAtlas(browser, {
    width: 1100,
    height: 720,
    ...options,
    expected: [CALLED_OFF, ...expected],
    hash,
    url: server.origin,
  });

const kind = (page: Page, part: 'map' | 'terrain', value: string) =>
  page.locator(`plan-base [data-part=${part}] .segments input[value=${value}]`);
const status = (page: Page, part: 'map' | 'terrain') =>
  page.locator(`plan-base [data-part=${part}] [part=status]`);

async function giveAddress(page: Page, address: string): Promise<void> {
  await kind(page, 'map', 'address').check();
  await page.locator('plan-base input[name=address]').fill(`${server.origin}${address}`);
  await page.locator('plan-base [data-action=show]').click();
}

/** Colour of the canvas beside the county, where nothing of the plan lies but its dimming. */
async function colourAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  await page.evaluate(() => planProbe.host().viewOnReady());
  await page.waitForTimeout(600);
  const box = (await page.locator('plan-atlas plan-map').boundingBox())!;
  const png = PNG.sync.read(
    await page.screenshot({ clip: { x: box.x + x, y: box.y + y, width: 3, height: 3 } }),
  );
  return [...png.data.subarray(0, 3)];
}

/** What is under the plan is greener than the plan's own ground. */
const isGreen = ([red = 0, green = 0, blue = 0]: readonly number[]): boolean =>
  green - red > 25 && green - blue > 15;

describe('base maps', () => {
  it('ask nobody before they are chosen', async () => {
    const opened = await open();
    await opened.page.waitForTimeout(800);
    expect(tiles.asked).toEqual([]);
    expect(isGreen(await colourAt(opened.page, 40, 120))).toBe(false);
    expect(await findViolations(opened.page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });

  it('are opened from the layers, shown with their credits, remembered, and put away again', async () => {
    const opened = await open({}, 'v=1');
    const { page } = opened;
    await page.locator('plan-layers [data-action=base]').click();
    await giveAddress(page, '/tiles/green/{z}/{x}/{y}.png');
    await expect.poll(() => status(page, 'map').getAttribute('data-status')).toBe('shown');
    expect(
      tiles.asked.every((address) => /^\/tiles\/green\/\d+\/\d+\/\d+\.png$/.test(address)),
    ).toBe(true);
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);
    await page.locator('plan-base [data-part=map] summary').click();
    await page.locator('plan-base [data-part=map] input[name=attribution]').fill('© 示例影像 2024');
    await page.locator('plan-base [data-part=map] input[name=approval]').fill('GS（2024）0000号');
    await page.locator('plan-base [data-part=map] input[name=approval]').blur();
    const note = page.locator('plan-map .note');
    await expect.poll(() => note.textContent()).toContain('© 示例影像 2024');
    expect(await note.textContent()).toContain('审图号：GS（2024）0000号');
    expect(await findViolations(page)).toEqual([]);
    expect(page.url()).not.toContain('green');

    await page.reload();
    await page.evaluate(() => planProbe.host().viewOnReady());
    await expect.poll(() => note.textContent()).toContain('© 示例影像 2024');
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);

    await kind(page, 'map', 'none').check();
    await expect.poll(() => note.textContent()).not.toContain('示例影像');
    const asked = tiles.asked.length;
    await page.reload();
    await page.evaluate(() => planProbe.host().viewOnReady());
    await page.waitForTimeout(800);
    expect(tiles.asked.length).toBe(asked);
    opened.assertClean();
    await opened.close();
  });

  it('of WMTS and WMS are found by their service, in Web Mercator only', async () => {
    const opened = await open();
    const { page } = opened;
    await giveAddress(page, '/tiles/wmts/service');
    await expect.poll(() => status(page, 'map').getAttribute('data-status')).toBe('shown');
    const layers = page.locator('plan-base select[name=layer] option');
    expect(await layers.allTextContents()).toEqual([expect.stringContaining('县域影像')]);
    const wmts = tiles.asked.find((address) => address.includes('GetTile'))!;
    expect(wmts).toContain('TILEMATRIXSET=merc');
    expect(wmts).toMatch(/TILEMATRIX=L\d+/);

    await giveAddress(page, '/tiles/wms/service?map=a');
    await expect
      .poll(() => tiles.asked.find((address) => address.includes('GetMap')) ?? '')
      .toContain('LAYERS=roads');
    const wms = new URLSearchParams(
      tiles.asked.find((address) => address.includes('GetMap'))!.split('?')[1],
    );
    expect(wms.get('map')).toBe('a');
    expect(wms.get('CRS')).toBe('EPSG:3857');
    const [west, south, east, north] = wms.get('BBOX')!.split(',').map(Number);
    expect(east! - west!).toBeCloseTo(north! - south!, 2);
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);
    opened.assertClean();
    await opened.close();
  });

  it('of GCJ-02 are shifted back to where they belong', async () => {
    const opened = await open();
    const { page } = opened;
    await giveAddress(page, '/tiles/sides/{z}/{x}/{y}.png');
    await expect.poll(() => status(page, 'map').getAttribute('data-status')).toBe('shown');
    await page.locator('plan-base select[name=datum]').selectOption('gcj02');
    await page.evaluate(() => {
      document.querySelector('plan-atlas')!.camera = {
        ...document.querySelector('plan-atlas')!.camera!,
        center: [113.4, 38.1],
        zoom: 12.4,
      };
      document.querySelector('plan-atlas')!.layers = [];
    });
    await page.evaluate(() => planProbe.host().viewOnReady());
    const box = (await page.locator('plan-atlas plan-map').boundingBox())!;
    const sideOf = async (byPx: number): Promise<string> => {
      const at = await page.evaluate(() =>
        document
          .querySelector('plan-atlas')!
          .shadowRoot!.querySelector('plan-map')!
          .projectToWindow([113.4, 38.1]),
      );
      if (!at) return 'out of sight';
      const [, green = 0, blue = 0] = await colourAt(page, at.x - box.x + byPx, at.y - box.y);
      return green > blue ? 'green' : 'blue';
    };
    // Not shifted, the border would lie 43 pixels further east: 600 m at 14 m a pixel.
    await expect
      .poll(async () => [await sideOf(-8), await sideOf(8)], { timeout: 20_000 })
      .toEqual(['green', 'blue']);
    opened.assertClean();
    await opened.close();
  });

  it('of a PMTiles file are drawn without any request, and are still there after a reload', async () => {
    const archive = path.join(folder, 'county.pmtiles');
    writeFileSync(archive, writePmtiles(listTilesAround(), paint(30, 160, 60)));
    const opened = await open();
    const { page } = opened;
    await kind(page, 'map', 'file').check();
    await page.locator('plan-base [data-part=map] input[type=file]').setInputFiles(archive);
    await expect.poll(() => status(page, 'map').getAttribute('data-status')).toBe('shown');
    await expect.poll(() => page.locator('plan-map .note').textContent()).toContain('© 测试归档');
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);
    await page.reload();
    await page.evaluate(() => planProbe.host().viewOnReady());
    await expect.poll(() => page.locator('plan-map .note').textContent()).toContain('© 测试归档');
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);

    writeFileSync(archive, 'no archive');
    await page.locator('plan-base [data-part=map] input[type=file]').setInputFiles(archive);
    await expect
      .poll(() => status(page, 'map').textContent())
      .toContain('文件读不到或不是所需格式');
    expect(tiles.asked).toEqual([]);
    opened.assertClean();
    await opened.close();
  });

  it('of PMTiles at an address are asked for in parts, and vector tiles are drawn in grey', async () => {
    const opened = await open();
    const { page } = opened;
    const at = await page.evaluate(() => {
      const atlas = document.querySelector('plan-atlas')!;
      atlas.layers = [];
      return atlas.shadowRoot!.querySelector('plan-map')!.projectToWindow([113.35, 38.15]);
    });
    const box = (await page.locator('plan-atlas plan-map').boundingBox())!;
    const blueThere = async (): Promise<number> =>
      (await colourAt(page, at!.x - box.x, at!.y - box.y))[2]!;
    const before = await blueThere();
    await giveAddress(page, '/tiles/archive.pmtiles');
    await expect.poll(() => status(page, 'map').getAttribute('data-status')).toBe('shown');
    await expect.poll(async () => before - (await blueThere())).toBeGreaterThan(12);
    expect(tiles.asked.every((address) => address === '/tiles/archive.pmtiles')).toBe(true);
    opened.assertClean();
    await opened.close();
  });

  it('fault 69: that fail leave the plan whole, say why, and come back when they are asked again', async () => {
    const opened = await open({
      expected: [/503|403|Content Security Policy|connect-src|violat/i, /request-failed|tiles/i],
    });
    const { page } = opened;
    const badge = page.locator('plan-map [data-control=base-badge]');
    tiles.isDown = true;
    await giveAddress(page, '/tiles/green/{z}/{x}/{y}.png');
    await expect.poll(() => badge.textContent()).toContain('底图未能显示');
    expect(await status(page, 'map').textContent()).toContain('瓦片没有取到');
    expect(
      await page.evaluate(
        () =>
          document
            .querySelector('plan-atlas')!
            .shadowRoot!.querySelector('plan-map')!
            .inspection!.lookOf('airport')?.opacity,
      ),
    ).toBe(1);
    tiles.isDown = false;
    await page.locator('plan-base [data-part=map] [data-action=retry]').click();
    await expect.poll(() => badge.count()).toBe(0);
    await expect.poll(async () => isGreen(await colourAt(page, 40, 120))).toBe(true);

    await giveAddress(page, '/tiles/forbidden/{z}/{x}/{y}.png');
    await expect.poll(() => status(page, 'map').textContent()).toContain('服务器拒绝访问');
    await giveAddress(page, '/tiles/words/{z}/{x}/{y}.png');
    await expect
      .poll(() => status(page, 'map').textContent())
      .toContain('layer “roads” is unknown');
    await page
      .locator('plan-base input[name=address]')
      .fill('https://elsewhere.invalid/{z}/{x}/{y}.png');
    await page.locator('plan-base [data-action=show]').click();
    await expect.poll(() => status(page, 'map').textContent()).toContain('安全策略不允许');
    await page
      .locator('plan-base input[name=address]')
      .fill('https://maponline0.bdimg.com/tile/?x={x}&y={y}&z={z}');
    await page.locator('plan-base [data-action=show]').click();
    await expect.poll(() => status(page, 'map').textContent()).toContain('坐标系不合');
    expect(await page.locator('plan-map #map').isVisible()).toBe(true);
    await opened.close();
  });
});

describe('terrain', () => {
  it('of tiles is shaded, has contour lines, and stands up', async () => {
    const opened = await open({ width: 800, height: 560 });
    const { page } = opened;
    // Software draws relief; a graphics card takes a moment.
    page.setDefaultTimeout(60_000);
    await kind(page, 'terrain', 'address').check();
    await page
      .locator('plan-base input[name=terrain-address]')
      .fill(`${server.origin}/tiles/heights/{z}/{x}/{y}.png`);
    await page.locator('plan-base [data-action=show-terrain]').click();
    await expect.poll(() => status(page, 'terrain').getAttribute('data-status')).toBe('shown');
    await page.locator('plan-base input[name=contours]').check();
    await page.locator('plan-base input[name=relief]').check();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('plan-atlas')!.camera!.pitch), {
        timeout: 60_000,
      })
      .toBeGreaterThan(40);
    expect(await findViolations(page)).toEqual([]);
    await page.locator('plan-base input[name=relief]').uncheck();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('plan-atlas')!.camera!.pitch), {
        timeout: 60_000,
      })
      .toBe(0);
    opened.assertClean();
    await opened.close();
  }, 120_000);

  it('of a GeoTIFF that GDAL wrote in 3° Gauss–Krüger is read in the browser, with nothing sent', async () => {
    const rows = 120;
    const columns = 160;
    const grid = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) =>
        Math.round(800 + 900 * Math.exp(-(((row - 60) / 25) ** 2) - ((column - 80) / 30) ** 2)),
      ).join(' '),
    );
    const ascii = path.join(folder, 'dem.asc');
    writeFileSync(
      ascii,
      `ncols ${columns}\nnrows ${rows}\nxllcorner 410000\nyllcorner 4190000\ncellsize 500\nNODATA_value -9999\n${grid.join('\n')}\n`,
    );
    const file = path.join(folder, 'dem.tif');
    execFileSync('gdal_translate', [
      '-q',
      '-a_srs',
      'EPSG:4547',
      '-co',
      'COMPRESS=DEFLATE',
      ascii,
      file,
    ]);
    const opened = await open();
    const { page } = opened;
    await kind(page, 'terrain', 'file').check();
    await page.locator('plan-base [data-part=terrain] input[type=file]').setInputFiles(file);
    await expect.poll(() => status(page, 'terrain').getAttribute('data-status')).toBe('shown');
    await page.locator('plan-base input[name=contours]').check();
    await page.waitForTimeout(1500);
    expect(tiles.asked).toEqual([]);
    const packed = path.join(folder, 'packed.tif');
    execFileSync('gdal_translate', ['-q', '-co', 'COMPRESS=ZSTD', file, packed]);
    await page.locator('plan-base [data-part=terrain] input[type=file]').setInputFiles(packed);
    await expect.poll(() => status(page, 'terrain').textContent()).toContain('Zstandard');
    await page.locator('plan-base [data-part=terrain] input[type=file]').setInputFiles({
      name: 'photo.tif',
      mimeType: 'image/tiff',
      buffer: Buffer.from('not a tiff at all'),
    });
    await expect.poll(() => status(page, 'terrain').textContent()).toContain('高程文件读不出来');
    opened.assertClean();
    await opened.close();
  }, 120_000);
});
