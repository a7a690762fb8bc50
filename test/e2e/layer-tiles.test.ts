/** A layer of the plan in more detail than the bundle holds, from tiles: of this site, of another, from an archive. */
import { mkdir } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerTiles, PlanBundle } from '../../src/contracts/bundle.ts';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { serveStatic, type StaticServerOptions } from '../tools/serve-static.ts';
import { openAtlas, type OpenAtlasOptions } from './open-atlas.ts';
import { listTilesAround, writePmtiles } from './tile-server.ts';
import { createVectorServer, cutTiles, makeParcels, type VectorServer } from './vector-tiles.ts';

const SHOTS = process.env['ATLAS_SHOTS'];
const PLACES = [
  ['mine-yuejin', 113.42, 38.08],
  ['mine-shidian', 113.52, 38.08],
] as const;
const MVT: LayerTiles = {
  format: 'mvt',
  href: '../mvt/{z}/{x}/{y}.pbf',
  sourceLayers: ['workings'],
  feature: 'mine-yuejin',
  idField: 'place',
  attribution: '© 测试瓦片',
};
/** In a parcel of the first place, off its middle. */
const HIT = [113.4303, 38.0903] as const;
/** At a zoom where parcels are large enough to be hit. */
const CLOSE = 'v=1&layers=mines&camera=113.42,38.08,13,0,0';

let browser: Browser;
let shipped: PlanBundle;
const tileAt = cutTiles(makeParcels(PLACES, 80), 'workings');

beforeAll(async () => {
  browser = await launchBrowser();
  ({ bundle: shipped } = await readShippedBundle());
  if (SHOTS) await mkdir(SHOTS, { recursive: true });
});
afterAll(() => browser.close());

interface Served {
  readonly opened: OpenedPage;
  readonly page: Page;
  readonly tiles: VectorServer;
  readonly close: () => Promise<void>;
}

/** The app over the county's plan, whose layer of mines has tiles. */
async function openWith(
  tiles: LayerTiles,
  {
    hash = CLOSE,
    archive = null,
    ...options
  }: Partial<OpenAtlasOptions> & {
    readonly archive?: Buffer | null;
    readonly policy?: StaticServerOptions['policy'];
  } = {},
): Promise<Served> {
  const bundle = JSON.stringify({
    ...shipped,
    layers: shipped.layers.map((layer) => (layer.id === 'mines' ? { ...layer, tiles } : layer)),
  });
  const server = createVectorServer(tileAt);
  const serving = await serveStatic({
    root: 'dist',
    ...(options.policy ? { policy: options.policy } : {}),
    intercept: (request, response) => {
      const url = request.url ?? '/';
      if (url.endsWith('/bundle/yuxian.json')) {
        response.writeHead(200, { 'content-type': 'application/json' }).end(bundle);
        return true;
      }
      if (archive && url.endsWith('/bundle/workings.pmtiles')) {
        answerRange(archive, request.headers.range, response);
        return true;
      }
      return server.intercept(request, response);
    },
  });
  const opened = await openAtlas(browser, {
    width: 1440,
    height: 900,
    url: serving.origin,
    hash,
    ...options,
    allowedOrigins: [serving.origin, ...(options.allowedOrigins ?? [])],
  });
  return {
    opened,
    page: opened.page,
    tiles: server,
    close: async () => {
      await opened.close();
      await serving.close();
    },
  };
}

/** As storage for objects answers. */
function answerRange(bytes: Buffer, range: string | undefined, response: ServerResponse): void {
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
  const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  response
    .writeHead(from === undefined ? 200 : 206, {
      'content-type': 'application/octet-stream',
      ...(from === undefined
        ? {}
        : { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }),
    })
    .end(part);
}

const rowOf = (page: Page) => page.locator('plan-layers plan-tiles');
const said = async (page: Page): Promise<string> =>
  (await rowOf(page).locator('p').allTextContents()).join(' ');
