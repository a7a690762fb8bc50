import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { changePolicy } from '../tools/choose-policy.ts';
import { serveStatic } from '../tools/serve-static.ts';
import { openBench, type OpenBenchOptions } from './bench.ts';
import { countContexts } from './contexts.ts';
import { differingShare } from './same-picture.ts';
import { installWidgets } from './widgets.ts';

const MOST_LIVE = 8;
/** Names keep to the side where they stood, and a map that has woken has no memory of it; another map differs by a half. */
const SAME = 0.08;
/** Software graphics draw a map in a second, and in many when the machine is busy. */
const PATIENCE_MS = 400_000;

/** The tags of a second copy are taken, so that its atlas comes under a name of its own. */
const OTHER_ATLAS = `
import { PlanAtlas } from './lib-two/plan-atlas.js';
customElements.define('other-atlas', class extends PlanAtlas {});
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openWidgets(options: OpenBenchOptions = {}): Promise<OpenedPage> {
  const opened = await openBench(browser, {
    ...options,
    prepare: async (page) => {
      await countContexts(page);
      await page.addInitScript(installWidgets);
    },
  });
  opened.page.setDefaultTimeout(PATIENCE_MS);
  return opened;
}

/** Waits until every widget in sight shows its map or a true picture of it. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => widgets.inSight().every(widgets.isShown), null, {
    polling: 100,
  });
}

/** Waits until a widget's map runs and has painted. */
async function awake(page: Page, index: number): Promise<void> {
  await page.waitForFunction((at) => widgets.isAwake(widgets.all()[at]!), index, { polling: 100 });
}

async function photograph(page: Page, index: number): Promise<Buffer> {
  return page.locator('plan-atlas').nth(index).screenshot({ animations: 'disabled' });
}

/** Share of the pixels that have not the most frequent colour, 0–1: next to nothing on a blank map. */
function drawnShare(picture: Buffer): number {
  const { data, width, height } = PNG.sync.read(picture);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUInt32BE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return 1 - Math.max(...counts.values()) / (width * height);
}

/** Everything that the window shows while `act` goes on, cut to one widget. */
async function film(page: Page, index: number, act: () => Promise<void>): Promise<Buffer[]> {
  const box = (await page.locator('plan-atlas').nth(index).boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    const frame = PNG.sync.read(Buffer.from(data, 'base64'));
    const cut = new PNG({ width: Math.floor(box.width), height: Math.floor(box.height) });
    PNG.bitblt(frame, cut, Math.ceil(box.x), Math.ceil(box.y), cut.width, cut.height, 0, 0);
    frames.push(PNG.sync.write(cut));
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await session.send('Page.stopScreencast');
  await session.detach();
  return frames;
}

it(
  'fault 66: of 24 maps on a page none is blank, at most 8 run, and each wakes when clicked',
  async () => {
    const opened = await openWidgets();
    const { page } = opened;
    await page.evaluate(() => widgets.add({ count: 24, columns: 2, heightPx: 150, gapPx: 250 }));
    const seen = new Map<number, Buffer>();
    const stops = await page.evaluate(() => document.documentElement.scrollHeight / 600);
    for (let stop = 0; stop < stops; stop += 1) {
      await page.evaluate((at) => scrollTo(0, at * 600), stop);
      await settle(page);
      for (const index of await page.evaluate(() => widgets.inWhole())) {
        const picture = await photograph(page, index);
        expect(drawnShare(picture), `widget ${index}`).toBeGreaterThan(0.3);
        seen.set(index, picture);
      }
    }
    expect([...seen.keys()].toSorted((a, b) => a - b)).toEqual([...Array(24).keys()]);
    expect(await page.evaluate(() => contextCount.live())).toBe(MOST_LIVE);
    // Back up in leaps, without waiting for any map: what is seen is what was seen.
    for (const index of [13, 0]) {
      await page.evaluate((at) => widgets.all()[at]!.scrollIntoView({ block: 'center' }), index);
      expect(await page.evaluate((at) => widgets.isLive(widgets.all()[at]!), index)).toBe(false);
      const picture = await photograph(page, index);
      expect(differingShare(picture, seen.get(index)!), `widget ${index}`).toBeLessThan(SAME);
      await page.locator('plan-atlas').nth(index).click();
      await awake(page, index);
      await page.mouse.move(0, 0);
      expect(
        differingShare(await photograph(page, index), seen.get(index)!),
        `widget ${index}, awake`,
      ).toBeLessThan(SAME);
    }
    expect(await page.evaluate(() => contextCount.most())).toBe(MOST_LIVE);
    opened.assertClean();
    await opened.close();
  },
  PATIENCE_MS,
);

it(
  'of 12 maps that are all in sight each gets its picture, rests, and wakes when it is wanted',
  async () => {
    const opened = await openWidgets();
    const { page } = opened;
    await page.evaluate(() => widgets.add({ count: 12, columns: 4, heightPx: 200, gapPx: 12 }));
    await settle(page);
    await Promise.all([
      page.evaluate(() => Promise.all(widgets.all().map((atlas) => atlas.viewOnReady()))),
      page.waitForFunction(() => contextCount.live() === 8),
    ]);
    const made = await page.evaluate(() => contextCount.made());
    for (let index = 0; index < 12; index += 1) {
      expect(drawnShare(await photograph(page, index)), `widget ${index}`).toBeGreaterThan(0.3);
    }
    // Nobody takes turns any more.
    await page.evaluate(() => bench.frames(60));
    expect(await page.evaluate(() => contextCount.made())).toBe(made);
    const [first, second, third, fourth] = await page.evaluate(() => widgets.asleep());
    expect(fourth).toBeDefined();

    // Whoever has the keyboard keeps the map, though it was used longest ago of all.
    const held = await page.evaluate(() => {
      const index = widgets.all().findIndex(widgets.isLive);
      const map = bench.part(widgets.all()[index]!, 'plan-map');
      map.shadowRoot!.querySelector('canvas')!.focus();
      return index;
    });

    // Pointing at it wakes it, and no frame in between is blank.
    const still = await photograph(page, first!);
    const frames = await film(page, first!, async () => {
      await page
        .locator('plan-atlas')
        .nth(first!)
        .hover({ position: { x: 4, y: 4 } });
      await awake(page, first!);
      await page.evaluate(() => bench.frames(5));
    });
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) expect(drawnShare(frame)).toBeGreaterThan(0.3);
    expect(differingShare(await photograph(page, first!), still)).toBeLessThan(SAME);

    // A tool still knows where features stand; a click on one selects it.
    const spot = await page.evaluate((index) => {
      const map = bench.part(widgets.all()[index]!, 'plan-map');
      // Which widget sleeps is the machine's affair, and each looks elsewhere.
      const { features } = widgets.all()[index]!.bundle!.features;
      const seen = features.find(({ properties }) => map.getAnchor(properties.id));
      return seen ? { id: seen.properties.id, ...map.getAnchor(seen.properties.id)! } : null;
    }, second!);
    expect(spot).not.toBeNull();
    await page.evaluate((index) => widgets.all()[index]!.select(), second!);
    await awake(page, second!);
    const where = await page.evaluate(
      ([index, id]) => bench.part(widgets.all()[index]!, 'plan-map').getAnchor(id),
      [second!, spot!.id] as const,
    );
    expect(where!.x).toBeCloseTo(spot!.x, 0);
    expect(where!.y).toBeCloseTo(spot!.y, 0);

    // What is asked of one that sleeps is what it wakes with.
    const state = await page.evaluate(async (index) => {
      const atlas = widgets.all()[index]!;
      const before = JSON.stringify(atlas.camera);
      await bench.settle(atlas, () => {
        atlas.lang = 'en';
        atlas.select({ feature: 'xiushui' });
      });
      const map = bench.part(atlas, 'plan-map');
      return {
        look: map.inspection!.lookOf('xiushui'),
        label: map.shadowRoot!.querySelector('canvas')!.ariaLabel,
        hasMoved: JSON.stringify(atlas.camera) !== before,
      };
    }, third!);
    expect(state.look).toMatchObject({ isSelected: true });
    expect(state.label).toBe('Map');
    expect(state.hasMoved).toBe(true);

    // A picture for a report is taken of the map itself.
    const size = await page.evaluate(async (index) => {
      const map = bench.part(widgets.all()[index]!, 'plan-map');
      const picture = await createImageBitmap(await map.capture());
      return [picture.width, picture.height, map.clientWidth, map.clientHeight];
    }, fourth!);
    expect(size.slice(0, 2)).toEqual(size.slice(2));

    expect(await page.evaluate((index) => widgets.isLive(widgets.all()[index]!), held)).toBe(true);

    // A click on a picture is a click on what it shows.
    const target = await page.evaluate(() => {
      const index = widgets.asleep()[0]!;
      const atlas = widgets.all()[index]!;
      const map = bench.part(atlas, 'plan-map');
      const points = atlas.bundle!.features.features.filter(
        ({ geometry, properties }) =>
          geometry?.type === 'Point' &&
          properties.id !== atlas.feature &&
          map.getAnchor(properties.id),
      );
      const { x, y } = map.getAnchor(points[0]!.properties.id)!;
      return { index, x, y, before: atlas.feature };
    });
    await page.mouse.click(target.x, target.y);
    await page.waitForFunction(
      ({ index, before }) => ![before, null].includes(widgets.all()[index]!.feature),
      target,
      { polling: 100 },
    );

    expect(await page.evaluate(() => contextCount.most())).toBe(MOST_LIVE);
    opened.assertClean();
    await opened.close();
  },
  PATIENCE_MS,
);

it(
  'two copies of the library in one page share its graphics',
  async () => {
    const server = await serveStatic({
      root: 'dist',
      mounts: { '/lib/': 'dist-lib', '/lib-two/': 'dist-lib', '/pages/': 'test/e2e/pages' },
      // Each copy has a lit of its own, and lit's policy has one name.
      policy: () => changePolicy({ 'trusted-types': "+ 'allow-duplicates'" }),
      intercept: ({ url }, response) => {
        if (url !== '/other-atlas.js') return false;
        response.setHeader('Content-Type', 'text/javascript');
        response.end(OTHER_ATLAS);
        return true;
      },
    });
    const opened = await openWidgets({ url: server.origin });
    const { page } = opened;
    await page.evaluate(async () => {
      await importModule('/other-atlas.js');
      widgets.add({ count: 6, columns: 4, heightPx: 150, gapPx: 12 });
      widgets.add({ count: 6, columns: 4, heightPx: 150, gapPx: 12, tag: 'other-atlas' });
    });
    await page.evaluate(() => Promise.all(widgets.all().map((atlas) => atlas.viewOnReady())));
    await settle(page);
    // It gives out the classes that the page has, so that its own map is never fetched.
    expect(opened.requests.some((url) => /lib-two\/plan-atlas/.test(url))).toBe(true);
    expect(opened.requests.filter((url) => /lib-two\/assets\/map-module/.test(url))).toEqual([]);
    expect(await page.evaluate(() => widgets.all().length)).toBe(12);
    expect(await page.evaluate(() => contextCount.most())).toBe(MOST_LIVE);
    opened.assertClean();
    await opened.close();
    await server.close();
  },
  PATIENCE_MS,
);
