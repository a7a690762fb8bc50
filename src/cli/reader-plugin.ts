import type { Plugin } from 'vite';

const ZSTD = /\/seekable-zstd\.js$/;
const NO_ZSTD = '\0no-seekable-zstd';
/** One statement at the head of sql.js's build in plain JavaScript, the only one that a strict policy runs. */
const SQL = /\/sql\.js\/dist\/sql-asm\.js$/;
const SQL_NOTICE =
  /if \(typeof console [^{}]*\) \{\s*console\.warn\(\s*"sql\.js: the asm\.js build is deprecated\.[^{}]*\);\s*\}/;

/**
 * What the worker that reads files leaves out of its libraries: the reader of compressed files on a server with its
 * decoder in WebAssembly, which a strict policy would not run; and what sql.js tells its developers in the console of
 * every reader. Its other warnings stay.
 */
export function createReaderPlugin(): Plugin {
  return {
    name: 'reader-libraries',
    enforce: 'pre',
    resolveId: (id, importer) =>
      ZSTD.test(id) && importer?.includes('/flatgeobuf/') ? NO_ZSTD : undefined,
    load: (id) =>
      id === NO_ZSTD
        ? `export const SeekableZstdReader = { open: () => { throw new Error('Zstandard is not read here'); } };`
        : undefined,
    transform: (code, id) => {
      if (!SQL.test(id)) return undefined;
      if (!SQL_NOTICE.test(code)) throw new Error(`reader-libraries: ${id} has no notice to drop`);
      return { code: code.replace(SQL_NOTICE, ''), map: null };
    },
  };
}
