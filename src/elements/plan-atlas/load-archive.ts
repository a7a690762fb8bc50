import type { AssembledBundle } from '../../core/assemble-bundle.ts';
import { loadBundle } from '../../core/assemble-bundle.ts';
import { assembleFiles, readBundleZip } from '../../io/bundle-zip.ts';

/** A whole bundle in one archive, as the atlas exports it. */
export async function loadArchive(
  archive: Promise<ArrayBuffer>,
  file: string,
): Promise<AssembledBundle> {
  let bytes: ArrayBuffer;
  try {
    bytes = await archive;
  } catch (reason) {
    // Where it cannot be had, the manifest cannot either, and that is said as for a folder.
    return loadBundle(() => Promise.reject(reason as Error), file);
  }
  return assembleFiles(readBundleZip(new Uint8Array(bytes), file));
}