const openLayers = (page: Page) => page.locator('plan-atlas [data-tab=layers]').first().click();
/** Clicks on the map, and tells what is selected then. */
async function pick(
  page: Page,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<string | null> {
  await page.mouse.click(x, y);
  return selected(page);
}
const selected = (page: Page): Promise<string | null> =>
  page.evaluate(() => planProbe.view().feature);

/** The point of the window where a place is drawn. */
async function spotOf(
  page: Page,
  at: readonly [number, number],
): Promise<{ readonly x: number; readonly y: number }> {
  const spot = await page.evaluate((to) => planProbe.spotOnMap(to, [0, 0]), at);
  if (!spot) throw new Error(`${at.join()} is not in sight`);
  return spot;
}

const waitUntilShown = (page: Page): Promise<void> =>
  rowOf(page).locator('[data-status=shown]').waitFor();

describe('tiles of this site', () => {
  it('come with their layer, belong to its features, and are told apart by them', async () => {
    const { opened, page, tiles, close } = await openWith(MVT);
    await waitUntilShown(page);
    expect(tiles.asked.length).toBeGreaterThan(0);
    expect(await page.locator('plan-map .note').textContent()).toContain('© 测试瓦片');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/tiles-light.png` });

    // A parcel of another mine than the one that the tiles belong to; its sign is some way off.
    const [, [id, lng, lat]] = PLACES;
    await page.evaluate(
      (to) =>
        planProbe.settle(() =>
          planProbe.host().setViewState({
            camera: { center: [to[0]!, to[1]!], zoom: 14, bearing: 0, pitch: 0 },
          }),
        ),
      [lng + 0.01, lat + 0.01],
    );
    const spot = await spotOf(page, [lng + 0.0103, lat + 0.0103]);
    await expect.poll(() => pick(page, spot)).toBe(id);
    // What the clause says of it is lit, as for any feature.
    await page.locator('plan-text [data-lit=selected]').first().waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/tiles-selected.png` });

    // Off: nothing of them answers, and nothing is said of them.
    await openLayers(page);
    await page.locator('plan-layers [data-layer-switch=mines]').click();
    await rowOf(page).locator('[role=status]').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.evaluate(() => planProbe.host().setViewState({ feature: null }));
    expect(await pick(page, spot)).not.toBe(id);
    opened.assertClean();
    await close();
  });

  it('are asked for only once their layer is on', async () => {
    const { opened, page, tiles, close } = await openWith(MVT, { hash: 'v=1' });
    await page.evaluate(() => planProbe.host().updateComplete);
    expect(tiles.asked).toEqual([]);
    await openLayers(page);
    await page.locator('plan-layers [data-layer-switch=mines]').click();
    await waitUntilShown(page);
    expect(tiles.asked.length).toBeGreaterThan(0);
    opened.assertClean();
    await close();
  });

  it('stay through a change of flavour, and are drawn anew', async () => {
    const { opened, page, close } = await openWith(MVT);
    await waitUntilShown(page);
    await page.evaluate(() =>
      planProbe.settle(() => planProbe.host().setViewState({ flavour: 'dark' })),
    );
    const spot = await spotOf(page, HIT);
    await expect.poll(() => pick(page, spot)).toBe('mine-yuejin');
    expect(await findViolations(page)).toEqual([]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/tiles-dark.png` });
    opened.assertClean();
    await close();
  });

  it.each([
    ['404', (response: ServerResponse) => response.writeHead(404).end(), '瓦片没有取到'],
    ['words', (response: ServerResponse) => response.writeHead(200).end('<p>no'), '不是矢量瓦片'],
  ])(
    'fault 69: by %s, say why and come when asked again; the plan stands',
    async (_, fault, says) => {
      const { opened, page, tiles, close } = await openWith(MVT, {
        hash: 'v=1',
        expected: [/mvt/, /status of 404/],
      });
      tiles.fault = fault;
      await openLayers(page);
      await page.locator('plan-layers [data-layer-switch=mines]').click();
      await rowOf(page).locator('[data-status=failing]').waitFor();
      expect(await said(page)).toContain(says);
      expect(await said(page)).toContain('概略图形');
      expect(
        await page.evaluate(
          () => planProbe.part('plan-map').inspection?.lookOf('mine-yuejin')?.opacity,
        ),
      ).toBe(1);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/tiles-failing-${says.length}.png` });
      tiles.fault = null;
      await rowOf(page).locator('[data-action=retry]').click();
      await waitUntilShown(page);
      opened.assertClean();
      await close();
    },
  );
});

