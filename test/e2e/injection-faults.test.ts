/**
 * Faults 44–50, 57 and 60 of the list of faults. 49 is in origins.test.ts, 61 in host-css.test.ts; of 44 the cards of
 * all features are in faults.test.ts and the minutes in test/unit/core/marks/exports.test.ts.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LayerTiles, PlanBundle } from '../../src/contracts/bundle.ts';
import type { Problem } from '../../src/contracts/errors.ts';
import { launchBrowser, openPage } from '../tools/browser.ts';
import { waitForHandout } from '../tools/print-handout.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { openBench } from './bench.ts';
import { damage } from './damage-bundle.ts';
import { poisonBundle } from './poison-bundle.ts';

let browser: Browser;
let unlit: Browser;
let shipped: PlanBundle;

beforeAll(async () => {
  [browser, unlit] = await Promise.all([launchBrowser(), launchBrowser({ webgl: false })]);
  ({ bundle: shipped } = await readShippedBundle());
});
afterAll(() => Promise.all([browser.close(), unlit.close()]));

interface Harm {
  /** Elements that only markup out of the bundle can have made, and links that are scripts. */
  readonly bad: readonly string[];
  readonly hasRun: boolean;
  /** All words of the page, shadow roots too. */
  readonly text: string;
}

const lookForHarm = (page: Page): Promise<Harm> =>
  page.evaluate(() => {
    const bad: string[] = [];
    let text = '';
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const isForeign =
          element.matches(
            'img, iframe, object, embed, [onerror], [onload], base, meta[http-equiv]',
          ) && !element.matches('img[src^="blob:"], img[src^="data:image/"]');
        const addresses = ['href', 'xlink:href', 'src', 'action', 'formaction'].map(
          (name) => element.getAttribute(name) ?? '',
        );
        const isScript = addresses.some((address) =>
          /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(address.replaceAll(/[\t\n\r]/g, '')),
        );
        if (isForeign || isScript) bad.push(element.outerHTML.slice(0, 200));
        if (element.shadowRoot) visit(element.shadowRoot);
      }
      text += root instanceof Document ? (root.body.textContent ?? '') : root.textContent;
    };
    visit(document);
    return { bad, hasRun: 'hacked' in globalThis, text };
  });

async function expectHarmless(page: Page, where: string): Promise<void> {
  const { bad, hasRun, text } = await lookForHarm(page);
  expect(bad, where).toEqual([]);
  expect(hasRun, where).toBe(false);
  expect(text, where).toContain('onerror=');
}

