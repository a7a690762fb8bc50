/** Sheets as their maker wants them: the frame on the map, the furniture in the preview, templates in the bundle. */
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LngLat, PlanBundle } from '../../src/contracts/bundle.ts';
import { assembleFiles, readBundleZip, writeBundleZip } from '../../src/io/bundle-zip.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { launchBrowser, type OpenPageOptions } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plan-atlas-layout-'));
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openSheet(options: OpenPageOptions = {}) {
  const opened = await openAtlas(browser, {
    width: 1440,
    height: 900,
    ...options,
    hash: 'v=1&tool=sheet',
  });
  await opened.page.locator('plan-sheet [part=preview]').waitFor({ timeout: 30_000 });
  return opened;
}

const tool = (page: Page, selector: string) => page.locator(`plan-sheet ${selector}`);

async function save(page: Page, action: string, within = 'plan-sheet'): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator(`${within} [data-action=${action}]`).click();
  const file = await coming;
  const place = path.join(folder, `${crypto.randomUUID()}-${file.suggestedFilename()}`);
  await file.saveAs(place);
  return place;
}
const saveSvg = async (page: Page): Promise<string> =>
  readFileSync(await save(page, 'svg'), 'utf8');

/** Easting of the grid's first line that meets the upper edge, and where on paper: they tell the ground under it. */
function readEasting(svg: string): number {
  const found = [
    ...svg.matchAll(/<text x="([\d.]+)"[^>]*text-anchor="middle"[^>]*>(\d{3})<\/text>/g),
  ];
  const [, x, km] = found[0]!;
  return Number(km) * 1000 - (Number(x) / 1000) * 300_000;
}

const middle = async (page: Page): Promise<LngLat> => [
  Number(await tool(page, 'input[name=frame-lng]').inputValue()),
  Number(await tool(page, 'input[name=frame-lat]').inputValue()),
];
const spotOf = (page: Page, at: LngLat): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate((position) => planProbe.part('plan-map').projectToWindow(position)!, at);

