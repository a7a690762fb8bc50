import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { createImportAnywherePlugin } from './import-anywhere-plugin.ts';
import { createInlineWorkerPlugin } from './map-worker-plugin.ts';

/** The modules that a host imports, by the names of their files in `dist-lib/`; `package.json` exports the same. */
const ENTRIES: Readonly<Record<string, string>> = {
  'plan-atlas': 'src/index.ts',
  figure: 'src/figure.ts',
  quote: 'src/quote.ts',
  client: 'src/client.ts',
};
/** What figure and quote have in common with the atlas. */
const SHARED =
  /lit-html\/lit-html\.js|core\/embed\/check-source|core\/has-sound-frame|core\/is-title-in-text|shared\/(built-in-plan|check-address|define)|plan-text\/cut-paragraph|plan-atlas\/read-attributes/;
const BUILT_IN_PLAN = 'virtual:built-in-plan';

/**
 * How the library is built. `lib`: ES modules that share chunks, for hosts with a bundler or with modules.
 * `standalone`: one classic script with everything in it, beside them.
 */
export function describeLibraryBuild(mode: string): BuildEnvironmentOptions {
  const isStandalone = mode === 'standalone';
  return {
    outDir: 'dist-lib',
    emptyOutDir: !isStandalone,
    manifest: false,
    lib: isStandalone
      ? {
          entry: 'src/standalone.ts',
          formats: ['iife'],
          name: 'PlanAtlasStandalone',
          fileName: () => 'plan-atlas.standalone.js',
        }
      : { entry: { ...ENTRIES }, formats: ['es'], fileName: (_, name) => `${name}.js` },
    rolldownOptions: {
      output: {
        // Left to itself Vite keeps a library's white space, and a page without a bundler would fetch it.
        minify: true,
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        // A library's hosts bundle it themselves, and its entries must export nothing else. What every entry needs is
        // one file: in files of their own, its parts would not fit a quote's 15 kB.
        codeSplitting: isStandalone ? false : { groups: [{ name: 'shared', test: SHARED }] },
      },
    },
  };
}

/** @param readPlan the plan that the one-file build shows by itself, as JSON */
export function listLibraryPlugins(mode: string, readPlan: () => Promise<string>): Plugin[] {
  return mode === 'standalone'
    ? [createInlineWorkerPlugin(), createBuiltInPlanPlugin(readPlan)]
    : [createImportAnywherePlugin()];
}

/** As a string: the browser parses that sooner than it would the same as code, and only when it is asked for. */
function createBuiltInPlanPlugin(readPlan: () => Promise<string>): Plugin {
  const resolved = `\0${BUILT_IN_PLAN}`;
  return {
    name: 'built-in-plan',
    resolveId: (id) => (id === BUILT_IN_PLAN ? resolved : undefined),
    load: async (id) =>
      id === resolved ? `export default ${JSON.stringify(await readPlan())};` : undefined,
  };
}
