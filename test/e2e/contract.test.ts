import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openBench } from './bench.ts';

let browser: Browser;
let unlit: Browser;
let opened: OpenedPage;
let openedPlain: OpenedPage;
/** With a map. */
let page: Page;
/** Without WebGL, so without a map: quicker, for what does not concern it. */
let plain: Page;

beforeAll(async () => {
  [browser, unlit] = await Promise.all([launchBrowser(), launchBrowser({ webgl: false })]);
  opened = await openBench(browser);
  openedPlain = await openBench(unlit);
  ({ page } = opened);
  ({ page: plain } = openedPlain);
});
afterEach(async () => {
  for (const each of [page, plain]) await each.evaluate(() => document.body.replaceChildren());
});
afterAll(async () => {
  await Promise.all([browser.close(), unlit.close()]);
  opened.assertClean();
  openedPlain.assertClean();
});

describe('attributes set before the bundle has come', () => {
  it('give the view at the start', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount({
        feature: 'cangshan',
        clause: 'positioning-tourism-wellness',
        layers: 'sights zones, boundary',
        camera: '113.45,38.2,11,15,20',
        flavour: 'dark',
        lang: 'en',
        controls: 'title text',
        gestures: 'cooperative',
      });
      await bench.settle(atlas, () => atlas.highlight({ features: ['cangshan'] }));
      const root = atlas.shadowRoot!;
      return {
        view: atlas.getViewState(),
        feature: atlas.feature,
        clause: atlas.clause,
        flavour: atlas.flavour,
        title: root.querySelector('h1')!.textContent.trim(),
        hasLens: root.querySelector('.lens') !== null,
        isCardShown: bench.part(atlas, 'plan-card').checkVisibility(),
        gestures: atlas.gestures,
        ground: getComputedStyle(root.querySelector('.frame')!).backgroundColor,
      };
    });
    expect(seen.feature).toBe('cangshan');
    expect(seen.clause).toBe('positioning-tourism-wellness');
    expect(seen.view.layers.toSorted()).toEqual(['boundary', 'sights', 'zones']);
    expect(seen.view.camera!.center[0]).toBeCloseTo(113.45, 5);
    expect(seen.view.camera!.center[1]).toBeCloseTo(38.2, 5);
    expect(seen.view.camera).toMatchObject({ zoom: 11, bearing: 15, pitch: 20 });
    expect(seen.flavour).toBe('dark');
    expect(seen.view.lang).toBe('en');
    expect(seen.title).toMatch(/^[\x20-\x7e]+$/);
    expect(seen.hasLens).toBe(false);
    expect(seen.isCardShown).toBe(false);
    expect(seen.gestures).toBe('cooperative');
    expect(seen.ground).not.toBe('rgb(255, 253, 248)');
  });

  it('open no legend and no list where the host asks for none', async () => {
    const shown = await plain.evaluate(async () => {
      const atlas = await bench.mount({ controls: 'zoom' });
      return ['plan-map', 'plan-text', 'plan-layers', 'plan-list', 'plan-card'].filter((tag) =>
        bench.part(atlas, tag as 'plan-map')?.checkVisibility(),
      );
    });
    expect(shown).toEqual(['plan-map']);
  });
});

