/** Host projects as their owners would write them, each built by the real bundler from the packed library. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';
import { rollup } from 'rollup';
import { build as viteBuild } from 'vite';
import webpack from 'webpack';

/** Builds the host in a folder that holds `node_modules/plan-atlas`; resolves to the folder to serve. */
export type BuildHost = (folder: string) => Promise<string>;

const ATLAS = '<plan-atlas src="/bundle/yuxian.json" lang="en"></plan-atlas>';

/** A page that loads one script; `type="module"` unless said otherwise. */
export function writePage(script: string, body = ATLAS, attributes = 'type="module" '): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A host page</title>
    <link rel="icon" href="data:," />
    <script ${attributes}src="${script}"></script>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}

export const buildWithVite: BuildHost = async (folder) => {
  const { root, out } = startProject(folder, 'vite');
  writeFileSync(path.join(root, 'index.html'), writePage('./main.js'));
  // As it comes, with no configuration.
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: out, minify: false },
  });
  return out;
};

export const buildWithWebpack: BuildHost = async (folder) => {
  const { root, out } = startProject(folder, 'webpack');
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: './main.js',
    // A host that enforces Trusted Types needs this for webpack's own loader.
    output: { path: out, filename: 'host.js', trustedTypes: 'webpack' },
    performance: { hints: false },
    // Most of the time, and none of the questions.
    optimization: { minimize: false },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const faults = stats?.toJson({ all: false, errors: true, warnings: true });
      const texts = [...(faults?.errors ?? []), ...(faults?.warnings ?? [])];
      const fault = error ?? (texts.length > 0 ? new Error(JSON.stringify(texts)) : null);
      compiler.close((late) => (fault || late ? reject(fault ?? late) : resolve()));
    });
  });
  writeFileSync(path.join(out, 'index.html'), writePage('./host.js', ATLAS, 'defer '));
  return out;
};

export const buildWithRollup: BuildHost = async (folder) => {
  const { root, out } = startProject(folder, 'rollup');
  const bundle = await rollup({
    input: path.join(root, 'main.js'),
    plugins: [nodeResolve({ browser: true }), importMetaAssets()],
    // The library is shaken already; doing it again is most of the time.
    treeshake: false,
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({ dir: out, format: 'es' });
  await bundle.close();
  writeFileSync(path.join(out, 'index.html'), writePage('./main.js'));
  return out;
};

function startProject(
  folder: string,
  name: string,
): { readonly root: string; readonly out: string } {
  const root = path.join(folder, name);
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name, type: 'module' }));
  writeFileSync(path.join(root, 'main.js'), "import 'plan-atlas';\n");
  return { root, out: path.join(root, 'out') };
}
