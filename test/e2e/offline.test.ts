import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { openMenu } from './open-atlas.ts';
import { reloadOffline } from './reload-offline.ts';
import { listKeptFiles, publishCopy, type PublishedCopy } from './publish-copy.ts';

const RELOADS = 20;
const TOOLS = ['audit', 'stats', 'measure', 'compare', 'profile:zong-2'];

let browser: Browser;
let copy: PublishedCopy | null = null;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await opened?.close();
  await copy?.remove();
  opened = null;
  copy = null;
});
afterAll(() => browser.close());

/** A page of the copy, once everything is kept. */
async function openKept(subfolder = '', options: OpenPageOptions = {}): Promise<OpenedPage> {
  copy = await publishCopy(subfolder);
  opened = await openPage(browser, {
    width: 1000,
    height: 640,
    ...options,
    context: { serviceWorkers: 'allow', ...options.context },
    url: copy.address,
  });
  opened.page.setDefaultTimeout(20_000);
  await opened.page.waitForSelector('html[data-offline=ready]');
  return opened;
}

const noticeOf = (kind: string): string => `plan-update[notice=${kind}]`;

/** What pages elsewhere take: the library, examples, pictures. The app itself asks for none of it. */
const FOR_OTHER_PAGES = /^(lib|examples|posters|oembed)\/|^embed\.html$/;

it('keeps every built file of the app but the worker itself', () => {
  const built = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative('dist', path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.startsWith('.vite/') && file !== 'sw.js')
    .filter((file) => !FOR_OTHER_PAGES.test(file));
  expect(built.length).toBeGreaterThan(20);
  expect([...listKeptFiles()].sort()).toEqual(built.sort());
});

it(`fault 74: stands ${RELOADS} reloads with the server stopped, text, map and every tool`, async () => {
  const { page, assertClean } = await openKept();
  await page.waitForSelector(noticeOf('offline'));
  await expect(page.locator('plan-update span').first().innerText()).resolves.toBe('可离线使用');
  await page.waitForSelector(noticeOf('none'), { state: 'attached' });
  await copy!.stop();
  await reloadOffline(page, RELOADS);
  // Said once, and not at every start.
  expect(await page.locator('plan-update').getAttribute('notice')).toBe('none');
  for (const tool of TOOLS) {
    const [name] = tool.split(':');
    await page.goto('about:blank');
    await page.goto(`${copy!.address}#v=1&tool=${tool}&lens=planned`);
    await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
    await page.waitForFunction((tag) => {
      const element = document
        .querySelector('plan-atlas')!
        .shadowRoot!.querySelector<HTMLElement>(tag);
      return element?.shadowRoot && element.shadowRoot.textContent!.trim().length > 20;
    }, `plan-${name}`);
    await page.waitForLoadState('networkidle');
  }
  assertClean();
}, 240_000);

it('works offline in a subfolder, with any query, in English, and without another reload', async () => {
  const { page, assertClean } = await openKept('maps/yuxian/');
  await copy!.stop();
  // What was never asked for yet comes from what is kept.
  await openMenu(page, 'tools');
  await page.locator('plan-atlas .tools [data-tool=stats]').click();
  await page.waitForFunction(() =>
    document
      .querySelector('plan-atlas')!
      .shadowRoot!.querySelector('plan-stats')
      ?.shadowRoot?.querySelector('svg'),
  );
  await page.goto(`${copy!.address}index.html?from=usb#v=1&lang=en`);
  await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  await expect(page.title()).resolves.toContain('Plan Atlas');
  assertClean();
});

/** As the browser does on every visit: asks whether there is another version. */
async function askForVersion(page: OpenedPage['page']): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

const versionOf = (page: OpenedPage['page']): Promise<string | null> =>
  page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? null,
  );

