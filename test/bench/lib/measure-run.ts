/** One load of one page in a browser of its own, and what is done with it then. */
import { readFileSync, readdirSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { launchBrowser } from '../../tools/browser.ts';
import { installCommon, installOwn } from './page-hooks.ts';
import type { PageServer } from './serve-pages.ts';

export interface Job {
  readonly peer: string;
  readonly dataset: string;
  /** Address from the server's root. */
  readonly path: string;
  readonly isOwn: boolean;
  /** Gives up after this time. */
  readonly timeoutMs: number;
  /** Load alone: no interaction, no memory, no reload. */
  readonly isBrief: boolean;
  /** Features that are selected in turn; none for the peers. */
  readonly select: readonly string[];
  /** Where a picture of the first idle goes; null: nowhere. */
  readonly picture: string | null;
}

/** Times in ms since the navigation, or of the act; sizes in bytes. */
export interface Measures {
  readonly idleMs: number;
  readonly textMs: number;
  readonly requests: number;
  readonly wireBytes: number;
  readonly scriptBytes: number;
  readonly longMs: number;
  readonly longestMs: number;
  readonly blockingMs: number;
  readonly heapBytes: number;
  readonly memoryBytes: number;
  readonly reloadMs: number;
  readonly toggleMs: number;
  readonly filterMs: number;
  readonly selectMs: number;
  readonly pickMs: number;
  readonly pickSlowMs: number;
  readonly framesPerSecond: number;
  readonly frameMs: number;
  readonly frameSlowMs: number;
  /** Heap after a minute's worth of use less that before it. */
  readonly growthBytes: number;
  /** Share of the picture's pixels that are neither the ground nor white, 0–1. */
  readonly ink: number;
}

export interface Run {
  readonly peer: string;
  readonly dataset: string;
  readonly error: string | null;
  /** CPU time of other processes while it loaded, in cores. */
  readonly foreign: number;
  /** What is missing the page cannot do, or was not asked for. */
  readonly measures: Partial<Measures>;
}

export const SIZE = { width: 1280, height: 720 } as const;
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--enable-blink-features=ForceEagerMeasureMemory',
];
const TICKS_PER_S = 100;
const DRAG_MS = 2000;
const WHOLE_MS = 5000;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
/** Of those that are known; undefined: none is. */
export const median = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  if (known.length === 0) return undefined;
  return (known[(known.length - 1) >> 1]! + known[known.length >> 1]!) / 2;
};

/** Seconds of CPU: of all processes, and of this one with its children. */
function readCpu(): { readonly all: number; readonly own: number; readonly atMs: number } {
  const [, user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .split(/\s+/)
    .map(Number);
  const parents = new Map<number, number>();
  const times = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const line = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(fields[1]));
      times.set(
        Number(name),
        fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_S,
      );
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOwn = (id: number | undefined): boolean =>
    id !== undefined && id !== 0 && (id === process.pid || isOwn(parents.get(id)));
  let own = 0;
  for (const [id, time] of times) if (isOwn(id)) own += time;
  const all = (user! + nice! + system! + irq! + softirq!) / TICKS_PER_S;
  return { all, own, atMs: performance.now() };
}

function countForeign(from: ReturnType<typeof readCpu>, to: ReturnType<typeof readCpu>): number {
  const cores = (to.all - from.all - (to.own - from.own)) / ((to.atMs - from.atMs) / 1000);
  return Math.max(0, cores);
}

/** Waits until other processes use less than a tenth of a core; no longer than `mostMs`. */
export async function waitForQuiet(mostMs: number): Promise<void> {
  const startMs = performance.now();
  for (;;) {
    const before = readCpu();
    await pause(700);
    const isQuiet = countForeign(before, readCpu()) < 0.1;
    if (isQuiet || performance.now() - startMs > mostMs) return;
  }
}

/** Share of pixels that are far from the ground's and from white. */
function countInk(picture: Buffer): number {
  const { data } = PNG.sync.read(picture);
  let inked = 0;
  for (let index = 0; index < data.length; index += 4) {
    const [red, green, blue] = [data[index]!, data[index + 1]!, data[index + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 32 || red + green + blue < 300) {
      inked += 1;
    }
  }
  return inked / (data.length / 4);
}

async function readHeap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize;
}

/** Drags the map for two seconds, then turns the wheel in and out. */
async function useMap(page: Page, client: CDPSession, isOwn: boolean): Promise<number[]> {
  const x = isOwn ? 560 : 640;
  const y = 380;
  const times = page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const stamps: number[] = [];
        const look = (stamp: number): void => {
          stamps.push(stamp);
          if (stamp - stamps[0]! < ms) requestAnimationFrame(look);
          else resolve(stamps);
        };
        requestAnimationFrame(look);
      }),
    WHOLE_MS,
  );
  const startMs = performance.now();
  const past = (): number => performance.now() - startMs;
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', dx = 0, dy = 0) =>
    client.send('Input.dispatchMouseEvent', {
      type,
      x: x + dx,
      y: y + dy,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'none' });
  await send('mousePressed');
  while (past() < DRAG_MS) {
    const sway = Math.sin((past() / DRAG_MS) * Math.PI);
    await send('mouseMoved', -200 * sway, -100 * sway * Math.cos(past() / 300));
    await pause(16);
  }
  await send('mouseReleased');
  for (let turn = 0; past() < WHOLE_MS - 100; turn += 1) {
    await client.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x,
      y,
      button: 'none',
      deltaX: 0,
      deltaY: turn % 20 < 10 ? -100 : 100,
    });
    await pause(140);
  }
  return times;
}

