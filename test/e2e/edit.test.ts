/** The plan is written in the atlas (编制): edited, proved, kept over reloads, and taken out as a bundle that opens. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { assembleFiles, readBundleZip } from '../../src/io/bundle-zip.ts';
import { launchBrowser } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const OPEN = { width: 1440, height: 900, hash: 'v=1&tool=edit' };
const edit = (page: Page) => page.locator('plan-atlas plan-edit');
const saved = (page: Page) => edit(page).locator('[data-saving=saved]').waitFor();
const nameOf = (page: Page, id: string): Promise<string | undefined> =>
  page.evaluate(
    (feature) =>
      document
        .querySelector('plan-atlas')!
        .bundle!.features.features.find(({ properties }) => properties.id === feature)?.properties
        .name,
    id,
  );

async function download(page: Page, control: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    edit(page).locator(`[data-control=${control}]`).click(),
  ]);
  return readFile(await file.path());
}

it('a renamed feature is renamed in map, text and list, kept over a reload, and undone after it', async () => {
  const opened = await openAtlas(browser, { ...OPEN, hash: 'v=1&tool=edit&feature=airport' });
  const { page } = opened;
  const name = edit(page).locator('input[name=name]');
  await name.fill('盂县通用机场');
  await name.press('Enter');
  await name.blur();
  await saved(page);
  expect(await nameOf(page, 'airport')).toBe('盂县通用机场');
  expect(await page.locator('plan-atlas plan-card h2').innerText()).toContain('盂县通用机场');

  await page.reload();
  await page.evaluate(() => planProbe.host().viewOnReady());
  await edit(page).locator('[data-control=undo][aria-disabled=false]').waitFor();
  expect(await nameOf(page, 'airport')).toBe('盂县通用机场');
  await edit(page).locator('[data-control=undo]').click();
  await page.waitForFunction(() =>
    document
      .querySelector('plan-atlas')!
      .bundle!.features.features.some(({ properties }) => properties.name.includes('选址')),
  );
  await saved(page);
  opened.assertClean();
  await opened.close();
});

it('words that are marked in the text are cited, and what does not occur is refused', async () => {
  const opened = await openAtlas(browser, { ...OPEN, hash: 'v=1&tool=edit&feature=airport' });
  const { page } = opened;
  await edit(page).locator('[data-control=cite-selected]').waitFor();
  const marked = await page.evaluate(() => {
    const text = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-text')!;
    const clause = text.shadowRoot!.querySelector('[data-para=positioning-emerging], .clause')!;
    const walker = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode() as Text | null;
    while (node && node.data.trim().length < 8) node = walker.nextNode() as Text | null;
    const start = node!.data.search(/\S/);
    getSelection()!.setBaseAndExtent(node!, start, node!, start + 6);
    return node!.data.slice(start, start + 6);
  });
  await edit(page).locator('[data-control=cite-selected]').click();
  await page.waitForFunction(
    (quote) =>
      document
        .querySelector('plan-atlas')!
        .bundle!.features.features.find(({ properties }) => properties.id === 'airport')!
        .properties.planRefs.some((ref) => ref.quote === quote),
    marked,
  );
  await edit(page).locator('input[name=quote]').fill('规划里没有这句话');
  await edit(page).locator('[data-control=add-cite]').click();
  expect(await edit(page).locator('[role=alert]').innerText()).toContain('规划里没有这句话');
  opened.assertClean();
  await opened.close();
});

it('coordinates that are typed and points that are put down by key become the geometry', async () => {
  const opened = await openAtlas(browser, { ...OPEN, hash: 'v=1&tool=edit&feature=airport' });
  const { page } = opened;
  const box = edit(page).locator('textarea[name=coordinates]');
  await box.fill('448414.7, 4217207.1');
  await edit(page).locator('[data-control=apply-geometry]').click();
  const place = await page.evaluate(
    () =>
      document
        .querySelector('plan-atlas')!
        .bundle!.features.features.find(({ properties }) => properties.id === 'airport')!.geometry,
  );
  expect(place).toMatchObject({ type: 'Point' });
  expect((place as { coordinates: number[] }).coordinates[0]).toBeCloseTo(113.412, 5);
  await box.fill('113.4, 九十');
  await edit(page).locator('[data-control=apply-geometry]').click();
  expect(await edit(page).locator('[role=alert]').innerText()).toContain('第 1 行');

  await edit(page).locator('select[name=shape]').selectOption('LineString');
  await edit(page).locator('[data-control=draw-geometry]').click();
  await edit(page).locator('[data-control=put-point]').waitFor();
  const canvas = page.locator('plan-atlas plan-map canvas');
  const middle = (await canvas.boundingBox())!;
  const at = (x: number, y: number) => ({ x: middle.width / 2 + x, y: middle.height / 2 + y });
  await canvas.click({ position: at(-80, 0) });
  await canvas.click({ position: at(0, 40) });
  await canvas.click({ position: at(80, 0) });
  await canvas.click({ position: at(80, 0) });
  await page.waitForFunction(
    () =>
      document
        .querySelector('plan-atlas')!
        .bundle!.features.features.find(({ properties }) => properties.id === 'airport')!.geometry
        ?.type === 'LineString',
  );
  await edit(page).locator('[data-control=draw-geometry]').click();
  opened.assertClean();
  await opened.close();
});

it('the proof runs as one edits, and says what an edit broke', async () => {
  const opened = await openAtlas(browser, { ...OPEN, hash: 'v=1&tool=edit&feature=airport' });
  const { page } = opened;
  await edit(page).locator('[data-tab=features]').waitFor();
  const cites = edit(page).locator('button[aria-label^="删除引用"]');
  while ((await cites.count()) > 0) await cites.first().click();
  await edit(page).locator('[data-tab=check]').click();
  await edit(page).locator('li[data-code=feature-uncited]').waitFor();
  expect(await edit(page).locator('li[data-code=feature-uncited]').innerText()).toContain(
    'feature "airport" cites no paragraph',
  );
  opened.assertClean();
  await opened.close();
});

it('another plan is begun from nothing, exported, and opened by src in a fresh browser as it was', async () => {
  const opened = await openAtlas(browser, OPEN);
  const { page } = opened;
  await edit(page).locator('[data-tab=text]').click();
  await edit(page).locator('[data-control=new-plan]').click();
  await edit(page).locator('[data-control=create-plan]').click();
  expect(await edit(page).locator('[role=alert]').innerText()).toBe('请填写规划名称。');
  await edit(page).locator('input[name=plan-title]').fill('平定县规划（试编）');
  await edit(page).locator('input[name=plan-id]').fill('pingding-trial');
  await edit(page).locator('input[name=plan-extent]').fill('113.3, 37.5, 114.1, 38.1');
  await edit(page).locator('[data-control=create-plan]').click();
  await page.waitForFunction(
    () => document.querySelector('plan-atlas')!.bundle?.bundle.id === 'pingding-trial',
  );
  await edit(page).locator('[data-tab=text]').click();
  await edit(page)
    .locator('textarea[name=plan-paste]')
    .fill('第一章 总体要求\n坚持生态优先，建设娘子关旅游区。\n第二章 交通\n建设平定西互通。\n');
  await edit(page).locator('[data-control=split-text]').click();
  await edit(page).locator('[data-control=take-text]').click();
  await page.waitForFunction(
    () => document.querySelector('plan-atlas')!.bundle!.plan.docs[0]!.paragraphs.length === 2,
  );
  await edit(page).locator('[data-tab=features]').click();
  await edit(page).locator('input[name=new-name]').fill('娘子关旅游区');
  await edit(page).locator('[data-control=new-feature]').click();
  await edit(page).locator('input[name=quote]').fill('娘子关旅游区');
  await edit(page).locator('[data-control=add-cite]').click();
  await edit(page).locator('textarea[name=coordinates]').fill('113.88, 37.97');
  await edit(page).locator('[data-control=apply-geometry]').click();
  await saved(page);
  const before = await page.evaluate(() =>
    JSON.stringify(document.querySelector('plan-atlas')!.bundle),
  );
  await edit(page).locator('[data-tab=versions]').click();
  const zip = await download(page, 'export-zip');
  const list = (await download(page, 'export-list')).toString('utf8');
  expect(list).toContain('## 新增要素 (1)');
  expect(list).toContain('娘子关旅游区');
  expect(await findViolations(page)).toEqual([]);
  opened.assertClean();
  await opened.close();

  const read = await assembleFiles(readBundleZip(new Uint8Array(zip), 'plan.zip'));
  expect(read.problems).toEqual([]);
  const again = await openAtlas(browser, { width: 1440, height: 900, hash: 'v=1' });
  await again.context.route('**/round-trip.zip', (route) =>
    route.fulfill({ body: zip, contentType: 'application/zip' }),
  );
  await again.page.evaluate(async () => {
    const atlas = document.querySelector('plan-atlas')!;
    atlas.src = 'round-trip.zip';
    await new Promise((resolve) => atlas.addEventListener('plan-ready', resolve, { once: true }));
  });
  const after = await again.page.evaluate(() =>
    JSON.stringify(document.querySelector('plan-atlas')!.bundle),
  );
  const plain = (text: string): unknown =>
    JSON.parse(text, (key, value: unknown) => (key === 'data' ? undefined : value));
  expect(plain(after)).toEqual(plain(before));
  expect(inject('origin')).toContain('127.0.0.1');
  again.assertClean();
  await again.close();
});

