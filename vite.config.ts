/// <reference types="vitest/config" />
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { cartography } from './layers/index.ts';
import { flavours } from './layers/palette.ts';
import project from './package.json' with { type: 'json' };
import { reportFolder } from './src/cli/check-bundle.ts';
import { createLicencesPlugins } from './src/cli/licences-plugin.ts';
import { createEmbedPagePlugin } from './src/cli/embed-page-plugin.ts';
import { createExamplesPlugin } from './src/cli/examples-plugin.ts';
import { addSearchTable } from './src/cli/make-search-table.ts';
import { createSheetFontsPlugin } from './src/cli/fonts/sheet-fonts-plugin.ts';
import { groupChunks } from './src/cli/group-chunks.ts';
import { describeLibraryBuild, listLibraryPlugins } from './src/cli/library-build.ts';
import { createNoRequirePlugin } from './src/cli/no-require-plugin.ts';
import { createHelpPlugin } from './src/cli/help/help-plugin.ts';
import { createMapWorkerPlugin } from './src/cli/map-worker-plugin.ts';
import { readBundleFolder } from './src/cli/read-bundle-folder.ts';
import { createPostersPlugin } from './src/cli/posters-plugin.ts';
import { createLibraryPlugin } from './src/cli/library-plugin.ts';
import { createPwaPlugins } from './src/cli/pwa-plugin.ts';
import { createReaderPlugin } from './src/cli/reader-plugin.ts';
import { createSchemaValidatorPlugin } from './src/cli/schema-validator-plugin.ts';
import { createSqueezeCssPlugin } from './src/cli/squeeze-css-plugin.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const DATA = fileURLToPath(new URL('data', import.meta.url));
/** What the map shares with tools that must open without it. */
const MAP_AND_TOOLS = ['src/core/format-measured.ts'];
const BUNDLE_FILE = 'bundle/yuxian.json';
const PAGE_COLOURS = {
  light: flavours.light.tokens['paper']!,
  dark: flavours.dark.tokens['paper']!,
  ground: flavours.light.colours['outside']!,
};

export default defineConfig(({ mode, command }) => {
  const isLibrary = mode === 'lib' || mode === 'standalone';
  const licences = createLicencesPlugins(project.version);
  const config: UserConfig = {
    // Relative, so that the built folder works from any address.
    base: './',
    publicDir: isLibrary ? false : 'public',
    plugins: [
      createSqueezeCssPlugin(),
      createNoRequirePlugin(),
      createSchemaValidatorPlugin(),
      createMapWorkerPlugin(),
      // The one-file build stands beside the library's files and holds nothing that is not in them.
      ...(mode === 'standalone' ? [] : [licences.main()]),
      createSheetFontsPlugin({ readPlan, isOneFile: mode === 'standalone' }),
      ...(isLibrary
        ? listLibraryPlugins(mode, readSoundPlan)
        : [
            planBundlePlugin(),
            createPostersPlugin({ folder: DATA, cartography, atlasUrl: process.env['ATLAS_URL'] }),
            createEmbedPagePlugin(),
            createLibraryPlugin(),
            createExamplesPlugin(),
            createHelpPlugin(),
            createPwaPlugins(PAGE_COLOURS),
          ]),
    ],
    worker: { format: 'es', plugins: () => [createReaderPlugin(), licences.worker()] },
    server: { port: 5173, strictPort: false, open: command === 'serve' && canOpenBrowser() },
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: false,
      manifest: true,
      // The strict policy allows no inline script and no data: font.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // The map is one lazy chunk of about 1 MB; size-limit holds the real bounds.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        output: {
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          codeSplitting: {
            groups: groupChunks(ROOT, [
              { name: 'index', files: ['index.html'] },
              { name: 'load-source', files: ['src/elements/plan-atlas/load-source.ts'] },
              { name: 'panels', files: ['src/panels.ts', ...MAP_AND_TOOLS] },
              {
                name: 'map-module',
                files: ['src/map-module.ts', 'src/elements/plan-map/map-run.ts'],
              },
              {
                name: 'parse-coordinates',
                files: ['src/analysis/measure/parse-coordinates.ts'],
              },
            ]),
          },
        },
      },
      ...(isLibrary ? describeLibraryBuild(mode) : {}),
    },
    test: {
      projects: [
        {
          extends: true,
          test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] },
        },
        {
          extends: true,
          test: { name: 'dom', environment: 'happy-dom', include: ['test/dom/**/*.test.ts'] },
        },
        {
          extends: true,
          test: {
            // In a real browser, one file after another.
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.test.ts'],
            globalSetup: 'test/tools/e2e-setup.ts',
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'long',
            environment: 'node',
            include: ['test/long/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 600_000,
            hookTimeout: 600_000,
          },
        },
      ],
    },
  };
  // A library build leaves this to its host by default, and a host without a bundler has no process.
  if (isLibrary) config.define = { 'process.env.NODE_ENV': '"production"' };
  return config;
});

/**
 * Serves and emits the folder `data/` as one piece. A build refuses unsound data; while developing,
 * the page itself shows what is wrong, and reloads when the data changes.
 */
function planBundlePlugin(): Plugin {
  return {
    name: 'plan-bundle',
    configureServer(server) {
      server.watcher.add(DATA);
      server.watcher.on('all', (_event, file) => {
        if (!path.relative(DATA, file).startsWith('..')) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        if (request.url?.split('?', 1)[0] !== `/${BUNDLE_FILE}`) return next();
        readPlan().then((text) => {
          response.setHeader('Content-Type', 'application/json; charset=utf-8');
          response.end(text);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: BUNDLE_FILE, source: await readSoundPlan() });
    },
  };
}

/** The folder `data/` in one piece, as JSON. */
async function readPlan(): Promise<string> {
  const { bundle, problems } = await readBundleFolder(DATA);
  if (bundle) return JSON.stringify(addSearchTable(bundle));
  throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
}

async function readSoundPlan(): Promise<string> {
  const { isSound, lines } = await reportFolder(DATA);
  if (!isSound) throw new Error(`data/ is unsound:\n${lines.join('\n')}`);
  return readPlan();
}

/** A machine without a screen gets the address alone. */
function canOpenBrowser(): boolean {
  if (process.env['CI']) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
