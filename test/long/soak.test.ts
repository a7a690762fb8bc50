/** An eight-hour working day in miniature: scripted use without a pause, and nothing grows. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAtlas } from '../e2e/open-atlas.ts';
import { countRemains, slopeOf, type Remains } from '../e2e/remains.ts';
import { chooseUse } from '../e2e/use-atlas.ts';
import { createRandom } from '../fixtures/create-random.ts';
import { launchBrowser } from '../tools/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { serveStatic } from '../tools/serve-static.ts';

const SEED = Number(process.env['SOAK_SEED'] ?? 18061126);
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 10);
const COUNT_EVERY_MS = 30_000;
/** Until here all code comes and caches fill. */
const WARM_UP_MINUTES = MINUTES * 0.3;
const MOST_HEAP_GROWTH_MB = 1;

interface Sample extends Remains {
  readonly minute: number;
}

it(
  `${MINUTES} minutes of everything that a reader does leave nothing behind`,
  async () => {
    expect(existsSync('dist/index.html'), 'run "npm run build" first').toBe(true);
    // The strict policy, but for the preview of the embed tool, which is a frame of the app itself.
    const policy = CONTENT_SECURITY_POLICY.replace("frame-src 'none'", "frame-src 'self'");
    const server = await serveStatic({ root: 'dist', policy: () => policy });
    const browser = await launchBrowser();
    try {
      const opened = await openAtlas(browser, {
        width: 1280,
        height: 760,
        url: server.origin,
        // A preview that is closed before it stands lets go of what was coming.
        expected: [/ERR_ABORTED/],
      });
      const { page } = opened;
      page.setDefaultTimeout(30_000);
      const first = await page.evaluate(() => planProbe.view());
      const session = await page.context().newCDPSession(page);
      const random = createRandom(SEED);
      const samples: Sample[] = [];
      const times = new Map<string, number>();
      const startMs = performance.now();
      const minutes = (): number => (performance.now() - startMs) / 60_000;
      let countAtMs = startMs + COUNT_EVERY_MS;
      while (minutes() < MINUTES) {
        const { name, act } = chooseUse(random);
        await act(page, random).catch((error: unknown) => {
          throw new Error(`"${name}", seed ${SEED}, after ${minutes().toFixed(1)} minutes`, {
            cause: error,
          });
        });
        times.set(name, (times.get(name) ?? 0) + 1);
        if (performance.now() < countAtMs) continue;
        // Always of the same view, so that what differs has stayed behind.
        await page.evaluate(async (view) => {
          planProbe.host().setViewState(view);
          await planProbe.host().viewOnReady();
        }, first);
        samples.push({ minute: minutes(), ...(await countRemains(page, session)) });
        countAtMs = performance.now() + COUNT_EVERY_MS;
      }
      const uses = [...times.values()].reduce((sum, count) => sum + count, 0);
      const later = samples.filter(({ minute }) => minute > WARM_UP_MINUTES);
      const growth = (read: (one: Sample) => number): number =>
        slopeOf(later.map((one) => [one.minute, read(one)]));
      const heap = growth(({ heapBytes }) => heapBytes / 1e6);
      const nodes = growth((one) => one.nodes);
      const listeners = growth((one) => one.listeners);
      const line = `Seed ${SEED}: ${uses} uses of ${times.size} kinds in ${minutes().toFixed(1)} minutes; a minute ${heap.toFixed(3)} MB, ${nodes.toFixed(1)} nodes, ${listeners.toFixed(1)} listeners.`;
      console.log(`${line}\n${samples.map(show).join('\n')}`);
      console.log([...times].map(([name, count]) => `${name} ${count}`).join(', '));
      opened.assertClean();
      expect(later.length, line).toBeGreaterThan(2);
      expect(heap, line).toBeLessThanOrEqual(MOST_HEAP_GROWTH_MB);
      opened.assertClean();
    } finally {
      await browser.close();
      await server.close();
    }
  },
  (MINUTES + 10) * 60_000,
);

const show = ({ minute, heapBytes, nodes, listeners, workers }: Sample): string =>
  `  ${minute.toFixed(1)} min: ${(heapBytes / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${workers} workers`;