describe('a property changed later', () => {
  it('feature, clause and both one after the other', async () => {
    const seen = await plain.evaluate(async () => {
      const atlas = await bench.mount();
      const steps: (readonly [string | null, string | null])[] = [];
      const note = (): unknown => steps.push([atlas.feature, atlas.clause]);
      atlas.feature = 'airport';
      note();
      atlas.feature = 'xiushui';
      atlas.clause = 'positioning-livable-city';
      note();
      atlas.feature = null;
      note();
      atlas.clause = 'goals-ecology';
      note();
      atlas.setAttribute('feature', 'zong-2');
      note();
      atlas.removeAttribute('feature');
      note();
      atlas.feature = 'nowhere';
      note();
      return steps;
    });
    expect(seen).toEqual([
      ['airport', 'positioning-emerging-industry'],
      ['xiushui', 'positioning-livable-city'],
      [null, null],
      [null, 'goals-ecology'],
      ['zong-2', 'positioning-livable-city'],
      [null, null],
      [null, null],
    ]);
  });

  it('layers as a list, as text, and by the name of a theme', async () => {
    const seen = await plain.evaluate(async () => {
      const atlas = await bench.mount();
      const told: (readonly string[])[] = [];
      atlas.addEventListener('plan-layers-change', ({ detail }) => told.push(detail.layers));
      atlas.layers = ['water', 'boundary'];
      const first = atlas.layers;
      atlas.setAttribute('layers', 'tourism boundary');
      const second = atlas.layers;
      atlas.layers = [];
      return { first, second, last: atlas.layers, told };
    });
    expect(seen.first).toEqual(['water', 'boundary']);
    expect(seen.second).toEqual(['zones', 'sights', 'boundary']);
    expect(seen.last).toEqual([]);
    expect(seen.told).toEqual([seen.first, seen.second, []]);
  });

  it('camera as text and as an object', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      await bench.settle(atlas, () => atlas.setAttribute('camera', '113.3,38.1,10'));
      const first = atlas.camera;
      await bench.settle(atlas, () => {
        atlas.camera = { center: [113.5, 38.3], zoom: 11.5, bearing: 30, pitch: 40 };
      });
      return { first, second: atlas.camera };
    });
    expect(seen.first).toMatchObject({ zoom: 10, bearing: 0, pitch: 0 });
    expect(seen.first!.center[0]).toBeCloseTo(113.3, 6);
    expect(seen.second!.zoom).toBeCloseTo(11.5, 6);
    expect(seen.second!.bearing).toBeCloseTo(30, 6);
    expect(seen.second!.pitch).toBeCloseTo(40, 6);
  });

  it('language, flavour, controls and gestures', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      const root = atlas.shadowRoot!;
      const look = async () => {
        await atlas.updateComplete;
        return {
          lang: root.querySelector('.frame')!.getAttribute('lang'),
          title: root.querySelector('h1')?.textContent.trim() ?? null,
          ground: getComputedStyle(root.querySelector('.frame')!).backgroundColor,
        };
      };
      const before = await look();
      atlas.lang = 'en';
      const english = await look();
      atlas.lang = 'zh-Hans';
      atlas.flavour = 'dark';
      const dark = await look();
      atlas.setAttribute('flavour', 'auto');
      atlas.controls = 'text';
      const bare = await look();
      atlas.controls = null;
      const again = await look();
      atlas.gestures = 'cooperative';
      await atlas.updateComplete;
      const map = bench.part(atlas, 'plan-map').shadowRoot!;
      const isCooperative = map.querySelector('.maplibregl-cooperative-gesture-screen') !== null;
      atlas.gestures = 'greedy';
      await atlas.updateComplete;
      const isGreedy = map.querySelector('.maplibregl-cooperative-gesture-screen') === null;
      return { before, english, dark, bare, again, isCooperative, isGreedy };
    });
    expect(seen.before.lang).toBe('zh-Hans');
    expect(seen.english.lang).toBe('en');
    expect(seen.english.title).not.toBe(seen.before.title);
    expect(seen.dark).toMatchObject({ lang: 'zh-Hans', title: seen.before.title });
    expect(seen.dark.ground).not.toBe(seen.before.ground);
    expect(seen.bare).toMatchObject({ title: null, ground: seen.before.ground });
    expect(seen.again).toEqual(seen.before);
    expect(seen).toMatchObject({ isCooperative: true, isGreedy: true });
  });

  it('src: another plan takes the place of the first, and the host is told once it is ready', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      const bundle = await bench.bundle();
      const other = { ...bundle, bundle: { ...bundle.bundle, id: 'other', title: '另一个规划' } };
      const ready = bench.next(atlas, 'plan-ready');
      atlas.bundle = other;
      // A frame of the map that was there before is not the new plan's.
      atlas.highlight({ features: ['zong-1'] });
      const detail = await ready;
      await atlas.viewOnReady();
      const title = atlas.shadowRoot!.querySelector('h1')!.textContent.trim();
      const back = bench.next(atlas, 'plan-ready');
      atlas.src = './../bundle/yuxian.json';
      return { first: detail.bundle.bundle.id, title, second: (await back).bundle.bundle.id };
    });
    expect(seen).toEqual({ first: 'other', title: '另一个规划', second: 'yuxian-14th-plan' });
  });
});

