/** Own data in the built app: the real worker reads real files that are picked, dropped and pasted. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, type OpenPageOptions } from '../tools/browser.ts';
import { makeCorpusFiles, POINTS } from '../tools/make-corpus.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';
import { AREA } from './survey.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 390, height: 844, hasTouch: true } as const;

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/geo+json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

async function openImport(options: OpenPageOptions = {}) {
  const opened = await openAtlas(browser, {
    width: 1440,
    height: 900,
    ...options,
    hash: 'v=1&tool=import',
  });
  await opened.page.locator('plan-import .choose').waitFor();
  return opened;
}

async function pick(page: Page, name: string, content: unknown): Promise<void> {
  await page.locator('plan-import input[type=file]').setInputFiles([file(name, content)]);
  await page.locator('plan-import .table li').first().waitFor();
  await page.locator('plan-import .place').waitFor();
}

/** A paste or a drop as the browser makes it, of a file or of text. */
const give = (page: Page, type: 'drop' | 'paste', at: string, name: string, text: string) =>
  page.evaluate(
    ([kind, tag, fileName, content]) => {
      const data = new DataTransfer();
      if (fileName === '') data.setData('text/plain', content!);
      else data.items.add(new File([content!], fileName!));
      const target =
        tag === 'body' ? document.body : planProbe.part(tag as keyof HTMLElementTagNameMap);
      const init = { bubbles: true, cancelable: true, composed: true };
      if (kind === 'drop') {
        target.dispatchEvent(new DragEvent('dragenter', { ...init, dataTransfer: data }));
        target.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
      } else target.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
    },
    [type, at, name, text] as const,
  );

const featureOf = (page: Page, id: string) =>
  page.evaluate(
    (wanted) =>
      planProbe
        .host()
        .bundle!.features.features.find(({ properties }) => properties.id === wanted)!,
    id,
  );

