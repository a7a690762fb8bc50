import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openAtlas } from './open-atlas.ts';
import { Walk } from './walk.ts';

const WALK_MS = 180_000;
const LIMIT_MS = 300;

let browser: Browser;
let opened: OpenedPage;
let walk: Walk;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openAtlas(browser, { width: 920, height: 480 });
  walk = await Walk.start(opened.page, { hasMap: true });
});

afterAll(() => browser.close());

test('every phrase lights its features by mouse', { timeout: WALK_MS }, async () => {
  await walk.textByMouse();
  expect(walk.takeUnseen()).toEqual([]);
});

test('every phrase lights its features by keyboard', { timeout: WALK_MS }, async () => {
  await walk.textByKeyboard();
  expect(walk.takeUnseen()).toEqual([]);
});

test('every feature lights its phrases by mouse', { timeout: WALK_MS }, async () => {
  await walk.mapByMouse();
  await walk.listByMouse(walk.unplaced());
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
