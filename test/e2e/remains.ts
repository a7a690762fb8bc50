/** What is alive in a page once all garbage is gone, and how it grows. */
import type { CDPSession, Page } from 'playwright-core';

/** Flags of the browser: code that the engine makes anew as it warms up is no leak, and would hide one. */
export const NO_COMPILING = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

export interface Remains {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
}

/** What was on its way arrives first, and is let go of: counted when it gets no less. */
export async function countRemains(page: Page, session: CDPSession): Promise<Remains> {
  await session.send('Performance.enable');
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
  };
}

/** Growth of `y` by one of `x`, along the line that fits best (least squares). */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, height] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  return (
    mean(points.map(([x, y]) => (x - middle) * (y - height))) /
    mean(points.map(([x]) => (x - middle) ** 2))
  );
}
