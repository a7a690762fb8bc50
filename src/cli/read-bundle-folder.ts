import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadBundle, type AssembledBundle } from '../core/assemble-bundle.ts';

/**
 * Reads a bundle folder (`plan-bundle.json` and the files it names) into one piece. A path that leaves the folder
 * is refused. Problems of reading and parsing come with it; `checkBundle` finds the others.
 */
export function readBundleFolder(folder: string): Promise<AssembledBundle> {
  const root = path.resolve(folder);
  return loadBundle((href) => {
    const file = path.resolve(root, href);
    if (!file.startsWith(root + path.sep))
      return Promise.reject(new Error('it lies outside the bundle folder'));
    return readFile(file, 'utf8');
  });
}
