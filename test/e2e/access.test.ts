import { openMenu } from './open-atlas.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  launchBrowser,
  openPage,
  type OpenedPage,
  type OpenPageOptions,
} from '../tools/browser.ts';
import { findViolations, type Violation } from './find-violations.ts';

let browser: Browser;
let unlit: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  unlit = await launchBrowser({ webgl: false });
});
afterAll(() => Promise.all([browser.close(), unlit.close()]));

async function openAt(
  hash: string,
  options: OpenPageOptions = {},
  inBrowser = browser,
): Promise<OpenedPage> {
  const opened = await openPage(inBrowser, { url: `${inject('origin')}/#v=1${hash}`, ...options });
  await opened.page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  return opened;
}

type Act = (page: Page) => Promise<void>;

const click =
  (selector: string): Act =>
  async (page) => {
    await page.locator(`plan-atlas ${selector}`).first().click();
  };
/** Takes a view, or any part of one, and waits until the elements have drawn it. */
const show =
  (view: object): Act =>
  (page) =>
    page.evaluate(async (part) => {
      const atlas = document.querySelector('plan-atlas')!;
      atlas.setViewState(part);
      await atlas.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, view);
const nothing: Act = () => Promise.resolve();

/** States that one page walks through, one after another. */
interface Walk {
  readonly name: string;
  readonly options?: OpenPageOptions;
  readonly hash?: string;
  readonly webgl?: boolean;
  readonly states: readonly (readonly [name: string, act: Act])[];
}

const PHONE_DARK: OpenPageOptions = {
  width: 390,
  height: 844,
  hasTouch: true,
  colorScheme: 'dark',
};

/** Opens a tool and waits until it has drawn what it shows. */
const openTool =
  (name: string, drawn: string, target: string | null = null): Act =>
  async (page) => {
    await show({ tool: { name, target } })(page);
    await page.locator(`plan-atlas ${drawn}`).first().waitFor();
  };

/** Every tool, one after another, then find and the lens. */
const EXPLORING: Walk['states'] = [
  ['audit', openTool('audit', 'plan-audit .item')],
  ['statistics with a chart', openTool('stats', 'plan-stats .target')],
  ['measure', openTool('measure', 'plan-measure #entry')],
  ['profile', openTool('profile', 'plan-profile .strip', 'zong-2')],
  ['compare', openTool('compare', 'plan-compare canvas')],
  ['no tool', show({ tool: null })],
  [
    'find with results',
    async (page) => {
      await page.locator('plan-search input').fill('藏山');
      await page.locator('plan-search [role=option]').first().waitFor();
    },
  ],
  [
    'find without results',
    async (page) => {
      await page.locator('plan-search input').fill('qqqqqq');
      await page.locator('plan-search .empty').waitFor();
    },
  ],
  [
    'the lens playing',
    async (page) => {
      await page.locator('plan-search input').fill('');
      await page.locator('plan-search input').press('Escape');
      await openMenu(page, 'lens');
      await page.locator('[data-control=lens-play]').click();
      await page
        .locator('plan-lens [part=caption], plan-atlas [data-control=lens-play]')
        .first()
        .waitFor();
    },
  ],
  ['a lens with a year', show({ lens: { statuses: ['existing', 'planned'], horizon: 2030 } })],
  [
    'zoomed in, so that the legend has little in view',
    show({ camera: { center: [113.41, 38.09], zoom: 13, bearing: 0, pitch: 0 } }),
  ],
];

const LOOKS: readonly (readonly [name: string, options: OpenPageOptions, hash: string])[] = [
  ['in Chinese, light', {}, ''],
  ['in English, dark', {}, '&lang=en&flavour=dark'],
  ['on a projector', { width: 1920, height: 1080 }, '&flavour=projector'],
  ['on a phone', { width: 390, height: 844, hasTouch: true }, ''],
  ['on a phone in the dark, in English', PHONE_DARK, '&lang=en'],
];

/** What a meeting uses: red-lining, with a mark chosen, and the story with a scene's form. */
const MEETING: Walk['states'] = [
  ['red-lining', openTool('marks', 'plan-marks #entry')],
  [
    'a mark chosen and another being drawn',
    async (page) => {
      await page.evaluate(() => {
        const session = document
          .querySelector('plan-atlas')!
          .shadowRoot!.querySelector('plan-marks')!.session!;
        session.choose({ tool: 'point', author: '王工' });
        session.put([113.41, 38.09]);
        session.choose({ tool: 'line', chosen: session.choice.chosen });
        session.put([113.3, 38.1]);
        const [mark] = session.marks.getState().marks;
        session.choose({ chosen: mark!.id });
      });
      await page.locator('plan-marks #note').waitFor();
      await page.locator('plan-marks .open').waitFor();
    },
  ],
  ['the story', openTool('story', 'plan-story li[data-scene]')],
  [
    'a scene’s form',
    async (page) => {
      await page.locator('plan-story [data-action=edit]').first().click();
      await page.locator('plan-story .form').waitFor();
    },
  ],
];

const walks: readonly Walk[] = [
  {
    name: 'at a desk',
    states: [
      ['at the start', nothing],
      ['with a feature selected', show({ feature: 'airport' })],
      [
        'with a clause of many features',
        show({ feature: null, clause: 'positioning-livable-city' }),
      ],
      ['with a lens', show({ lens: { statuses: ['existing'], horizon: null } })],
      ['with the list open', click('[data-tab=list]')],
      ['in English', show({ lang: 'en', feature: 'cangshan' })],
      ['on a projector', show({ flavour: 'projector', feature: 'zong-2' })],
      ['in the dark', show({ flavour: 'dark' })],
      ['with the text folded away', click('[data-control=panel-text]')],
      ['with the layers folded away', click('[data-control=panel-layers]')],
    ],
  },
  ...LOOKS.map(([name, options, hash]): Walk => ({
    name: `meeting ${name}`,
    options,
    hash,
    states: MEETING,
  })),
  ...LOOKS.map(([name, options, hash]): Walk => ({
    name: `exploring ${name}`,
    options,
    hash,
    states: EXPLORING,
  })),
  { name: 'with a notice', hash: '&feature=nowhere', states: [['as opened', nothing]] },
  {
    name: 'on a phone',
    options: { width: 390, height: 844, hasTouch: true },
    states: [
      ['text', nothing],
      ['layers', click('[data-tab=layers]')],
      ['list', click('[data-tab=list]')],
      ['card', show({ feature: 'airport' })],
    ],
  },
  {
    name: 'embedded',
    options: { width: 480, height: 360 },
    states: [
      ['map alone', nothing],
      ['legend open', click('[data-control=overlay-layers]')],
      ['text open', click('[data-control=overlay-text]')],
    ],
  },
  {
    name: 'with forced colours',
    options: { forcedColors: 'active' },
    states: [['with a feature selected', show({ feature: 'zong-2' })]],
  },
  {
    name: 'without WebGL',
    webgl: false,
    states: [['with a feature selected', show({ feature: 'airport' })]],
  },
];

/** axe looks at every element of ten states; on a busy machine that takes its time. */
const AXE_MS = 240_000;

describe('axe finds nothing to mend', { timeout: AXE_MS }, () => {
  it.each(walks)('$name', async ({ hash = '', options = {}, webgl = true, states }) => {
    const opened = await openAt(hash, options, webgl ? browser : unlit);
    const found: Record<string, readonly Violation[]> = {};
    for (const [name, act] of states) {
      await act(opened.page);
      const violations = await findViolations(opened.page);
      if (violations.length > 0) found[name] = violations;
    }
    expect(found).toEqual({});
    opened.assertClean();
    await opened.close();
  });

  it('when the plan cannot be loaded', async () => {
    const opened = await openPage(browser, {
      url: inject('origin'),
      expected: [/404/],
    });
    const { page } = opened;
    await page.evaluate(async () => {
      const atlas = document.querySelector('plan-atlas')!;
      await atlas.viewOnReady();
      const failed = new Promise((resolve) =>
        atlas.addEventListener('plan-error', resolve, { once: true }),
      );
      const fresh = document.createElement('plan-atlas');
      fresh.addEventListener('plan-error', () => atlas.dispatchEvent(new Event('plan-error')), {
        once: true,
      });
      fresh.setAttribute('src', './bundle/none.json');
      atlas.after(fresh);
      await failed;
      atlas.remove();
    });
    expect(await findViolations(page)).toEqual([]);
    await opened.close();
  });
});

describe('the keyboard reaches everything', { timeout: AXE_MS }, () => {
  it('fault 79: walks from bar to panels, map and text, and leaves the page', async () => {
    const opened = await openAt('');
    const { page } = opened;
    const seen = new Set<string>();
    for (let step = 0; step < 400 && !seen.has('outside'); step += 1) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate(() => {
          let element: Element | null = document.activeElement;
          const path: string[] = [];
          while (element) {
            path.push(element.localName);
            element = element.shadowRoot?.activeElement ?? null;
          }
          if (path[0] === 'body') return 'outside';
          if (path.includes('plan-map') && path.at(-1) === 'canvas') return 'canvas';
          return path.find((name) => /^plan-(map|text|layers|list|card)$/.test(name)) ?? 'bar';
        }),
      );
    }
    expect([...seen].sort()).toEqual(
      ['bar', 'canvas', 'outside', 'plan-layers', 'plan-map', 'plan-text'].sort(),
    );
    opened.assertClean();
    await opened.close();
  });

  it('shows where it is', async () => {
    const opened = await openAt('');
    const { page } = opened;
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        let element: Element | null = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element!);
        return { outlineStyle, outlineWidth, boxShadow };
      });
      const isVisible =
        (outline.outlineStyle !== 'none' && Number.parseFloat(outline.outlineWidth) >= 1) ||
        outline.boxShadow !== 'none';
      expect(isVisible).toBe(true);
    }
    await opened.close();
  });
});

describe('small windows', () => {
  it.each([
    { name: '320 px', width: 320, height: 640 },
    { name: '400 % of 1280 × 1024', width: 320, height: 256 },
  ])('fault 82: $name, nothing is cut off sideways', async ({ width, height }) => {
    const opened = await openAt('&feature=airport', { width, height });
    const { page } = opened;
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    opened.assertClean();
    await opened.close();
  });
});