it('the frame is dragged on the map by the mouse and moved by keys, and the drawing follows', async () => {
  const opened = await openSheet();
  const { page } = opened;
  await page.locator('plan-map canvas').waitFor();
  await expect
    .poll(() => page.evaluate(() => planProbe.part('plan-map').inspection !== null))
    .toBe(true);
  const home = await middle(page);
  const before = readEasting(await saveSvg(page));
  const from = await spotOf(page, home);
  // By its middle, as far as 40 pixels to the right.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y, { steps: 4 });
  await page.mouse.move(from.x + 40, from.y, { steps: 4 });
  await expect.poll(() => tool(page, '[part=frame] [role=status]').textContent()).toContain('Esc');
  await page.mouse.up();
  await expect.poll(async () => (await middle(page))[0]).toBeGreaterThan(home[0] + 0.01);
  const moved = await middle(page);
  expect(await tool(page, 'select[name=place]').inputValue()).toBe('frame');
  const after = await spotOf(page, moved);
  expect(after.x - from.x).toBeCloseTo(40, 0);
  expect(Math.abs(after.y - from.y)).toBeLessThan(1.5);
  // At this latitude a degree has 87.6 km.
  const shiftM = (moved[0] - home[0]) * 87_600;
  await expect
    .poll(async () => readEasting(await saveSvg(page)) - before)
    .toBeGreaterThan(shiftM * 0.95);
  expect(readEasting(await saveSvg(page)) - before).toBeLessThan(shiftM * 1.05);

  // Called off by Escape: it is where it was, and the tool stays open.
  await page.mouse.move(after.x, after.y);
  await page.mouse.down();
  await page.mouse.move(after.x - 60, after.y + 30, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.move(after.x - 90, after.y + 30, { steps: 2 });
  await page.mouse.up();
  expect(await middle(page)).toEqual(moved);
  expect(await tool(page, '[part=preview]').count()).toBe(1);

  // Keys: 5 mm on paper at 1∶300 000 are 1.5 km; with Shift five times as far.
  await tool(page, '[part=frame] [data-move=left]').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  const keyed = await middle(page);
  expect((keyed[0] - moved[0]) * 87_600).toBeGreaterThan(9000 * 0.98);
  expect((keyed[0] - moved[0]) * 87_600).toBeLessThan(9000 * 1.02);
  // One step of keys is undone together, the drag after it; then it is the whole county again.
  await tool(page, '[data-action=undo]').click();
  expect(await middle(page)).toEqual(moved);
  await tool(page, '[data-action=undo]').click();
  expect(await middle(page)).toEqual(home);
  await tool(page, '[data-action=redo]').click();
  await tool(page, '[data-action=whole-plan]').click();
  expect(await middle(page)).toEqual(home);
  // Figures: what is no place is told and changes nothing.
  await tool(page, 'input[name=frame-lng]').fill('213');
  await tool(page, 'input[name=frame-lng]').press('Enter');
  await tool(page, '[part=frame] [role=alert]').waitFor();
  await tool(page, 'input[name=frame-lng]').fill('113.5');
  await tool(page, 'input[name=frame-lng]').press('Enter');
  await expect.poll(() => tool(page, '[part=frame] [role=alert]').count()).toBe(0);
  expect((await middle(page))[0]).toBe(113.5);
  opened.assertClean();
  await opened.close();
}, 120_000);

const partOf = (svg: string, part: string): string =>
  new RegExp(`<g data-part="${part}"[^>]*>`).exec(svg)?.[0] ?? '';

it('furniture is moved by mouse and keys, hidden and renamed, and the saved sheet is so', async () => {
  const opened = await openSheet();
  const { page } = opened;
  const handle = (part: string) => tool(page, `.handles > [data-part=${part}]`);
  const legend = (await handle('legend').boundingBox())!;
  const paper = (await tool(page, '.paper').boundingBox())!;
  const pxPerMm = paper.width / 420;
  // 50 mm to the left and 10 down.
  await page.mouse.move(legend.x + 20, legend.y + 20);
  await page.mouse.down();
  await page.mouse.move(legend.x + 20 - 50 * pxPerMm, legend.y + 20 + 10 * pxPerMm, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => partOf(await saveSvg(page), 'legend'))
    .toMatch(/translate\(-(49|50)(\.\d+)? (9|10)(\.\d+)?\)/);
  expect(await tool(page, '.overlaps').textContent()).toContain('图例压住了图面');
  expect(await findViolations(page)).toEqual([]);

  // Keys: 5 − 1 mm to the right, then undone as one step.
  const left = async (): Promise<number> =>
    Number(await tool(page, 'input[name=part-x]').inputValue());
  const at = await left();
  await handle('legend').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await left()).toBeCloseTo(at + 4, 1);
  await page.keyboard.press('Control+z');
  expect(await left()).toBeCloseTo(at, 1);
  // It never leaves the paper.
  await tool(page, 'input[name=part-x]').fill('-500');
  await tool(page, 'input[name=part-x]').press('Enter');
  await expect.poll(left).toBe(0);

  await tool(page, 'input[name=heading]').fill('图 示');
  await tool(page, 'input[name=heading]').press('Enter');
  await handle('location').focus();
  await page.keyboard.press('Delete');
  await expect.poll(async () => partOf(await saveSvg(page), 'location')).toBe('');
  const svg = await saveSvg(page);
  expect(svg).toContain('>图 示<');
  expect(svg).not.toContain('>图例<');
  expect(await tool(page, 'input[type=checkbox][name=location]').isChecked()).toBe(false);
  await tool(page, '[data-action=reset-all]').click();
  await expect
    .poll(async () => partOf(await saveSvg(page), 'legend'))
    .toBe('<g data-part="legend">');

  // What was laid out is there again after the tool was closed.
  await page.locator('plan-atlas [data-control=close-tool]').click();
  await page.evaluate(() =>
    planProbe.host().setViewState({ tool: { name: 'sheet', target: null } }),
  );
  await tool(page, '[part=preview]').waitFor();
  expect(await tool(page, 'input[type=checkbox][name=location]').isChecked()).toBe(false);

  // A scene of the plan in the place of the view: other layers, the legend of exactly those.
  const before = await saveSvg(page);
  await tool(page, 'select[name=subject]').selectOption({ index: 2 });
  await expect.poll(() => saveSvg(page)).not.toBe(before);
  opened.assertClean();
  await opened.close();
}, 120_000);

