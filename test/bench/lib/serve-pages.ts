/** Serves the pages compressed, isolated (so that their memory can be measured), and remembers what was asked. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Asked {
  readonly path: string;
  /** Bytes on the wire, without headers. */
  readonly bytes: number;
}

export interface PageServer {
  readonly origin: string;
  /** Since the last `forget`. */
  readonly asked: () => readonly Asked[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export async function servePages(root: string): Promise<PageServer> {
  const kept = new Map<string, Buffer>();
  let asked: Asked[] = [];
  const read = (file: string, type: string | undefined): Buffer => {
    if (!kept.has(file)) {
      const raw = readFileSync(file);
      kept.set(file, type ? gzipSync(raw, { level: raw.length > 8e6 ? 1 : 9 }) : raw);
    }
    return kept.get(file)!;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = path.join(root, decodeURIComponent(pathname));
    const isThere = file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isThere) {
      asked.push({ path: pathname, bytes: 0 });
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)];
    const body = read(file, type);
    asked.push({ path: pathname, bytes: body.length });
    response.writeHead(200, {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Length': body.length,
      ...(type ? { 'Content-Encoding': 'gzip' } : {}),
      'Cache-Control': 'public, max-age=3600',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    forget: () => {
      asked = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
