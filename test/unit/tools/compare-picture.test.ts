import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { comparePicture } from '../../tools/compare-picture.ts';

let folder = '';

beforeEach(() => {
  vi.stubEnv('UPDATE_GOLDEN', '');
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-picture-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A white picture of 10 × 10 pixels whose first `black` ones are black. */
function createPicture(black: number, widthPx = 10): Buffer {
  const picture = new PNG({ width: widthPx, height: 10 });
  picture.data.fill(255);
  for (let pixel = 0; pixel < black; pixel += 1) picture.data.fill(0, pixel * 4, pixel * 4 + 3);
  return PNG.sync.write(picture);
}

function saveGolden(picture: Buffer): void {
  mkdirSync(path.join(folder, 'golden'));
  writeFileSync(path.join(folder, 'golden', 'map.png'), picture);
}

test('a picture like its golden one passes', () => {
  saveGolden(createPicture(40));
  expect(() => comparePicture(createPicture(40), 'map', { folder })).not.toThrow();
});

test('a picture within the tolerance passes and leaves no output', () => {
  saveGolden(createPicture(40));
  expect(() => comparePicture(createPicture(45), 'map', { folder, tolerance: 0.06 })).not.toThrow();
  expect(existsSync(path.join(folder, 'output', 'map.diff.png'))).toBe(false);
});

test('a picture beyond the tolerance fails and leaves picture and difference', () => {
  saveGolden(createPicture(0));
  expect(() => comparePicture(createPicture(60), 'map', { folder })).toThrow(/differs in \d+/);
  expect(existsSync(path.join(folder, 'output', 'map.actual.png'))).toBe(true);
  expect(existsSync(path.join(folder, 'output', 'map.diff.png'))).toBe(true);
});

test('a picture of another size fails', () => {
  saveGolden(createPicture(0));
  expect(() => comparePicture(createPicture(0, 11), 'map', { folder })).toThrow('11 × 10');
});

test('a missing golden picture is a failure', () => {
  expect(() => comparePicture(createPicture(0), 'map', { folder })).toThrow('no golden picture');
});

test('UPDATE_GOLDEN=1 writes the golden picture', () => {
  vi.stubEnv('UPDATE_GOLDEN', '1');
  comparePicture(createPicture(7), 'map', { folder });
  vi.stubEnv('UPDATE_GOLDEN', '');
  expect(() => comparePicture(createPicture(7), 'map', { folder })).not.toThrow();
});
