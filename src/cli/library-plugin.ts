import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const BUILT = 'dist-lib';
/** What a page does not load: types, and the manifest for editors. */
const NOT_SERVED = /^(types|custom-elements\.json$)/;
/** Entries by the name they have once built. */
const SOURCES: Readonly<Record<string, string>> = {
  'plan-atlas.js': '/src/index.ts',
  'figure.js': '/src/figure.ts',
  'quote.js': '/src/quote.ts',
  'client.js': '/src/client.ts',
};

/**
 * Serves the library beside the app, at `lib/`, so that a page elsewhere can take it from there. A build copies what
 * `npm run build:lib` has made; while developing, its entries are the sources themselves.
 */
export function createLibraryPlugin(): Plugin {
  let outDir = '';
  return {
    name: 'library-beside-app',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, name] = /^\/lib\/([^?#]+)/.exec(request.url ?? '') ?? [];
        const code = name === undefined ? null : readEntry(name);
        if (code === null) return next();
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        response.end(code);
      });
    },
    writeBundle() {
      if (!existsSync(`${BUILT}/plan-atlas.js`)) {
        throw new Error(`${BUILT}/plan-atlas.js is missing: run "npm run build:lib" first.`);
      }
      cpSync(BUILT, path.join(outDir, 'lib'), {
        recursive: true,
        filter: (file) => !NOT_SERVED.test(path.relative(BUILT, file)),
      });
    },
  };
}

/** An entry from its source; what has none, such as the one-file build, as it was last built. */
function readEntry(name: string): string | null {
  const source = SOURCES[name];
  if (source !== undefined) return `export * from ${JSON.stringify(source)};\n`;
  const file = path.join(BUILT, path.normalize(`/${name}`));
  return file.endsWith('.js') && existsSync(file) ? readFileSync(file, 'utf8') : null;
}
