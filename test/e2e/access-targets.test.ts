import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type OpenPageOptions } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Control {
  /** Tag, class and words, so that a reader finds it. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly hasFocusRing: boolean;
}

/** Puts the focus on every control that can be seen, in light and shadow DOM, and measures it. */
const readControls = (page: Page): Promise<readonly Control[]> =>
  page.evaluate(() => {
    const found: Control[] = [];
    const hasRing = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      return isOutlined || boxShadow !== 'none';
    };
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const isControl = element.matches('a[href], button, input, select, summary, [tabindex]');
        if (!isControl || element.tabIndex < 0 || !element.checkVisibility()) continue;
        if (element.matches(':disabled')) continue;
        // A switch is as large as the label that works it; a word in a sentence as the sentence has it.
        const label = (element as HTMLInputElement).labels?.[0];
        const box = (label ?? element).getBoundingClientRect();
        const own = element.getBoundingClientRect();
        const isInSentence = element.matches('a.phrase');
        // A narrow one may answer beyond its box.
        const middle = { x: own.left + own.width / 2, y: own.top + own.height / 2 };
        const answersWidely = [-11.5, 11.5].every((dx) =>
          [-11.5, 11.5].every(
            (dy) => root.elementFromPoint(middle.x + dx, middle.y + dy) === element,
          ),
        );
        const least = isInSentence || answersWidely ? 24 : 0;
        element.focus({ preventScroll: true });
        found.push({
          name: `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 20)}`,
          width: Math.max(least, box.width, own.width),
          height: Math.max(least, box.height, own.height),
          hasFocusRing: hasRing(element),
        });
      }
    };
    visit(document);
    return found;
  });

interface Setting {
  readonly name: string;
  readonly options: OpenPageOptions;
  readonly hash: string;
  readonly open?: string;
  /** Fewest controls that must have been found, so that the test cannot pass on nothing. */
  readonly atLeast: number;
}

const settings: readonly Setting[] = [
  { name: 'at a desk', options: {}, hash: 'v=1&feature=airport', atLeast: 150 },
  { name: 'list', options: {}, hash: 'v=1', open: '[data-tab=list]', atLeast: 100 },
  {
    name: 'on a projector, in English',
    options: { width: 1920, height: 1080 },
    hash: 'v=1&flavour=projector&lang=en&clause=goals-economy',
    atLeast: 150,
  },
  {
    name: 'on a phone',
    options: { width: 390, height: 844, hasTouch: true },
    hash: 'v=1&feature=airport',
    open: '[data-tab=layers]',
    atLeast: 30,
  },
  {
    name: 'embedded',
    options: { width: 480, height: 360 },
    hash: 'v=1',
    open: '[data-control=overlay-text]',
    atLeast: 80,
  },
  { name: 'with a notice', options: {}, hash: 'v=1&feature=nowhere', atLeast: 150 },
];

describe('fault 80: every control can be hit and shows the focus', () => {
  it.each(settings)('$name', async ({ options, hash, open, atLeast }) => {
    const opened = await openAtlas(browser, { ...options, hash });
    const { page } = opened;
    if (open) await page.locator(`plan-atlas ${open}`).click();
    // The ring is for the keyboard.
    await page.keyboard.press('Tab');
    const controls = await readControls(page);
    expect(controls.length).toBeGreaterThanOrEqual(atLeast);
    expect(controls.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
    expect(controls.filter(({ hasFocusRing }) => !hasFocusRing)).toEqual([]);
    opened.assertClean();
    await opened.close();
  });
});

it('axe finds nothing to mend while the plan is on its way', async () => {
  const opened = await openBench(browser);
  const { page } = opened;
  await page.route('**/never.json', () => undefined);
  await page.evaluate(async () => {
    document.title = 'A host page';
    const main = document.createElement('main');
    document.body.append(main);
    main.append(bench.create({ src: '/never.json' }));
    await bench.frames(3);
  });
  await page.evaluate(
    readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string }[] }> };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(document, { runOnly })).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  expect(await page.locator('plan-atlas plan-text [aria-busy=true]').count()).toBe(1);
  opened.assertClean();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await opened.close();
});
