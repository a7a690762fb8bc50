import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openBench } from './bench.ts';

let browser: Browser;
let unlit: Browser;
let opened: OpenedPage;
let openedPlain: OpenedPage;
let page: Page;
/** Without WebGL. */
let plain: Page;

beforeAll(async () => {
  [browser, unlit] = await Promise.all([launchBrowser(), launchBrowser({ webgl: false })]);
  [opened, openedPlain] = await Promise.all([
    openBench(browser, { expected: [/no-such-poster/, /404/] }),
    openBench(unlit),
  ]);
  ({ page } = opened);
  ({ page: plain } = openedPlain);
  page.setDefaultTimeout(60_000);
});
afterEach(async () => {
  for (const each of [page, plain]) await each.evaluate(() => document.body.replaceChildren());
});
afterAll(async () => {
  await Promise.all([browser.close(), unlit.close()]);
  opened.assertClean();
  openedPlain.assertClean();
});

it('a poster stands in the map’s place from the first frame until the map has painted', async () => {
  const seen = await page.evaluate(async () => {
    const atlas = bench.create({ src: '/bundle/yuxian.json', poster: '/icon.svg' });
    const map = { isReady: false };
    void atlas.viewOnReady().then(() => {
      map.isReady = true;
    });
    document.body.append(atlas);
    const find = (): HTMLImageElement | null => {
      const part = bench.part(atlas, 'plan-map');
      const root = part?.shadowRoot ?? part;
      return root?.querySelector<HTMLImageElement>('img.poster') ?? null;
    };
    await bench.frames(2);
    let frames = 0;
    let withPoster = 0;
    const alts = new Set<string>();
    while (!map.isReady) {
      const poster = find();
      const box = poster?.getBoundingClientRect();
      frames += 1;
      if (box && box.width > 300 && box.height > 300) withPoster += 1;
      if (poster?.alt) alts.add(poster.alt);
      await bench.frames(1);
    }
    await bench.frames(2);
    return { frames, withPoster, alts: [...alts], isLeft: find() !== null };
  });
  expect(seen.frames).toBeGreaterThan(0);
  // The frame in which the map has painted may already be without it.
  expect(seen.withPoster).toBeGreaterThanOrEqual(seen.frames - 1);
  expect(seen.alts.join()).toContain('盂县');
  expect(seen.isLeft).toBe(false);
});

it('without WebGL it stays, with the sentence that says why', async () => {
  const seen = await plain.evaluate(async () => {
    const atlas = await bench.mount({ poster: '/icon.svg', lang: 'en' });
    const root = bench.part(atlas, 'plan-map').shadowRoot!;
    return {
      isShown: root.querySelector('img.poster')!.checkVisibility(),
      outline: root.querySelector('.shape'),
      words: root.querySelector('.message')!.textContent,
    };
  });
  expect(seen).toMatchObject({ isShown: true, outline: null });
  expect(seen.words).toContain('no WebGL2');
});

it('an address that is none of a picture is refused and named, and the outline is shown', async () => {
  const seen = await plain.evaluate(async () => {
    const atlas = await bench.mount({ poster: 'javascript:alert(1)' });
    const root = bench.part(atlas, 'plan-map').shadowRoot!;
    const read = (): readonly [boolean, boolean, string] => [
      root.querySelector('img.poster') !== null,
      root.querySelector('.shape') !== null,
      atlas.shadowRoot!.querySelector('.notices')?.textContent ?? '',
    ];
    const refused = read();
    atlas.poster = '/icon.svg';
    await bench.frames(2);
    const taken = read();
    atlas.poster = null;
    await bench.frames(2);
    return { refused, taken, none: read() };
  });
  expect(seen.refused.slice(0, 2)).toEqual([false, true]);
  expect(seen.refused[2]).toContain('javascript:alert(1)');
  expect(seen.taken).toEqual([true, false, '']);
  expect(seen.none).toEqual([false, true, '']);
});

it('one that does not load leaves its place to the outline', async () => {
  const has = await page.evaluate(async () => {
    const atlas = bench.create({ src: '/bundle/yuxian.json', poster: '/no-such-poster.svg' });
    document.body.append(atlas);
    const root = (): ShadowRoot | null => bench.part(atlas, 'plan-map')?.shadowRoot ?? null;
    while (!root()?.querySelector('.shape, canvas')) await bench.frames(1);
    const seen = root()!.querySelector('img.poster') !== null;
    await atlas.viewOnReady();
    return seen;
  });
  expect(has).toBe(false);
});
