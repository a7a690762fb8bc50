import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';

let browser: Browser;
let opened: OpenedPage;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openPage(browser, { url: inject('origin'), width: 1440, height: 900 });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
});
afterAll(async () => {
  opened.assertClean();
  await browser.close();
});

async function lookAt(page: Page, lng: number, lat: number, zoom: number): Promise<void> {
  await page.evaluate(
    ([x, y, z]) =>
      new Promise<void>((resolve) => {
        const atlas = document.querySelector('plan-atlas')!;
        const map = atlas.shadowRoot!.querySelector('plan-map')!;
        map.addEventListener('plan-map-idle', () => resolve(), { once: true });
        atlas.setViewState({ camera: { center: [x, y], zoom: z, bearing: 0, pitch: 0 } });
      }),
    [lng, lat, zoom] as const,
  );
}

interface Names {
  /** Ids of the features whose name, badge or shield stands in view. */
  readonly placed: readonly string[];
  /** Places where two of them lie over one another. */
  readonly clashes: readonly string[];
}

/** Asks the map what stands at every eighth pixel. */
const readNames = (page: Page): Promise<Names> =>
  page.evaluate(() => {
    const map = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-map')!;
    const { namesIn } = map.inspection!;
    const { width, height } = map.getBoundingClientRect();
    const clashes = new Set<string>();
    for (let y = 4; y < height; y += 8) {
      for (let x = 4; x < width; x += 8) {
        const here = new Set(
          namesIn({ x, y }, { x, y }).map(({ layer, feature }) => `${layer} ${feature}`),
        );
        if (here.size > 1) clashes.add([...here].sort().join(' × '));
      }
    }
    const all = namesIn({ x: 0, y: 0 }, { x: width, y: height });
    return { placed: [...new Set(all.map(({ feature }) => feature))], clashes: [...clashes] };
  });

describe('names never lie over one another', () => {
  it.each([
    ['the county', 113.33, 38.23, 8.5],
    ['the county seat', 113.41, 38.09, 10],
    ['the county seat', 113.41, 38.09, 12],
    ['the county seat', 113.41, 38.09, 14],
    ['the north', 113.4, 38.44, 10],
    ['the north', 113.4, 38.44, 12],
    ['the west', 113.08, 38.15, 12],
  ])('%s (%f, %f) at zoom %f', async (_, lng, lat, zoom) => {
    await lookAt(opened.page, lng, lat, zoom);
    const { placed, clashes } = await readNames(opened.page);
    expect(placed.length).toBeGreaterThan(zoom > 13 ? 1 : 4);
    expect(clashes).toEqual([]);
  });
});

it('names what matters at county scale', async () => {
  await lookAt(opened.page, 113.33, 38.23, 8.5);
  const ids = new Set((await readNames(opened.page)).placed);
  const seats = await opened.page.evaluate(() =>
    document
      .querySelector('plan-atlas')!
      .bundle!.features.features.filter(({ properties }) => properties.layer === 'seats')
      .map(({ properties }) => properties.id),
  );
  const zones = await opened.page.evaluate(() =>
    document
      .querySelector('plan-atlas')!
      .bundle!.features.features.filter(({ properties }) => properties.kind === 'zone')
      .map(({ properties }) => properties.id),
  );
  expect(ids).toContain('xiushui');
  expect(ids).toContain('airport');
  expect(zones.filter((id) => !ids.has(id))).toEqual([]);
  expect(seats.filter((id) => ids.has(id)).length).toBeGreaterThanOrEqual(10);
});

describe('names never lie over one another in a hall', () => {
  it.each([
    ['the county', 113.33, 38.23, 8.7],
    ['the network', 113.33, 38.23, 9.15],
    ['the county seat', 113.41, 38.09, 11],
    ['the north', 113.4, 38.44, 10.5],
  ])('%s (%f, %f) at zoom %f', async (_, lng, lat, zoom) => {
    const hall = await openPage(browser, {
      url: `${inject('origin')}/#v=1&flavour=projector`,
      width: 1920,
      height: 1080,
    });
    await hall.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
    await lookAt(hall.page, lng, lat, zoom);
    const { placed, clashes } = await readNames(hall.page);
    expect(placed.length).toBeGreaterThan(4);
    expect(clashes).toEqual([]);
    await hall.close();
  });
});