describe('the bundle', () => {
  it('reads back in one piece, with or without a file', async () => {
    const seen = await plain.evaluate(async () => {
      const fromFile = await bench.mount();
      const { bundle } = fromFile;
      const given = await bench.bundle();
      fromFile.remove();
      const fromObject = await bench.mount({}, { bundle: given });
      return {
        keys: Object.keys(bundle!),
        counts: [
          bundle!.plan.docs[0]!.paragraphs.length,
          bundle!.sources.length,
          bundle!.layers.length,
          bundle!.features.features.length,
          bundle!.views.length,
        ],
        given: [
          given.plan.docs[0]!.paragraphs.length,
          given.sources.length,
          given.layers.length,
          given.features.features.length,
          given.views.length,
        ],
        isSame: JSON.stringify(fromObject.bundle) === JSON.stringify(bundle),
      };
    });
    for (const key of ['bundle', 'plan', 'sources', 'layers', 'features', 'views']) {
      expect(seen.keys).toContain(key);
    }
    expect(seen.counts).toEqual(seen.given);
    expect(seen.isSame).toBe(true);
  });

  it('and every other property may be set before the element is defined', async () => {
    const early = await openBench(browser, { hasLibrary: false });
    const seen = await early.page.evaluate(async () => {
      const atlas = bench.create({ flavour: 'light' });
      Object.assign(atlas, {
        bundle: await bench.bundle(),
        feature: 'airport',
        layers: ['airport', 'boundary'],
        flavour: 'projector',
        lang: 'en',
      });
      document.body.append(atlas);
      const ready = bench.next(atlas, 'plan-ready');
      await bench.loadLibrary();
      const { map } = await ready;
      const { feature, layers, flavour, lang } = atlas.getViewState();
      return { map, feature, layers, flavour, lang };
    });
    expect(seen).toEqual({
      map: 'ready',
      feature: 'airport',
      layers: ['airport', 'boundary'],
      flavour: 'projector',
      lang: 'en',
    });
    early.assertClean();
    await early.close();
  });
});

