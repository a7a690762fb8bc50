import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { comparePicture } from '../tools/compare-picture.ts';

/** Everything open: lens with its sentence, layers, text, card, a year. */
const OPEN = 'flavour=projector&feature=zong-2&camera=113.36,38.24,8.9&lens=planned,proposed@2025';
const TOURISM = 'flavour=projector&scene=tourism';
const NETWORK = 'flavour=projector&camera=113.33,38.23,9.15';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor: number;
}

async function open({ width, height, deviceScaleFactor }: Screen, hash: string) {
  const url = `${inject('origin')}/#v=1&${hash}`;
  const opened = await openPage(browser, { width, height, deviceScaleFactor, url });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return opened;
}

/** Words and fields that are seen in type smaller than this, shadow roots included. */
const listSmall = (page: Page, leastPx: number): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const found = new Set<string>();
    let count = 0;
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const isField = element.matches(
          'input:not([type=checkbox], [type=range]), select, textarea',
        );
        const hasWords = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        if ((!isField && !hasWords) || !element.checkVisibility({ visibilityProperty: true }))
          continue;
        // What only a screen reader sees.
        if (element.getBoundingClientRect().width <= 1) continue;
        count += 1;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < least - 0.01) {
          const host = root instanceof ShadowRoot ? root.host.localName : 'document';
          found.add(
            `${host} ${element.localName}.${element.getAttribute('class') ?? ''} ${size}px`,
          );
        }
      }
    }
    if (count < 60) found.add(`only ${count} words were looked at`);
    return [...found];
  }, leastPx);

describe.each([
  [{ width: 1920, height: 1080, deviceScaleFactor: 1 }, 24],
  [{ width: 3840, height: 2160, deviceScaleFactor: 1 }, 48],
  [{ width: 1920, height: 1080, deviceScaleFactor: 2 }, 24],
] as const)('on %o', (screen, leastPx) => {
  it(`nothing that is read is smaller than ${leastPx} px, with everything open`, async () => {
    const opened = await open(screen, `${OPEN}&tool=stats`);
    await opened.page.locator('plan-stats table').first().waitFor();
    expect(await listSmall(opened.page, leastPx)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});

it('changes its look while tiles of the look before are still being made, and misses no sign', async () => {
  const opened = await open({ width: 1280, height: 800, deviceScaleFactor: 1 }, NETWORK);
  const { page, context } = opened;
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (let turn = 0; turn < 20; turn += 1) {
    await page.evaluate(
      (isDark) => (document.querySelector('plan-atlas')!.flavour = isDark ? 'dark' : 'projector'),
      turn % 2 === 0,
    );
    await page.waitForTimeout((turn * 37) % 400);
  }
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.waitForTimeout(1000);
  opened.assertClean();
  await opened.close();
});

it('says nothing in small type in the list, in English', async () => {
  const screen = { width: 1920, height: 1080, deviceScaleFactor: 1 };
  const opened = await open(screen, `${OPEN}&lang=en`);
  await opened.page.locator('[data-tab=list]').click();
  expect(await listSmall(opened.page, 24)).toEqual([]);
  await opened.close();
});

it.each([
  ['hall-network', { width: 1920, height: 1080, deviceScaleFactor: 1 }, NETWORK],
  ['hall-tourism', { width: 1920, height: 1080, deviceScaleFactor: 1 }, TOURISM],
  ['hall-4k', { width: 3840, height: 2160, deviceScaleFactor: 1 }, NETWORK],
] as const)('looks as agreed: %s', async (name, screen, hash) => {
  const opened = await open(screen, hash);
  await opened.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const atlas = document.querySelector('plan-atlas')!;
        const map = atlas.shadowRoot!.querySelector('plan-map')!;
        map.addEventListener('plan-map-idle', () => requestAnimationFrame(() => resolve()), {
          once: true,
        });
        atlas.highlight({ features: ['zong-1'] });
        atlas.highlight();
      }),
  );
  const picture = await opened.page.screenshot({ animations: 'disabled', caret: 'hide' });
  comparePicture(picture, name, { tolerance: 0.01 });
  opened.assertClean();
  await opened.close();
});
