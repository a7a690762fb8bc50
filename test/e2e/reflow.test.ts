/**
 * Fault 82: in a window of 320 px, as at 400 % zoom, with forced colours and without motion, every panel and tool can
 * be read and used: nothing is cut off sideways, every control comes into sight, what is chosen can be told.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas } from './open-atlas.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Each state and what must stand in it before it is looked at. */
const STATES: readonly (readonly [name: string, view: object, drawn: string])[] = [
  ['text', { feature: 'airport' }, 'plan-card h2'],
  ['audit', { feature: null, tool: { name: 'audit', target: null } }, 'plan-audit .item'],
  ['stats', { tool: { name: 'stats', target: null } }, 'plan-stats tbody button'],
  ['measure', { tool: { name: 'measure', target: null } }, 'plan-measure #entry'],
  ['profile', { tool: { name: 'profile', target: 'zong-2' } }, 'plan-profile .strip'],
  ['compare', { tool: { name: 'compare', target: null } }, 'plan-compare [role=slider]'],
  ['marks', { tool: { name: 'marks', target: null } }, 'plan-marks #entry'],
  ['story', { tool: { name: 'story', target: null } }, 'plan-story li[data-scene]'],
  ['sheet', { tool: { name: 'sheet', target: null } }, 'plan-sheet [data-action=svg]'],
  ['export', { tool: { name: 'export', target: null } }, 'plan-export button'],
  ['import', { tool: { name: 'import', target: null } }, 'plan-import .choose'],
  ['edit', { tool: { name: 'edit', target: null } }, 'plan-edit [data-tab=features]'],
  ['base', { tool: { name: 'base', target: null } }, 'plan-base input'],
  ['embed', { tool: { name: 'embed', target: null } }, 'plan-embed [data-action=copy-snippet]'],
];

/** Each audit takes seconds; the other tools are made of the same parts. */
const AUDITED = new Set(['text', 'stats', 'compare', 'marks', 'sheet', 'edit']);

interface Found {
  readonly controls: number;
  /** What is cut off or out of reach, and why. */
  readonly faults: readonly string[];
}

/** Puts the focus on every control that is drawn and looks whether it can be seen and told from its neighbours. */
const look = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const faults: string[] = [];
    let controls = 0;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
    const name = (element: Element): string =>
      `${((element.getRootNode() as ShadowRoot).host ?? element).localName} ${element.localName}.${element.getAttribute('class') ?? ''} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 20)}`;
    /** Tables, code and what is drawn to scale may scroll in two directions. */
    const isFree = (element: Element): boolean =>
      element.matches('.sideways, .strip, pre, textarea, svg, [part~=preview]') ||
      element.querySelector(':scope > table, :scope > svg, :scope > canvas') !== null;
    const styleOf = (element: Element): string => {
      const label = (element as HTMLInputElement).labels?.[0] ?? element;
      return [element, label, ...label.children]
        .map((one) => {
          const style = getComputedStyle(one);
          const { backgroundColor, borderColor, color, outline, textDecoration } = style;
          return [backgroundColor, borderColor, color, outline, textDecoration].join();
        })
        .join(';');
    };
    const isChosen = (element: Element): boolean | null => {
      const state = ['aria-pressed', 'aria-selected'].map((one) => element.getAttribute(one));
      if (element.matches('[type=radio]:not([class])')) return element.matches(':checked');
      return state.includes('true') ? true : state.includes('false') ? false : null;
    };
    const visit = (tree: Document | ShadowRoot): void => {
      for (const element of tree.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.checkVisibility()) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const scrolls = /auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY);
        if (scrolls && element.scrollWidth > element.clientWidth + 1 && !isFree(element)) {
          faults.push(`${name(element)} is ${element.scrollWidth} in ${element.clientWidth} px`);
        }
        const isControl = element.matches('a[href], button, input, select, summary, textarea');
        if (!isControl || element.tabIndex < 0 || element.matches(':disabled')) continue;
        controls += 1;
        element.focus();
        const shown = (element as HTMLInputElement).labels?.[0] ?? element;
        const box = shown.getBoundingClientRect();
        const wide = Math.min(innerWidth, box.right) - Math.max(0, box.left);
        const high = Math.min(innerHeight, box.bottom) - Math.max(0, box.top);
        if (high < Math.min(16, box.height)) faults.push(`${name(element)} is out of sight`);
        if (wide < Math.min(24, box.width)) faults.push(`${name(element)} is cut off sideways`);
        element.blur();
        if (isChosen(element) !== true) continue;
        const others = [
          ...(element.closest('fieldset, [role]:not(button)') ?? tree).querySelectorAll(
            element.localName,
          ),
        ];
        const other = others.find(
          (one) =>
            one.className === element.className && isChosen(one) === false && one.checkVisibility(),
        );
        if (other && styleOf(other) === styleOf(element))
          faults.push(`${name(element)} looks like ${name(other)}`);
      }
    };
    visit(document);
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    for (const one of moving) faults.push(`${(one as CSSTransition).transitionProperty} moves`);
    return { controls, faults };
  });

it.each([
  ['320 px', 640, 'none'],
  ['400 % of 1280 × 1024, forced colours', 256, 'active'],
] as const)(
  'fault 82: %s, panels and tools are whole and in reach',
  { timeout: 240_000 },
  async (_name, height, forcedColors) => {
    const opened = await openAtlas(browser, {
      ...{ width: 320, height, forcedColors, hash: 'v=1' },
      expected: [/frame-src/],
    });
    const { page } = opened;
    const found: Record<string, unknown> = {};
    for (const [name, view, drawn] of STATES) {
      await page.evaluate((part) => planProbe.host().setViewState(part), view);
      await page.locator(`plan-atlas ${drawn}`).first().waitFor({ state: 'attached' });
      await page.evaluate(() => planProbe.host().updateComplete);
      const { controls, faults } = await look(page);
      const isAudited = forcedColors === 'active' && AUDITED.has(name);
      const violations = isAudited ? await findViolations(page) : [];
      if (controls < 8) found[name] = `only ${controls} controls`;
      if (faults.length > 0 || violations.length > 0) found[name] = { faults, violations };
    }
    expect(found).toEqual({});
    opened.assertClean();
    await opened.close();
  },
);
