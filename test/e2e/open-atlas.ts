/** Opens the built app and waits until it has settled. */
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { openPage, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';
import { installProbe } from './probe.ts';

export interface OpenAtlasOptions extends OpenPageOptions {
  /** The part of the address after `#`. */
  readonly hash?: string;
}

/** A page with one `<plan-atlas>` over the shipped bundle, ready, with the probe in it. */
export async function openAtlas(
  browser: Browser,
  options: OpenAtlasOptions = {},
): Promise<OpenedPage> {
  const { hash, url = inject('origin'), ...rest } = options;
  const opened = await openPage(browser, { width: 1000, height: 640, ...rest });
  opened.page.setDefaultTimeout(15_000);
  await opened.page.addInitScript(installProbe);
  await opened.page.goto(`${url}/${hash === undefined ? '' : `#${hash}`}`);
  await opened.page.evaluate(() => planProbe.host().viewOnReady());
  return opened;
}

/** Where the bar has no room its groups are folded into menus: opens one, so that what is in it can be hit. */
export async function openMenu(page: Page, name: 'tools' | 'lens' | 'look'): Promise<void> {
  const button = page.locator(`plan-atlas [data-menu=${name}]`);
  if (!(await button.isVisible()) || (await button.getAttribute('aria-expanded')) === 'true')
    return;
  await button.click();
}