describe('own data', () => {
  it('is picked, guessed, replaces a geometry as one step, and is undone', async () => {
    const { page, requests, assertClean, close } = await openImport();
    const before = await featureOf(page, 'cangshan');
    await pick(page, '藏山范围.geojson', AREA);
    expect(await page.locator('plan-import [name=crs]:checked').inputValue()).toBe('EPSG:4547');
    expect(await page.locator('plan-import .place').textContent()).toBe('落在盂县范围内。');

    const row = page.locator('plan-import .table li').first();
    await row.locator('[name=action]').selectOption('replace');
    expect(await row.locator('[name=target]').inputValue()).toBe('');
    await row.locator('.offer', { hasText: '藏山风景名胜区' }).click();
    await page.locator('plan-import .comparison').waitFor();
    await page.locator('plan-import [name=source-title]').fill('藏山景区实测 2024');
    await page.locator('plan-import [name=certainty]').selectOption('surveyed');
    await page.locator('plan-import [data-control=apply]').click();
    await page.locator('plan-import [data-control=undo]').waitFor();

    const after = await featureOf(page, 'cangshan');
    expect(after.geometry?.type).toBe('Polygon');
    expect(after.properties.accuracy).toMatchObject({ class: 'surveyed', horizontalM: 1 });
    expect(after.properties.planRefs).toEqual(before.properties.planRefs);
    await page.locator('plan-import [data-feature=cangshan]').click();
    await page.locator('plan-card').waitFor();
    await page.locator('plan-import [data-control=undo]').click();
    await page.locator('plan-import .done', { hasText: '已撤销' }).waitFor();
    expect(await featureOf(page, 'cangshan')).toEqual(before);
    expect(requests.filter((address) => !address.startsWith(inject('origin')))).toEqual([]);
    assertClean();
    await close();
  });

  it('opens what is dropped on the map and what is pasted on the page', async () => {
    const { page, assertClean, close } = await openImport();
    await give(page, 'drop', 'plan-map', '落下.geojson', JSON.stringify(AREA));
    await page.locator('plan-import .open li', { hasText: '落下.geojson' }).waitFor();
    await give(page, 'paste', 'body', '', '名称,经度,纬度\n测点,113.412,38.086');
    await page.locator('plan-import .open li', { hasText: '粘贴.csv' }).waitFor();
    expect(await page.locator('plan-import .layers label').count()).toBe(2);
    await give(page, 'paste', 'body', '再贴.geojson', JSON.stringify(AREA));
    await page.locator('plan-import .open li', { hasText: '再贴.geojson' }).waitFor();
    assertClean();
    await close();
  });

  it.each([
    ['GPKG', 'stations.gpkg'],
    ['FlatGeobuf', 'stations.fgb'],
  ])('reads a %s without WebAssembly and without a word in the console', async (driver, name) => {
    const { page, assertClean, close } = await openImport();
    const files = makeCorpusFiles({ driver, file: name, epsg: 4490, data: POINTS });
    const [{ bytes }] = files as [(typeof files)[number]];
    const mimeType = 'application/octet-stream';
    await page
      .locator('plan-import input[type=file]')
      .setInputFiles([{ name, mimeType, buffer: Buffer.from(bytes) }]);
    await page.locator('plan-import .table li').nth(2).waitFor();
    assertClean();
    await close();
  });

  it.each(['dist', 'dist-lib'])('%s holds no WebAssembly', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.wasm'))).toEqual([]);
    // As base64, its first bytes.
    const holding = files.filter(
      (name) =>
        name.endsWith('.js') && readFileSync(path.join(folder, name), 'utf8').includes('AGFzbQ'),
    );
    expect(holding).toEqual([]);
  });

  it('draws the preview on the map, and takes it away when the tool closes', async () => {
    const { page, assertClean, close } = await openImport();
    await pick(page, '藏山范围.geojson', AREA);
    /** Pixels in the colour that nothing of the plan has. */
    const count = () =>
      page.evaluate(async () => {
        const picture = await createImageBitmap(await planProbe.part('plan-map').capture());
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, picture.width, picture.height);
        let found = 0;
        for (let at = 0; at < data.length; at += 4) {
          const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
          if (Math.abs(red - 0xb0) + Math.abs(green - 0x16) + Math.abs(blue - 0x7a) < 24)
            found += 1;
        }
        return found;
      });
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(200);
    await page.locator('plan-atlas [data-control=close-tool]').click();
    await expect.poll(count, { timeout: 10_000 }).toBe(0);
    assertClean();
    await close();
  });

  it('cites the words that are selected in the text for a new feature', async () => {
    const { page, assertClean, close } = await openImport();
    await pick(page, '藏山范围.geojson', AREA);
    const row = page.locator('plan-import .table li').nth(1);
    await row.locator('[name=action]').selectOption('create');
    await row.locator('[name=kind]').selectOption({ index: 1 });
    await page.locator('plan-import [name=source-title]').fill('踏勘');
    const words = await page.evaluate(() => {
      const text = planProbe.part('plan-text').shadowRoot!;
      const phrase = text.querySelector('.clause a.phrase')!;
      getSelection()!.selectAllChildren(phrase);
      return phrase.textContent!;
    });
    await page.locator('plan-import [data-control=cite-selected]').click();
    await page.locator('plan-import .quote', { hasText: words }).waitFor();
    await page.locator('plan-import [data-control=apply]').click();
    await page.locator('plan-import [data-control=undo]').waitFor();
    const made = await page.evaluate(() => planProbe.host().bundle!.features.features.at(-1)!);
    expect(made.properties.name).toBe('停车场');
    expect(made.properties.planRefs[0]!.quote).toBe(words);
    assertClean();
    await close();
  });

  it.each([
    ['a desk', {}],
    ['a phone', PHONE],
  ])('can be used by everyone on %s', async (_name, options) => {
    const { page, assertClean, close } = await openImport(options);
    expect(await findViolations(page)).toEqual([]);
    await pick(page, '藏山范围.geojson', AREA);
    await page
      .locator('plan-import .table li')
      .first()
      .locator('[name=action]')
      .selectOption('replace');
    expect(await findViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const body = planProbe.part('plan-import').shadowRoot!.querySelector('.body')!;
      return body.scrollWidth - body.clientWidth;
    });
    expect(overflow).toBe(0);
    assertClean();
    await close();
  });
});
