/**
 * A small static server for the built files, with the strict content security policy as a header.
 * Used by the end-to-end tests, and by `npm run serve [folder] [port]`.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { choosePolicy } from './choose-policy.ts';

export interface StaticServerOptions {
  /** Folder served at `/`. */
  readonly root: string;
  /** More folders by address prefix, e.g. `{ '/lib/': 'dist-lib' }`. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Policy per path, null for none. Default: the strict one, but for some example pages (`choosePolicy`). */
  readonly policy?: (pathname: string) => string | null;
  /** Answers before the files do, for hostile or broken answers; true: it has answered. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StaticServer {
  /** E.g. `http://127.0.0.1:41234`, without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pbf': 'application/x-protobuf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /^(text\/|application\/(json|geo\+json|manifest\+json|wasm)|image\/svg)/;

/** Starts the server and resolves when it listens. */
export async function serveStatic(options: StaticServerOptions): Promise<StaticServer> {
  const { host = '127.0.0.1', port = 0, policy = choosePolicy } = options;
  const mounts = Object.entries({ ...options.mounts, '/': options.root })
    .map(([prefix, folder]) => ({ prefix, folder: path.resolve(folder) }))
    .sort((a, b) => b.prefix.length - a.prefix.length);

  const server = createServer((request, response) => {
    if (options.intercept?.(request, response)) return;
    answer(request, response).catch(() => refuse(response, 500));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = readPathname(request.url ?? '/');
    if (pathname === null) return refuse(response, 400);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache');
    const rule = policy(pathname);
    if (rule !== null) response.setHeader('Content-Security-Policy', rule);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);

    const file = await findFile(mounts, pathname);
    if (file === null) return refuse(response, 404);
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    response.setHeader('Vary', 'Accept-Encoding');
    const isCompressed =
      COMPRESSED.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
    if (request.method === 'HEAD') return void response.end();
    // A reader that leaves early is no fault of ours.
    const done = (): void => undefined;
    if (isCompressed) pipeline(createReadStream(file), createGzip(), response, done);
    else pipeline(createReadStream(file), response, done);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readPathname(url: string): string | null {
  try {
    const pathname = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return pathname.startsWith('/') && !/[\0\\]/.test(pathname) ? pathname : null;
  } catch {
    return null;
  }
}

async function findFile(
  mounts: readonly { readonly prefix: string; readonly folder: string }[],
  pathname: string,
): Promise<string | null> {
  const mount = mounts.find(({ prefix }) => pathname.startsWith(prefix));
  if (!mount) return null;
  const file = path.join(mount.folder, pathname.slice(mount.prefix.length) || 'index.html');
  const inside = path.relative(mount.folder, file);
  // Nothing above the folder, and no dot file in it.
  if (inside.split(path.sep).some((part) => part.startsWith('.'))) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return file;
  if (!found?.isDirectory() || !pathname.endsWith('/')) return null;
  const index = path.join(file, 'index.html');
  return (await stat(index).catch(() => null))?.isFile() ? index : null;
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

async function serveFromCommandLine(): Promise<void> {
  const [root = 'dist', port = '4173'] = process.argv.slice(2);
  if (!(await stat(path.join(root, 'index.html')).catch(() => null))) {
    throw new Error(`"${root}" holds no index.html: run "npm run build" first.`);
  }
  const server = await serveStatic({ root, port: Number(port) }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serveStatic({ root });
  });
  console.log(`${server.origin}/  (folder ${root}; stop with Ctrl+C)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  serveFromCommandLine().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