describe('fault 44: markup in every field that the schema leaves free', () => {
  it('is text in every panel, tool and talk of the atlas', async () => {
    const { bundle, fields } = poisonBundle(shipped);
    // The schema was really walked: the fields of every kind of thing are among them.
    for (const field of [
      'bundle.title',
      'bundle.mapApproval',
      'plan.docs[].paragraphs[].text',
      'sources[].title',
      'sources[].url',
      'sources[].licence',
      'layers[].name',
      'features.features[].properties.name',
      'features.features[].properties.ref',
      'features.features[].properties.accuracy.method',
      'features.features[].properties.attributes[].value',
      'views[].title',
      'story.scenes[].caption',
      'story.opening.notes',
      'nonSpatial[].reason',
      'indicators[].unit',
    ]) {
      expect(fields, field).toContain(field);
    }
    const opened = await openBench(browser);
    const { page } = opened;
    await page.evaluate(async (given) => {
      await bench.mount({ lang: 'zh-Hans' }, { bundle: given });
    }, bundle);
    const atlas = page.locator('plan-atlas');
    for (const lang of ['zh-Hans', 'en']) {
      await page.evaluate((name) => {
        document.querySelector('plan-atlas')!.lang = name;
      }, lang);
      await expectHarmless(page, `${lang}: text, legend, notes`);
      for (const target of [
        { feature: 'cangshan' },
        { feature: 'zong-2' },
        { clause: 'goals-economy' },
      ]) {
        await page.evaluate((one) => document.querySelector('plan-atlas')!.select(one), target);
        await expectHarmless(page, `${lang}: card of ${JSON.stringify(target)}`);
      }
      await atlas.locator('[data-tab=list]').click();
      await atlas.locator('plan-list [part=row]').first().waitFor();
      await expectHarmless(page, `${lang}: list`);
      await atlas.locator('plan-search input').fill('onerror');
      await atlas.locator('plan-search [part=option]').first().waitFor();
      await expectHarmless(page, `${lang}: find`);
      await atlas.locator('plan-search input').fill('');
      for (const [name, tag, target] of [
        ['audit', 'plan-audit', null],
        ['stats', 'plan-stats', null],
        ['measure', 'plan-measure', null],
        ['profile', 'plan-profile', 'zong-2'],
        ['marks', 'plan-marks', null],
        ['story', 'plan-story', null],
        ['compare', 'plan-compare', null],
      ] as const) {
        await page.evaluate(
          (tool) => document.querySelector('plan-atlas')!.setViewState({ tool }),
          { name, target },
        );
        await page.waitForFunction((one) => {
          const root = document.querySelector('plan-atlas')!.shadowRoot!;
          return (root.querySelector(one)?.shadowRoot?.textContent.trim().length ?? 0) > 20;
        }, tag);
        await expectHarmless(page, `${lang}: ${name}`);
      }
      await page.evaluate(() => {
        const host = document.querySelector('plan-atlas')!;
        host.setViewState({ tool: null, lens: { statuses: ['planned'], horizon: 2030 } });
      });
      await atlas.locator('plan-lens [part=caption]').waitFor();
      await expectHarmless(page, `${lang}: lens`);
    }
    await page.evaluate(() =>
      document
        .querySelector('plan-atlas')!
        .shadowRoot!.querySelector('[data-control=present]')!
        .dispatchEvent(new MouseEvent('click')),
    );
    await atlas.locator('plan-player [part=caption]').waitFor();
    for (const key of ['', 'ArrowRight', 'ArrowRight', 'g']) {
      if (key !== '') await page.keyboard.press(key);
      await expectHarmless(page, `talk after ${key}`);
    }
    opened.assertClean();
    await opened.close();
  });

  it.each([
    ['handout', '?print=handout', waitForHandout],
    [
      'presenter',
      '?presenter&talk=test',
      (page: Page) => page.locator('plan-presenter .desk, plan-presenter').first().waitFor(),
    ],
  ])('is text in the %s', async (name, query, wait) => {
    const { bundle } = poisonBundle({
      ...shipped,
      // Two scenes tell as much as eighteen.
      story: { ...shipped.story!, scenes: shipped.story!.scenes.slice(0, 2) },
    });
    const opened = await openPage(browser);
    const { page } = opened;
    await page.route('**/bundle/yuxian.json', (route) => route.fulfill({ json: bundle }));
    await page.goto(`${inject('origin')}/${query}`);
    await wait(page);
    await expect.poll(async () => (await lookForHarm(page)).text).toContain('onerror=');
    await expectHarmless(page, name);
    opened.assertClean();
    await opened.close();
  });
});

