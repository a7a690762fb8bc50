import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { makeHostilePage } from './hostile-page.ts';
import { differingShare } from './same-picture.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LAYOUTS = {
  wide: { width: 1000, height: 560, parts: [] },
  tall: { width: 420, height: 700, parts: [] },
  compact: { width: 480, height: 360, parts: [] },
  own: {
    width: 900,
    height: 600,
    parts: ['plan-map', 'plan-text', 'plan-layers', 'plan-list', 'plan-card'],
  },
} as const;
type LayoutName = keyof typeof LAYOUTS;

/** An atlas in this layout, with a selection, at rest. */
async function mount(page: Page, name: LayoutName): Promise<void> {
  await page.evaluate(async ({ width, height, parts }) => {
    const atlas = bench.create({ src: '/bundle/yuxian.json', feature: 'cangshan' });
    // Place and size are the host's right, and this host uses it.
    const box = {
      width: `${width}px`,
      height: `${height}px`,
      position: 'fixed',
      inset: '0 auto auto 0',
    };
    for (const [key, value] of Object.entries(box))
      atlas.style.setProperty(key, value, 'important');
    for (const [index, tag] of parts.entries()) {
      const part = document.createElement(tag);
      const place = { display: 'block', position: 'absolute', width: '300px', height: '300px' };
      for (const [key, value] of Object.entries(place)) part.style.setProperty(key, value);
      part.style.setProperty('inset', `${(index % 2) * 300}px auto auto ${(index >> 1) * 300}px`);
      atlas.append(part);
    }
    document.body.append(atlas);
    await atlas.viewOnReady();
    await bench.frames(3);
  }, LAYOUTS[name]);
}

/** What a page can reach through the element that it owns, and what that would come to. */
const WATCHED = `
  accent-color background-color border-collapse box-sizing caret-color color color-scheme column-count cursor
  direction display fill font-family font-feature-settings font-size font-style font-variant font-weight
  forced-color-adjust height hyphens image-rendering letter-spacing line-break line-height list-style-type
  overflow-wrap paint-order print-color-adjust quotes scrollbar-color stroke stroke-dasharray stroke-width
  tab-size text-align text-align-last text-anchor text-autospace text-combine-upright text-decoration-line
  text-emphasis-style text-indent text-orientation text-rendering text-shadow text-transform
  text-underline-offset text-underline-position text-wrap-mode user-select white-space-collapse width
  word-break word-spacing writing-mode -webkit-text-fill-color -webkit-text-security
  -webkit-text-stroke-width`
  .trim()
  .split(/\s+/);

/** Computed styles inside the shadow roots; the second call tells what has changed since the first. */
function compareStyles(
  page: Page,
): Promise<{ readonly count: number; readonly changed: string[] }> {
  return page.evaluate((watched) => {
    const memory = globalThis as { seenStyles?: Map<Element, string[]> };
    const before = memory.seenStyles;
    const seen = new Map<Element, string[]>();
    const visit = (root: ShadowRoot | Element): void => {
      for (const element of root.children) {
        if (element.getRootNode() instanceof ShadowRoot) {
          const style = getComputedStyle(element);
          seen.set(
            element,
            watched.map((name) => style.getPropertyValue(name)),
          );
        }
        if (element.shadowRoot) visit(element.shadowRoot);
        visit(element);
      }
    };
    visit(document.querySelector('plan-atlas')!);
    visit(document.querySelector('plan-atlas')!.shadowRoot!);
    memory.seenStyles = seen;
    const changed = [...(before ?? [])].flatMap(([element, values]) =>
      watched
        .map((name, index) => `${name}: ${values[index]} → ${seen.get(element)?.[index]}`)
        .filter((_, index) => values[index] !== seen.get(element)?.[index])
        .map((text) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${text}`),
    );
    return { count: seen.size, changed };
  }, WATCHED);
}

describe('fault 61: a page whose rules reach for everything', () => {
  it.each(Object.keys(LAYOUTS) as LayoutName[])(
    'changes neither style nor picture of an atlas in the layout %s',
    async (name) => {
      const opened = await openBench(browser, { width: 1000, height: 720 });
      const { page } = opened;
      await mount(page, name);
      const { count } = await compareStyles(page);
      expect(count).toBeGreaterThan(500);
      const clean = await page.locator('plan-atlas').screenshot({ animations: 'disabled' });
      await makeHostilePage(page);
      await page.evaluate(() => bench.frames(3));
      const { changed } = await compareStyles(page);
      expect(changed.slice(0, 30)).toEqual([]);
      const hostile = await page.locator('plan-atlas').screenshot({ animations: 'disabled' });
      expect(differingShare(clean, hostile)).toBeLessThanOrEqual(0.001);
      opened.assertClean();
      await opened.close();
    },
  );

  it('changes nothing of an atlas that starts on it', async () => {
    const pictures: Buffer[] = [];
    for (const isHostile of [false, true]) {
      const opened = await openBench(browser, { width: 1000, height: 720 });
      if (isHostile) await makeHostilePage(opened.page);
      await mount(opened.page, 'wide');
      pictures.push(await opened.page.locator('plan-atlas').screenshot({ animations: 'disabled' }));
      opened.assertClean();
      await opened.close();
    }
    expect(differingShare(pictures[0]!, pictures[1]!)).toBeLessThanOrEqual(0.001);
  });
});