describe('the methods', () => {
  it('select takes a feature, a clause, both, or nothing', async () => {
    const seen = await plain.evaluate(async () => {
      const atlas = await bench.mount();
      const steps: unknown[] = [];
      for (const target of [
        { feature: 'airport' },
        { clause: 'goals-ecology' },
        { feature: 'xiushui', clause: 'goals-urban-rural' },
        { feature: 'nowhere' },
        {},
      ]) {
        atlas.select(target);
        steps.push([atlas.feature, atlas.clause]);
      }
      return steps;
    });
    expect(seen).toEqual([
      ['airport', 'positioning-emerging-industry'],
      [null, 'goals-ecology'],
      ['xiushui', 'goals-urban-rural'],
      ['xiushui', 'goals-urban-rural'],
      [null, null],
    ]);
  });

  it('highlight lights map, text and list without selecting, and nothing puts it out', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      const look = () => {
        const text = bench.part(atlas, 'plan-text').shadowRoot!;
        const list = bench.part(atlas, 'plan-list').shadowRoot!;
        return {
          isLit: bench.part(atlas, 'plan-map').inspection!.lookOf('cangshan')?.isLit,
          row: list.querySelector('[data-feature=cangshan]')!.getAttribute('data-lit'),
          phrases: text.querySelectorAll('a.phrase[data-lit=hover]').length > 0,
          feature: atlas.feature,
        };
      };
      await bench.settle(atlas, () => atlas.highlight({ features: ['cangshan'] }));
      const lit = look();
      await bench.settle(atlas, () => atlas.highlight());
      const out = look();
      atlas.highlight({ clauses: ['goals-ecology'] });
      await bench.frames(2);
      const text = bench.part(atlas, 'plan-text').shadowRoot!;
      const clauses = [...text.querySelectorAll<HTMLElement>('a.phrase[data-lit=hover]')];
      const before = atlas.camera!;
      await bench.settle(atlas, () => atlas.highlight({ features: ['zhangzhao'], fit: true }));
      return {
        lit,
        out,
        paras: [...new Set(clauses.map(({ dataset }) => dataset['para']))],
        hasMoved: atlas.camera!.zoom > before.zoom,
      };
    });
    expect(seen.lit).toEqual({ isLit: true, row: 'hover', phrases: true, feature: null });
    expect(seen.out).toEqual({ isLit: false, row: null, phrases: false, feature: null });
    expect(seen.paras).toEqual(['goals-ecology']);
    expect(seen.hasMoved).toBe(true);
  });

  it('fit shows all that it is given', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount({ camera: '113.05,38.1,13' });
      const ids = ['xiushui', 'liangjiazhai', 'xiyan'];
      const map = bench.part(atlas, 'plan-map');
      const before = ids.filter((id) => map.getAnchor(id) !== null);
      await bench.settle(atlas, () => atlas.fit(ids));
      return { before, after: ids.filter((id) => map.getAnchor(id) !== null) };
    });
    expect(seen.before).not.toEqual(seen.after);
    expect(seen.after).toEqual(['xiushui', 'liangjiazhai', 'xiyan']);
  });

  it('a view goes from one atlas to another and back unchanged', async () => {
    const { given, taken, own } = await page.evaluate(async () => {
      const first = await bench.mount();
      first.setViewState({
        feature: 'airport',
        clause: 'goals-economy',
        layers: ['airport', 'seats', 'boundary', 'mines'],
        opacity: { airport: 0.4, seats: 0.75 },
        camera: { center: [113.123456, 38.234567], zoom: 10.54321, bearing: 12.5, pitch: 33 },
        lens: { statuses: ['planned', 'proposed'], horizon: 2030 },
        flavour: 'dark',
        lang: 'en',
      });
      await bench.settle(first, () => first.highlight({ features: ['airport'] }));
      const view = first.getViewState();
      first.remove();
      const second = await bench.mount();
      await bench.settle(second, () => second.setViewState(structuredClone(view)));
      await bench.settle(second, () => second.highlight({ features: ['airport'] }));
      const there = second.getViewState();
      second.setViewState(second.getViewState());
      await bench.frames(2);
      return { given: view, taken: there, own: second.getViewState() };
    });
    expect(given.feature).toBe('airport');
    expect(given.clause).toBe('goals-economy');
    expect(given.opacity).toEqual({ airport: 0.4, seats: 0.75 });
    for (const view of [taken, own]) {
      expect({ ...view, camera: null }).toEqual({ ...given, camera: null });
      expect(view.camera!.center[0]).toBeCloseTo(given.camera!.center[0], 6);
      expect(view.camera!.center[1]).toBeCloseTo(given.camera!.center[1], 6);
      expect(view.camera!.zoom).toBeCloseTo(given.camera!.zoom, 6);
      expect(view.camera!.bearing).toBeCloseTo(given.camera!.bearing, 6);
      expect(view.camera!.pitch).toBeCloseTo(given.camera!.pitch, 6);
    }
  });

  it('a scene and a phrase of many features travel likewise', async () => {
    const views = await page.evaluate(async () => {
      const first = await bench.mount();
      const text = bench.part(first, 'plan-text').shadowRoot!;
      const [phrase] = [...text.querySelectorAll<HTMLElement>('a.phrase')].filter(
        ({ textContent }) => textContent === '四纵四横',
      );
      const second = await bench.mount();
      const pairs: (readonly [unknown, unknown])[] = [];
      for (const act of [
        () => first.setViewState({ scene: first.bundle!.views[1]!.id }),
        () => phrase!.click(),
      ]) {
        await bench.settle(first, act);
        const view = first.getViewState();
        second.setViewState(view);
        await bench.frames(3);
        pairs.push([
          { ...view, camera: null },
          { ...second.getViewState(), camera: null },
        ]);
      }
      return pairs;
    });
    for (const [given, taken] of views) expect(taken).toEqual(given);
    expect(views[1]![0]).toMatchObject({ feature: null, clause: 'positioning-livable-city' });
  });
});

