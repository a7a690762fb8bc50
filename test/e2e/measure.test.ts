import geodesic from 'geographiclib-geodesic';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/contracts/bundle.ts';
import { launchBrowser, type OpenPageOptions } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

/** Over the county's south. */
const CAMERA = 'camera=113.4,38.1,10';
/** At that zoom and latitude. */
const METRES_A_PIXEL = 61;
/** Places where nothing lies near, 8.9 km apart. */
const WEST: LngLat = [113.33, 38.13];
const EAST: LngLat = [113.43, 38.14];
/** The airport's site: inferred, ±6 km. */
const AIRPORT = 'airport';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openMeasure(options: OpenPageOptions & { readonly hash?: string } = {}) {
  const { hash = CAMERA, ...rest } = options;
  const opened = await openAtlas(browser, {
    width: 1280,
    height: 900,
    ...rest,
    hash: `v=1&tool=measure&${hash}`,
  });
  await opened.page.locator('plan-measure #entry').waitFor();
  return opened;
}

const spotOf = (page: Page, at: LngLat): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate((position) => planProbe.part('plan-map').projectToWindow(position)!, at);

async function clickAt(page: Page, at: LngLat): Promise<void> {
  const { x, y } = await spotOf(page, at);
  await page.mouse.click(x, y);
}

/** Points of the figure in the address, in order. */
async function readPoints(page: Page): Promise<LngLat[]> {
  const degrees = await page.evaluate(() =>
    (new URLSearchParams(location.hash.slice(1)).get('measure') ?? '')
      .split(',')
      .map(Number)
      .filter((part) => !Number.isNaN(part)),
  );
  return degrees.flatMap((lng, index) => (index % 2 === 0 ? [[lng, degrees[index + 1]!]] : []));
}

const metresBetween = ([lng, lat]: LngLat, [toLng, toLat]: LngLat): number =>
  geodesic.Geodesic.WGS84.Inverse(lat, lng, toLat, toLng).s12!;

/** The points lie where the pointer was, to a pixel, and what is written is the distance between them. */
async function expectMeasured(page: Page, given: readonly LngLat[]): Promise<void> {
  await expect
    .poll(async () => (await readPoints(page)).length, { message: 'points in the address' })
    .toBe(given.length);
  // The address follows a moment later than the figure.
  const farthest = async (): Promise<number> =>
    Math.max(
      ...(await readPoints(page)).map((point, index) => metresBetween(point, given[index]!)),
    );
  await expect.poll(farthest, { message: 'metres off' }).toBeLessThan(METRES_A_PIXEL);
  const points = await readPoints(page);
  const metres = metresBetween(points[0]!, points[1]!);
  await expect.poll(() => value(page).textContent()).toMatch(/^\d\.\d{3} 公里$/);
  // The address rounds each point to a tenth of a metre, the figure to a metre.
  const written = Number.parseFloat((await value(page).textContent())!) * 1000;
  expect(Math.abs(written - metres)).toBeLessThan(1);
}

const value = (page: Page) => page.locator('plan-measure .value');
const rows = (page: Page) => page.locator('plan-measure .points li');

/** What stands written beside the figure on the map. */
const labelsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const map = planProbe.part('plan-map');
    const box = map.getBoundingClientRect();
    for (let turn = 0; turn < 60; turn += 1) {
      const names = map.inspection!.namesIn({ x: 0, y: 0 }, { x: box.width, y: box.height });
      const ours = names.map(({ layer }) => layer).filter((layer) => layer.startsWith('sketch-'));
      if (ours.includes('sketch-lengths')) return [...new Set(ours)].toSorted();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [];
  });

