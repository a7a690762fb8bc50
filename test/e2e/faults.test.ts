import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import type { Problem } from '../../src/contracts/errors.ts';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { openBench } from './bench.ts';
import { damage, makeHostile, type Draft } from './damage-bundle.ts';
import { loseAgainAndAgain, loseContext, waitForSelected } from './lose-context.ts';
import { openAtlas } from './open-atlas.ts';
import { installProbe } from './probe.ts';
import { differingShare, photographMap } from './same-picture.ts';

let browser: Browser;
let unlit: Browser;
let shipped: PlanBundle;

beforeAll(async () => {
  [browser, unlit] = await Promise.all([launchBrowser(), launchBrowser({ webgl: false })]);
  ({ bundle: shipped } = await readShippedBundle());
});
afterAll(() => Promise.all([browser.close(), unlit.close()]));

/** What a fault has led to. */
interface Aftermath {
  readonly code: string;
  readonly problems: readonly Problem[];
  /** Text of the message with role="alert". */
  readonly alert: string;
}

describe('a plan that cannot be used', () => {
  let opened: OpenedPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openBench(unlit, { expected: [/404/, /(is-not-there|late)\.json/] });
    ({ page } = opened);
  });
  afterEach(() => page.evaluate(() => document.body.replaceChildren()));
  afterAll(() => opened.assertClean());

  const whole = (): string => JSON.stringify(shipped);
  const cases: readonly (readonly [
    name: string,
    body: (() => string) | null,
    code: string,
    says: RegExp,
  ])[] = [
    ['is not there', null, 'file-unreadable', /404/],
    [
      'fault 1: ends too early',
      () => whole().slice(0, 20_000),
      'json-syntax',
      /line 1, column \d+/,
    ],
    // A mark and nothing after it: Chromium calls an intercepted answer without any byte aborted, now and then.
    ['is empty', () => '\uFEFF', 'json-syntax', /line 1, column 1/],
    ['is a page', () => '<!doctype html>\n<p>Not found', 'json-syntax', /line 1, column 1/],
    [
      'fault 3: holds NaN',
      () => whole().replace('"extent":[', '"extent":[NaN,'),
      'json-syntax',
      /NaN is not a JSON value/,
    ],
    ['fault 5: is null', () => 'null', 'manifest-malformed', /null/],
    ['fault 5: is a list', () => '[]', 'manifest-malformed', /object/],
    [
      'fault 5: is something else',
      () => '{"not":"geojson"}',
      'manifest-malformed',
      /bundle must be/,
    ],
    [
      'has no text',
      () => JSON.stringify({ ...shipped, plan: { docs: 7 } }),
      'manifest-malformed',
      /plan\.docs must be an array, found 7/,
    ],
    [
      'has a broken frame',
      () => JSON.stringify({ ...shipped, bundle: { ...shipped.bundle, extent: 'wide' } }),
      'schema-type',
      /extent/,
    ],
  ];

  it.each(cases)('%s: says so, and recovers', async (name, body, code, says) => {
    const file = `${name.replaceAll(/\W+/g, '-')}.json`;
    if (body) {
      const text = body();
      await page.route(`**/${file}`, (route) => route.fulfill({ body: text }));
    }
    const first = await page.evaluate(async (src): Promise<Aftermath & { bundle: unknown }> => {
      const atlas = bench.create({ src });
      const told = bench.next(atlas, 'plan-error');
      document.body.append(atlas);
      const { code: found, problems } = await told;
      await bench.frames(2);
      const alert = atlas.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '';
      return { code: found, problems, alert, bundle: atlas.bundle };
    }, `/${file}`);
    expect(first.code).toBe(code);
    expect(first.problems[0]).toMatchObject({ code, severity: 'error', file });
    expect(first.problems[0]!.message).toMatch(says);
    expect(first.problems[0]!.remedy).not.toBe('');
    expect(first.alert).toContain(code);
    expect(first.alert).toContain(file);
    expect(first.alert).toMatch(says);
    expect(first.bundle).toBeNull();

    // The same fault after a plan that is good: what is shown stays.
    const later = await page.evaluate(async (src) => {
      const atlas = document.querySelector('plan-atlas')!;
      atlas.src = '/bundle/yuxian.json';
      await atlas.viewOnReady();
      const isRecovered = atlas.shadowRoot!.querySelector('[role=alert]') === null;
      atlas.layers = ['seats', 'airport'];
      atlas.select({ feature: 'airport' });
      const before = atlas.getViewState();
      const told = bench.next(atlas, 'plan-error');
      atlas.src = src;
      await told;
      await bench.frames(2);
      const after = atlas.getViewState();
      const alert = atlas.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '';
      const count = atlas.bundle!.features.features.length;
      atlas.src = '/bundle/yuxian.json';
      await atlas.viewOnReady();
      const isWell = atlas.shadowRoot!.querySelector('[role=alert]') === null;
      return { isRecovered, before, after, alert, count, isWell };
    }, `/${file}`);
    expect(later.isRecovered).toBe(true);
    expect(later.after).toEqual(later.before);
    expect(later.count).toBe(shipped.features.features.length);
    expect(later.alert).toContain(file);
    expect(later.isWell).toBe(true);
    await page.unroute(`**/${file}`);
  });

  it('is asked for again by a button', async () => {
    let isThere = false;
    await page.route('**/late.json', (route) =>
      isThere ? route.fulfill({ body: whole() }) : route.fulfill({ status: 404, body: '404' }),
    );
    await page.evaluate(async () => {
      const atlas = bench.create({ src: '/late.json', feature: 'airport' });
      const told = bench.next(atlas, 'plan-error');
      document.body.append(atlas);
      await told;
    });
    isThere = true;
    await page.locator('plan-atlas .retry').click();
    const seen = await page.evaluate(async () => {
      const atlas = document.querySelector('plan-atlas')!;
      await atlas.viewOnReady();
      return [atlas.feature, atlas.shadowRoot!.querySelector('[role=alert]') === null];
    });
    expect(seen).toEqual(['airport', true]);
  });
});

