/** The host pages of the contract suite, built by Vite from the packed library, and served. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { packLibrary } from '../../tools/pack-library.ts';
import { serveStatic } from '../../tools/serve-static.ts';

const SOURCES = 'test/e2e/hosts';
const BUILT = ['element', 'frame', 'react', 'vue'];
const SHARED = ['drive-element.js', 'host.css'];
const PACKAGES = ['react', 'react-dom', 'scheduler', 'vue', '@vue'];

export interface ContractHosts {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function buildContractHosts(): Promise<ContractHosts> {
  const host = packLibrary(PACKAGES);
  const root = path.join(host.folder, 'site');
  for (const name of [...BUILT, 'plain', ...SHARED]) {
    cpSync(path.join(SOURCES, name), path.join(root, name), { recursive: true });
  }
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('plan-') } } }),
    ],
    build: {
      outDir: 'dist',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: BUILT.map((name) => path.join(root, name, 'index.html')),
      },
    },
  });
  // The page without a build has them as they are.
  for (const name of SHARED) cpSync(path.join(SOURCES, name), path.join(root, 'dist', name));
  const server = await serveStatic({
    root: path.join(root, 'dist'),
    mounts: {
      '/plain/': path.join(root, 'plain'),
      '/lib/': path.join(host.folder, 'node_modules/plan-atlas/dist-lib'),
      '/bundle/': 'dist/bundle',
    },
    policy: () => null,
  });
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      host.remove();
    },
  };
}