it('a template is saved into the draft, goes out with the bundle and makes the same sheet when it is opened again', async () => {
  const opened = await openSheet();
  const { page } = opened;
  await tool(page, 'select[name=paper]').selectOption('A4');
  await tool(page, 'select[name=orientation]').selectOption('portrait');
  await tool(page, 'input[name=number]').first().fill('附图 3');
  await tool(page, 'input[type=text][name=number]').press('Enter');
  await tool(page, '.handles > [data-part=title]').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await tool(page, '[data-action=save-template]').click();
  await expect.poll(() => tool(page, '[part=news]').textContent()).toContain('模板名称');
  await tool(page, 'input[name=template-name]').fill('乡镇 A4');
  await tool(page, 'input[name=template-name]').press('Enter');
  await tool(page, '[data-action=save-template]').click();
  await expect.poll(() => tool(page, '[part=news]').textContent()).toContain('已存入本机草稿');
  await expect.poll(() => tool(page, 'select[name=template]').inputValue()).not.toBe('');
  await expect.poll(() => tool(page, '[part=preview]').getAttribute('alt')).toContain('A4');
  const made = await saveSvg(page);
  const file = await save(page, 'download-template');

  // Out with the bundle.
  await page.evaluate(() =>
    planProbe.host().setViewState({ tool: { name: 'edit', target: null } }),
  );
  await page.locator('plan-edit [data-tab=versions]').click();
  const coming = page.waitForEvent('download');
  await page.locator('plan-edit [data-control=export-zip]').click();
  const zip = path.join(folder, 'plan.zip');
  await (await coming).saveAs(zip);
  const read = await assembleFiles(readBundleZip(readFileSync(zip), 'plan.zip'));
  expect(read.bundle!.sheetTemplates).toMatchObject([{ name: '乡镇 A4', paper: 'A4' }]);
  await opened.close();

  // And in again, into an atlas that knows nothing of the draft.
  const again = await openSheet();
  const fresh = again.page;
  await fresh.evaluate((bundle) => {
    planProbe.host().bundle = bundle as never;
  }, read.bundle as unknown);
  await expect.poll(() => tool(fresh, 'select[name=template] option').count()).toBe(2);
  await tool(fresh, 'select[name=template]').selectOption({ label: '乡镇 A4' });
  await expect.poll(() => tool(fresh, '[part=preview]').getAttribute('alt')).toContain('A4');
  await expect.poll(() => saveSvg(fresh)).toBe(made);

  // A file that is no template changes nothing and is told; a sound one is taken.
  await tool(fresh, 'select[name=paper]').selectOption('A3');
  const wrong = path.join(folder, 'wrong.json');
  await writeFile(wrong, readFileSync(file, 'utf8').replace('"A4"', '"B5"'));
  await tool(fresh, 'input[name=open-template]').setInputFiles(wrong);
  await expect.poll(() => tool(fresh, '[part=news]').textContent()).toMatch(/没有套用.*B5/s);
  expect(await tool(fresh, 'select[name=paper]').inputValue()).toBe('A3');
  await tool(fresh, 'input[name=open-template]').setInputFiles(file);
  await expect.poll(() => tool(fresh, 'select[name=paper]').inputValue()).toBe('A4');
  await expect.poll(() => saveSvg(fresh)).toBe(made);
  again.assertClean();
  await again.close();
}, 180_000);

it('an unsound template in a bundle is told and left out, and the others and the plan are there', async () => {
  const { bundle } = await readShippedBundle();
  const opened = await openSheet();
  const { page } = opened;
  const sound = {
    id: 'a',
    name: '好的',
    paper: 'A2',
    orientation: 'landscape',
    grid: 'none',
    hidden: [],
    compiler: '',
    number: '',
    watermark: '',
  };
  const given = { ...bundle, sheetTemplates: [{ ...sound, id: 'b', hidden: ['stamp'] }, sound] };
  // Kept on the way through a file, as it is.
  const zipped = await assembleFiles(
    readBundleZip(writeBundleZip(given as unknown as PlanBundle), 'plan.zip'),
  );
  await page.evaluate((value) => {
    planProbe.host().bundle = value as never;
  }, zipped.bundle as unknown);
  await expect
    .poll(() => tool(page, 'select[name=template] option').allTextContents())
    .toHaveLength(2);
  expect(await tool(page, '[part=templates] [role=alert]').textContent()).toContain('stamp');
  await tool(page, 'select[name=template]').selectOption('a');
  await expect.poll(() => tool(page, '[part=preview]').getAttribute('alt')).toContain('A2');
  await opened.close();
}, 90_000);

it('on a phone a finger chooses a part before it drags it, and all can be done by touch', async () => {
  const opened = await openSheet({ width: 390, height: 844, hasTouch: true });
  const { page } = opened;
  const handle = tool(page, '.handles > [data-part=legend]');
  await handle.scrollIntoViewIfNeeded();
  await handle.tap();
  await tool(page, '[part=chosen]').waitFor();
  expect(await handle.evaluate((one) => getComputedStyle(one).touchAction)).toBe('none');
  const box = (await handle.boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: string, x: number, y: number) =>
    client.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = Number(await tool(page, 'input[name=part-x]').inputValue());
  await touch('touchStart', x, y);
  for (const step of [10, 30, 60]) await touch('touchMove', x - step, y);
  await touch('touchEnd', 0, 0);
  await expect
    .poll(async () => Number(await tool(page, 'input[name=part-x]').inputValue()))
    .toBeLessThan(before - 40);
  await tool(page, '[part=chosen] [data-move=right]').tap();
  expect(await findViolations(page)).toEqual([]);
  // Nothing is wider than the phone.
  expect(await tool(page, '.body').evaluate((body) => body.scrollWidth <= body.clientWidth)).toBe(
    true,
  );
  opened.assertClean();
  await opened.close();
}, 90_000);
