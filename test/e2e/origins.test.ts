import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contracts/errors.ts';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import { openBench } from './bench.ts';

let browser: Browser;
let opened: OpenedPage;
let page: Page;
let home: StaticServer;
let foreign: StaticServer;
/** Addresses that the foreign server was asked for. */
const asked: string[] = [];

/** No policy: nothing but the atlas itself may keep it from asking. */
const SERVED = {
  root: 'dist',
  mounts: { '/lib/': 'dist-lib', '/pages/': 'test/e2e/pages' },
  policy: () => null,
};

beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
  foreign = await serveStatic({
    ...SERVED,
    intercept: (request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      return false;
    },
  });
  const manifest = await nameForeignFiles(foreign.origin);
  home = await serveStatic({
    ...SERVED,
    intercept: (request, response) => {
      if (request.url === '/led-away.json') {
        response.writeHead(302, { Location: `${foreign.origin}/bundle/yuxian.json` }).end();
      } else if (request.url === '/manifest.json') response.end(manifest);
      else return false;
      return true;
    },
  });
  opened = await openBench(browser, {
    url: home.origin,
    allowedOrigins: [home.origin, foreign.origin],
  });
  ({ page } = opened);
});
afterEach(async () => {
  await page.evaluate(() => document.body.replaceChildren());
  asked.length = 0;
});
afterAll(async () => {
  opened.assertClean();
  await browser.close();
  await Promise.all([home.close(), foreign.close()]);
});

/** A manifest of the page's own whose text and one of whose layers lie elsewhere. */
async function nameForeignFiles(origin: string): Promise<string> {
  const { bundle } = await readShippedBundle();
  const { features: _, ...rest } = bundle;
  const [doc] = bundle.plan.docs;
  return JSON.stringify({
    ...rest,
    plan: { docs: [{ ...doc, paragraphs: undefined, text: { href: `${origin}/outline.md` } }] },
    layers: bundle.layers.map((layer) => ({
      ...layer,
      data: { format: 'geojson', href: `${origin}/water.geojson` },
    })),
  });
}

interface Refusal {
  readonly code: string;
  readonly problems: readonly Problem[];
  readonly alert: string;
}

/** Mounts an atlas that is refused its bundle, and gives back what it says. */
function refuse(attributes: Readonly<Record<string, string>>): Promise<Refusal> {
  return page.evaluate(async (given) => {
    const atlas = bench.create(given);
    const told = bench.next(atlas, 'plan-error');
    document.body.append(atlas);
    const { code, problems } = await told;
    const root = atlas.shadowRoot!;
    // First the bare words, then the notice in the reader's language.
    while (!root.querySelector('[part=notices]')) await bench.frames(1);
    return { code, problems, alert: root.querySelector('[role=alert]')!.textContent };
  }, attributes);
}

const countFeatures = (attributes: Readonly<Record<string, string>>): Promise<number> =>
  page.evaluate(async (given) => {
    const atlas = await bench.mount(given);
    return atlas.bundle!.features.features.length;
  }, attributes);

describe('fault 49: a bundle from an origin that is not listed', () => {
  it('is not asked for, and is named', async () => {
    const { code, problems, alert } = await refuse({ src: `${foreign.origin}/bundle/yuxian.json` });
    expect(code).toBe('origin-unlisted');
    expect(problems[0]).toMatchObject({ file: 'yuxian.json', at: foreign.origin });
    expect(alert).toContain(foreign.origin);
    expect(alert).toContain('origins 属性');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a host without its port', () => 'http://127.0.0.1'],
    ['a longer name', () => `${foreign.origin}.example ${foreign.origin}0`],
    ['a wildcard', () => '* http://* null'],
    ['another scheme', () => foreign.origin.replace('http:', 'https:')],
  ])('is not made right by listing %s', async (_, origins) => {
    const src = `${foreign.origin}/bundle/yuxian.json`;
    const { code } = await refuse({ src, origins: origins() });
    expect(code).toBe('origin-unlisted');
    expect(asked).toEqual([]);
  });

  it('is not asked for as data, script or file either', async () => {
    for (const src of ['data:application/json,{}', 'blob:null/1', 'javascript:alert(1)']) {
      expect((await refuse({ src })).code, src).toBe('origin-unlisted');
    }
  });

  it('is not shown where an address of the page leads to it', async () => {
    const { code, alert } = await refuse({ src: '/led-away.json' });
    expect(code).toBe('origin-unlisted');
    expect(alert).toContain(foreign.origin);
    const features = await countFeatures({ src: '/led-away.json', origins: foreign.origin });
    expect(features).toBeGreaterThan(100);
  });

  it('is not asked for where a <base> makes it look like the page’s own', async () => {
    await page.evaluate((href) => {
      const base = document.createElement('base');
      base.href = href;
      document.head.append(base);
    }, `${foreign.origin}/`);
    const { code } = await refuse({ src: 'bundle/yuxian.json' });
    await page.evaluate(() => document.querySelector('base')!.remove());
    expect(code).toBe('origin-unlisted');
    expect(asked).toEqual([]);
  });

  it('is asked for once it is listed, among others, before or after', async () => {
    const src = `${foreign.origin}/bundle/yuxian.json`;
    const origins = `https://a.example, ${foreign.origin}`;
    expect(await countFeatures({ src, origins })).toBeGreaterThan(100);
    await page.evaluate(() => document.body.replaceChildren());
    await refuse({ src });
    const later = await page.evaluate(async (listed) => {
      const atlas = document.querySelector('plan-atlas')!;
      atlas.origins = listed;
      await atlas.viewOnReady();
      return [atlas.bundle?.bundle.id, atlas.shadowRoot!.querySelector('[role=alert]') === null];
    }, origins);
    expect(later).toEqual(['yuxian-14th-plan', true]);
  });

  it('may be named by no manifest as a part of it', async () => {
    const seen = await page.evaluate(async () => {
      const atlas = bench.create({ src: '/manifest.json' });
      const problems: Problem[] = [];
      atlas.addEventListener('plan-error', ({ detail }) => problems.push(...detail.problems));
      document.body.append(atlas);
      while (problems.length === 0) await bench.frames(1);
      return problems.map(({ code, message }) => `${code} ${message}`).join('\n');
    });
    expect(seen).toContain(`origin-unlisted "${foreign.origin}/water.geojson"`);
    expect(seen).toContain(`origin-unlisted "${foreign.origin}/outline.md"`);
    expect(asked).toEqual([]);
  });
});

it('fault 49: the library’s own origin counts as listed', async () => {
  const elsewhere = await openBench(browser, {
    url: home.origin,
    hasLibrary: false,
    allowedOrigins: [home.origin, foreign.origin],
  });
  const count = await elsewhere.page.evaluate(async (origin) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = 'anonymous';
    script.src = `${origin}/lib/plan-atlas.js`;
    document.head.append(script);
    await customElements.whenDefined('plan-atlas');
    const atlas = await bench.mount({ src: `${origin}/bundle/yuxian.json` });
    return atlas.bundle!.features.features.length;
  }, foreign.origin);
  expect(count).toBeGreaterThan(100);
  elsewhere.assertClean();
  await elsewhere.close();
});
