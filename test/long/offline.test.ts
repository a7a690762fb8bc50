import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publishCopy } from '../e2e/publish-copy.ts';
import { reloadOffline } from '../e2e/reload-offline.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';

it('stands 100 reloads with the server stopped', async () => {
  expect(existsSync('dist/sw.js'), 'run "npm run build" first').toBe(true);
  const browser = await launchBrowser();
  const copy = await publishCopy();
  try {
    const context = { serviceWorkers: 'allow' } as const;
    const opened = await openPage(browser, { url: copy.address, context });
    await opened.page.waitForSelector('html[data-offline=ready]');
    await copy.stop();
    await reloadOffline(opened.page, 100);
    opened.assertClean();
  } finally {
    await browser.close();
    await copy.remove();
  }
});