describe('measuring with the mouse', () => {
  it('puts points down, drags and ends them, and leaves the selection as it is', async () => {
    const opened = await openMeasure();
    const { page } = opened;
    await page.locator('plan-measure [data-control=snap]').uncheck();
    await clickAt(page, WEST);
    await clickAt(page, EAST);
    await expectMeasured(page, [WEST, EAST]);
    expect(await labelsOn(page)).toEqual(['sketch-lengths', 'sketch-numbers']);
    expect(await page.evaluate(() => planProbe.host().feature)).toBeNull();

    const from = await spotOf(page, EAST);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => value(page).textContent()).toMatch(/^1\d\.\d{3} 公里$/);
    expect(await rows(page).count()).toBe(2);

    await page.mouse.dblclick(from.x, from.y - 60);
    await expect
      .poll(() => page.locator('plan-measure .result .note').textContent())
      .toContain('已结束');
    expect(await rows(page).count()).toBe(3);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expectMeasured(page, [WEST, EAST]);
    expect(await findViolations(opened.page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });

  it('closes an area on its first point', async () => {
    const { page, assertClean, close } = await openMeasure();
    await page.locator('plan-measure [value=area]').check();
    await page.locator('plan-measure [data-control=snap]').uncheck();
    for (const at of [WEST, EAST, [113.4, 38.16], WEST] as const) await clickAt(page, at);
    await expect.poll(() => page.locator('plan-measure .result .note').count()).toBe(1);
    expect(await value(page).textContent()).toMatch(/平方公里$/);
    expect(await rows(page).count()).toBe(3);
    assertClean();
    await close();
  });

  it('draws a point to an inferred feature, says so and gives a range', async () => {
    const { page, assertClean, close } = await openMeasure({ hash: 'camera=113.2,38.15,10' });
    const site = await page.evaluate((id): [number, number] => {
      const { features } = planProbe.host().bundle!.features;
      const geometry = features.find(({ properties }) => properties.id === id)?.geometry;
      if (geometry?.type !== 'Point') throw new Error(`${id} is no point`);
      return [geometry.coordinates[0]!, geometry.coordinates[1]!];
    }, AIRPORT);
    const spot = await spotOf(page, site);
    // Its sign stands above that of the township seat, at the same place.
    await page.mouse.click(spot.x, spot.y - 22);
    await page.locator('plan-measure [data-control=snap]').uncheck();
    await page.mouse.click(spot.x + 90, spot.y - 60);
    await expect
      .poll(() => page.locator('plan-measure .range').textContent())
      .toMatch(/推断要素“.*机场.*”，±6\s公里：.*公里$/);
    assertClean();
    await close();
  });
});

describe('a measured figure', () => {
  it('is in the address, and comes back from it with its snaps', async () => {
    const opened = await openMeasure({
      hash: `${CAMERA}&measure=area,113.33,38.13,113.43,38.14,113.4,38.16,done`,
    });
    const { page } = opened;
    await expect.poll(() => value(page).textContent()).toMatch(/平方公里$/);
    await expect.poll(() => page.locator('plan-measure .result .note').count()).toBe(1);
    await page.locator('plan-measure [value=distance]').check();
    await page.waitForFunction(() => location.hash.includes('measure=distance,113.33,38.13,'));
    await page.locator('plan-measure [data-control=clear]').click();
    await page.waitForFunction(() => !location.hash.includes('measure='));
    await page.locator('plan-measure [data-control=undo]').click();
    await page.waitForFunction(() => location.hash.includes('measure=distance,113.33,38.13,'));
    opened.assertClean();
    await opened.close();
  });

  it('that cannot be read gives a notice that names it', async () => {
    const { page, close } = await openMeasure({ hash: `${CAMERA}&measure=area,113.33,north` });
    await expect
      .poll(() => page.locator('plan-atlas .notices').textContent())
      .toContain('measure="area,113.33,north": point 1');
    await close();
  });
});

describe('measuring without a pointer', () => {
  it('works from the map’s middle with keys alone', async () => {
    const { page, assertClean, close } = await openMeasure();
    await page.evaluate(() => {
      const canvas = planProbe.part('plan-map').shadowRoot!.querySelector('canvas')!;
      canvas.focus();
    });
    await page.keyboard.press('Space');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => planProbe.view().camera!.center[0] > 113.405);
    await page.keyboard.press('Space');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await value(page).textContent()).toMatch(/公里$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('plan-measure .result .note').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBe(0);
    await page.keyboard.press('Backspace');
    await expect.poll(() => rows(page).count()).toBe(2);
    assertClean();
    await close();
  });

  it('takes typed coordinates, and names what it cannot read', async () => {
    const opened = await openMeasure({ locale: 'en-GB', hash: `${CAMERA}&lang=en` });
    const { page } = opened;
    const entry = page.locator('plan-measure #entry');
    await entry.fill('113.412, 38.086');
    await entry.press('Enter');
    await entry.fill('4224265.83 456173.24');
    await entry.press('Enter');
    await expect.poll(() => value(page).textContent()).toBe('10.489 km');
    await entry.fill('here');
    await entry.press('Enter');
    await expect
      .poll(() => page.locator('plan-measure #entry-say').textContent())
      .toContain('“here” cannot be read');
    expect(await findViolations(opened.page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});

describe('measuring with a finger', () => {
  it('puts points down by tapping', async () => {
    const opened = await openMeasure({
      width: 390,
      height: 844,
      hasTouch: true,
      colorScheme: 'dark',
      hash: 'camera=113.4,38.1,9',
    });
    const { page } = opened;
    await page.locator('plan-measure [data-control=snap]').uncheck();
    const map = (await page.locator('plan-map').boundingBox())!;
    for (const share of [0.3, 0.7]) {
      await page.touchscreen.tap(map.x + map.width * share, map.y + 60 + 60 * share);
    }
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await value(page).textContent()).toMatch(/公里$/);
    expect(await findViolations(opened.page)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});
