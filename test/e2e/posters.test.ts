import { readdirSync, readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cartography } from '../../layers/index.ts';
import { PosterPress, type Poster } from '../../src/cli/poster/draw-poster.ts';
import { posterFile, type PosterSubject } from '../../src/core/embed/poster-address.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { openBench } from './bench.ts';

let browser: Browser;
let press: PosterPress;

beforeAll(async () => {
  browser = await launchBrowser();
  press = new PosterPress((await readShippedBundle()).bundle, cartography);
});
afterAll(() => browser.close());

const WIDTH_PX = 720;
const HEIGHT_PX = 480;
/** Notes and scale bar stand below; the map's are words of the page, set by the browser. */
const MAP_HEIGHT_PX = 420;
const PLACE = { x: 0, y: 0, width: WIDTH_PX, height: MAP_HEIGHT_PX };

/** Two pictures that are the same: everything has come to rest. */
async function photograph(page: Page): Promise<PNG> {
  const take = (): Promise<Buffer> => page.screenshot({ clip: PLACE, animations: 'disabled' });
  let before = await take();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await page.evaluate(() => bench.frames(4));
    const now = await take();
    if (now.equals(before)) return PNG.sync.read(now);
    before = now;
  }
  throw new Error('the picture did not come to rest');
}

/** The live map in the poster's frame, and nothing over it. */
async function photographMap(
  page: Page,
  subject: PosterSubject,
  flavour: string,
  { viewport: { center, zoom } }: Poster,
): Promise<PNG> {
  const shown = {
    flavour,
    feature: subject.kind === 'feature' ? subject.id : null,
    camera: { center: [center[0], center[1]] as const, zoom, bearing: 0, pitch: 0 },
  };
  await page.evaluate(async ({ camera, feature, flavour: tone }) => {
    document.body.style.setProperty('margin', '0');
    document.body.replaceChildren();
    const atlas = await bench.mount({
      flavour: tone,
      controls: 'none',
      ...(feature === null ? {} : { feature }),
    });
    atlas.style.setProperty('width', '720px');
    atlas.style.setProperty('height', '480px');
    await bench.frames(3);
    await bench.settle(atlas, () => atlas.setViewState({ camera }));
  }, shown);
  return photograph(page);
}

async function photographPoster(page: Page, file: string): Promise<PNG> {
  await page.evaluate(async (address) => {
    document.body.style.setProperty('margin', '0');
    const image = document.createElement('img');
    image.src = address;
    document.body.replaceChildren(image);
    await image.decode();
    await bench.frames(2);
  }, file);
  return photograph(page);
}

/** Share of the pixels that differ, edges smoothed otherwise aside. */
function differingShare(one: PNG, other: PNG): number {
  const { width, height } = one;
  const count = pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.1 });
  return count / (width * height);
}

type Rgb = readonly [number, number, number];
const toRgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

function isNear({ data, width }: PNG, x: number, y: number, colour: Rgb, reach: number): boolean {
  const at = (y * width + x) * 4;
  return colour.every((part, index) => Math.abs(data[at + index]! - part) <= reach);
}

/** Of the pixels of a colour, the share that has about the same one in the other picture, at most a pixel aside. */
function traceShare(one: PNG, other: PNG, colour: Rgb): number {
  let [count, found] = [0, 0];
  for (let y = 1; y < one.height - 1; y += 1) {
    for (let x = 1; x < one.width - 1; x += 1) {
      if (!isNear(one, x, y, colour, 24)) continue;
      count += 1;
      const isFound = [-1, 0, 1].some((dy) =>
        [-1, 0, 1].some((dx) => isNear(other, x + dx, y + dy, colour, 48)),
      );
      if (isFound) found += 1;
    }
  }
  expect(count).toBeGreaterThan(200);
  return found / count;
}

function shift(picture: PNG, byPx: number): PNG {
  const { width, height } = picture;
  const moved = new PNG({ width, height });
  PNG.bitblt(picture, moved, 0, 0, width - byPx, height - byPx, byPx, byPx);
  return moved;
}

describe('a poster is the map’s own picture', () => {
  it.each<readonly [PosterSubject, 'light' | 'dark']>([
    [{ kind: 'plan' }, 'light'],
    [{ kind: 'plan' }, 'dark'],
    [{ kind: 'feature', id: 'airport' }, 'light'],
  ])('%j in %s', async (subject, flavour) => {
    const poster = press.draw(subject, flavour);
    const file = posterFile(subject, flavour);
    expect(readFileSync(`dist/${file}`, 'utf8')).toBe(poster.svg);
    const opened = await openBench(browser, { width: WIDTH_PX, height: HEIGHT_PX });
    const live = await photographMap(opened.page, subject, flavour, poster);
    const still = await photographPoster(opened.page, `/${file}`);
    // Names find other places here and there where they are many; measured: 1.9–4.5 %.
    expect(differingShare(live, still)).toBeLessThan(0.06);
    const { colours } = cartography.flavours[flavour];
    for (const [name, least] of [
      // Some stretches lie under a name or a shield in one picture alone; measured: 88–99 %.
      ['expressway', 0.85],
      ['land', 0.99],
      ['outside', 0.99],
    ] as const) {
      const colour = toRgb(colours[name]!);
      expect(traceShare(live, still, colour), name).toBeGreaterThan(least);
      expect(traceShare(still, live, colour), name).toBeGreaterThan(least);
    }
    // Had the poster slipped by five pixels, this would tell.
    const slipped = shift(still, 5);
    expect(traceShare(live, slipped, toRgb(colours['expressway']!))).toBeLessThan(0.7);
    opened.assertClean();
    await opened.close();
  });
});

describe('the written files', () => {
  it('all show under the strict policy, at their size', async () => {
    const names = readdirSync('dist/posters').filter((name) => name.endsWith('.svg'));
    expect(names.length).toBeGreaterThan(100);
    const opened = await openPage(browser, {
      url: `${inject('origin')}/pages/host.html`,
      // The browser looks for a picture for the tab of a bare SVG.
      expected: [/favicon\.ico/],
    });
    const sizes = await opened.page.evaluate(
      (files) =>
        Promise.all(
          files.map(async (name) => {
            const image = new Image();
            image.src = `/posters/${name}`;
            await image.decode();
            return `${image.naturalWidth} × ${image.naturalHeight}`;
          }),
        ),
      names,
    );
    expect(new Set(sizes)).toEqual(new Set(['720 × 480']));
    await opened.page.goto(`${inject('origin')}/posters/plan-light.svg`);
    expect(await opened.page.locator('text').count()).toBeGreaterThan(20);
    opened.assertClean();
    await opened.close();
  });

  it('of oEmbed are found from the page', async () => {
    const origin = inject('origin');
    const page = await (await fetch(`${origin}/index.html`)).text();
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page);
    const response = await fetch(new URL(link![1]!, `${origin}/index.html`));
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720, height: 480 });
    const thumbnail = new URL(String(answer['thumbnail_url']), response.url);
    expect((await fetch(thumbnail)).headers.get('content-type')).toContain('image/svg+xml');
  });
});
