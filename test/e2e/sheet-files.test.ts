/** What the sheet tool hands out, read by programs that are not ours: PDF by poppler, SVG by Inkscape, PNG row by row. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { cutFace } from '../../src/cli/fonts/cut-face.ts';
import { FONT_WEIGHTS, readCharacters, unescapeXml } from '../../src/core/sheet/sheet-face.ts';
import { describeLaunch, launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { measureInk } from '../tools/measure-ink.ts';
import {
  countPdfPictures,
  readPdfFonts,
  readPdfPages,
  readPdfShapes,
  readPdfSizes,
} from '../tools/read-pdf.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { runTool } from '../tools/run-tool.ts';
import { openAtlas, type OpenAtlasOptions } from './open-atlas.ts';

const INKSCAPE = { command: 'inkscape', debian: 'inkscape' };
const MOST_CANVAS_PX = 8192;

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-sheet-files-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const openTool = (options: OpenAtlasOptions = {}, from = browser): Promise<OpenedPage> =>
  openAtlas(from, { width: 1280, height: 800, hash: 'v=1&tool=sheet', ...options });

/** Chooses paper and scale, and waits until the preview is that. */
async function choose(page: Page, paper: string, scale = 'fit'): Promise<void> {
  await page.locator('plan-sheet select[name=paper]').selectOption(paper);
  await page.locator('plan-sheet select[name=scale]').selectOption(scale);
  const shown = scale === 'fit' ? '' : scale.replace(/(\d)(\d{3})$/, '$1 $2');
  await expect
    .poll(() => page.locator('plan-sheet [part=preview]').getAttribute('alt'))
    .toMatch(new RegExp(`${paper}，1∶.*${shown}`));
}

async function save(page: Page, action: 'svg' | 'png'): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 120_000 });
  await page.locator(`plan-sheet [data-action=${action}]`).click();
  const file = await coming;
  const place = path.join(folder, `${Date.now()}-${file.suggestedFilename()}`);
  await file.saveAs(place);
  return place;
}

/** What the browser's own dialogue would write, of the document that the tool hands to it. */
async function printSheet(page: Page): Promise<string> {
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['asked'] = 'true';
    };
  });
  await page.locator('plan-sheet [data-action=print]').click();
  await page.locator('html[data-asked=true]').waitFor();
  const file = path.join(folder, `${Date.now()}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.evaluate(() => {
    delete document.documentElement.dataset['asked'];
    window.dispatchEvent(new Event('afterprint'));
  });
  return file;
}

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
const listTexts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner]) =>
    squeeze(unescapeXml(inner!.replaceAll(/<[^>]*>/g, ''))),
  );

/** What the plan says of the features that are drawn: quotations by paragraph, in the plan's order. */
function listClauses({ features, plan }: PlanBundle): readonly (readonly string[])[] {
  const drawn = features.features.filter(
    ({ geometry, properties }) => geometry && properties.status !== 'cancelled',
  );
  return plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ id }) =>
      drawn.flatMap(({ properties }) =>
        properties.planRefs.filter(({ para }) => para === id).map(({ quote }) => squeeze(quote)),
      ),
    )
    .filter((quotes) => quotes.length > 0);
}

it('a printed sheet holds every label and every quoted clause as words, in real fonts, at its size', async () => {
  const { bundle } = await readShippedBundle();
  const opened = await openTool();
  const { page } = opened;
  await page.evaluate(
    (layers) => {
      document.querySelector('plan-atlas')!.layers = layers;
    },
    bundle.layers.map(({ id }) => id),
  );
  // Clauses alone beside the map, so that as many as can be are on it.
  await page.locator('plan-sheet input[name=clauses]').check();
  for (const part of ['legend', 'location', 'sources']) {
    await page.locator(`plan-sheet input[name=${part}]`).uncheck();
  }
  await choose(page, 'A0');
  const svg = readFileSync(await save(page, 'svg'), 'utf8');
  const warned = await page.locator('plan-sheet .warn').allTextContents();
  const file = await printSheet(page);
  const [words, ...others] = readPdfPages(file);
  expect(others).toEqual([]);
  const labels = listTexts(svg);
  expect(labels.length).toBeGreaterThan(200);
  expect(labels.filter((label) => !words!.includes(label))).toEqual([]);
  const quoted = listClauses(bundle);
  const cut = Number(/条文索引有 (\d+) 条/.exec(warned.join(''))?.[1] ?? 0);
  const shown = quoted.slice(0, quoted.length - cut).flat();
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((quote) => !words!.includes(quote))).toEqual([]);
  const fonts = readPdfFonts(file);
  expect(fonts.length).toBeGreaterThanOrEqual(2);
  for (const font of fonts) {
    expect(font).toEqual({
      name: expect.stringMatching(/^[A-Z]{6}\+NotoSansSC-(Regular|Bold)$/),
      type: 'CID TrueType',
      isEmbedded: true,
      hasUnicode: true,
    });
  }
  expect(countPdfPictures(file)).toBe(0);
  expect(statSync(file).size).toBeLessThan(2_000_000);
  const [[width, height] = [0, 0]] = readPdfSizes(file);
  expect(Math.abs(width - 1189)).toBeLessThan(0.6);
  expect(Math.abs(height - 841)).toBeLessThan(0.6);
  opened.assertClean();
  await opened.close();
}, 120_000);

it('ten kilometres of the scale bar are ten kilometres in the printed file', async () => {
  const opened = await openTool();
  const { page } = opened;
  await choose(page, 'A1', '125000');
  const svg = readFileSync(await save(page, 'svg'), 'utf8');
  expect(svg).toContain('data-scale-bar="10000"');
  const [, left, top, height] =
    /data-scale-bar="10000"><rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/
      .exec(svg)!
      .map(Number);
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.3;
  const row = readPdfShapes(await printSheet(page)).filter(
    (shape) =>
      shape.fill !== null &&
      shape.fill !== 'none' &&
      near(shape.top, top!) &&
      near(shape.bottom, top! + height!) &&
      shape.left > left! - 0.3 &&
      shape.right < left! + 100,
  );
  expect(row.length).toBeGreaterThanOrEqual(4);
  const lengthMm =
    Math.max(...row.map(({ right }) => right)) - Math.min(...row.map((shape) => shape.left));
  expect((lengthMm / 1e6) * 125_000).toBeGreaterThan(9.95);
  expect((lengthMm / 1e6) * 125_000).toBeLessThan(10.05);
  opened.assertClean();
  await opened.close();
}, 120_000);

/** A machine's fonts: nothing but these, drawn as all fonts of the machine are. */
async function makeFontFolder(name: string, characters: string): Promise<string> {
  const place = path.join(folder, name);
  mkdirSync(path.join(place, 'cache'), { recursive: true });
  for (const weight of FONT_WEIGHTS) {
    writeFileSync(path.join(place, `${weight}.ttf`), await cutFace(weight, characters, 'truetype'));
  }
  const config = path.join(place, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<include ignore_missing="yes">/etc/fonts/conf.d</include>` +
      `<dir>${place}</dir><cachedir>${place}/cache</cachedir></fontconfig>`,
  );
  return config;
}

