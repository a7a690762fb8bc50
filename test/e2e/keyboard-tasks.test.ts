/**
 * Twelve tasks of a planner by keyboard alone, in the built app: each ends in what was wanted, with the focus in sight
 * at every key, and whatever was opened gives the focus back when it closes.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { Keys } from './keys.ts';
import { openAtlas } from './open-atlas.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser: Browser;
let opened: OpenedPage;
let page: Page;
let keys: Keys;
let visits = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openAtlas(browser, {
    hash: 'v=1',
    context: CLIPBOARD,
    // The preview of a frame, under a policy that allows none.
    expected: [/frame-src/],
  });
  ({ page } = opened);
  keys = new Keys(page);
});
afterAll(async () => {
  opened.assertClean();
  await browser.close();
});

/** Arrives at the page anew: nothing is selected and nothing has the focus. */
beforeEach(async () => {
  visits += 1;
  if (visits > 1) {
    await page.goto(`${inject('origin')}/?visit=${visits}#v=1`);
    await page.evaluate(() => planProbe.host().viewOnReady());
  }
});

const view = () => page.evaluate(() => planProbe.view());
const part = (tag: string, inside = '') => page.locator(`plan-atlas ${tag} ${inside}`);
/** The address as it says the view, without `#`. */
const address = () => page.evaluate(() => decodeURIComponent(location.hash));
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

const focused = async () => (await keys.look()).where;

/** F6 until a pane has the focus. */
async function goTo(pane: string, key: 'F6' | 'Shift+F6' = 'F6'): Promise<void> {
  // What opened the tool may have gone with its menu: then the focus is in the tool already.
  if (pane === 'h2' && (await focused()).endsWith('› h2')) return;
  for (let step = 0; step < 8; step += 1) {
    // The first press fetches the code that answers it.
    const before = await focused();
    await page.keyboard.press(key);
    await expect.poll(focused, WAIT).not.toBe(before);
    if ((await keys.seen(key)).where.includes(pane)) return;
  }
  throw new Error(`${key} never came to ${pane}`);
}

/** Escape undoes the last thing first, then closes the tool; says where the focus went. */
async function close(tool: string): Promise<string> {
  for (let step = 0; step < 3; step += 1) {
    const { where } = await keys.press('Escape');
    if ((await view()).tool === null) {
      await page.locator('plan-atlas .drawer').waitFor({ state: 'detached' });
      return (await keys.seen(`closing ${where}`)).where;
    }
  }
  throw new Error(`Escape does not close ${tool}.`);
}

