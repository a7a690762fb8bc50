import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { countContexts } from './contexts.ts';

let browser: Browser;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openBench(browser, { prepare: countContexts });
  ({ page } = opened);
  page.setDefaultTimeout(120_000);
});
afterEach(() => page.evaluate(() => document.body.replaceChildren()));
afterAll(async () => {
  await browser.close();
  opened.assertClean();
});

/** Points at a place, again and again, until something is lit: what it was. */
async function pointUntil(at: { readonly x: number; readonly y: number }): Promise<string | null> {
  const hovered = page.evaluate(() =>
    bench.next(document.querySelector('plan-atlas')!, 'plan-hover'),
  );
  const hover = { isOver: false };
  void hovered.finally(() => {
    hover.isOver = true;
  });
  for (let move = 0; !hover.isOver; move += 1) {
    await page.mouse.move(at.x, at.y + (move % 2) / 2);
    await page.waitForTimeout(50);
  }
  return (await hovered).featureId;
}

it('fault 59: moved as a framework moves it, the atlas keeps its map and builds nothing anew', async () => {
  const seen = await page.evaluate(async () => {
    const [left, right] = [document.createElement('div'), document.createElement('div')];
    document.body.append(left, right);
    const atlas = bench.create({ src: '/bundle/yuxian.json' });
    left.append(atlas);
    await atlas.viewOnReady();
    const map = bench.part(atlas, 'plan-map');
    const canvas = (): Element | null => map.shadowRoot!.querySelector('canvas');
    const before = canvas();
    const made = contextCount.made();
    // Another parent; taken out and put back within one task; an order that changes, as keyed lists do.
    right.append(atlas);
    await bench.frames(2);
    atlas.remove();
    right.prepend(atlas);
    await bench.frames(2);
    right.append(atlas);
    right.insertBefore(document.createElement('p'), atlas);
    document.body.append(left, right);
    await bench.frames(2);
    await bench.settle(atlas, () => atlas.select({ feature: 'airport' }));
    return {
      isSame: canvas() === before,
      made: contextCount.made() - made,
      isSelected: map.inspection!.lookOf('airport')!.isSelected,
    };
  });
  expect(seen).toEqual({ isSame: true, made: 0, isSelected: true });
});

it('fault 60: hidden or squeezed to nothing, the map has the right size when it is shown again', async () => {
  const seen = await page.evaluate(async () => {
    const box = document.createElement('div');
    document.body.append(box);
    const atlas = bench.create({ src: '/bundle/yuxian.json', controls: 'zoom' });
    box.append(atlas);
    await atlas.viewOnReady();
    // Not the whole county, which is fitted anew whenever the size changes.
    await bench.settle(atlas, () => {
      atlas.camera = { center: [113.41, 38.1], zoom: 10, bearing: 0, pitch: 0 };
    });
    const map = bench.part(atlas, 'plan-map');
    const sizes: number[][] = [];
    const measure = async (): Promise<void> => {
      const canvas = map.shadowRoot!.querySelector('canvas')!;
      while (canvas.width !== map.clientWidth || canvas.height !== map.clientHeight) {
        await bench.frames(1);
      }
      const { center, zoom } = atlas.camera!;
      sizes.push([map.clientWidth, map.clientHeight, ...center, zoom]);
    };
    for (const [hide, show] of [
      [() => box.style.setProperty('display', 'none'), () => box.style.removeProperty('display')],
      [
        () => atlas.style.setProperty('width', '0'),
        () => atlas.style.setProperty('width', '700px'),
      ],
    ] as const) {
      hide();
      await bench.frames(4);
      atlas.style.setProperty('height', '420px');
      show();
      await measure();
    }
    return sizes;
  });
  expect(seen[0]!.slice(0, 2)).toEqual([1000, 420]);
  expect(seen[1]!.slice(0, 2)).toEqual([700, 420]);
  for (const [, , lng, lat, zoom] of seen) {
    expect(lng).toBeCloseTo(113.41, 4);
    expect(lat).toBeCloseTo(38.1, 4);
    expect(zoom).toBeCloseTo(10, 4);
  }
});

for (const [name, transform] of [
  ['smaller', 'scale(0.6)'],
  ['larger', 'scale(1.25, 1.1)'],
] as const) {
  it(`fault 62: shown ${name} by a transform, what is pointed at and clicked is what is seen there`, async () => {
    await page.evaluate(async (css) => {
      const box = document.createElement('div');
      box.style.setProperty('transform', css);
      box.style.setProperty('transform-origin', '20px 30px');
      document.body.append(box);
      const atlas = bench.create({ src: '/bundle/yuxian.json', controls: 'text zoom' });
      box.append(atlas);
      await atlas.viewOnReady();
    }, transform);
    for (const id of ['cangshan', 'dongliang']) {
      const at = await page.evaluate(async (feature) => {
        const atlas = document.querySelector('plan-atlas')!;
        // In the middle, where no panel lies.
        await bench.settle(atlas, () => atlas.select({ feature }));
        await bench.settle(atlas, () => atlas.select());
        return bench.part(atlas, 'plan-map').getAnchor(feature)!;
      }, id);
      expect(await pointUntil(at)).toBe(id);
      await page.mouse.click(at.x, at.y);
      await page.waitForFunction(
        (feature) => document.querySelector('plan-atlas')!.feature === feature,
        id,
      );
      // The line from the words ends there, too.
      const end = await page.waitForFunction(() => {
        const dot = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('.leader .end');
        const box = dot?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      });
      const { x, y } = (await end.jsonValue())!;
      expect(x).toBeCloseTo(at.x, 0);
      expect(y).toBeCloseTo(at.y, 0);
      await page.mouse.move(0, 0);
    }
  });
}

it('fault 62: a red-line drawn on a map that a transform shows smaller lies where it was drawn', async () => {
  const at = await page.evaluate(async () => {
    const box = document.createElement('div');
    box.style.setProperty('transform', 'scale(0.7)');
    box.style.setProperty('transform-origin', '0 0');
    document.body.append(box);
    const atlas = bench.create({ src: '/bundle/yuxian.json' });
    atlas.style.setProperty('width', '1400px');
    atlas.style.setProperty('height', '900px');
    box.append(atlas);
    await atlas.viewOnReady();
    await bench.settle(atlas, () =>
      atlas.setViewState({
        camera: { center: [113.4, 38.1], zoom: 10, bearing: 0, pitch: 0 },
        tool: { name: 'marks', target: null },
      }),
    );
    return bench.part(atlas, 'plan-map').projectToWindow([113.45, 38.13])!;
  });
  const tool = page.locator('plan-marks');
  await tool.locator('input[name=tool][value=point]').check();
  await tool.locator('[data-control=snap]').uncheck();
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
  await tool.locator('li[data-mark]').waitFor();
  const [lng, lat] = await page.evaluate(() => {
    const atlas = document.querySelector('plan-atlas')!;
    const { marks } = atlas.shadowRoot!.querySelector('plan-marks')!.session!.marks.getState();
    return marks[0]!.geometry.coordinates as [number, number];
  });
  // A pixel is 0.0010° here.
  expect(Math.abs(lng - 113.45)).toBeLessThan(0.002);
  expect(Math.abs(lat - 38.13)).toBeLessThan(0.002);
});