it('a saved SVG looks the same in Inkscape as in the browser', async () => {
  const opened = await openTool();
  await choose(opened.page, 'A4');
  const file = await save(opened.page, 'svg');
  opened.assertClean();
  await opened.close();
  const svg = readFileSync(file, 'utf8');
  expect(svg.match(/@font-face/g)).toHaveLength(2);
  // Inkscape heeds no fonts in files: it gets the same ones installed, and no others.
  const characters = readCharacters(svg);
  const config = await makeFontFolder(
    'inkscape',
    [...characters[400], ...characters[700], ' '].join(''),
  );
  const [width, height] = [1684, 1191];
  const drawn = path.join(folder, 'inkscape.png');
  const exporting = ['--export-type=png', `--export-filename=${drawn}`, `--export-width=${width}`];
  runTool(INKSCAPE, [file, ...exporting], {
    env: { FONTCONFIG_FILE: config, HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const seen = svg.replace(/width="297mm" height="210mm"/, `width="${width}" height="${height}"`);
  expect(seen).not.toBe(svg);
  const scaled = path.join(folder, 'scaled.svg');
  writeFileSync(scaled, seen);
  await page.goto(`file://${scaled}`);
  const shot = PNG.sync.read(await page.screenshot());
  await context.close();
  const other = PNG.sync.read(readFileSync(drawn));
  expect([other.width, Math.abs(other.height - height) < 2]).toEqual([width, true]);
  const rows = Math.min(height, other.height);
  const bytes = rows * width * 4;
  const differs = pixelmatch(
    shot.data.subarray(0, bytes),
    other.data.subarray(0, bytes),
    undefined,
    width,
    rows,
    { threshold: 0.25 },
  );
  // What is left are edges of letters and lines, which the two soften differently.
  expect(differs / (rows * width)).toBeLessThan(0.01);
}, 120_000);

it('on a machine without Chinese fonts a PNG is the same, and is so at the first go', async () => {
  const usual = await openTool();
  await choose(usual.page, 'A4');
  const expected = PNG.sync.read(readFileSync(await save(usual.page, 'png')));
  await usual.close();
  const config = await makeFontFolder('latin', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ 0123456789');
  const bare = await chromium.launch({
    ...(await describeLaunch()),
    env: { ...process.env, FONTCONFIG_FILE: config },
  });
  try {
    const opened = await openTool({}, bare);
    await choose(opened.page, 'A4');
    const seen = PNG.sync.read(readFileSync(await save(opened.page, 'png')));
    const { width, height } = expected;
    const differs = pixelmatch(expected.data, seen.data, undefined, width, height, {
      threshold: 0.1,
    });
    expect(differs / (width * height)).toBeLessThan(0.0005);
    opened.assertClean();
    await opened.close();
  } finally {
    await bare.close();
  }
}, 180_000);

it('a PNG of A0 is whole and nowhere blank, and the page stays at hand while it is painted', async () => {
  const opened = await openTool();
  const { page } = opened;
  await choose(page, 'A0');
  await expect.poll(() => page.locator('plan-sheet .warn').count()).toBe(0);
  await page.evaluate(() => {
    const canvases = { widest: 0, longestBlockMs: 0 };
    const make = document.createElement.bind(document);
    document.createElement = ((name: string) => {
      const made = make(name);
      if (made instanceof HTMLCanvasElement) {
        new MutationObserver(() => {
          canvases.widest = Math.max(canvases.widest, made.width, made.height);
        }).observe(made, { attributes: true });
      }
      return made;
    }) as typeof document.createElement;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const now = performance.now();
      canvases.longestBlockMs = Math.max(canvases.longestBlockMs, now - last);
      last = now;
      port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
    Object.assign(window, { canvases });
  });
  const startedMs = Date.now();
  const big = await save(page, 'png');
  const { widest, longestBlockMs } = (await page.evaluate('canvases')) as {
    readonly widest: number;
    readonly longestBlockMs: number;
  };
  console.log(
    `A0 in ${((Date.now() - startedMs) / 1000).toFixed(1)} s, longest block ${Math.round(longestBlockMs)} ms`,
  );
  expect(widest).toBeGreaterThan(0);
  expect(widest).toBeLessThanOrEqual(MOST_CANVAS_PX);
  expect(longestBlockMs).toBeLessThan(3000);
  const preview = path.join(folder, 'preview.png');
  const address = await page.locator('plan-sheet [part=preview]').evaluate(async (picture) => {
    const image = new Image();
    image.src = (picture as HTMLImageElement).src;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1404, 993];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL();
  });
  writeFileSync(preview, Buffer.from(address.split(',')[1]!, 'base64'));
  const [columns, rows] = [24, 17];
  const seen = await measureInk(big, columns, rows);
  expect([seen.widthPx, seen.heightPx]).toEqual([14_043, 9933]);
  const small = await measureInk(preview, columns, rows);
  const off = small.cells.flatMap((ink, at) =>
    Math.abs(ink - seen.cells[at]!) > 0.02
      ? [`column ${at % columns}, row ${Math.floor(at / columns)}: ${seen.cells[at]} for ${ink}`]
      : [],
  );
  expect(off).toEqual([]);
  expect(seen.cells.filter((ink) => ink > 0.01).length).toBeGreaterThan((columns * rows) / 2);
  opened.assertClean();
  await opened.close();
}, 240_000);

it('a character outside the plan brings its slice, and one that no slice has is named', async () => {
  const opened = await openTool();
  const { page, requests } = opened;
  await choose(page, 'A4');
  const countFonts = (): number => requests.filter((url) => /\/fonts\/.*\.woff$/.test(url)).length;
  await expect.poll(countFonts).toBe(2);
  await page.locator('plan-sheet input[name=title][type=text]').fill('饕餮㟃');
  await page.locator('plan-sheet input[name=title][type=text]').blur();
  await expect
    .poll(() => page.locator('plan-sheet .warn').allTextContents())
    .toEqual(['图纸字体里没有这些字，用本机字体代替：㟃']);
  expect(countFonts()).toBeGreaterThan(2);
  const svg = readFileSync(await save(page, 'svg'), 'utf8');
  expect(svg.match(/@font-face/g)!.length).toBe(countFonts());
  opened.assertClean();
  await opened.close();
}, 60_000);

it('where the host has no fonts the sheet is drawn all the same, and says so', async () => {
  const opened = await openTool({ expected: [/\/fonts\//, /404/], hash: 'v=1' });
  const { page } = opened;
  await page.route(/\/fonts\//, (route) => route.fulfill({ status: 404 }));
  await page.evaluate(() => {
    location.hash = 'v=1&tool=sheet';
  });
  await choose(page, 'A4');
  expect(await page.locator('plan-sheet .warn').allTextContents()).toContain(
    '没有取到随本工具发布的字体（fonts 文件夹），文字用本机字体。',
  );
  const svg = readFileSync(await save(page, 'svg'), 'utf8');
  expect(svg).not.toContain('@font-face');
  expect(svg).toContain('比例尺 1∶');
  opened.assertClean();
  await opened.close();
}, 60_000);
