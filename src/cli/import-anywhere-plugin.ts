import type { Plugin } from 'vite';

/** What a module of lit reads of the browser while it is evaluated, and what stands in for it elsewhere. */
const NEEDS: readonly { readonly file: RegExp; readonly lines: string }[] = [
  {
    file: /\/@lit\/reactive-element\/reactive-element\.js$/,
    lines: 'const HTMLElement = globalThis.HTMLElement ?? class {};',
  },
  {
    file: /\/lit-html\/lit-html\.js$/,
    lines: 'const document = globalThis.document ?? { createTreeWalker() {} };',
  },
];

/**
 * Lets the library be imported where there is no document: a host that renders on a server imports what its pages do.
 * The names are shadowed in lit's own modules, and nothing is put on the global object, by which other libraries tell
 * a browser from a server. Lit's build for Node would do the same, at the price of every browser.
 */
export function createImportAnywherePlugin(): Plugin {
  const found = new Set<RegExp>();
  return {
    name: 'import-anywhere',
    apply: 'build',
    transform: (code, id) => {
      const need = NEEDS.find(({ file }) => file.test(id));
      if (!need) return undefined;
      found.add(need.file);
      return { code: `${need.lines}\n${code}`, map: null };
    },
    buildEnd: (error) => {
      const missing = NEEDS.find(({ file }) => !found.has(file));
      if (!error && missing)
        throw new Error(`import-anywhere: no module is ${missing.file.source}`);
    },
  };
}
