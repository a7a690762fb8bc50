/** A right-to-left override in a name turns round nothing but what follows it in the name itself. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { launchBrowser } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { openBench } from './bench.ts';

const OVERRIDE = '\u202E';

let browser: Browser;
let shipped: PlanBundle;
beforeAll(async () => {
  // Without a map: the words are all beside it.
  browser = await launchBrowser({ webgl: false });
  ({ bundle: shipped } = await readShippedBundle());
});
afterAll(() => browser.close());

/** The plan with an override at the end of every name, where all that comes after would be turned round. */
function overrideNames(bundle: PlanBundle): PlanBundle {
  const features = bundle.features.features.map((feature) => ({
    ...feature,
    properties: {
      ...feature.properties,
      name: `${feature.properties.name}${OVERRIDE}`,
      ...(feature.properties.nameEn ? { nameEn: `${feature.properties.nameEn}${OVERRIDE}` } : {}),
    },
  }));
  return { ...bundle, features: { ...bundle.features, features } };
}

interface Seen {
  /** How many names with an override stand in the page. */
  readonly names: number;
  /** Words beside one, on its line, whose letters run from right to left. */
  readonly turned: readonly string[];
}

const look = (page: Page): Promise<Seen> =>
  page.evaluate((override) => {
    let names = 0;
    const turned = new Set<string>();
    const range = document.createRange();
    const boxOf = (node: Text, at: number): DOMRect => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    /** Of two letters of one line the former stands on the right. */
    const isTurned = (node: Text, from: number): boolean => {
      const letters = [...node.data.matchAll(/[\p{L}\p{N}]/gu)]
        .map(({ index }) => index)
        .filter((index) => index >= from)
        .map((index) => boxOf(node, index))
        .filter(({ width }) => width > 0);
      return letters.some((box, at) => {
        const next = letters[at + 1];
        return next !== undefined && Math.abs(next.top - box.top) < 2 && next.left < box.left - 1;
      });
    };
    const visit = (root: Document | ShadowRoot | Element): void => {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element) {
          if (node.shadowRoot) visit(node.shadowRoot);
          continue;
        }
        const text = node as Text;
        if (!text.parentElement?.checkVisibility()) continue;
        const at = text.data.indexOf(override);
        if (at >= 0) names += 1;
        if (isTurned(text, 0)) turned.add(text.data.trim());
      }
    };
    visit(document.body);
    return { names, turned: [...turned] };
  }, OVERRIDE);

it('fault 34: a right-to-left override in a name turns round no word beside it', async () => {
  const opened = await openBench(browser);
  const { page } = opened;
  await page.evaluate(async (bundle) => {
    await bench.mount({ lang: 'zh-Hans' }, { bundle });
  }, overrideNames(shipped));
  const atlas = page.locator('plan-atlas');
  for (const lang of ['zh-Hans', 'en']) {
    const expectStraight = async (where: string): Promise<void> => {
      const { names, turned } = await look(page);
      expect(names, `${lang}: ${where}`).toBeGreaterThan(0);
      expect(turned, `${lang}: ${where}`).toEqual([]);
    };
    await page.evaluate((name) => {
      document.querySelector('plan-atlas')!.lang = name;
    }, lang);
    for (const feature of ['airport', 'zong-2', 'cangshan']) {
      await page.evaluate(
        (id) => document.querySelector('plan-atlas')!.select({ feature: id }),
        feature,
      );
      await atlas.locator('plan-card h2').waitFor();
      await expectStraight(`card of ${feature}`);
    }
    await atlas.locator('[data-tab=list]').click();
    await atlas.locator('plan-list [part=row]').first().waitFor();
    await expectStraight('list');
    await atlas.locator('plan-search input').fill(lang === 'en' ? 'Cangshan' : '藏山');
    await atlas.locator('plan-search [part=option]').first().waitFor();
    await expectStraight('find');
    await atlas.locator('plan-search input').fill('');
    for (const [name, tag, target] of [
      ['audit', 'plan-audit', null],
      ['profile', 'plan-profile', 'zong-2'],
      ['stats', 'plan-stats', null],
      ['compare', 'plan-compare', null],
    ] as const) {
      await page.evaluate((tool) => document.querySelector('plan-atlas')!.setViewState({ tool }), {
        name,
        target,
      });
      await page.waitForFunction((one) => {
        const root = document.querySelector('plan-atlas')!.shadowRoot!;
        return (root.querySelector(one)?.shadowRoot?.textContent.trim().length ?? 0) > 20;
      }, tag);
      await expectStraight(name);
    }
    await page.evaluate(() => document.querySelector('plan-atlas')!.setViewState({ tool: null }));
  }
  opened.assertClean();
  await opened.close();
}, 180_000);