describe('a plan with a fault in it', () => {
  let opened: OpenedPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openBench(unlit);
    ({ page } = opened);
  });
  afterEach(() => page.evaluate(() => document.body.replaceChildren()));
  afterAll(() => opened.assertClean());

  const of = (draft: Draft<PlanBundle>, id: string) =>
    draft.features.features.find(({ properties }) => properties.id === id)!;
  const cases: readonly (readonly [
    name: string,
    change: (draft: Draft<PlanBundle>) => void,
    code: string,
    says: RegExp,
    /** Features that are lost for it. */
    lost: number,
  ])[] = [
    [
      'a citation of no paragraph',
      (draft) => (of(draft, 'cangshan').properties.planRefs[0]!.para = 'positioning-x'),
      'dangling-paragraph',
      /feature "cangshan" cites unknown paragraph "positioning-x"/,
      0,
    ],
    [
      'fault 32: a quote that does not occur',
      (draft) => (of(draft, 'cangshan').properties.planRefs[0]!.quote = '火星基地'),
      'quote-not-found',
      /“火星基地”/,
      0,
    ],
    [
      'fault 26: two features of one id',
      (draft) => (of(draft, 'dachuan-spring').properties.id = 'cangshan'),
      'duplicate-feature',
      /"cangshan" occurs twice/,
      0,
    ],
    [
      'a feature of no layer',
      (draft) => (of(draft, 'cangshan').properties.layer = 'mars'),
      'dangling-layer',
      /mars/,
      0,
    ],
    [
      'fault 14: a place off the earth',
      (draft) => (of(draft, 'airport').geometry = { type: 'Point', coordinates: [113, 95] }),
      'latitude-out-of-range',
      /95/,
      1,
    ],
    [
      'fault 8: a feature that is null',
      (draft) => (draft.features.features[3] = null as never),
      'feature-null',
      /features\[3\]/,
      1,
    ],
    [
      'a feature without a name',
      (draft) => delete (of(draft, 'cangshan').properties as { name?: string }).name,
      'schema-required',
      /feature "cangshan".*name/,
      1,
    ],
  ];

  it.each(cases)('%s: is told, and the rest works', async (_, change, code, says, lost) => {
    const seen = await page.evaluate(
      async ([bundle, expected]) => {
        const problems: Problem[] = [];
        const atlas = bench.create();
        atlas.addEventListener('plan-error', ({ detail }) => problems.push(...detail.problems));
        document.body.append(atlas);
        atlas.bundle = bundle;
        while (!problems.some((problem) => problem.code === expected)) await bench.frames(1);
        await atlas.viewOnReady();
        atlas.select({ feature: 'xiushui' });
        await bench.frames(2);
        const card = bench.part(atlas, 'plan-card').shadowRoot!;
        const text = bench.part(atlas, 'plan-text').shadowRoot!;
        const list = bench.part(atlas, 'plan-list').shadowRoot!;
        return {
          problems,
          alert: atlas.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '',
          rest: {
            count: atlas.bundle!.features.features.length,
            rows: list.querySelectorAll('.row').length,
            heading: card.querySelector('h2')!.textContent.includes('秀水镇'),
            phrase: text.querySelector('a.phrase[data-lit=selected]') !== null,
          },
        };
      },
      [damage(shipped, change), code] as const,
    );
    const count = shipped.features.features.length - lost;
    const problem = seen.problems.find((one) => one.code === code)!;
    expect(problem.message).toMatch(says);
    expect(problem.remedy).not.toBe('');
    expect(seen.alert).toContain(code);
    expect(seen.alert).toMatch(says);
    // Of two features with one id the list shows the one that the id leads to.
    const rows = code === 'duplicate-feature' ? count - 1 : count;
    expect(seen.rest).toEqual({ count, rows, heading: true, phrase: true });
  });
});