describe('by keyboard alone', { timeout: 90_000 }, () => {
  it('a place is found by its name, and the clause that speaks of it is opened', async () => {
    await keys.press('/');
    await page.keyboard.type('藏山');
    await part('plan-search', '[role=option]').first().waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(async () => (await view()).feature, WAIT).toBe('cangshan');
    await goTo('plan-card');
    await keys.to('.quote[data-para]');
    const clause = await page.evaluate(
      () => (planProbe.focused() as HTMLElement).dataset['para'] ?? '',
    );
    await keys.press('Enter');
    await expect.poll(async () => (await view()).clause, WAIT).toBe(clause);
    await expect.poll(address, WAIT).toContain(`clause=${clause}`);
    expect(await part('plan-text', `[data-para=${clause}] a[data-lit=selected]`).count()).not.toBe(
      0,
    );
  });

  it('a phrase of the text leads to the map and to its card, and through its features', async () => {
    await goTo('plan-text');
    await keys.to('a.phrase[data-phrase]');
    for (let step = 0; step < 60; step += 1) {
      if ((await page.evaluate(() => planProbe.focused()!.textContent)) === '四纵四横') break;
      await keys.press('Tab');
    }
    await keys.press('Enter');
    await expect.poll(async () => (await view()).clause, WAIT).toBe('positioning-livable-city');
    await part('plan-card', 'h2').filter({ hasText: '四纵四横' }).waitFor();
    await goTo('plan-card');
    await keys.to('button.feature');
    const first = await page.evaluate(
      () => (planProbe.focused() as HTMLElement).dataset['feature']!,
    );
    await keys.press('Enter');
    await expect.poll(async () => (await view()).feature, WAIT).toBe(first);
    await expect
      .poll(
        () =>
          page.evaluate(
            (id) => planProbe.part('plan-map').inspection?.lookOf(id)?.isSelected,
            first,
          ),
        WAIT,
      )
      .toBe(true);
    await keys.seen('choosing a feature of the phrase');
    await keys.to('[data-step="1"]');
    await keys.press('Enter');
    await part('plan-card', '.steps .number').filter({ hasText: '2 /' }).waitFor();
    expect(await part('plan-card', '[role=status]').textContent()).toContain('原文第 2 处');
    await keys.press('Escape');
    await expect.poll(async () => (await view()).feature, WAIT).toBeNull();
  });

  it('a feature of the list leads to the text', async () => {
    await goTo('[layers]');
    await keys.press('ArrowRight');
    await keys.to('input[type=search]');
    await page.keyboard.type('天黎');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(async () => (await view()).feature, WAIT).not.toBeNull();
    const { feature } = await view();
    await expect.poll(address, WAIT).toContain(`feature=${feature}`);
    await goTo('plan-text');
    const lit = part('plan-text', 'a.phrase[data-lit=selected]').first();
    expect(await lit.isVisible()).toBe(true);
    await goTo('[list]', 'Shift+F6');
    // The list keeps its place and its selection.
    await keys.to('.row');
    expect((await keys.look()).where).toContain(`[${feature}]`);
    await keys.press('Escape');
    await expect.poll(async () => (await view()).feature, WAIT).toBeNull();
  });

  it('a theme is switched off in the layers, and on again', async () => {
    await goTo('[layers]');
    await keys.to('[data-theme-switch=tourism]');
    await keys.press('Space');
    await expect.poll(address, WAIT).toContain('layers=');
    expect((await view()).layers).toEqual(expect.arrayContaining(['roads', 'parks']));
    expect((await view()).layers).not.toEqual(expect.arrayContaining(['sights']));
    await keys.press('Space');
    await expect.poll(async () => (await view()).layers, WAIT).toContain('sights');
    await expect.poll(address, WAIT).not.toContain('layers=');
  });

  it('stages and a year are chosen for the lens', async () => {
    await goTo('plan-search');
    await keys.to('[data-menu=lens]');
    await keys.press('Enter');
    await keys.to('[data-status=existing]');
    await keys.press('Space');
    await expect.poll(async () => (await view()).lens?.statuses, WAIT).not.toContain('existing');
    await keys.to('[data-control=horizon]');
    await keys.choose((value) => value === '2030');
    await expect.poll(async () => (await view()).lens?.horizon, WAIT).toBe(2030);
    await expect.poll(address, WAIT).toContain('2030');
    expect((await keys.press('Escape')).where).toMatch(/\[lens\]$/);
  });

  it('a row of the statistics leads to the map', async () => {
    await goTo('plan-search');
    await keys.openTool('stats');
    await part('plan-stats', 'tbody button').first().waitFor();
    await goTo('h2');
    await keys.to('tbody th button');
    const before = (await view()).camera;
    await keys.press('Enter');
    await expect.poll(async () => (await view()).camera, WAIT).not.toEqual(before);
    expect(await close('stats')).toMatch(/\[(tools|stats)\]$/);
  });

  it('a line is measured, taken back and brought again, and its places are copied', async () => {
    await goTo('plan-search');
    await keys.openTool('measure');
    await part('plan-measure', '#entry').waitFor();
    await goTo('h2');
    await keys.to('#entry');
    for (const place of ['113.33, 38.13', '113.43, 38.14']) {
      await keys.write(place);
      await keys.press('Enter');
    }
    const value = part('plan-measure', '.value');
    await expect.poll(() => value.textContent(), WAIT).toMatch(/^8\.8\d+ 公里$/);
    expect(await address()).toContain('measure=');
    await keys.to('[data-control=undo]', 'Shift+Tab');
    await keys.press('Enter');
    await expect.poll(() => value.textContent(), WAIT).toBe('—');
    await keys.to('[data-control=redo]');
    await keys.press('Enter');
    await expect.poll(() => value.textContent(), WAIT).toMatch(/^8\.8/);
    await keys.to('input[name=mode]', 'Shift+Tab');
    await keys.choose((mode) => mode === 'point');
    await keys.to('[data-control=copy-all]');
    await keys.press('Enter');
    await expect.poll(clipboard, WAIT).toMatch(/113\.33[\s\S]*113\.43/);
    expect(await close('measure')).toMatch(/\[(tools|measure)\]$/);
  });

  it('two views are compared, and the divider is moved', async () => {
    await goTo('plan-search');
    await keys.openTool('compare');
    await part('plan-compare', '[role=slider]').waitFor();
    await keys.seen('opening the comparison');
    await goTo('plan-compare');
    await keys.to('[data-layout=swipe], [data-layout][aria-pressed=true]');
    await keys.to('[role=slider]');
    const at = async () => (await view()).compare.at;
    const before = await at();
    await keys.press('ArrowRight');
    await expect.poll(at, WAIT).toBeGreaterThan(before);
    await expect.poll(address, WAIT).toContain('compare=');
    expect(await close('compare')).toMatch(/\[(tools|compare)\]$/);
    await part('plan-compare').waitFor({ state: 'detached' });
  });

  it('the talk is begun, turned on, and ended where it was begun', async () => {
    await goTo('plan-search');
    await keys.to('[data-control=present]');
    await keys.press('Enter');
    const heading = part('plan-player', '#slide-title');
    await heading.waitFor();
    const opening = await heading.textContent();
    await keys.press('PageDown');
    await expect.poll(() => heading.textContent(), WAIT).not.toBe(opening);
    await expect.poll(address, WAIT).toContain('present=');
    await keys.to('[data-control=leave]');
    await keys.press('Enter');
    await heading.waitFor({ state: 'detached' });
    expect((await keys.seen('ending the talk')).where).toMatch(/\[present\]$/);
    expect(await address()).not.toContain('present=');
  });

  it('a mark is drawn, taken back and brought again', async () => {
    await goTo('plan-search');
    await keys.openTool('marks');
    await part('plan-marks', '#entry').waitFor();
    await goTo('h2');
    await keys.to('input[name=tool]');
    await keys.choose((tool) => tool === 'point');
    await keys.to('#entry');
    await keys.write('113.41, 38.09');
    await keys.press('Enter');
    const marks = part('plan-marks', 'li[data-mark][data-kind=point]');
    await expect.poll(() => marks.count(), WAIT).toBe(1);
    await keys.to('[data-control=undo]', 'Shift+Tab');
    await keys.press('Enter');
    await expect.poll(() => marks.count(), WAIT).toBe(0);
    await keys.to('[data-control=redo]');
    await keys.press('Enter');
    await expect.poll(() => marks.count(), WAIT).toBe(1);
    expect(await close('marks')).toMatch(/\[(tools|marks)\]$/);
  });

  it('a sheet is made and saved as SVG', async () => {
    await goTo('plan-search');
    await keys.openTool('sheet');
    await part('plan-sheet', '[data-action=svg]').waitFor();
    await goTo('h2');
    await keys.to('plan-sheet select, select');
    await keys.to('[data-action=svg]', 'Shift+Tab');
    const [file] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.svg$/);
    expect(await readFile(await file.path(), 'utf8')).toContain('界线仅供示意');
    await keys.seen('saving the sheet');
    expect(await close('sheet')).toMatch(/\[(tools|sheet)\]$/);
  });

  it('a snippet for another page is copied', async () => {
    await goTo('plan-search');
    await keys.openTool('embed');
    await part('plan-embed', '[data-action=copy-snippet]').waitFor();
    await goTo('h2');
    await keys.to('[role=tab][data-form]');
    await keys.to('[data-form=iframe]', 'ArrowRight');
    await keys.to('[data-action=copy-snippet]');
    await keys.press('Enter');
    await expect.poll(clipboard, WAIT).toContain('<iframe');
    await expect.poll(() => part('plan-embed', '[data-told]').textContent(), WAIT).not.toBe('');
    expect(await close('embed')).toMatch(/\[(tools|embed)\]$/);
  });
});
