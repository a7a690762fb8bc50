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

type Answer = (response: ServerResponse) => void;

it.each<{ readonly name: string; readonly answer: Answer; readonly says: string }>([
  {
    name: 'has none of them (404)',
    answer: (response) => response.writeHead(404).end(),
    says: '瓦片没有取到',
  },
  {
    name: 'fails (500)',
    answer: (response) => response.writeHead(500).end('down'),
    says: '瓦片没有取到',
  },
  // What is asked is never answered.
  { name: 'never answers', answer: () => undefined, says: '服务器迟迟没有回应' },
])(
  'fault 69: a badge and a way to ask again when the server $name',
  async ({ answer, says }) => {
    let isDown = true;
    const green = paint(30, 160, 60);
    const server = await serveStatic({
      root: 'dist',
      intercept: ({ url = '/' }, response) => {
        if (!url.startsWith('/tiles/')) return false;
        if (isDown) answer(response);
        else response.writeHead(200, { 'content-type': 'image/png' }).end(green);
        return true;
      },
    });
    const opened = await openAtlas(browser, {
      width: 1100,
      height: 720,
      url: server.origin,
      hash: 'v=1&tool=base',
      expected: [/tiles/],
    });
    const { page } = opened;
    const badge = page.locator('plan-map [data-control=base-badge]');
    const base = page.locator('plan-base [data-part=map]');
    await base.locator('.segments input[value=address]').check();
    await page
      .locator('plan-base input[name=address]')
      .fill(`${server.origin}/tiles/{z}/{x}/{y}.png`);
    await page.locator('plan-base [data-action=show]').click();
    await badge.waitFor({ timeout: 25_000 });
    expect(await badge.textContent()).toContain('底图未能显示');
    await expect.poll(() => base.locator('[part=status]').textContent()).toContain(says);
    expect(await opacityOf(page, 'airport')).toBe(1);
    isDown = false;
    await base.locator('[data-action=retry]').click();
    await badge.waitFor({ state: 'detached', timeout: 25_000 });
    expect(await opacityOf(page, 'airport')).toBe(1);
    opened.assertClean();
    await opened.close();
    await server.close();
  },
  120_000,
);
