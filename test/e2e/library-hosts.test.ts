import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { packLibrary, type HostFolder } from '../tools/pack-library.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import {
  buildWithRollup,
  buildWithVite,
  buildWithWebpack,
  writePage,
  type BuildHost,
} from './hosts/build-host.ts';
import { readPainted } from './hosts/read-painted.ts';

let browser: Browser;
let host: HostFolder;
/** The library as it lies in a host's `node_modules`. */
let library: string;
const opened: OpenedPage[] = [];
const servers: StaticServer[] = [];

beforeAll(async () => {
  host = packLibrary();
  library = path.join(host.folder, 'node_modules', 'plan-atlas', 'dist-lib');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map(({ close }) => close()));
  host.remove();
});

/** The strict policy with more sources for some directives. */
function widenPolicy(sources: Readonly<Record<string, string>>): string {
  return CONTENT_SECURITY_POLICY.split('; ')
    .map((rule) => {
      const more = sources[rule.split(' ', 1)[0]!];
      return more === undefined ? rule : `${rule} ${more}`;
    })
    .join('; ');
}

async function serve(root: string, policy = CONTENT_SECURITY_POLICY): Promise<string> {
  const server = await serveStatic({
    root,
    mounts: { '/bundle/': 'dist/bundle', '/lib/': library, '/copy/': library },
    policy: () => policy,
  });
  servers.push(server);
  return server.origin;
}

async function open(url: string, allowedOrigins: readonly string[] = []): Promise<OpenedPage> {
  const each = await openPage(browser, { url, allowedOrigins });
  opened.push(each);
  return each;
}

/** A host without a bundler: one page in a folder of its own. */
function writeHost(name: string, page: string): string {
  const folder = path.join(host.folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page);
  return folder;
}

async function expectPainted({ page, assertClean }: OpenedPage, selector?: string): Promise<void> {
  const { places, clauses } = await readPainted(page, selector);
  expect(places).toBeGreaterThan(20);
  expect(clauses).toBe(24);
  assertClean();
}

const trustedTypesOf = (name: string): string => widenPolicy({ 'trusted-types': name });

describe('the packed library paints its map', () => {
  it.each<[string, BuildHost, string]>([
    ['Vite', buildWithVite, CONTENT_SECURITY_POLICY],
    ['webpack', buildWithWebpack, trustedTypesOf('webpack')],
    ['Rollup', buildWithRollup, CONTENT_SECURITY_POLICY],
  ])(
    'in a project that %s builds',
    async (_, build, policy) => {
      const origin = await serve(await build(host.folder), policy);
      await expectPainted(await open(origin));
    },
    180_000,
  );

  it('in a page that has no bundler', async () => {
    const origin = await serve(writeHost('plain', writePage('/lib/plan-atlas.js')));
    await expectPainted(await open(origin));
  });

  it('from another origin, with its worker and its plan', async () => {
    const elsewhere = await serveStatic({
      root: library,
      mounts: { '/bundle/': 'dist/bundle' },
      intercept: (_, response) => {
        response.setHeader('Access-Control-Allow-Origin', '*');
        return false;
      },
    });
    servers.push(elsewhere);
    const page = writePage(
      `${elsewhere.origin}/plan-atlas.js`,
      `<plan-atlas src="${elsewhere.origin}/bundle/yuxian.json"></plan-atlas>`,
    );
    const policy = widenPolicy({
      'script-src': elsewhere.origin,
      'connect-src': elsewhere.origin,
      // A worker's own imports count as workers, too.
      'worker-src': `blob: ${elsewhere.origin}`,
    });
    const origin = await serve(writeHost('elsewhere', page), policy);
    const each = await open(origin, [elsewhere.origin]);
    await expectPainted(each);
    expect(each.requests.some((address) => address.startsWith(`${elsewhere.origin}/assets/`))).toBe(
      true,
    );
  });
});

describe('the one-file build', () => {
  const OLD_PAGE = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>A page of 2012</title>
<link rel="icon" href="data:,">
<script type="text/javascript" src="/lib/plan-atlas.standalone.js"></script>
</head>
<body>
<table width="900"><tr><td><plan-atlas></plan-atlas></td></tr></table>
</body>
</html>
`;

  it('shows its own plan in an old page without modules, and asks for no second file', async () => {
    const policy = widenPolicy({ 'worker-src': 'blob:' });
    const each = await open(await serve(writeHost('old', OLD_PAGE), policy));
    expect(await each.page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await expectPainted(each);
    const asked = each.requests.map((address) => new URL(address)).filter(isOfServer);
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/', '/lib/plan-atlas.standalone.js']);
  });
});

describe('fault 56: loaded twice into one page', () => {
  it('the library leaves the elements of both copies usable', async () => {
    const page = writePage('/lib/plan-atlas.js').replace(
      '</head>',
      '<script type="module" src="/copy/plan-atlas.js"></script>\n<script src="/pages/import-module.js"></script></head>',
    );
    const server = await serveStatic({
      root: writeHost('twice', page),
      mounts: {
        '/bundle/': 'dist/bundle',
        '/lib/': library,
        '/copy/': library,
        '/pages/': 'test/e2e/pages',
      },
      // Each copy has a lit of its own, and lit's policy has one name.
      policy: () => trustedTypesOf("'allow-duplicates'"),
    });
    servers.push(server);
    const each = await open(server.origin);
    const made = await each.page.evaluate(async () => {
      const [first, second, again] = await Promise.all(
        ['/lib/plan-atlas.js', '/copy/plan-atlas.js', '/lib/plan-atlas.js?again'].map(importModule),
      );
      const Second = second!['PlanAtlas'] as { new (): HTMLElementTagNameMap['plan-atlas'] };
      const atlas = new Second();
      atlas.id = 'second';
      atlas.src = '/bundle/yuxian.json';
      document.body.append(atlas);
      return [first, again].every((copy) => atlas instanceof (copy!['PlanAtlas'] as typeof Second));
    });
    expect(made).toBe(true);
    await expectPainted(each);
    await expectPainted(each, '#second');
  });
});

const isOfServer = ({ protocol }: URL): boolean => protocol === 'http:';
