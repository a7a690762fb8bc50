import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openBench } from './bench.ts';
import { findViolations } from './find-violations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Faults of the empty host page, which is nobody's product. */
const OF_THE_PAGE = new Set(['landmark-one-main', 'page-has-heading-one', 'region', 'bypass']);

describe('an embedded atlas', { timeout: 120_000 }, () => {
  it.each([
    ['wide', 1000, 560, 'none'],
    ['tall', 390, 780, 'active'],
    ['compact', 480, 360, 'none'],
    ['compact', 480, 360, 'active'],
  ] as const)('%s, %i × %i, forced colours %s: axe finds nothing to mend', async (...given) => {
    const [layout, width, height, forcedColors] = given;
    const opened = await openBench(browser, { forcedColors });
    const { page } = opened;
    const seen = await page.evaluate(
      async ([widthPx, heightPx]) => {
        const atlas = bench.create({ src: '/bundle/yuxian.json', feature: 'cangshan' });
        atlas.style.setProperty('width', `${widthPx}px`);
        atlas.style.setProperty('height', `${heightPx}px`);
        for (const slot of ['top-left', 'bottom-right', 'overlay']) {
          const box = document.createElement('button');
          box.slot = slot;
          box.textContent = `Button of the host, ${slot}`;
          atlas.append(box);
          if (slot !== 'overlay') continue;
          const place = { position: 'absolute', inset: '40% auto auto 30%' };
          for (const [key, value] of Object.entries(place)) box.style.setProperty(key, value);
        }
        document.body.append(atlas);
        await atlas.viewOnReady();
        await bench.frames(2);
        return atlas.shadowRoot!.querySelector<HTMLElement>('.frame')!.dataset['layout'];
      },
      [width, height] as const,
    );
    expect(seen).toBe(layout);
    const own = (await findViolations(page)).filter(({ id }) => !OF_THE_PAGE.has(id));
    expect(own).toEqual([]);
    if (layout === 'compact') {
      await page.locator('plan-atlas [data-control=overlay-layers]').click();
      await page.locator('plan-atlas plan-layers [part=row]').first().waitFor();
      const open = (await findViolations(page)).filter(({ id }) => !OF_THE_PAGE.has(id));
      expect(open).toEqual([]);
    }
    opened.assertClean();
    await opened.close();
  });

  it('fault 82: with forced colours, what is pressed and what is chosen can be told from what is not', async () => {
    const opened = await openBench(browser, { forcedColors: 'active' });
    const { page } = opened;
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      const root = atlas.shadowRoot!;
      const look = (selector: string): string => {
        const { outlineStyle, outlineWidth, outlineColor, borderBottomColor } = getComputedStyle(
          root.querySelector(selector)!,
        );
        return [outlineStyle, outlineWidth, outlineColor, borderBottomColor].join(' ');
      };
      const panel = '[data-control=panel-layers]';
      const pressed = look(panel);
      root.querySelector<HTMLElement>(panel)!.click();
      await atlas.updateComplete;
      const released = look(panel);
      root.querySelector<HTMLElement>(panel)!.click();
      await atlas.updateComplete;
      return {
        isPressedSeen: pressed !== released,
        isTabSeen: look('[data-tab=layers]') !== look('[data-tab=list]'),
      };
    });
    expect(seen).toEqual({ isPressedSeen: true, isTabSeen: true });
    opened.assertClean();
    await opened.close();
  });

  it('fault 82: moves nothing where reduced motion is asked for', async () => {
    const opened = await openBench(browser, { reducedMotion: 'reduce' });
    const { page } = opened;
    const moving = await page.evaluate(async () => {
      const atlas = await bench.mount();
      await bench.settle(atlas, () => atlas.select({ feature: 'zong-2' }));
      // The page under the map is scrolled: the hint comes, and goes, at once.
      const map = bench.part(atlas, 'plan-map').shadowRoot!;
      const screen = map.querySelector('.maplibregl-cooperative-gesture-screen')!;
      const found: string[] = document.getAnimations().map((one) => one.id || String(one));
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          const { transitionDuration, transitionDelay, animationName } = getComputedStyle(element);
          const isStill =
            animationName === 'none' &&
            (transitionDuration + transitionDelay).split(/[^\d.]+/).every((text) => !Number(text));
          if (!isStill) found.push(`${element.tagName} ${element.className}`);
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(atlas.shadowRoot!);
      return { found: found.slice(0, 10), hasScreen: screen !== null };
    });
    expect(moving).toEqual({ found: [], hasScreen: true });
    opened.assertClean();
    await opened.close();
  });
});
