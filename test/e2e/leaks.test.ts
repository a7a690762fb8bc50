import { expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { countContexts } from './contexts.ts';
import { expectNoGrowth, mountCycles } from './mount-cycles.ts';
import { NO_COMPILING } from './remains.ts';

/** `test/long/mount-cycles.test.ts` waits for the map of each. */
it('fault 58: 500 atlases that come and go leave nothing behind', async () => {
  const browser = await launchBrowser({ flags: NO_COMPILING });
  const opened = await openBench(browser, { prepare: countContexts });
  opened.page.setDefaultTimeout(120_000);
  const cycles = { count: 500, paintedEvery: 50, countEvery: 50 };
  console.log(expectNoGrowth(await mountCycles(opened.page, cycles)));
  expect(await opened.page.evaluate(() => contextCount.made())).toBeGreaterThan(10);
  opened.assertClean();
  await browser.close();
}, 600_000);