const timeAct = (page: Page, act: 'toggle' | 'filter'): Promise<number | undefined> =>
  page.evaluate(async (name) => {
    const run = peerBench![name];
    if (!run) return undefined;
    const taken: number[] = [];
    for (const isOn of name === 'toggle' ? [false, true] : [true, false]) {
      const startMs = performance.now();
      await run(isOn);
      await benchPainted();
      taken.push(performance.now() - startMs);
    }
    return (taken[0]! + taken[1]!) / 2;
  }, act);

/** @param spots pixels of the page, asked one after another */
const timePicks = (page: Page, spots: readonly (readonly [number, number])[]) =>
  page.evaluate((list) => {
    if (!peerBench!.pick) return null;
    return list.map(([x, y]) => {
      const startMs = performance.now();
      peerBench!.pick!(x, y);
      return performance.now() - startMs;
    });
  }, spots);

/** A grid over the map's middle. */
const SPOTS = Array.from(
  { length: 100 },
  (_, index) => [220 + (index % 10) * 60, 140 + Math.floor(index / 10) * 45] as const,
);

type Writable = { -readonly [K in keyof Measures]?: Measures[K] };

export async function measureRun(server: PageServer, job: Job): Promise<Run> {
  const { peer, dataset, isOwn, timeoutMs } = job;
  const measures: Writable = {};
  let error: string | null = null;
  let foreign = 0;
  const browser = await launchBrowser({ flags: FLAGS });
  try {
    const context = await browser.newContext({ viewport: SIZE, serviceWorkers: 'block' });
    // What the runner of this script wraps functions in to keep their names.
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    await context.addInitScript(installCommon);
    if (isOwn) await context.addInitScript(installOwn);
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto('about:blank');
    await pause(400);
    const client = await context.newCDPSession(page);
    await client.send('HeapProfiler.enable');
    server.forget();
    const before = readCpu();
    const open = async (): Promise<void> => {
      await page.goto(server.origin + job.path, { waitUntil: 'commit' });
      await page.waitForFunction(
        () => globalThis.peerBench?.done || globalThis.peerBench?.error,
        null,
        {
          timeout: timeoutMs,
          polling: 50,
        },
      );
    };
    await open();
    foreign = countForeign(before, readCpu());
    const told = await page.evaluate(() => ({
      error: peerBench!.error,
      idleMs: peerBench!.idleMs,
      textMs: globalThis.benchText,
      long: benchLong,
    }));
    if (told.error !== null) throw new Error(told.error);
    const picture = await page.screenshot(job.picture === null ? {} : { path: job.picture });
    measures.ink = countInk(picture);
    measures.idleMs = told.idleMs;
    measures.textMs = told.textMs;
    const long = told.long
      .filter(([startMs]) => startMs < told.idleMs)
      .map(([, durationMs]) => durationMs);
    measures.longMs = long.reduce((sum, ms) => sum + ms, 0);
    measures.longestMs = Math.max(0, ...long);
    measures.blockingMs = long.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);
    const asked = server.asked().filter(({ path }) => path !== '/favicon.ico');
    measures.requests = asked.length;
    measures.wireBytes = asked.reduce((sum, { bytes }) => sum + bytes, 0);
    measures.scriptBytes = asked
      .filter(({ path }) => /\.m?js$/.test(path))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    measures.heapBytes = await readHeap(client);
    if (!job.isBrief) await measureUse(page, client, job, measures);
    if (!job.isBrief) {
      await page.goto('about:blank');
      await open();
      measures.reloadMs = await page.evaluate(() => peerBench!.idleMs);
    }
  } catch (reason) {
    error = (reason instanceof Error ? reason.message : String(reason)).slice(0, 300);
  }
  await browser.close();
  return { peer, dataset, error, foreign, measures };
}

async function measureUse(
  page: Page,
  client: CDPSession,
  job: Job,
  measures: Writable,
): Promise<void> {
  const picks = await timePicks(page, SPOTS);
  if (picks) {
    measures.pickMs = at(picks, 0.5);
    measures.pickSlowMs = at(picks, 0.95);
  }
  measures.toggleMs = await timeAct(page, 'toggle');
  measures.filterMs = await timeAct(page, 'filter');
  const selections: number[] = [];
  for (const id of job.select) {
    selections.push(await page.evaluate((feature) => peerBench!.select!(feature), id));
  }
  measures.selectMs = median(selections);
  const stamps = await useMap(page, client, job.isOwn);
  const steps = stamps.slice(1).map((stamp, index) => stamp - stamps[index]!);
  measures.framesPerSecond = (steps.length / (stamps.at(-1)! - stamps[0]!)) * 1000;
  measures.frameMs = at(steps, 0.5);
  measures.frameSlowMs = at(steps, 0.95);
  const beforeBytes = await readHeap(client);
  await useMap(page, client, job.isOwn);
  measures.growthBytes = (await readHeap(client)) - beforeBytes;
  measures.memoryBytes = await page.evaluate(async () => {
    const { measureUserAgentSpecificMemory: measure } = performance as unknown as {
      measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
    };
    if (!measure) return undefined;
    const late = new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), 25_000);
    });
    return (await Promise.race([measure.call(performance), late]))?.bytes;
  });
}