it('fault 75: tells of a new version, waits, and takes it when asked', async () => {
  const { page, assertClean } = await openKept();
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  copy!.publish('second');
  await askForVersion(page);
  await page.waitForSelector(noticeOf('update'));
  await expect(page.locator('plan-update span').first().innerText()).resolves.toBe('新版本已就绪');
  // An ordinary reload stays with the version that is in use.
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  expect(await versionOf(page)).toBeNull();
  await page.locator('plan-atlas [data-control=lang]').click();
  await page.getByRole('button', { name: 'Later' }).click();
  expect(await page.locator('plan-update').getAttribute('notice')).toBe('none');
  await page.reload();
  await page.waitForSelector(noticeOf('update'));
  expect(await versionOf(page)).toBeNull();

  await page.getByRole('button', { name: 'Reload', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('meta[name=version]', { state: 'attached' });
  expect(await versionOf(page)).toBe('second');
  await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  assertClean();
});

it('says nothing of a new version while a window presents, and speaks when it is over', async () => {
  const { page, context, assertClean } = await openKept();
  const other = await context.newPage();
  await other.goto(copy!.address);
  await other.waitForSelector('html[data-offline=ready]');
  // The second window presents; how the app's own windows say so is `setBusy`.
  await other.evaluate(() => {
    const name = `plan-atlas presenting ${new URL('.', document.baseURI).pathname}`;
    void navigator.locks.request(
      name,
      { mode: 'shared' },
      () => new Promise<void>((resolve) => Object.assign(globalThis, { endShow: resolve })),
    );
  });
  copy!.publish('second');
  await askForVersion(page);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await page.waitForTimeout(1500);
  for (const each of [page, other]) {
    expect(await each.locator('plan-update').getAttribute('notice')).not.toBe('update');
    expect(await versionOf(each)).toBeNull();
  }
  await other.evaluate(() => (globalThis as unknown as { endShow: () => void }).endShow());
  await page.waitForSelector(noticeOf('update'));
  await other.waitForSelector(noticeOf('update'));

  // One window goes over; the other is not reloaded under its reader's hands.
  await other.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.waitForSelector('meta[name=version]', { state: 'attached' });
  await other.waitForTimeout(500);
  expect(await other.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  await other.waitForSelector(noticeOf('update'));
  await other.getByRole('button', { name: '重新载入' }).click();
  await other.waitForSelector('meta[name=version]', { state: 'attached' });
  assertClean();
});

it('works and says nothing where service workers or storage are denied', async () => {
  copy = await publishCopy();
  for (const denial of ['missing', 'throwing', 'rejecting'] as const) {
    opened = await openPage(browser, { context: { serviceWorkers: 'allow' } });
    const { page } = opened;
    await page.addInitScript((kind) => {
      const deny = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      if (kind === 'rejecting') {
        ServiceWorkerContainer.prototype.register = () =>
          Promise.reject(new DOMException('denied', 'SecurityError'));
        return;
      }
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get: kind === 'missing' ? () => undefined : deny,
      });
    }, denial);
    await page.goto(copy.address);
    await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
    await page.waitForSelector('plan-update', { state: 'attached' });
    await page.waitForTimeout(300);
    expect(await page.locator('plan-update').getAttribute('notice'), denial).toBe('none');
    opened.assertClean();
    await opened.close();
  }
  opened = null;
});

it('offers what a browser needs to install it, from its own host and in its own folder', async () => {
  copy = await publishCopy('a/b/');
  const read = async (file: string): Promise<Response> => {
    const response = await fetch(new URL(file, copy!.address));
    expect(response.status, file).toBe(200);
    return response;
  };
  expect(await (await read('')).text()).toContain('rel="manifest" href="./manifest.webmanifest"');
  const manifest = (await (await read('manifest.webmanifest')).json()) as {
    readonly lang: string;
    readonly start_url: string;
    readonly scope: string;
    readonly icons: readonly { readonly src: string; readonly purpose: string }[];
  };
  expect(manifest).toMatchObject({ lang: 'zh-Hans', start_url: './', scope: './' });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src } of manifest.icons) await read(src);
});
