import { expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { countContexts } from './contexts.ts';
import { expectNoGrowth, mountCycles } from './mount-cycles.ts';

/** `test/long/mount-cycles.test.ts` waits for the map of each. */
it('fault 58: 500 atlases that come and go leave nothing behind', async () => {
  const browser = await launchBrowser();
  const opened = await openBench(browser, { prepare: countContexts });
  opened.page.setDefaultTimeout(120_000);
  const startMs = Date.now();
  const remains = await mountCycles(opened.page, { count: 500, paintedEvery: 50, countEvery: 50 });
  console.log(expectNoGrowth(remains), `${Math.round((Date.now() - startMs) / 1000)} s`);
  expect(await opened.page.evaluate(() => contextCount.made())).toBeGreaterThan(10);
  opened.assertClean();
  await browser.close();
}, 600_000);
