/** Compares a screenshot with its golden picture. `UPDATE_GOLDEN=1` rewrites the golden ones. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const E2E = fileURLToPath(new URL('../e2e', import.meta.url));

export interface CompareOptions {
  /** Fraction of pixels that may differ, 0–1. Default 0.002. */
  readonly tolerance?: number;
  /** Colour distance from which a pixel differs, 0–1. Default 0.1. */
  readonly threshold?: number;
  /** Folder with `golden/` and `output/` in it. Default `test/e2e`. */
  readonly folder?: string;
}

/**
 * Throws when `actual` (a PNG file's bytes) is not the golden picture `name`; then the actual
 * picture and the difference lie in `output/`. A missing golden picture is a failure.
 */
export function comparePicture(
  actual: Uint8Array,
  name: string,
  options: CompareOptions = {},
): void {
  const { tolerance = 0.002, threshold = 0.1, folder = E2E } = options;
  const goldenFile = path.join(folder, 'golden', `${name}.png`);
  const actualFile = path.join(folder, 'output', `${name}.actual.png`);
  const diffFile = path.join(folder, 'output', `${name}.diff.png`);
  rmSync(actualFile, { force: true });
  rmSync(diffFile, { force: true });

  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(path.dirname(goldenFile), { recursive: true });
    writeFileSync(goldenFile, actual);
    return;
  }
  const save = (file: string, bytes: Uint8Array): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const golden = readGolden(goldenFile);
  if (!golden) {
    save(actualFile, actual);
    throw new Error(
      `picture "${name}" has no golden picture: look at ${actualFile} and run with UPDATE_GOLDEN=1 if it is right`,
    );
  }
  const seen = PNG.sync.read(Buffer.from(actual));
  if (seen.width !== golden.width || seen.height !== golden.height) {
    save(actualFile, actual);
    throw new Error(
      `picture "${name}" is ${seen.width} × ${seen.height}, its golden one ${golden.width} × ${golden.height}: see ${actualFile}`,
    );
  }
  const { width, height } = golden;
  const diff = new PNG({ width, height });
  const count = pixelmatch(golden.data, seen.data, diff.data, width, height, { threshold });
  const fraction = count / (width * height);
  if (fraction <= tolerance) return;
  save(actualFile, actual);
  save(diffFile, PNG.sync.write(diff));
  throw new Error(
    `picture "${name}" differs in ${(fraction * 100).toFixed(2)} % of its pixels (${(tolerance * 100).toFixed(2)} % may): see ${diffFile}`,
  );
}

function readGolden(file: string): PNG | null {
  try {
    return PNG.sync.read(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
