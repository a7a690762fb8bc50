import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build, type Plugin } from 'vite';

const require = createRequire(import.meta.url);
const EXAMPLES = 'public/examples';
/** Pages that a bundler makes, each from its entry; both files stand in its folder. */
const BUNDLED: Readonly<Record<string, string>> = { react: 'main.jsx', vue: 'main.js' };
const BUILT_SCRIPT = 'page.js';
const BUILT_SHEET = 'page.css';
/** Files of packages that pages load as they are. */
const COPIED: Readonly<Record<string, string>> = {
  'cms-2012/jquery.js': require.resolve('jquery/dist/jquery.min.js'),
};

/**
 * Makes the example pages of `public/examples/` whole: bundles those of frameworks, and puts in what others take from
 * packages. They are built apart from the app: nothing of a framework may get into the app's own files.
 */
export function createExamplesPlugin(): Plugin {
  let outDir = '';
  return {
    name: 'examples',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir, 'examples');
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, name] = /^\/examples\/([^?#]*)/.exec(request.url ?? '') ?? [];
        if (name === undefined) return next();
        const make = findMaker(name);
        if (make === null) {
          // The server of public files knows no page of a folder.
          request.url = request.url!.replace(/\/(?=$|\?)/, '/index.html');
          return next();
        }
        make().then((text) => {
          const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
          response.setHeader('Content-Type', `${type}; charset=utf-8`);
          response.end(text);
        }, next);
      });
    },
    async writeBundle() {
      for (const folder of Object.keys(BUNDLED)) {
        for (const [name, text] of await bundleExample(folder)) write(`${folder}/${name}`, text);
      }
      for (const [name, file] of Object.entries(COPIED)) write(name, readFileSync(file, 'utf8'));
    },
  };

  function write(name: string, text: string): void {
    const file = path.join(outDir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What makes a file while developing; null for one that lies in the folder as it is. */
function findMaker(name: string): (() => Promise<string>) | null {
  const copied = COPIED[name];
  if (copied !== undefined) return async () => readFileSync(copied, 'utf8');
  const [folder = '', file = ''] = name.split('/');
  if (!(folder in BUNDLED) || (file !== BUILT_SCRIPT && file !== BUILT_SHEET)) return null;
  return async () => (await bundleExample(folder)).get(file) ?? '';
}

/** The script of a page of a framework, and its sheet if it has one, by name. */
async function bundleExample(folder: string): Promise<ReadonlyMap<string, string>> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: path.resolve(EXAMPLES, folder),
    base: './',
    publicDir: false,
    // Whatever the server that asks for it is in.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      linkLibrary(),
      vue({
        template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('plan-') } },
      }),
    ],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.resolve(EXAMPLES, folder, BUNDLED[folder]!),
        output: { entryFileNames: BUILT_SCRIPT, assetFileNames: BUILT_SHEET },
      },
    },
  });
  const [{ output: files }] = [output].flat() as unknown as [
    { readonly output: readonly BuiltFile[] },
  ];
  return new Map(
    files.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString('utf8'),
    ]),
  );
}

type BuiltFile =
  | { readonly type: 'chunk'; readonly fileName: string; readonly code: string }
  | { readonly type: 'asset'; readonly fileName: string; readonly source: string | Uint8Array };

/** Where a page says `plan-atlas`, as with npm, it takes the library that is served beside the app. */
function linkLibrary(): Plugin {
  return {
    name: 'link-library',
    enforce: 'pre',
    resolveId: (id) => {
      const [, entry] = /^plan-atlas(?:\/(figure|quote|client))?$/.exec(id) ?? [null, null];
      if (entry === null) return null;
      return { id: `../../lib/${entry ?? 'plan-atlas'}.js`, external: true };
    },
  };
}
