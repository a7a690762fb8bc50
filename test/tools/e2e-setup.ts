/** Before the end-to-end tests: the builds are there, the browser is found, the server runs. */
import { existsSync } from 'node:fs';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './find-browser.ts';
import { findRenderer } from './find-renderer.ts';
import { serveStatic } from './serve-static.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Serves `dist/` at `/`, `dist-lib/` at `/lib/` and `test/e2e/pages/` at `/pages/`. */
    origin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const [file, command] of [
    ['dist/index.html', 'npm run build'],
    ['dist-lib/plan-atlas.js', 'npm run build:lib'],
  ] as const) {
    if (!existsSync(file)) throw new Error(`${file} is missing: run "${command}" first.`);
  }
  const browser = await findBrowser((line) => console.log(line));
  const renderer = await findRenderer(browser.executablePath);
  console.log(
    `Browser: ${browser.version} (${browser.origin}, ${browser.executablePath}), WebGL by ${renderer}`,
  );
  const server = await serveStatic({
    root: 'dist',
    mounts: { '/lib/': 'dist-lib', '/pages/': 'test/e2e/pages' },
  });
  project.provide('origin' satisfies keyof ProvidedContext, server.origin);
  return server.close;
}
