/** A browser whose settings deny storage to every site, as many do to frames: nothing is lost silently. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeLaunch } from '../tools/browser.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import { publishFrames } from './publish-frames.ts';

/** Chromium's name for “sites may not keep data on this device”. */
const DENIED = { profile: { default_content_setting_values: { cookies: 2 } } };

let context: BrowserContext;
let profile: string;
let site: StaticServer;
let app: StaticServer;

beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'plan-atlas-denied-'));
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(DENIED));
  context = await chromium.launchPersistentContext(profile, {
    ...(await describeLaunch({
      webgl: false,
      flags: ['--host-resolver-rules=MAP *.example 127.0.0.1'],
    })),
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  });
  site = await serveStatic({
    root: 'test/e2e/pages',
    mounts: { '/lib/': 'dist-lib' },
    policy: () => null,
  });
  app = await publishFrames({ listed: () => [] });
});
afterAll(async () => {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  await Promise.all([site.close(), app.close()]);
});

/** The app itself, and the app in a frame of another site. */
const WAYS: readonly {
  readonly name: string;
  readonly open: (page: Page, hash: string) => Promise<Frame>;
}[] = [
  {
    name: 'in a page of its own',
    open: async (page, hash) => {
      await page.goto(`${app.origin}/#${hash}`);
      return page.mainFrame();
    },
  },
  {
    name: 'in a frame of another site',
    open: async (page, hash) => {
      await page.goto(`http://news.example:${new URL(site.origin).port}/frames.html`);
      await page.waitForFunction(() => 'hostPage' in globalThis);
      await page.evaluate(
        (src) => hostPage.open(src, { width: '1200px', height: '850px' }).then(() => undefined),
        `${app.origin}/#${hash}`,
      );
      return page.frames().at(-1)!;
    },
  },
];

it.each(WAYS)(
  'fault 76: denied $name, each tool works from memory and says so',
  async ({ open }) => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));

    const marks = await open(page, 'v=1&tool=marks');
    // The setting holds: this is what pages meet.
    expect(
      await marks.evaluate(() => {
        try {
          return localStorage.length;
        } catch (error) {
          return (error as Error).name;
        }
      }),
    ).toBe('SecurityError');
    await marks.locator('plan-marks input[name=tool][value=point]').check();
    await marks.locator('plan-marks #entry').fill('113.4842,38.157');
    await marks.locator('plan-marks #entry').press('Enter');
    await expect.poll(() => marks.locator('plan-marks li[data-mark]').count()).toBe(1);
    expect(await marks.locator('plan-marks [data-note=memory]').innerText()).toContain(
      '只在这个窗口里',
    );

    const story = await open(page, 'v=1&tool=story&lang=en');
    await story.locator('plan-story li[data-scene=story-opening] [data-action=edit]').click();
    await story.locator('plan-story [data-field=title]').fill('Opening words');
    await story.locator('plan-story [data-keeping=memory]').waitFor({ state: 'attached' });
    expect(await story.locator('plan-story [role=alert]').first().innerText()).not.toBe('');

    const edit = await open(page, 'v=1&tool=edit&feature=airport&lang=zh-Hans');
    await edit.locator('plan-card h2').waitFor();
    await edit.locator('plan-edit [data-saving=memory]').waitFor();
    await edit.locator('plan-edit input[name=name]').fill('盂县通用机场');
    await edit.locator('plan-edit input[name=name]').press('Enter');
    await edit.locator('plan-edit input[name=name]').blur();
    await edit.locator('plan-edit [data-saving=memory]').waitFor();
    expect(await edit.locator('plan-edit [role=alert]').first().innerText()).not.toBe('');
    await expect.poll(() => edit.locator('plan-card h2').innerText()).toContain('盂县通用机场');
    expect(errors).toEqual([]);
    await page.close();
  },
  120_000,
);
