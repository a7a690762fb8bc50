import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { FontWeight } from '../../core/sheet/sheet-face.ts';

const require = createRequire(import.meta.url);
/** Noto Sans SC under the SIL Open Font License 1.1, as TrueType with every character that it has. */
const SOURCES: Readonly<Record<FontWeight, string>> = {
  400: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  700: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
/** Copyright, names, and the licence with its address: the licence asks for them in every copy. */
const NAME_IDS = [0, 1, 2, 3, 4, 5, 6, 13, 14];
const CACHE = 'node_modules/.cache/plan-atlas-fonts';

/** Copyright and licence, which go with the files wherever they lie. */
export const readLicence = (): Promise<string> =>
  readFile(require.resolve('@expo-google-fonts/noto-sans-sc/LICENSE_FONT'), 'utf8');

export type CutFormat = 'woff' | 'truetype';

/**
 * A weight of the face with these characters alone. A cut is kept, for both builds need the same ones and each takes
 * seconds.
 */
export async function cutFace(
  weight: FontWeight,
  characters: string,
  format: CutFormat,
): Promise<Buffer> {
  const source = await readFile(SOURCES[weight]);
  const key = createHash('sha256')
    .update(source)
    .update([characters, format, ...NAME_IDS].join('|'))
    .digest('hex');
  const file = path.join(CACHE, key);
  const kept = await readFile(file).catch(() => null);
  if (kept) return kept;
  const cut = await subsetFont(source, characters, {
    targetFormat: format,
    preserveNameIds: NAME_IDS,
  });
  await mkdir(CACHE, { recursive: true });
  // Another build may write the same: a file is there whole or not at all.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, cut);
  await rename(draft, file);
  return cut;
}
