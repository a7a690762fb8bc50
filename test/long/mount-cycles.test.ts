import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBench } from '../e2e/bench.ts';
import { countContexts } from '../e2e/contexts.ts';
import { expectNoGrowth, mountCycles } from '../e2e/mount-cycles.ts';
import { NO_COMPILING } from '../e2e/remains.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';

it('fault 58: 2,000 atlases, of which every tenth has painted its map, leave nothing behind', async () => {
  expect(existsSync('dist-lib/plan-atlas.js'), 'run "npm run build:lib" first').toBe(true);
  const server = await serveStatic({
    root: 'dist',
    mounts: { '/lib/': 'dist-lib', '/pages/': 'test/e2e/pages' },
  });
  const browser = await launchBrowser({ flags: NO_COMPILING });
  try {
    const opened = await openBench(browser, { url: server.origin, prepare: countContexts });
    opened.page.setDefaultTimeout(3_600_000);
    const cycles = { count: 2000, paintedEvery: 10, countEvery: 50 };
    console.log(expectNoGrowth(await mountCycles(opened.page, cycles)));
    // Those that were waited for, and some that had got so far when they went.
    expect(await opened.page.evaluate(() => contextCount.made())).toBeGreaterThanOrEqual(200);
    opened.assertClean();
  } finally {
    await browser.close();
    await server.close();
  }
}, 7_200_000);