describe('tiles of another host', () => {
  it('are offered with its name, asked for at the user’s wish alone, and let go again', async () => {
    const other = createVectorServer(tileAt);
    const elsewhere = await serveStatic({ root: 'dist', intercept: other.intercept });
    const { opened, page, close } = await openWith(
      { ...MVT, href: `${elsewhere.origin}/mvt/{z}/{x}/{y}.pbf` },
      { policy: () => null, allowedOrigins: [elsewhere.origin] },
    );
    await openLayers(page);
    await rowOf(page).locator('[data-action=load]').waitFor();
    expect(await said(page)).toContain(new URL(elsewhere.origin).host);
    expect(await findViolations(page)).toEqual([]);
    expect(other.asked).toEqual([]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/tiles-offered.png` });
    // By keyboard.
    await rowOf(page).locator('[data-action=load]').focus();
    await page.keyboard.press('Enter');
    await waitUntilShown(page);
    expect(other.asked.length).toBeGreaterThan(0);
    const spot = await spotOf(page, HIT);
    await expect.poll(() => pick(page, spot)).toBe('mine-yuejin');
    await rowOf(page).locator('[data-action=stop]').click();
    await rowOf(page).locator('[data-action=load]').waitFor();
    await page.evaluate(() => planProbe.host().setViewState({ feature: null }));
    await expect.poll(() => pick(page, spot)).toBeNull();
    expect(await page.locator('plan-map .note').textContent()).not.toContain('© 测试瓦片');

    // What was allowed to one host is not allowed to the next.
    await rowOf(page).locator('[data-action=load]').click();
    await waitUntilShown(page);
    await page.evaluate(async (href) => {
      const atlas = planProbe.host();
      const { bundle } = atlas;
      const layers = bundle!.layers.map((layer) =>
        layer.tiles ? { ...layer, tiles: { ...layer.tiles, href } } : layer,
      );
      const loaded = new Promise((resolve) =>
        atlas.addEventListener('plan-load', resolve, { once: true }),
      );
      atlas.bundle = { ...bundle!, layers };
      await loaded;
      atlas.setViewState({ layers: ['mines'] });
    }, 'https://tiles.example/{z}/{x}/{y}');
    await expect.poll(() => said(page)).toContain('tiles.example');
    await rowOf(page).locator('[data-action=load]').waitFor();
    opened.assertClean();
    await close();
    await elsewhere.close();
  });

  it('are told of where the site’s policy lets nobody ask for them', async () => {
    const other = createVectorServer(tileAt);
    const elsewhere = await serveStatic({ root: 'dist', intercept: other.intercept });
    const { opened, page, close } = await openWith(
      { ...MVT, href: `${elsewhere.origin}/mvt/{z}/{x}/{y}.pbf` },
      { expected: [/Content Security Policy/, /connect-src/, /mvt/] },
    );
    await openLayers(page);
    await rowOf(page).locator('[data-action=load]').click();
    await rowOf(page).locator('[data-status=failing]').waitFor();
    expect(await said(page)).toContain('安全策略');
    expect(other.asked).toEqual([]);
    opened.assertClean();
    await close();
    await elsewhere.close();
  });
});

describe('an archive beside the bundle', () => {
  it('is read in parts, as storage for objects gives them', async () => {
    const archive = writePmtiles(listTilesAround(), tileAt(8, 208, 98)!, 'mvt');
    const { opened, page, close } = await openWith(
      {
        format: 'pmtiles',
        href: 'workings.pmtiles',
        sourceLayers: ['workings'],
        feature: 'mine-yuejin',
      },
      { archive },
    );
    await waitUntilShown(page);
    expect(await page.locator('plan-map .note').textContent()).toContain('© 测试归档');
    const spot = await spotOf(page, HIT);
    await expect.poll(() => pick(page, spot)).toBe('mine-yuejin');
    opened.assertClean();
    await close();
  });
});
