import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { comparePicture } from '../tools/compare-picture.ts';

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** Fixed camera and selection. */
  readonly hash: string;
  /** Brings the page to what is to be seen. Default: waits for a map at rest. */
  readonly settle?: (page: Page) => Promise<void>;
}

const CORRIDOR = 'feature=zong-2&camera=113.36,38.24,8.9';
const NETWORK = 'camera=113.33,38.23,9.15';

const shots: readonly Shot[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: 'desktop', width: 1440, height: 900, colorScheme, hash: CORRIDOR },
  { name: 'phone', width: 390, height: 844, colorScheme, hash: 'camera=113.33,38.21,7.75' },
  {
    name: 'projector',
    width: 1920,
    height: 1080,
    colorScheme,
    hash: colorScheme === 'light' ? `flavour=projector&${CORRIDOR}` : NETWORK,
  },
  { name: 'embed', width: 480, height: 360, colorScheme, hash: 'camera=113.33,38.2,7.65' },
]);

/** One picture a tool, for the eye and for the README. */
const TOOLS: readonly Pick<Shot, 'name' | 'hash' | 'settle'>[] = [
  {
    name: 'find',
    hash: NETWORK,
    settle: async (page) => {
      await restMap(page);
      await page.locator('plan-search input').fill('cangshan');
      await page.locator('plan-search [role=option]').first().waitFor();
    },
  },
  { name: 'lens', hash: 'lens=planned,proposed@2030&camera=113.33,38.23,8.75' },
  { name: 'audit', hash: 'tool=audit' },
  { name: 'stats', hash: 'tool=stats' },
  {
    name: 'measure',
    hash: 'tool=measure&measure=area,113.15,38.05,113.35,38.02,113.4,38.15,113.2,38.2,done',
  },
  {
    name: 'compare',
    hash: `tool=compare&${NETWORK}`,
    settle: async (page) => {
      await page.waitForFunction(
        () =>
          document
            .querySelector('plan-atlas')!
            .shadowRoot!.querySelector('plan-compare')
            ?.inspections?.right.lookOf('zong-2') !== null,
      );
      await page.waitForTimeout(2000);
    },
  },
  { name: 'profile', hash: 'tool=profile:zong-2' },
];
const toolShots: readonly Shot[] = TOOLS.map((tool) => ({
  ...tool,
  name: `tool-${tool.name}`,
  width: 1280,
  height: tool.name === 'profile' ? 1000 : 800,
  colorScheme: 'light',
}));

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each([...shots, ...toolShots])('looks as agreed: $name, $colorScheme', async (shot) => {
  const { name, width, height, colorScheme, hash } = shot;
  const opened = await openPage(browser, {
    width,
    height,
    colorScheme,
    url: `${inject('origin')}/#v=1&${hash}`,
  });
  const { page } = opened;
  await page.evaluate(async () => {
    await document.querySelector('plan-atlas')!.viewOnReady();
    await document.fonts.ready;
  });
  await (shot.settle ?? restMap)(page);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  comparePicture(picture, `${name}-${colorScheme}`, { tolerance: 0.01 });
  opened.assertClean();
  await opened.close();
});

/** Waits until the map is painted and at rest. */
async function restMap(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const atlas = document.querySelector('plan-atlas')!;
        const map = atlas.shadowRoot!.querySelector('plan-map')!;
        map.addEventListener('plan-map-idle', () => requestAnimationFrame(() => resolve()), {
          once: true,
        });
        /** A highlight that changes nothing seen still asks for one more frame. */
        atlas.highlight({ features: ['zong-1'] });
        atlas.highlight();
      }),
  );
}
