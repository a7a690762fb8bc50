/** Tiles that a server has not, cannot give, or never sends: the plan stays whole, a badge says why, and a button asks again. */
import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';
import { openAtlas } from './open-atlas.ts';
import { paint } from './tile-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const opacityOf = (page: Page, id: string): Promise<number | undefined> =>
  page.evaluate((feature) => planProbe.part('plan-map').inspection?.lookOf(feature)?.opacity, id);

interface Failure {
  readonly name: string;
  readonly answer: (response: ServerResponse) => void;
  readonly says: string;
}

const FAILURES: readonly Failure[] = [
  {
    name: '404',
    answer: (response) => response.writeHead(404).end(),
    says: '瓦片没有取到',
  },
  {
    name: '500',
    answer: (response) => response.writeHead(500).end('down'),
    says: '瓦片没有取到',
  },
  { name: 'no answer', answer: () => undefined, says: '服务器迟迟没有回应' },
];

it('fault 69: by 404, 500 or no answer at all, a badge says so and a button asks again', async () => {
  let failure: Failure | null = null;
  const green = paint(30, 160, 60);
  const server = await serveStatic({
    root: 'dist',
    intercept: ({ url = '/' }, response) => {
      if (!url.startsWith('/tiles/')) return false;
      if (failure) failure.answer(response);
      else response.writeHead(200, { 'content-type': 'image/png' }).end(green);
      return true;
    },
  });
  const opened = await openAtlas(browser, {
    width: 1100,
    height: 720,
    url: server.origin,
    hash: 'v=1&tool=base',
    expected: [/tiles/, /status of (404|500)/],
  });
  const { page } = opened;
  const badge = page.locator('plan-map [data-control=base-badge]');
  const base = page.locator('plan-base [data-part=map]');
  await base.locator('.segments input[value=address]').check();
  for (const [at, next] of FAILURES.entries()) {
    failure = next;
    const address = `${server.origin}/tiles/${at}/{z}/{x}/{y}.png`;
    await page.locator('plan-base input[name=address]').fill(address);
    await page.locator('plan-base [data-action=show]').click();
    await badge.waitFor({ timeout: 25_000 });
    expect(await badge.textContent(), next.name).toContain('底图未能显示');
    await expect.poll(() => base.locator('[part=status]').textContent()).toContain(next.says);
    expect(await opacityOf(page, 'airport'), next.name).toBe(1);
    // What was asked for before is answered as before: else a late tile would come by itself, and no button be needed.
    await page.waitForTimeout(2500);
    failure = null;
    await base.locator('[data-action=retry]').click();
    await badge.waitFor({ state: 'detached', timeout: 25_000 });
    expect(await opacityOf(page, 'airport'), next.name).toBe(1);
  }
  opened.assertClean();
  await opened.close();
  await server.close();
}, 120_000);
