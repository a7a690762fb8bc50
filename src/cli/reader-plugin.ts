import type { Plugin } from 'vite';

const ZSTD = /\/seekable-zstd\.js$/;
const NO_ZSTD = '\0no-seekable-zstd';
/** Decoders of GeoTIFF that are WebAssembly. */
const TIFF_WASM = /\/(lerc|zstd)\.js$/;
const NO_TIFF_WASM = '\0no-tiff-wasm';
const LEFT_OUT: Readonly<Record<string, string>> = {
  // Only addresses of servers lead there; what is compressed is told before (`readers.ts`).
  [NO_ZSTD]: 'export const SeekableZstdReader = null;',
  [NO_TIFF_WASM]: `export const zstd = { init: () => Promise.reject(new Error('compressed with LERC or Zstandard, which is not read here')) }; export default null;`,
};
/** One statement at the head of sql.js's build in plain JavaScript, the only one that a strict policy runs. */
const SQL = /\/sql\.js\/dist\/sql-asm\.js$/;
const SQL_NOTICE =
  /if \(typeof console [^{}]*\) \{\s*console\.warn\(\s*"sql\.js: the asm\.js build is deprecated\.[^{}]*\);\s*\}/;

/**
 * What the worker that reads files leaves out of its libraries: the decoders in WebAssembly of compressed
 * FlatGeobufs and GeoTIFFs, which a strict policy would not run; and what sql.js tells its developers in the console of
 * every reader. Its other warnings stay.
 */
export function createReaderPlugin(): Plugin {
  return {
    name: 'reader-libraries',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (ZSTD.test(id) && importer?.includes('/flatgeobuf/')) return NO_ZSTD;
      return TIFF_WASM.test(id) && importer?.includes('/geotiff/') ? NO_TIFF_WASM : undefined;
    },
    load: (id) => LEFT_OUT[id],
    transform: (code, id) => {
      if (!SQL.test(id)) return undefined;
      if (!SQL_NOTICE.test(code)) throw new Error(`reader-libraries: ${id} has no notice to drop`);
      return { code: code.replace(SQL_NOTICE, ''), map: null };
    },
  };
}