describe('the events', () => {
  it('bubble, cross shadow roots, and carry what they tell of', async () => {
    const seen = await plain.evaluate(async () => {
      const outer = document.createElement('div');
      outer.attachShadow({ mode: 'open' });
      document.body.append(outer);
      const told: Record<string, unknown>[] = [];
      for (const type of [
        'plan-ready',
        'plan-feature-select',
        'plan-clause-select',
        'plan-hover',
        'plan-layers-change',
        'plan-view-change',
      ] as const) {
        document.addEventListener(
          type,
          (event) => {
            const { bubbles, composed, detail } = event as CustomEvent;
            told.push({ type, bubbles, composed, detail: structuredClone(detail) });
          },
          { once: type !== 'plan-feature-select' && type !== 'plan-hover' },
        );
      }
      const atlas = bench.create({ src: '/bundle/yuxian.json' });
      outer.shadowRoot!.append(atlas);
      await atlas.viewOnReady();
      const phrase = bench
        .part(atlas, 'plan-text')
        .shadowRoot!.querySelector<HTMLElement>(
          'a.phrase[data-para=positioning-tourism-wellness]',
        )!;
      phrase.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }));
      atlas.select({ feature: 'cangshan', clause: 'goals-culture' });
      atlas.select({ clause: 'goals-ecology' });
      atlas.layers = ['seats'];
      while (!told.some(({ type }) => type === 'plan-view-change')) await bench.frames(1);
      return {
        told,
        cangshan: atlas.bundle!.features.features.find(
          ({ properties }) => properties.id === 'cangshan',
        )!,
      };
    });
    const of = (type: string) => seen.told.filter((event) => event['type'] === type);
    for (const event of seen.told) expect(event).toMatchObject({ bubbles: true, composed: true });
    expect(of('plan-ready')[0]!['detail']).toMatchObject({ map: 'text-only' });
    const [feature, group] = of('plan-feature-select').map(({ detail }) => detail) as [
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    expect(feature).toEqual({
      featureId: 'cangshan',
      layerId: 'sights',
      clauseIds: ['goals-culture', 'positioning-tourism-wellness'],
      feature: seen.cangshan,
      featureIds: ['cangshan'],
    });
    expect(group).toMatchObject({ featureId: null, layerId: null, feature: null });
    expect(group['clauseIds']).toEqual(['goals-ecology']);
    expect((group['featureIds'] as string[]).length).toBeGreaterThan(1);
    expect(of('plan-clause-select')[0]!['detail']).toMatchObject({ featureId: 'cangshan' });
    expect(of('plan-hover').map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({
        clauseIds: expect.arrayContaining(['positioning-tourism-wellness']),
      }),
    );
    expect(of('plan-layers-change')[0]!['detail']).toEqual({ layers: ['seats'] });
    expect(of('plan-view-change')[0]!['detail']).toMatchObject({ version: 1 });
  });

  it('plan-error names code, file and remedy, and plan-view-change comes at most five times a second', async () => {
    const seen = await plain.evaluate(async () => {
      const atlas = await bench.mount();
      let views = 0;
      atlas.addEventListener('plan-view-change', () => (views += 1));
      const startMs = performance.now();
      while (performance.now() - startMs < 1000) {
        atlas.highlight({ features: [] });
        atlas.select({ feature: views % 2 === 0 ? 'airport' : 'cangshan' });
        await bench.frames(1);
      }
      const error = bench.next(atlas, 'plan-error');
      atlas.bundle = { not: 'a bundle' };
      return { views, error: await error };
    });
    expect(seen.views).toBeGreaterThan(0);
    expect(seen.views).toBeLessThanOrEqual(6);
    expect(seen.error.code).toBe(seen.error.problems[0]!.code);
    expect(seen.error.problems[0]).toMatchObject({
      code: expect.stringMatching(/^[a-z-]+$/),
      file: expect.any(String),
      message: expect.any(String),
      remedy: expect.any(String),
    });
  });
});

