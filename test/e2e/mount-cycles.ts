/** Puts atlases into a page and takes them out again, and counts what stays behind. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Flags of the browser: code that the engine makes anew as it warms up is no leak, and would hide one. */
export const NO_COMPILING = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

interface Cycles {
  readonly count: number;
  /** Every so many cycles the map is waited for; 1: always. The others end while something still loads. */
  readonly paintedEvery: number;
  /** How often it is counted, in cycles. */
  readonly countEvery: number;
}

/** What is alive in the page once all garbage is gone. */
interface Remains {
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
          else await bench.frames(at % 5);
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

/** What was on its way when its atlas went arrives first, and is let go of: counted when it gets no less. */
async function countRemains(page: Page, session: CDPSession): Promise<Omit<Remains, 'cycle'>> {
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 40; round += 1) {
    await page.waitForTimeout(250);
    await session.send('HeapProfiler.collectGarbage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    if (round > 1 && nodes === before) break;
    before = nodes;
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
function slopeOf(remains: readonly Remains[], read: (one: Remains) => number): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const cycles = remains.map(({ cycle }) => cycle);
  const [middle, height] = [mean(cycles), mean(remains.map(read))];
  const across = remains.map((one) => (one.cycle - middle) * (read(one) - height));
  return mean(across) / mean(cycles.map((cycle) => (cycle - middle) ** 2));
}

const MOST_HEAP_GROWTH_BYTES = 2048;

/** Asserts over the later half, once all code has come and caches are full; what was counted, as a line. */
export function expectNoGrowth(remains: readonly Remains[]): string {
  const later = remains.slice(Math.floor(remains.length / 2));
  const heap = slopeOf(later, ({ heapBytes }) => heapBytes);
  const nodes = slopeOf(later, (one) => one.nodes);
  const listeners = slopeOf(later, (one) => one.listeners);
  const last = remains.at(-1)!;
  const line =
    `After ${last.cycle} cycles: ${last.nodes} nodes, ${last.listeners} listeners, ` +
    `${last.workers} workers, ${last.contexts} contexts, heap ${(last.heapBytes / 1e6).toFixed(1)} MB; ` +
    `a cycle ${nodes.toFixed(2)} nodes, ${listeners.toFixed(2)} listeners, ${heap.toFixed(0)} bytes.`;
  // Less than one in ten cycles: what is counted while a late answer is under way, and no growth.
  expect(nodes, line).toBeLessThan(0.1);
  expect(listeners, line).toBeLessThan(0.1);
  expect(heap, line).toBeLessThanOrEqual(MOST_HEAP_GROWTH_BYTES);
  for (const { workers, contexts } of later) expect([workers, contexts], line).toEqual([0, 0]);
  return line;
}
