import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../tools/content-security-policy.ts';
import { serveStatic, type StaticServer } from '../../tools/serve-static.ts';

let folder = '';
let server: StaticServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-serve-'));
  mkdirSync(path.join(folder, 'site', '.vite'), { recursive: true });
  mkdirSync(path.join(folder, 'lib'));
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'site', 'index.html'), '<p>盂县</p>');
  writeFileSync(path.join(folder, 'site', '.vite', 'manifest.json'), '{}');
  writeFileSync(path.join(folder, 'lib', 'plan-atlas.js'), 'export {};');
  server = await serveStatic({
    root: path.join(folder, 'site'),
    mounts: { '/lib/': path.join(folder, 'lib') },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path as it is; `fetch` would tidy it first. */
function askRaw(pathname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(server.origin, { path: pathname }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}

test('the index is served with the strict policy', async () => {
  const response = await fetch(`${server.origin}/`);
  expect(await response.text()).toBe('<p>盂县</p>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
});

test('a mounted folder is served under its prefix', async () => {
  const response = await fetch(`${server.origin}/lib/plan-atlas.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/javascript');
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/lib/../../secret.txt', '/..%2fsecret.txt'])(
  'nothing above the folder is served: %s',
  async (pathname) => {
    expect(await askRaw(pathname)).toBe(404);
  },
);

test('no dot file is served', async () => {
  expect(await askRaw('/.vite/manifest.json')).toBe(404);
});

test.each(['/%00', '/%zz', '/a%5cb'])('a malformed path is refused: %s', async (pathname) => {
  expect(await askRaw(pathname)).toBe(400);
});