describe('hostile words', () => {
  it('fault 44: run nowhere, and no script becomes a link', async () => {
    const opened = await openBench(browser);
    const { page } = opened;
    const seen = await page.evaluate(async (bundle) => {
      const atlas = await bench.mount({}, { bundle });
      const roots = (): ShadowRoot[] => {
        const found: ShadowRoot[] = [];
        const visit = (node: ParentNode): void => {
          for (const element of node.querySelectorAll('*')) {
            if (!element.shadowRoot) continue;
            found.push(element.shadowRoot);
            visit(element.shadowRoot);
          }
        };
        visit(document);
        return found;
      };
      const bad = new Set<string>();
      const look = (): void => {
        for (const root of roots()) {
          for (const element of root.querySelectorAll('[onerror], [src*="x.png"], script')) {
            bad.add(element.outerHTML);
          }
          for (const link of root.querySelectorAll('a')) {
            if (link.protocol === 'javascript:') bad.add(link.outerHTML);
          }
        }
      };
      let words = 0;
      for (const lang of ['zh-Hans', 'en']) {
        atlas.lang = lang;
        for (const { properties } of atlas.bundle!.features.features) {
          atlas.select({ feature: properties.id });
          await bench.part(atlas, 'plan-card').updateComplete;
          const card = bench.part(atlas, 'plan-card').shadowRoot!;
          if (card.textContent.includes('onerror')) words += 1;
          look();
        }
        for (const { id } of atlas.bundle!.views) atlas.setViewState({ scene: id });
        atlas.select({ clause: 'goals-economy' });
        await bench.frames(2);
        look();
      }
      await bench.settle(atlas, () => atlas.select({ feature: 'airport' }));
      return {
        bad: [...bad],
        words,
        hacked: 'hacked' in globalThis,
        map: bench.part(atlas, 'plan-map').inspection?.lookOf('airport')?.isSelected,
      };
    }, makeHostile(shipped));
    expect(seen.bad).toEqual([]);
    expect(seen.hacked).toBe(false);
    // They were really there.
    expect(seen.words).toBe(2 * shipped.features.features.length);
    expect(seen.map).toBe(true);
    opened.assertClean();
    await opened.close();
  });

  it('fault 28: and names that every object has are names like any other', async () => {
    const opened = await openBench(browser);
    const { page } = opened;
    const bundle = damage(shipped, (draft) => {
      for (const { properties } of draft.features.features) {
        if (properties.id === 'airport') properties.id = 'constructor';
        if (properties.id === 'yangquanbei') properties.id = 'valueOf';
      }
    });
    // As text: an object literal would set the prototype instead.
    const text = JSON.stringify(bundle).replaceAll(
      '"properties":{',
      '"properties":{"__proto__":{"polluted":1},"hasOwnProperty":"no","toString":"no",',
    );
    await page.route('**/odd.json', (route) => route.fulfill({ body: text }));
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount({ src: '/odd.json' });
      await bench.settle(atlas, () => atlas.select({ feature: 'constructor' }));
      const map = bench.part(atlas, 'plan-map');
      const isSelected = map.inspection!.lookOf('constructor')!.isSelected;
      await bench.settle(atlas, () => atlas.highlight({ features: ['valueOf'] }));
      return {
        isSelected,
        heading: bench.part(atlas, 'plan-card').shadowRoot!.querySelector('h2')!.textContent,
        isLit: map.inspection!.lookOf('valueOf')!.isLit,
        count: atlas.bundle!.features.features.length,
        isPolluted: 'polluted' in {},
      };
    });
    expect(seen).toMatchObject({
      isSelected: true,
      heading: expect.stringContaining('机场'),
      isLit: true,
      count: shipped.features.features.length,
      isPolluted: false,
    });
    opened.assertClean();
    await opened.close();
  });
});

