/** Puts atlases into a page and takes them out again, and counts what stays behind. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { countRemains, slopeOf, type Remains } from './remains.ts';

interface Cycles {
  readonly count: number;
  /** Every so many cycles the map is waited for; 1: always. The others end while something still loads. */
  readonly paintedEvery: number;
  /** How often it is counted, in cycles. */
  readonly countEvery: number;
}

/** After so many cycles. */
interface CycleRemains extends Remains {
  readonly cycle: number;
  readonly contexts: number;
}

export async function mountCycles(
  page: Page,
  { count, paintedEvery, countEvery }: Cycles,
): Promise<CycleRemains[]> {
  const session = await page.context().newCDPSession(page);
  const remains: CycleRemains[] = [];
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
    remains.push({
      cycle: cycle + countEvery,
      ...(await countRemains(page, session)),
      contexts: await page.evaluate(() => contextCount.live()),
    });
  }
  await session.detach();
  return remains;
}

const MOST_HEAP_GROWTH_BYTES = 2048;

/** Asserts over the later half, once all code has come and caches are full; what was counted, as a line. */
export function expectNoGrowth(remains: readonly CycleRemains[]): string {
  const later = remains.slice(Math.floor(remains.length / 2));
  const growth = (read: (one: CycleRemains) => number): number =>
    slopeOf(later.map((one) => [one.cycle, read(one)]));
  const heap = growth(({ heapBytes }) => heapBytes);
  const nodes = growth((one) => one.nodes);
  const listeners = growth((one) => one.listeners);
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
