/**
 * The snippets of the READMEs' section “Embed it”, run as they stand there. `news.example` is the page's host and
 * `maps.example` the atlas's; both exist in the browser alone, and only where a file lies is arranged here.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { changePolicy } from '../tools/choose-policy.ts';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { readSnippets, type Snippet } from '../tools/read-snippets.ts';
import { bundleSnippet, type BundledSnippet, type Framework } from './bundle-snippet.ts';
import { isPainted } from './is-painted.ts';
import { routeHost } from './route-host.ts';

const NEWS = 'https://news.example';
const MAPS = 'https://maps.example';
const READMES = [
  { file: 'README.md', embed: 'Embed it', ownBundle: 'Make a bundle for another county' },
  { file: 'README.zh-CN.md', embed: '嵌入网页', ownBundle: '给别的县做规划包' },
] as const;

/** Every block of the section by what it holds; each is run below, under the same name. */
const CLAIMS = {
  slice: { language: 'html', holds: /lib\/plan-atlas\.js/ },
  article: { language: 'html', holds: /<plan-figure/ },
  frame: { language: 'html', holds: /<iframe/ },
  talk: { language: 'js', holds: /connect\(/ },
  origins: { language: 'html', holds: /<meta name="plan-atlas-origins"/ },
  react: { language: 'jsx', holds: /<plan-atlas/ },
  vue: { language: 'vue', holds: /<plan-atlas/ },
  standalone: { language: 'html', holds: /standalone\.js/ },
  page: { language: 'html', holds: /href="page\.css"/ },
  pageSheet: { language: 'css', holds: /page\.css/ },
  pageScript: { language: 'js', holds: /page\.js/ },
  layout: { language: 'html', holds: /<plan-map>/ },
  layoutSheet: { language: 'css', holds: /\.mine/ },
  policy: { language: 'text', holds: /default-src/ },
} as const satisfies Record<string, { readonly language: string; readonly holds: RegExp }>;
/** Software pictures on a busy machine take their time. */
const SOON = { timeout: 40_000 };
const TEST_MS = 180_000;
type Name = keyof typeof CLAIMS;

const namesOf = ({ language, code }: Snippet): readonly string[] =>
  Object.entries(CLAIMS)
    .filter(([, claim]) => claim.language === language && claim.holds.test(code))
    .map(([name]) => name);

const [english, chinese] = READMES.map(({ file, embed }) => readSnippets(file, embed)) as [
  readonly Snippet[],
  readonly Snippet[],
];

function codeOf(name: Name): string {
  const found = english.filter((snippet) => namesOf(snippet).includes(name));
  if (found.length !== 1) throw new Error(`README.md holds ${found.length} snippets “${name}”`);
  return found[0]!.code;
}

describe.each(READMES)('$file', ({ file, embed, ownBundle }) => {
  it('holds no snippet that nothing runs', () => {
    const unclaimed = readSnippets(file, embed)
      .filter((snippet) => snippet.language !== 'sh' && namesOf(snippet).length !== 1)
      .map(({ line, language }) => `${file}:${line} ${language}`);
    expect(unclaimed).toEqual([]);
  });

  it('holds every snippet that is run, once', () => {
    const names = readSnippets(file, embed).flatMap(namesOf);
    expect(names.toSorted()).toEqual(Object.keys(CLAIMS).toSorted());
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = readSnippets(file, embed).filter(({ language }) => language === 'sh');
    const names = commands.flatMap(({ code }) =>
      [...code.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!),
    );
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('tells of a bundle that is complete', () => {
    expect(Object.keys(readOwnBundle(file, ownBundle)).toSorted()).toEqual([
      '/plans/demo/outline.md',
      '/plans/demo/plan-bundle.json',
      '/plans/demo/tourism.geojson',
    ]);
  });
});

it('says the same code in both languages, but for comments', () => {
  const strip = ({ code }: Snippet): string =>
    code
      .replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gm, '')
      .replaceAll(/[ \t]+$/gm, '')
      .trim();
  expect(chinese.map(strip)).toEqual(english.map(strip));
});

it('names the policy that everything is tested under', () => {
  expect(codeOf('policy')).toBe(CONTENT_SECURITY_POLICY);
});

/** The three files of the README's own example, by where the snippets look for them. */
function readOwnBundle(file: string, heading: string): Record<string, string> {
  return Object.fromEntries(
    readSnippets(file, heading).flatMap(({ language, code }) => {
      if (language === 'md') return [['/plans/demo/outline.md', code]];
      if (language !== 'json') return [];
      if (code.includes('"FeatureCollection"')) return [['/plans/demo/tourism.geojson', code]];
      return code.includes('"nonSpatial"') ? [['/plans/demo/plan-bundle.json', code]] : [];
    }),
  );
}

let browser: Browser;
let opened: OpenedPage | null = null;
let bundled: BundledSnippet | null = null;
/** What the page has written to its console. */
let said: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await opened?.close();
  bundled?.remove();
  opened = null;
  bundled = null;
});
afterAll(() => browser.close());

/** What a page must allow for an atlas of another host. */
const POLICY_OF_NEWS = changePolicy({
  'script-src': `+ ${MAPS}`,
  'connect-src': `+ ${MAPS}`,
  'img-src': `+ ${MAPS}`,
  'frame-src': MAPS,
  'worker-src': `+ blob: ${MAPS}`,
  'trusted-types': '+ vue',
});