it('fault 68: without the file of its worker the map says so, the rest works, and it can be asked for again', async () => {
  const opened = await openPage(browser, {
    expected: [/maplibre-gl-worker|Worker failed to load/],
  });
  const { page } = opened;
  await page.addInitScript(installProbe);
  await page.route('**/maplibre-gl-worker-*', (route) =>
    route.fulfill({ status: 404, body: 'not found' }),
  );
  await page.goto(`${inject('origin')}/#v=1&lang=en&feature=airport`);
  const message = page.locator('plan-map .message');
  await message.waitFor();
  expect(await message.innerText()).toContain('The worker that prepares the map did not start');
  await page.evaluate(() => planProbe.host().select({ feature: 'zong-2' }));
  await page.locator('plan-text a.phrase[data-lit=selected]').first().waitFor();
  expect(await page.locator('plan-card h2').innerText()).toContain('North–South 2');
  await page.locator('plan-atlas [data-tab=list]').click();
  await page.locator('plan-list [part=row]').first().waitFor();
  await page.unroute('**/maplibre-gl-worker-*');
  await page.locator('plan-map .restart').click();
  await page.waitForFunction(
    () => planProbe.part('plan-map').inspection?.lookOf('zong-2')?.isSelected === true,
  );
  await message.waitFor({ state: 'detached' });
  opened.assertClean();
  await opened.close();
});

describe('a lost graphics context', () => {
  it('fault 64: that comes back shows the same picture and selection, each time', async () => {
    const opened = await openAtlas(browser, { hash: 'v=1&feature=airport' });
    await loseAgainAndAgain(opened.page, 3);
    opened.assertClean();
    await opened.close();
  });

  it('fault 67: that stays away is replaced; the fourth time a button asks', async () => {
    const opened = await openAtlas(browser, { hash: 'v=1&feature=airport' });
    const { page } = opened;
    await page.evaluate(() =>
      planProbe.settle(() => planProbe.host().highlight({ features: ['zong-1'] })),
    );
    const before = await photographMap(page);
    const startMs = Date.now();
    await loseContext(page, false);
    await waitForSelected(page, 'airport');
    const tookMs = Date.now() - startMs;
    expect(differingShare(before, await photographMap(page))).toBeLessThan(0.001);
    console.log(`A lost context was replaced after ${tookMs} ms.`);
    expect(tookMs).toBeLessThan(10_000);
    for (let round = 0; round < 2; round += 1) {
      await loseContext(page, false);
      await waitForSelected(page, 'airport');
    }
    await loseContext(page, false);
    await page.locator('plan-atlas plan-map .restart').click();
    await waitForSelected(page, 'airport');
    expect(differingShare(before, await photographMap(page))).toBeLessThan(0.001);
    opened.assertClean();
    await opened.close();
  });

  it('fault 65: while a pulse runs along a corridor leaves nothing broken', async () => {
    const opened = await openAtlas(browser, { reducedMotion: 'no-preference' });
    const { page } = opened;
    const run = async (): Promise<void> => {
      await page.evaluate(async () => {
        planProbe.host().select({ feature: 'zong-2' });
        for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
      });
    };
    const asked = page.waitForResponse(/\/pulse-/);
    await page.evaluate(() => planProbe.host().select({ feature: 'zong-2' }));
    await (await asked).finished();
    await run();
    await page.evaluate(() => planProbe.settle(() => planProbe.host().select()));
    const before = await photographMap(page);
    await run();
    await loseContext(page, true);
    await page.waitForFunction(
      () => planProbe.part('plan-map').inspection?.lookOf('zong-2')?.isSelected === true,
    );
    await page.evaluate(() => planProbe.settle(() => planProbe.host().select()));
    // Names keep to the side where they stood, and a new context has no memory of it.
    expect(differingShare(before, await photographMap(page))).toBeLessThan(0.1);
    opened.assertClean();
    await opened.close();
  });
});
