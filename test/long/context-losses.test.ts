import { expect, it } from 'vitest';
import { loseAgainAndAgain } from '../e2e/lose-context.ts';
import { openAtlas } from '../e2e/open-atlas.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';

/** Most of each loss is the software renderer that makes all its programs anew, whatever the size and the layers. */
const TIMES = Number(process.env['LOSSES'] ?? 1000);

it('fault 64: a thousand lost contexts leave picture and selection as they were', async () => {
  const server = await serveStatic({ root: 'dist' });
  const browser = await launchBrowser();
  try {
    const opened = await openAtlas(browser, {
      width: 480,
      height: 360,
      url: server.origin,
      hash: 'v=1&feature=airport',
    });
    const startMs = performance.now();
    await loseAgainAndAgain(opened.page, TIMES);
    const seconds = (performance.now() - startMs) / 1000;
    console.log(`${TIMES} losses in ${seconds.toFixed(0)} s.`);
    expect(await opened.page.locator('plan-map canvas').count()).toBe(1);
    opened.assertClean();
  } finally {
    await browser.close();
    await server.close();
  }
}, 7_200_000);
