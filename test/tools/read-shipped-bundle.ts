import { fileURLToPath } from 'node:url';
import { readBundleFolder } from '../../src/cli/read-bundle-folder.ts';
import type { AssembledBundle } from '../../src/core/assemble-bundle.ts';
import type { PlanBundle } from '../../src/contracts/bundle.ts';

export const DATA_FOLDER = fileURLToPath(new URL('../../data/', import.meta.url));

/** The bundle of `data/`, with what was found while reading it. */
export async function readShippedBundle(): Promise<
  AssembledBundle & { readonly bundle: PlanBundle }
> {
  const read = await readBundleFolder(DATA_FOLDER);
  if (read.bundle === null) throw new Error('data/ holds no bundle');
  return { ...read, bundle: read.bundle };
}
