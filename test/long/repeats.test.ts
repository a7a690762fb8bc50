/** What the soak cannot tell: whether what stays behind is there once for each thing that was opened, or each time. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAtlas } from '../e2e/open-atlas.ts';
import { countRemains, type Remains } from '../e2e/remains.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';

const PHRASES = 15;
const ROUNDS = 4;
const MOST_HEAP_GROWTH_BYTES = 1e6;

it('phrases that were opened before leave nothing more when they are opened again', async () => {
  expect(existsSync('dist/index.html'), 'run "npm run build" first').toBe(true);
  const server = await serveStatic({ root: 'dist' });
  const browser = await launchBrowser();
  try {
    const opened = await openAtlas(browser, { width: 1280, height: 760, url: server.origin });
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    const first = await page.evaluate(() => planProbe.view());
    const phrases = page.locator('plan-text a.phrase');
    const every = Math.floor((await phrases.count()) / PHRASES);
    const remains: Remains[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (let index = 0; index < PHRASES; index += 1) {
        await phrases.nth(index * every).click();
        await page.waitForTimeout(60);
      }
      // Always of the same view, so that what differs has stayed behind.
      await page.evaluate(async (view) => {
        planProbe.host().setViewState(view);
        await planProbe.host().viewOnReady();
      }, first);
      remains.push(await countRemains(page, session));
    }
    console.log(remains.map((one) => JSON.stringify(one)).join('\n'));
    const [known, ...again] = remains;
    for (const { nodes, listeners, workers } of again) {
      expect([nodes, listeners, workers]).toEqual([known!.nodes, known!.listeners, known!.workers]);
    }
    expect(again.at(-1)!.heapBytes - again[0]!.heapBytes).toBeLessThan(MOST_HEAP_GROWTH_BYTES);
    opened.assertClean();
  } finally {
    await browser.close();
    await server.close();
  }
}, 600_000);
