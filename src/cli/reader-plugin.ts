import type { Plugin } from 'vite';

const ZSTD = /\/seekable-zstd\.js$/;
const NO_ZSTD = '\0no-seekable-zstd';

/**
 * What the worker that reads files leaves out of its libraries: the reader of compressed files on a server with its
 * decoder in WebAssembly, which a strict policy would not run.
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
  };
}
