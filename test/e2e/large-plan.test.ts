/** A plan of ten thousand features: the list draws what is in sight, and stays whole for keys and screen readers. */
import type { Polygon } from 'geojson';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createBundle } from '../fixtures/create-bundle.ts';
import { createLargeBundle, cutSentences } from '../fixtures/create-large-bundle.ts';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';

const FEATURES = 10_000;
/** Rows in sight, those near it, and a block on either side. */
const MOST_ROWS = 400;

const large = createLargeBundle(cutSentences(createBundle()), {
  features: FEATURES,
  paragraphs: 50,
});
/** Plots of 430 by 330 m all over the county. */
const plotAt = (index: number): Polygon => {
  const [west, south] = [113 + (index % 100) * 0.007, 38 + Math.floor(index / 100) * 0.0045];
  const [east, north] = [west + 0.005, south + 0.003];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
};
const plan = {
  ...large,
  layers: [{ id: 'zones', name: '地块', theme: 'tourism' }],
  features: {
    ...large.features,
    features: large.features.features.map((feature, index) => ({
      ...feature,
      properties: { ...feature.properties, layer: 'zones', kind: 'tourism-zone' },
      geometry: plotAt(index),
    })),
  },
};

let browser: Browser;
let opened: OpenedPage;
let page: Page;

/** Opens the app with the large plan in place of the county's. */
async function openPlan(hash: string): Promise<OpenedPage> {
  const one = await openPage(browser, { width: 1200, height: 700 });
  await one.page.route('**/bundle/yuxian.json', (route) => route.fulfill({ json: plan }));
  await one.page.goto(`${inject('origin')}/#${hash}`);
  await one.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return one;
}

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openPlan('v=1&layers=none');
  page = opened.page;
  await page.locator('plan-atlas [data-tab=list]').click();
  await page.locator('plan-list .row').first().waitFor();
});
afterAll(() => browser.close());

const countRows = (): Promise<number> => page.locator('plan-list .row').count();
const readFocus = (): Promise<{ at: string; of: string; isSeen: boolean }> =>
  page.evaluate(() => {
    const list = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-list')!;
    const row = list.shadowRoot!.activeElement as HTMLElement;
    const box = row.getBoundingClientRect();
    const frame = list.shadowRoot!.querySelector('.scroller')!.getBoundingClientRect();
    return {
      at: row.getAttribute('aria-posinset')!,
      of: row.getAttribute('aria-setsize')!,
      isSeen: box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1,
    };
  });

it('draws few of its rows, and says how many there are', async () => {
  expect(await countRows()).toBeLessThan(MOST_ROWS);
  const first = page.locator('plan-list .row').first();
  expect(await first.getAttribute('aria-setsize')).toBe(String(FEATURES));
  expect(await first.getAttribute('aria-posinset')).toBe('1');
  expect(await page.locator('plan-list [role=status]').textContent()).toContain('10000');
});

it('goes by keys to its last row, and back', async () => {
  await page.locator('plan-list .row').first().click();
  await page.keyboard.press('End');
  await expect.poll(readFocus).toEqual({
    at: String(FEATURES),
    of: String(FEATURES),
    isSeen: true,
  });
  for (let turn = 0; turn < 8; turn += 1) await page.keyboard.press('PageUp');
  await expect.poll(async () => (await readFocus()).at).toBe(String(FEATURES - 80));
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await readFocus()).at).toBe(String(FEATURES - 81));
  expect((await readFocus()).isSeen).toBe(true);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await readFocus()).at).toBe('1');
  expect(await countRows()).toBeLessThan(MOST_ROWS);
});

it('shows what is selected elsewhere, wherever it stands', async () => {
  const id = 'f-6543';
  await page.evaluate((feature) => document.querySelector('plan-atlas')!.select({ feature }), id);
  const row = page.locator(`plan-list .row[data-feature="${id}"]`);
  await row.waitFor();
  await expect
    .poll(async () => {
      const [box, frame] = [
        await row.boundingBox(),
        await page.locator('plan-list .scroller').boundingBox(),
      ];
      return box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
    })
    .toBe(true);
  expect(await row.getAttribute('aria-selected')).toBe('true');
});

it('draws what the wheel brings into sight, and lets go of the rest', async () => {
  const scroller = page.locator('plan-list .scroller');
  await scroller.hover();
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(60);
  }
  await expect
    .poll(() =>
      page.evaluate(() => {
        const list = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-list')!;
        const frame = list.shadowRoot!.querySelector('.scroller')!.getBoundingClientRect();
        const seen = list.shadowRoot!.elementFromPoint(
          frame.left + 60,
          frame.top + frame.height / 2,
        );
        return seen?.closest('.row') !== null;
      }),
    )
    .toBe(true);
  expect(await countRows()).toBeLessThan(MOST_ROWS);
});

it('finds one of them, and is then a short list', async () => {
  await page.locator('plan-list input[type=search]').fill('Station 9876 ');
  await expect.poll(countRows).toBe(1);
  const row = page.locator('plan-list .row');
  expect(await row.getAttribute('data-feature')).toBe('f-9876');
  expect(await row.getAttribute('aria-setsize')).toBeNull();
  opened.assertClean();
});

it('names from afar what finds room, from nearby all of it, and what is selected at once', async () => {
  const whole = await openPlan('v=1');
  const readMap = (zoom: number): Promise<{ named: string[]; drawn: number }> =>
    whole.page.evaluate(async (z) => {
      const atlas = document.querySelector('plan-atlas')!;
      const map = atlas.shadowRoot!.querySelector('plan-map')!;
      const idle = new Promise((resolve) =>
        map.addEventListener('plan-map-idle', resolve, { once: true }),
      );
      atlas.setViewState({ camera: { center: [113.35, 38.2], zoom: z, bearing: 0, pitch: 0 } });
      await idle;
      const { width, height } = map.getBoundingClientRect();
      const [from, to] = [
        { x: 0, y: 0 },
        { x: width, y: height },
      ];
      const named = map.inspection!.namesIn(from, to).map(({ feature }) => feature);
      const places = map.inspection!.placesIn(from, to);
      return { named: [...new Set(named)], drawn: places.length };
    }, zoom);
  const afar = await readMap(9);
  expect(afar.drawn).toBe(FEATURES);
  expect(afar.named.length).toBeGreaterThan(40);
  expect(afar.named.length).toBeLessThan(FEATURES / 50);
  // Here a plot is 250 px wide; those at the edge have their middle, and their name, beyond it.
  const near = await readMap(14.7);
  expect(near.drawn).toBeGreaterThan(5);
  expect(near.named.length).toBeGreaterThan(near.drawn / 2);
  const feature = near.named.find((id) => !afar.named.includes(id))!;
  await whole.page.evaluate(
    (id) => document.querySelector('plan-atlas')!.select({ feature: id }),
    feature,
  );
  expect((await readMap(9)).named).toContain(feature);
  // Nor did the map complain of names that found no room in its tiles.
  whole.assertClean();
});