describe('in the page', () => {
  it('two atlases do not disturb each other', async () => {
    const seen = await page.evaluate(async () => {
      const [first, second] = await Promise.all([
        bench.mount({ lang: 'en', feature: 'airport' }),
        bench.mount({ lang: 'zh-Hans', flavour: 'dark' }),
      ]);
      second.select({ feature: 'cangshan' });
      first.layers = ['airport'];
      const read = (atlas: typeof first) => {
        const { feature, lang, flavour, layers } = atlas.getViewState();
        const heading = bench.part(atlas, 'plan-card').shadowRoot!.querySelector('h2')!.textContent;
        return { feature, lang, flavour, layers: layers.length, heading: heading.trim() };
      };
      await bench.frames(2);
      return [read(first), read(second)];
    });
    expect(seen[0]).toMatchObject({ feature: 'airport', lang: 'en', flavour: 'auto', layers: 1 });
    expect(seen[1]).toMatchObject({ feature: 'cangshan', lang: 'zh-Hans', flavour: 'dark' });
    expect(seen[0]!.heading).toMatch(/airport/i);
    expect(seen[1]!.heading).toContain('藏山');
  });

  it('an atlas that is moved keeps its map, its view, and goes on telling', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount();
      const canvas = () => bench.part(atlas, 'plan-map').shadowRoot!.querySelector('canvas');
      const before = canvas();
      await bench.settle(atlas, () => atlas.select({ feature: 'airport' }));
      // Before the throttled event has come.
      atlas.select({ feature: 'cangshan' });
      const box = document.createElement('div');
      document.body.append(box);
      box.append(atlas);
      await bench.frames(3);
      const isSame = canvas() === before;
      const told = bench.next(atlas, 'plan-view-change');
      await bench.settle(atlas, () => atlas.select({ feature: 'xiushui' }));
      return { isSame, told: (await told).feature, feature: atlas.feature };
    });
    expect(seen).toEqual({ isSame: true, told: 'xiushui', feature: 'xiushui' });
  });

  it('an atlas that was taken out works when it is put back, where it was', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = await bench.mount({ feature: 'airport' });
      await bench.settle(atlas, () => {
        atlas.camera = { center: [113.2, 38.2], zoom: 10.2, bearing: 0, pitch: 0 };
      });
      const before = atlas.getViewState();
      atlas.remove();
      await bench.frames(3);
      const hasReleased =
        bench.part(atlas, 'plan-map').shadowRoot!.querySelector('canvas') === null;
      await bench.settle(atlas, () => document.body.append(atlas));
      const after = atlas.getViewState();
      await bench.settle(atlas, () => atlas.select({ feature: 'cangshan' }));
      return {
        hasReleased,
        before,
        after,
        isSelected: bench.part(atlas, 'plan-map').inspection!.lookOf('cangshan')!.isSelected,
      };
    });
    expect(seen.hasReleased).toBe(true);
    expect({ ...seen.after, camera: null }).toEqual({ ...seen.before, camera: null });
    expect(seen.after.camera!.zoom).toBeCloseTo(seen.before.camera!.zoom, 4);
    expect(seen.after.camera!.center[0]).toBeCloseTo(seen.before.camera!.center[0], 4);
    expect(seen.isSelected).toBe(true);
  });

  it('an atlas that is created and removed again and again leaves nothing behind', async () => {
    const seen = await page.evaluate(async () => {
      const gone: HTMLElement[] = [];
      for (let round = 0; round < 20; round += 1) {
        const atlas = bench.create({ src: '/bundle/yuxian.json' });
        document.body.append(atlas);
        // Some go while they load, some while their map starts.
        await bench.frames(round % 7);
        atlas.remove();
        gone.push(atlas);
      }
      const last = await bench.mount({ feature: 'airport' });
      const kept = gone.filter((atlas) =>
        atlas.shadowRoot!.querySelector('plan-map')?.shadowRoot?.querySelector('canvas'),
      );
      return { feature: last.feature, kept: kept.length };
    });
    expect(seen).toEqual({ feature: 'airport', kept: 0 });
  });

  it('an atlas that starts hidden has the right size when it is shown', async () => {
    const seen = await page.evaluate(async () => {
      const box = document.createElement('div');
      box.hidden = true;
      document.body.append(box);
      const atlas = bench.create({ src: '/bundle/yuxian.json' });
      box.append(atlas);
      while (!atlas.bundle) await bench.frames(1);
      box.hidden = false;
      await atlas.viewOnReady();
      const measure = () => {
        const map = bench.part(atlas, 'plan-map');
        const canvas = map.shadowRoot!.querySelector('canvas')!;
        return {
          map: [map.clientWidth, map.clientHeight],
          canvas: [canvas.clientWidth, canvas.clientHeight],
          pixels: [canvas.width, canvas.height],
        };
      };
      const first = measure();
      box.hidden = true;
      await bench.frames(2);
      atlas.style.setProperty('height', '480px');
      await bench.settle(atlas, () => {
        box.hidden = false;
      });
      return { first, second: measure() };
    });
    for (const { map, canvas, pixels } of [seen.first, seen.second]) {
      expect(canvas).toEqual(map);
      expect(pixels).toEqual(map);
      expect(map[0]).toBeGreaterThan(200);
    }
    expect(seen.second.map[1]).toBeLessThan(seen.first.map[1]!);
  });

  it('parts that the host places itself take the place of the built-in layout', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = bench.create({ src: '/bundle/yuxian.json', feature: 'airport' });
      const map = document.createElement('plan-map');
      const text = document.createElement('plan-text');
      for (const part of [map, text]) {
        part.style.setProperty('height', '280px');
        atlas.append(part);
      }
      document.body.append(atlas);
      await atlas.viewOnReady();
      const inShadow = ['plan-map', 'plan-text', 'plan-layers', 'plan-list', 'plan-card'].filter(
        (tag) => atlas.shadowRoot!.querySelector(tag) !== null,
      );
      const phrase = text.shadowRoot!.querySelector<HTMLElement>('a.phrase')!;
      await bench.settle(atlas, () => phrase.click());
      const [id] =
        atlas.shadowRoot!.querySelectorAll('slot').length === 1 ? [atlas.clause] : [null];
      return {
        inShadow,
        clause: id,
        expected: phrase.dataset['para'],
        canvas: map.shadowRoot!.querySelector('canvas')!.clientHeight,
        isLit: phrase.getAttribute('data-lit'),
      };
    });
    expect(seen.inShadow).toEqual([]);
    expect(seen.clause).toBe(seen.expected);
    expect(seen.canvas).toBe(280);
    expect(seen.isLit).toBe('selected');
  });
});