/** A page of `news.example` with a snippet as all of its content. */
async function openSnippet(
  html: string,
  files: Readonly<Record<string, string>> = {},
  folders: Readonly<Record<string, string>> = {},
  policy = POLICY_OF_NEWS,
): Promise<Page> {
  opened = await openPage(browser, { width: 1000, height: 760, allowedOrigins: [NEWS, MAPS] });
  const { page, context } = opened;
  page.setDefaultTimeout(60_000);
  said = [];
  page.on('console', (message) => said.push(message.text()));
  const frame = readFileSync('dist/embed.html', 'utf8');
  await routeHost(context, {
    origin: MAPS,
    policy: CONTENT_SECURITY_POLICY,
    files: { '/atlas/embed.html': frame.replace('</title>', `$&${codeOf('origins')}`) },
    folders: { '/atlas/': 'dist' },
    sharedWith: NEWS,
  });
  await routeHost(context, {
    origin: NEWS,
    policy,
    files: {
      '/page.html': `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>README</title></head><body>\n${html}\n</body></html>`,
      ...readOwnBundle(READMES[0].file, READMES[0].ownBundle),
      ...files,
    },
    folders: { '/plan-atlas/': 'dist-lib', ...folders },
  });
  await page.goto(`${NEWS}/page.html`);
  return page;
}

/** Waits until the atlas of a page or frame stands. */
async function settle(place: Page | Frame): Promise<void> {
  await place.waitForSelector('plan-atlas');
  await place.evaluate(async () => {
    await customElements.whenDefined('plan-atlas');
    await document.querySelector('plan-atlas')!.viewOnReady();
  });
}

const selected = (place: Page | Frame): Promise<string | null> =>
  place.evaluate(() => document.querySelector('plan-atlas')!.feature);

describe('the snippets run', () => {
  it(
    'slice',
    async () => {
      const page = await openSnippet(codeOf('slice'));
      await settle(page);
      expect(await selected(page)).toBe('zong-2');
      expect(await isPainted(page.locator('plan-map'))).toBe(true);
      opened!.assertClean();
    },
    TEST_MS,
  );

  it(
    'article',
    async () => {
      const page = await openSnippet(codeOf('article'));
      for (const [tag, words] of [
        ['plan-figure', '盂县通用航空机场'],
        ['plan-quote', '建设盂县通用航空机场'],
      ] as const) {
        await page.locator(tag).scrollIntoViewIfNeeded();
        await page.waitForFunction(
          ([name, text]) =>
            document.querySelector(name)!.shadowRoot?.textContent!.includes(text) ?? false,
          [tag, words] as const,
        );
      }
      const figure = page.locator('plan-figure');
      await figure.scrollIntoViewIfNeeded();
      await expect.poll(() => isPainted(figure), SOON).toBe(true);
      opened!.assertClean();
    },
    TEST_MS,
  );

  it(
    'frame, talk and origins',
    async () => {
      const page = await openSnippet(codeOf('frame'), { '/talk.js': codeOf('talk') });
      const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
      await settle(frame);
      await expect.poll(() => selected(frame), SOON).toBe('zong-2');
      await expect.poll(() => said, SOON).toContain('selected zong-2');
      expect(await isPainted(page.locator('iframe'))).toBe(true);
      opened!.assertClean();
    },
    TEST_MS,
  );

  it.each(['jsx', 'vue'] as const satisfies readonly Framework[])(
    '%s',
    async (framework) => {
      bundled = await bundleSnippet(framework, codeOf(framework === 'jsx' ? 'react' : 'vue'));
      const page = await openSnippet(
        '<div id="app"></div><script type="module" src="built/main.js"></script>',
        {},
        { '/built/': bundled.folder },
      );
      await settle(page);
      expect(await isPainted(page.locator('plan-map'))).toBe(true);
      await page.locator('button', { hasText: '纵二' }).first().click();
      await expect.poll(() => selected(page), SOON).toBe('zong-2');
      await page.evaluate(() =>
        document.querySelector('plan-atlas')!.select({ feature: 'airport' }),
      );
      await expect.poll(() => page.locator('output').first().innerText(), SOON).toBe('airport');
      opened!.assertClean();
    },
    TEST_MS,
  );

  it(
    'standalone',
    async () => {
      const page = await openSnippet(codeOf('standalone'));
      await settle(page);
      expect(await isPainted(page.locator('plan-map'))).toBe(true);
      opened!.assertClean();
    },
    TEST_MS,
  );

  it(
    'page, its sheet and its script, under the policy of the README',
    async () => {
      const page = await openSnippet(
        codeOf('page'),
        { '/page.css': codeOf('pageSheet'), '/page.js': codeOf('pageScript') },
        {},
        codeOf('policy'),
      );
      await settle(page);
      await expect.poll(() => said, SOON).toContain('selected longquan-temple');
      expect(
        await page.locator('plan-atlas').evaluate((atlas) => ({
          height: atlas.clientHeight,
          bar: getComputedStyle(atlas.shadowRoot!.querySelector('[part~=bar]')!).borderBottomWidth,
          accent: getComputedStyle(atlas).getPropertyValue('--plan-accent').trim(),
        })),
      ).toEqual({ height: 720, bar: '3px', accent: '#0b5c4b' });
      opened!.assertClean();
    },
    TEST_MS,
  );

  it(
    'layout and its sheet',
    async () => {
      const page = await openSnippet(
        `<script type="module" src="plan-atlas/plan-atlas.js"></script>
       <link rel="stylesheet" href="layout.css">${codeOf('layout')}`,
        { '/layout.css': codeOf('layoutSheet') },
      );
      await settle(page);
      const [map, text] = await Promise.all(
        ['plan-map', 'plan-text'].map((tag) => page.locator(`.mine > ${tag}`).boundingBox()),
      );
      expect(map!.width).toBeGreaterThan(text!.width * 1.5);
      expect(text!.x).toBeGreaterThanOrEqual(map!.x + map!.width - 1);
      opened!.assertClean();
    },
    TEST_MS,
  );
});
