/** Puts atlases into a page and takes them out again, and counts what stays behind. */
import type { CDPSession, Page } from 'playwright-core';

export interface Cycles {
  readonly count: number;
  /** Every so many cycles the map is waited for; 1: always. The others end while something still loads. */
  readonly paintedEvery: number;
  /** How often it is counted, in cycles. */
  readonly countEvery: number;
}

/** What is alive in the page once all garbage is gone. */
export interface Remains {
  readonly cycle: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly contexts: number;
}

export async function mountCycles(
  page: Page,
  { count, paintedEvery, countEvery }: Cycles,
): Promise<Remains[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const remains: Remains[] = [];
  for (let cycle = 0; cycle < count; cycle += countEvery) {
    await page.evaluate(
      async ([first, many, every]) => {
        for (let at = first; at < first + many; at += 1) {
          const atlas = bench.create({ src: '/bundle/yuxian.json', feature: 'airport' });
          document.body.append(atlas);
          if (at % every === every - 1) await atlas.viewOnReady();
          // Some go at once, some while the plan loads, some when the text stands or the map starts.
          else await bench.frames(at % 9);
          atlas.remove();
        }
      },
      [cycle, countEvery, paintedEvery] as const,
    );
    remains.push({ cycle: cycle + countEvery, ...(await countRemains(page, session)) });
  }
  await session.detach();
  return remains;
}

async function countRemains(page: Page, session: CDPSession): Promise<Omit<Remains, 'cycle'>> {
  // What was on its way when its atlas went arrives and is let go of.
  await page.waitForTimeout(500);
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => bench.frames(2));
  }
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { metrics } = await session.send('Performance.getMetrics');
  return {
    heapBytes: metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value,
    nodes,
    listeners: jsEventListeners,
    workers: page.workers().length,
    contexts: await page.evaluate(() => contextCount.live()),
  };
}

/** Growth a cycle, by the line that fits best. */
export function slopeOf(remains: readonly Remains[], read: (one: Remains) => number): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const cycles = remains.map(({ cycle }) => cycle);
  const [middle, height] = [mean(cycles), mean(remains.map(read))];
  const across = remains.map((one) => (one.cycle - middle) * (read(one) - height));
  return mean(across) / mean(cycles.map((cycle) => (cycle - middle) ** 2));
}