it('after a crash the work is offered, and is there when it is gone on with', async () => {
  const opened = await openAtlas(browser, { ...OPEN, hash: 'v=1&tool=edit&feature=airport' });
  const { page } = opened;
  const name = edit(page).locator('input[name=name]');
  await name.fill('盂县通用机场');
  await name.blur();
  await saved(page);
  await page.waitForTimeout(500);
  await page.goto('about:blank');
  await page.goto(`${inject('origin')}/#v=1`);
  await page.evaluate(() => planProbe.host().viewOnReady());
  const strip = page.locator('plan-update[notice=draft]');
  await strip.waitFor();
  expect(await strip.locator('.main').innerText()).toBe('继续编制');
  expect(await nameOf(page, 'airport')).toContain('选址');
  await strip.locator('.main').click();
  await edit(page).locator('[data-control=undo][aria-disabled=false]').waitFor();
  expect(await nameOf(page, 'airport')).toBe('盂县通用机场');
  opened.assertClean();
  await opened.close();
});

it('the tabs are walked by arrow keys', async () => {
  const opened = await openAtlas(browser, OPEN);
  const { page } = opened;
  await edit(page).locator('[data-tab=features]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await edit(page).locator('[data-tab=text]').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await edit(page).locator('[data-tab=versions]').getAttribute('aria-selected')).toBe(
    'true',
  );
  opened.assertClean();
  await opened.close();
});