describe('links and notes', () => {
  it('fault 45: hostile approval, licence and titles of sources stand in the notes as text', async () => {
    const mapApproval = '晋S（2021）<a href="javascript:hacked=1" onclick="hacked=1">005</a>';
    const bundle = damage(shipped, (draft) => {
      draft.bundle.mapApproval = mapApproval;
      for (const source of draft.sources) {
        source.title = `OpenStreetMap <img src=x onerror="hacked=1">`;
        source.licence = 'ODbL</p><script>hacked=1</script>';
      }
    });
    const opened = await openBench(browser);
    const { page } = opened;
    const notes = await page.evaluate(async (given) => {
      const atlas = await bench.mount({ feature: 'cangshan' }, { bundle: given });
      await bench.frames(2);
      return bench.part(atlas, 'plan-map').shadowRoot!.querySelector('.note')!.textContent;
    }, bundle);
    expect(notes).toContain(mapApproval);
    expect(notes).toContain('OpenStreetMap');
    const { bad, hasRun, text } = await lookForHarm(page);
    expect({ bad, hasRun }).toEqual({ bad: [], hasRun: false });
    expect(text).toContain('<img src=x onerror="hacked=1">');
    opened.assertClean();
    await opened.close();
  });

  it('fault 46: an address that is a script, however it is written, is plain text', async () => {
    const scripts = [
      'javascript:globalThis.hacked=1',
      'JaVaScRiPt:globalThis.hacked=1',
      'java\tscript:globalThis.hacked=1',
      'java\nscript:globalThis.hacked=1',
      'java\r\nscript:globalThis.hacked=1',
      ' \u0001javascript:globalThis.hacked=1',
      '&#106;avascript:globalThis.hacked=1',
      'javascript&colon;globalThis.hacked=1',
      'javascript://example.org/%0Aglobal.hacked=1',
      'vbscript:hacked',
      'data:text/html,<script>hacked=1</script>',
      'blob:https://example.org/1',
      'file:///etc/passwd',
      '//example.org/x',
    ];
    const good = 'https://example.org/plan?a=1&b=2';
    const bundle = damage(shipped, (draft) => {
      const [first] = draft.sources;
      for (const [index, url] of [...scripts, good].entries()) {
        draft.sources.push({ ...first!, id: `script-${index}`, title: `来源 ${index}`, url });
      }
      const feature = draft.features.features.find((one) => one.properties.id === 'cangshan')!;
      feature.properties.attributes = [];
      feature.properties.sources = [...scripts, good].map((_, index) => `script-${index}`);
      const [indicator] = draft.indicators;
      if (indicator?.known?.[0]) indicator.known[0].source = 'script-2';
    });
    const opened = await openBench(unlit);
    const { page } = opened;
    const seen = await page.evaluate(async (given) => {
      const atlas = await bench.mount({ feature: 'cangshan' }, { bundle: given });
      await bench.frames(2);
      const card = bench.part(atlas, 'plan-card').shadowRoot!;
      const links = [...card.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      return { links, text: card.querySelector('[part=sources]')!.textContent };
    }, bundle);
    expect(seen.links).toEqual([good]);
    for (const index of scripts.keys()) expect(seen.text).toContain(`来源 ${index}`);
    const { bad, hasRun } = await lookForHarm(page);
    expect({ bad, hasRun }).toEqual({ bad: [], hasRun: false });
    opened.assertClean();
    await opened.close();
  });
});

it('fault 47: a table for spreadsheets holds no formula, and its numbers are numbers', async () => {
  const starts = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
  const bundle = damage(shipped, (draft) => {
    for (const [index, { properties }] of draft.features.features.entries()) {
      properties.name = `${starts[index % starts.length]}${properties.name}`;
    }
    for (const [index, layer] of draft.layers.entries()) {
      layer.name = `${starts[index % starts.length]}${layer.name}`;
    }
    draft.bundle.title = '=cmd|/../'.concat(draft.bundle.title);
  });
  const opened = await openBench(unlit);
  const { page } = opened;
  await page.evaluate(async (given) => {
    const atlas = await bench.mount({}, { bundle: given });
    atlas.setViewState({ tool: { name: 'stats', target: null } });
  }, bundle);
  const button = page.locator('plan-stats [data-control=csv]');
  await button.waitFor();
  const tables = await page
    .locator('plan-stats select option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(tables.length).toBeGreaterThan(1);
  let hostile = 0;
  let numbers = 0;
  for (const table of tables) {
    await page
      .locator('plan-stats select')
      .first()
      .selectOption(table)
      .catch(() => undefined);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).not.toMatch(/[\\/|]/);
    const text = readFileSync((await download.path())!, 'utf8').replace(/^\uFEFF/, '');
    const cells = [...text.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    );
    numbers += cells.filter((cell) => /^-?\d+(\.\d+)?$/.test(cell)).length;
    hostile += cells.filter((cell) => cell.startsWith("'")).length;
    expect(
      cells.filter(
        (cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) && !/^-?[\d.]+$/.test(cell),
      ),
      table,
    ).toEqual([]);
  }
  expect(hostile).toBeGreaterThan(0);
  expect(numbers).toBeGreaterThan(10);
  opened.assertClean();
  await opened.close();
});

describe('fault 48: an address that cannot be read shows the default view, and says so', () => {
  it.each([
    ['bad percent signs', 'v=1&find=%E0%A4%A&feature=%'],
    ['what is no base64', 'v=1&measure=eyJ2Ijox!!!&compare=%F0%9F'],
    ['an unknown version', 'v=2&feature=airport'],
    ['no version that is a number', 'v=__proto__&feature=airport'],
    ['two million characters', `v=1&feature=${'A'.repeat(1_900_000)}`],
  ])('%s', async (_, hash) => {
    const opened = await openPage(unlit, { url: `${inject('origin')}/` });
    const { page } = opened;
    const atlas = page.locator('plan-atlas');
    await page.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
    const before = await page.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    const notice = atlas.locator('[data-code=bad-address]').first();
    await notice.waitFor();
    expect((await notice.innerText()).length).toBeLessThan(400);
    const after = await page.evaluate(() => document.querySelector('plan-atlas')!.getViewState());
    expect(after).toEqual(before);
    opened.assertClean();
    await opened.close();
  });
});

it('fault 50: a style, sprite, font or tile address in a bundle is named, and asked of nobody', async () => {
  const other = 'https://evil.example';
  const tilesOf = (layerId: string): LayerTiles => ({
    format: 'mvt',
    href: `${other}/{z}/{x}/{y}.pbf`,
    sourceLayers: ['parts'],
    feature: shipped.features.features.find(({ properties }) => properties.layer === layerId)!
      .properties.id,
  });
  const bundle = {
    ...shipped,
    style: `${other}/style.json`,
    sprite: `${other}/sprite`,
    glyphs: `${other}/{fontstack}/{range}.pbf`,
    bundle: { ...shipped.bundle, style: `${other}/style.json` },
    layers: shipped.layers.map((layer, index) => ({
      ...layer,
      ...(index === 0 ? { style: `${other}/layer.json`, tiles: [`${other}/{z}/{x}/{y}.pbf`] } : {}),
      // Sound, and still nobody’s wish.
      ...(index === 0 ? {} : { tiles: tilesOf(layer.id) }),
      data: { format: 'geojson', href: `${other}/${layer.id}.geojson` },
    })),
    features: {
      type: 'FeatureCollection',
      features: shipped.features.features.map((feature, index) =>
        index === 5
          ? { ...feature, properties: { ...feature.properties, icon: `${other}/icon.svg` } }
          : feature,
      ),
    },
  };
  const opened = await openBench(browser);
  const { page, requests } = opened;
  const seen = await page.evaluate(async (given) => {
    const problems: Problem[] = [];
    const atlas = bench.create();
    atlas.addEventListener('plan-error', ({ detail }) => problems.push(...detail.problems));
    Object.assign(atlas, { bundle: given });
    document.body.append(atlas);
    await atlas.viewOnReady();
    while (problems.length < 7) await bench.frames(1);
    await bench.frames(2);
    return {
      said: problems.map(({ code, at, message }) => `${code} ${at} ${message}`),
      alert: atlas.shadowRoot!.querySelector('[role=alert]')!.textContent,
      count: atlas.bundle!.features.features.length,
    };
  }, bundle);
  for (const name of ['style', 'sprite', 'glyphs', 'tiles', 'icon']) {
    expect(seen.said.join('\n'), name).toMatch(new RegExp(`schema-.*\\b${name}\\b`));
  }
  expect(seen.alert).toContain('schema-');
  expect(seen.count).toBeGreaterThan(shipped.features.features.length - 3);
  expect(requests.filter((address) => address.includes('evil.example'))).toEqual([]);
  opened.assertClean();
  await opened.close();
});

it('fault 57: every property that is set before the element is upgraded counts', async () => {
  const opened = await openBench(browser, { hasLibrary: false });
  const { page } = opened;
  const seen = await page.evaluate(async () => {
    const atlas = bench.create();
    const given = {
      lang: 'en',
      flavour: 'dark',
      layers: ['sights', 'boundary'],
      camera: { center: [113.45, 38.2], zoom: 11, bearing: 15, pitch: 20 },
      feature: 'cangshan',
      clause: 'positioning-tourism-wellness',
      controls: 'title zoom',
      gestures: 'greedy',
      origins: 'https://plans.example',
      permalink: false,
      src: '/bundle/yuxian.json',
    };
    Object.assign(atlas, given);
    document.body.append(atlas);
    await bench.loadLibrary();
    await atlas.viewOnReady();
    await bench.settle(atlas, () => atlas.highlight({ features: ['cangshan'] }));
    const root = atlas.shadowRoot!;
    const own = Object.keys(given).filter((name) => Object.hasOwn(atlas, name));
    const map = bench.part(atlas, 'plan-map').shadowRoot!;
    return {
      view: atlas.getViewState(),
      title: root.querySelector('h1')!.textContent.trim(),
      origins: atlas.origins,
      isTextShown: bench.part(atlas, 'plan-text').checkVisibility(),
      isGreedy: map.querySelector('.maplibregl-cooperative-gesture-screen') === null,
      own,
    };
  });
  expect(seen.view).toMatchObject({
    lang: 'en',
    flavour: 'dark',
    feature: 'cangshan',
    clause: 'positioning-tourism-wellness',
  });
  expect(seen.view.layers.toSorted()).toEqual(['boundary', 'sights']);
  expect(seen.view.camera!.zoom).toBeCloseTo(11, 3);
  expect(seen.view.camera!.pitch).toBeCloseTo(20, 3);
  expect(seen.title).toMatch(/^[\x20-\x7e]+$/);
  expect(seen).toMatchObject({
    origins: 'https://plans.example',
    isTextShown: false,
    isGreedy: true,
    // None hides the element's own property of that name.
    own: [],
  });
  opened.assertClean();
  await opened.close();
});

describe('fault 60: an atlas that starts without room has the right layout once it has some', () => {
  it.each([
    ['display: none', 'display', 'none'],
    ['no width', 'width', '0px'],
    ['no height', 'height', '0px'],
  ])('%s', async (_, property, value) => {
    const opened = await openBench(browser);
    const { page } = opened;
    const seen = await page.evaluate(
      async ([name, none]) => {
        const layouts: unknown[] = [];
        const box = document.createElement('div');
        const atlas = bench.create({ src: '/bundle/yuxian.json' });
        for (const side of ['width', 'height']) atlas.style.setProperty(side, '100%');
        const size = (width: string, height: string): void => {
          for (const [key, text] of Object.entries({ width, height, display: 'block' })) {
            box.style.setProperty(key, text);
          }
        };
        size('1000px', '560px');
        box.style.setProperty('overflow', 'hidden');
        box.style.setProperty(name, none);
        box.append(atlas);
        document.body.append(box);
        while (!atlas.bundle) await bench.frames(1);
        await bench.frames(5);
        for (const [width, height] of [
          ['1000px', '560px'],
          ['420px', '680px'],
          ['480px', '360px'],
        ] as const) {
          box.style.setProperty(name, none);
          await bench.frames(3);
          size(width, height);
          await atlas.viewOnReady();
          const map = bench.part(atlas, 'plan-map');
          const canvas = map.shadowRoot!.querySelector('canvas')!;
          // The map's library takes a new size a moment later.
          const deadline = performance.now() + 3000;
          while (canvas.clientHeight !== map.clientHeight && performance.now() < deadline) {
            await bench.frames(1);
          }
          await bench.settle(atlas, () => atlas.fit(['cangshan', 'airport']));
          const frame = atlas.shadowRoot!.querySelector<HTMLElement>('.frame')!;
          layouts.push([
            frame.dataset['layout'],
            frame.clientWidth,
            canvas.clientWidth === map.clientWidth && canvas.width === map.clientWidth,
            canvas.clientHeight === map.clientHeight && map.clientHeight > 150,
          ]);
        }
        return layouts;
      },
      [property, value] as const,
    );
    expect(seen).toEqual([
      ['wide', 1000, true, true],
      ['tall', 420, true, true],
      ['compact', 480, true, true],
    ]);
    opened.assertClean();
    await opened.close();
  });
});
