/** Hosts with names of their own, in the browser alone: their files come from here, and nothing is asked of a network. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';

export interface RoutedHost {
  /** E.g. `https://news.example`. */
  readonly origin: string;
  readonly policy: string;
  /** Text of files by path, before the folders. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders by path with a slash at the end, e.g. `{ '/atlas/': 'dist' }`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Origin whose scripts may read the answers. */
  readonly sharedWith?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export async function routeHost(context: BrowserContext, host: RoutedHost): Promise<void> {
  await context.route(`${host.origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = read(host, pathname);
    await route.fulfill({
      status: body === null ? 404 : 200,
      contentType: TYPES[path.extname(pathname)] ?? 'application/octet-stream',
      headers: {
        'Content-Security-Policy': host.policy,
        ...(host.sharedWith === undefined
          ? {}
          : { 'Access-Control-Allow-Origin': host.sharedWith }),
      },
      body: body ?? '',
    });
  });
}

function read({ files = {}, folders = {} }: RoutedHost, pathname: string): string | Buffer | null {
  if (pathname in files) return files[pathname]!;
  const [prefix, folder] =
    Object.entries(folders).find(([begin]) => pathname.startsWith(begin)) ?? [];
  if (prefix === undefined) return null;
  const file = path.join(folder!, path.normalize(`/${pathname.slice(prefix.length)}`));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
}
