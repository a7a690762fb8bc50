/** A GeoJSON of 100 MB in the built app: the page answers all the while, says how far it is, and can be called off. */
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAtlas } from '../e2e/open-atlas.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';

const BYTES = 100_000_000;
const VERTICES = 16;
/** The page may hold up no frame for longer. */
const MOST_BLOCKED_MS = 200;
const MOST_CANCEL_MS = 1000;

let folder: string;
let file: string;
let server: StaticServer;
beforeAll(async () => {
  expect(existsSync('dist/index.html'), 'run "npm run build" first').toBe(true);
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-large-'));
  file = path.join(folder, '地类图斑.geojson');
  await writeParcels(file);
  server = await serveStatic({ root: 'dist' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

/** Parcels of land use all over the county, as a survey of land exports them. */
async function writeParcels(to: string): Promise<void> {
  const out = createWriteStream(to);
  const write = async (text: string): Promise<number> => {
    if (!out.write(text)) await once(out, 'drain');
    return Buffer.byteLength(text);
  };
  let written = await write('{"type":"FeatureCollection","features":[\n');
  for (let at = 0; written < BYTES; at += 1) {
    const [lng, lat] = [113 + (at % 700) / 1000, 37.95 + (Math.floor(at / 700) % 500) / 1000];
    const ring = Array.from({ length: VERTICES + 1 }, (_, corner) => {
      const angle = ((corner % VERTICES) / VERTICES) * 2 * Math.PI;
      return [lng + 0.0004 * Math.cos(angle), lat + 0.0004 * Math.sin(angle)];
    });
    const feature = {
      type: 'Feature',
      properties: {
        BSM: `14032221100000${String(at).padStart(6, '0')}`,
        DLBM: ['0103', '0301', '0404', '0702'][at % 4],
        DLMC: ['旱地', '乔木林地', '其他草地', '农村宅基地'][at % 4],
        TBMJ: 1000 + (at % 977) / 7,
        QSDWMC: '秀水镇',
      },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    written += await write(`${at === 0 ? '' : ',\n'}${JSON.stringify(feature)}`);
  }
  await write('\n]}\n');
  out.end();
  await once(out, 'finish');
}

interface Beat {
  /** The longest times between two frames, in milliseconds, with when they ended. */
  readonly gaps: readonly (readonly [ms: number, atMs: number])[];
  /** Likewise of what the browser calls a long task. */
  readonly tasks: readonly (readonly [ms: number, atMs: number])[];
  /** The longest time that a timer of 10 ms took. */
  readonly timerMs: number;
  readonly frames: number;
}

declare global {
  // oxlint-disable-next-line no-var
  var beat: { readonly start: () => void; readonly read: () => Beat };
}

/** Runs in the page: refers to nothing outside itself. */
function installBeat(): void {
  let gaps: [number, number][] = [];
  let tasks: [number, number][] = [];
  let [frames, timerMs, setMs] = [0, 0, performance.now()];
  let lastMs = performance.now();
  const tick = (): void => {
    const nowMs = performance.now();
    gaps.push([Math.round(nowMs - lastMs), Math.round(nowMs)]);
    frames += 1;
    lastMs = nowMs;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  setInterval(() => {
    const nowMs = performance.now();
    timerMs = Math.max(timerMs, Math.round(nowMs - setMs));
    setMs = nowMs;
  }, 10);
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries())
      tasks.push([Math.round(duration), Math.round(startTime + duration)]);
  }).observe({ type: 'longtask' });
  const longest = (some: [number, number][]): [number, number][] =>
    some.toSorted(([a], [b]) => b - a).slice(0, 5);
  globalThis.beat = {
    start: () => {
      [gaps, tasks, frames, timerMs] = [[], [], 0, 0];
      lastMs = setMs = performance.now();
    },
    read: () => ({ gaps: longest(gaps), tasks: longest(tasks), timerMs, frames }),
  };
}

const show = ({ gaps, tasks, timerMs, frames }: Beat): string =>
  `${frames} frames; longest gaps ${gaps.map(([ms]) => ms).join(', ')} ms; long tasks ${tasks.map(([ms]) => ms).join(', ') || 'none'} ms; longest wait of a timer ${timerMs} ms`;
/** For a machine that does nothing else: where others take its cores, a frame waits for them too. */
const worst = ({ gaps, tasks }: Beat): number =>
  Math.max(0, ...[...gaps, ...tasks].map(([ms]) => ms));

async function openImport(browser: Browser) {
  const opened = await openAtlas(browser, {
    url: server.origin,
    width: 1440,
    height: 900,
    hash: 'v=1&tool=import',
    expected: [/WebGL/],
  });
  const { page } = opened;
  page.setDefaultTimeout(240_000);
  await page.locator('plan-import .choose').waitFor();
  await page.evaluate(installBeat);
  await page.waitForTimeout(3000);
  return opened;
}

const give = async (page: Page): Promise<void> => {
  await page.evaluate(() => beat.start());
  await page.locator('plan-import input[type=file]').setInputFiles(file);
};

it.each([
  ['without a map, so that nothing but the page itself is measured', false],
  ['with the map, in software', true],
])('is read while the page answers: %s', async (_, webgl) => {
  const browser = await launchBrowser({ webgl });
  try {
    const { page, assertClean } = await openImport(browser);
    const startMs = Date.now();
    await give(page);
    await page.locator('plan-import .job').waitFor();
    const shownMs = Date.now() - startMs;
    const said = new Set<string>();
    const job = page.locator('plan-import .job .number');
    while ((await page.locator('plan-import .job').count()) > 0) {
      const text = await job.textContent({ timeout: 1000 }).catch(() => null);
      if (text) said.add(text.trim().replaceAll(/\s+/g, ' '));
      // Asking takes time of the page's, too.
      await page.waitForTimeout(200);
    }
    const readMs = Date.now() - startMs;
    const reading = await page.evaluate(() => beat.read());
    await page.evaluate(() => beat.start());
    await page.locator('plan-import .table li').first().waitFor();
    await page.locator('plan-import .place').waitFor();
    await page.waitForTimeout(5000);
    const after = await page.evaluate(() => beat.read());
    console.log(
      [
        `${statSync(file).size} bytes, ${webgl ? 'map in software' : 'no map'}`,
        `progress after ${shownMs} ms, read in ${readMs} ms; said: ${[...said].join(' | ')}`,
        `while reading: ${show(reading)}`,
        `afterwards (preview, rows): ${show(after)}`,
      ].join('\n  '),
    );
    expect(shownMs).toBeLessThan(1000);
    expect(said.size).toBeGreaterThan(2);
    expect(worst(reading)).toBeLessThanOrEqual(MOST_BLOCKED_MS);
    // With the map the preview is drawn by the processor alone, and that is not the page's doing.
    if (!webgl) expect(worst(after)).toBeLessThanOrEqual(MOST_BLOCKED_MS);
    assertClean();
  } finally {
    await browser.close();
  }
});

it('is called off within a second, in every phase', async () => {
  const browser = await launchBrowser({ webgl: false });
  try {
    const { page, assertClean } = await openImport(browser);
    const took: string[] = [];
    for (const phase of ['读取', '解析', '检查']) {
      await give(page);
      const ms = await page.evaluate(async (wanted) => {
        const root = planProbe.part('plan-import').shadowRoot!;
        const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
        const says = (): string => root.querySelector('.job .number')?.textContent ?? '';
        for (; !says().includes(wanted); await frame());
        const startMs = performance.now();
        root.querySelector<HTMLButtonElement>('.job button')!.click();
        while (root.querySelector('.job')) await frame();
        return performance.now() - startMs;
      }, phase);
      took.push(`${phase}: ${Math.round(ms)} ms`);
      expect(ms, phase).toBeLessThan(MOST_CANCEL_MS);
      await page.locator('plan-import .news', { hasText: '取消' }).waitFor();
      expect(await page.locator('plan-import .open li').count()).toBe(0);
    }
    const beats = await page.evaluate(() => beat.read());
    console.log(`called off: ${took.join('; ')}\n  ${show(beats)}`);
    expect(worst(beats)).toBeLessThanOrEqual(MOST_BLOCKED_MS);
    assertClean();
  } finally {
    await browser.close();
  }
});
