import { writeFileSync } from 'node:fs';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { packLibrary } from '../tools/pack-library.ts';

const STARTS = {
  jsx: {
    file: 'Plan.jsx',
    code: `import { createRoot } from 'react-dom/client';
import { createElement } from 'react';
import Plan from './Plan.jsx';
createRoot(document.querySelector('#app')).render(createElement(Plan));`,
  },
  vue: {
    file: 'Plan.vue',
    code: `import { createApp } from 'vue';
import Plan from './Plan.vue';
createApp(Plan).mount('#app');`,
  },
} as const;
export type Framework = keyof typeof STARTS;

export interface BundledSnippet {
  /** Holds `main.js` and what it loads. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds a project of its own, with the packed library as its dependency, around a component. */
export async function bundleSnippet(framework: Framework, code: string): Promise<BundledSnippet> {
  const { folder, remove } = packLibrary(['react', 'react-dom', 'vue']);
  const { file, code: start } = STARTS[framework];
  writeFileSync(path.join(folder, file), code);
  writeFileSync(path.join(folder, 'main.js'), start);
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: folder,
    base: './',
    plugins: [
      vue({
        template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('plan-') } },
      }),
    ],
    worker: { format: 'es' },
    build: {
      outDir: 'built',
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(folder, 'main.js'),
        output: { entryFileNames: 'main.js' },
      },
    },
  });
  return { folder: path.join(folder, 'built'), remove };
}
