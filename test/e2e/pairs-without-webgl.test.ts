import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { mapMessages } from '../../src/elements/messages/map-messages.ts';
import { openAtlas } from './open-atlas.ts';
import { Walk } from './walk.ts';

const WALK_MS = 120_000;
const LIMIT_MS = 300;

let browser: Browser;
let opened: OpenedPage;
let walk: Walk;

beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
  opened = await openAtlas(browser);
  walk = await Walk.start(opened.page, { hasMap: false });
});

afterAll(() => browser.close());

test('fault 63: the map says why it is not drawn, and the host learns of it', async () => {
  const { page } = opened;
  const told = await page.evaluate(async () => {
    const atlas = document.createElement('plan-atlas');
    const ready = new Promise<string>((resolve) =>
      atlas.addEventListener('plan-ready', ({ detail }) => resolve(detail.map), { once: true }),
    );
    atlas.bundle = planProbe.host().bundle;
    document.body.append(atlas);
    const map = await ready;
    await atlas.viewOnReady();
    atlas.remove();
    return {
      map,
      text: planProbe.part('plan-map').shadowRoot!.querySelector('.message')!.textContent,
    };
  });
  const { noWebgl, noWebglWhat } = mapMessages['zh-Hans'].map;
  expect(told.map).toBe('text-only');
  expect(told.text).toContain(noWebgl);
  expect(told.text).toContain(noWebglWhat);
  expect(opened.requests.filter((address) => /map-module|worker/.test(address))).toEqual([]);
});

test('every phrase lights its features by mouse', { timeout: WALK_MS }, async () => {
  await walk.textByMouse();
  expect(walk.takeUnseen()).toEqual([]);
});

test('fault 63: every phrase lights its features by keyboard', { timeout: WALK_MS }, async () => {
  await walk.textByKeyboard();
  expect(walk.takeUnseen()).toEqual([]);
});

test('every feature lights its phrases by mouse', { timeout: WALK_MS }, async () => {
  const all = walk.bundle.features.features.map(({ properties }) => properties.id);
  await walk.listByMouse(new Set(all));
  expect(walk.takeUnseen()).toEqual([]);
});

test('every feature lights its phrases by keyboard', { timeout: WALK_MS }, async () => {
  await walk.listByKeyboard();
  expect(walk.takeUnseen()).toEqual([]);
});

test('no light comes later than 300 ms', { timeout: WALK_MS }, async () => {
  console.log(walk.report());
  for (let round = 1; round <= 3 && walk.laterThan(LIMIT_MS).length > 0; round += 1) {
    await walk.measureAgain(walk.laterThan(LIMIT_MS));
    console.log(`Measured again (${round}): ${walk.report()}`);
  }
  expect(walk.laterThan(LIMIT_MS)).toEqual([]);
});

test('nothing went wrong in the page', () => {
  opened.assertClean();
});
