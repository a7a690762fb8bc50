/** The package has types, but its exports do not name them. */
declare module '@web/rollup-plugin-import-meta-assets' {
  import type { Plugin } from 'rollup';

  export function importMetaAssets(): Plugin;
}
