import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const START_WORKER = fileURLToPath(new URL('../workers/start-worker.ts', import.meta.url));
const RENDERER = /\/maplibre-gl\/dist\/maplibre-gl\.mjs$/;
const WORKER_ADDRESS = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const WORKER_TEXT = 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';

/**
 * Has the renderer start its workers by our function, which satisfies a page that enforces Trusted Types: the name
 * `Worker` is shadowed in the renderer's module, and stays what it is for the rest of the page. The renderer would also
 * look for its worker beside itself; we always say where it is, and a host's bundler cannot follow such a search.
 */
export function createMapWorkerPlugin(): Plugin {
  let isFound = false;
  return {
    name: 'map-worker',
    apply: 'build',
    transform: (code, id) => {
      if (!RENDERER.test(id)) return undefined;
      isFound = true;
      const from = JSON.stringify(START_WORKER.split(path.sep).join('/'));
      const own = code.replaceAll('import.meta.url', 'location.href');
      return { code: `import { startWorker as Worker } from ${from};\n${own}`, map: null };
    },
    buildEnd: (error) => {
      if (!error && !isFound) throw new Error('map-worker: maplibre-gl is not in the build');
    },
  };
}

/** Puts the worker's code into the script itself: a page that has one file has no second one to start. */
export function createInlineWorkerPlugin(): Plugin {
  const resolved = '\0inline-map-worker';
  return {
    name: 'inline-map-worker',
    enforce: 'pre',
    resolveId: (id) => (id === WORKER_ADDRESS ? resolved : undefined),
    load: (id) =>
      id === resolved
        ? `import code from ${JSON.stringify(WORKER_TEXT)};
export default URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));`
        : undefined,
  };
}
