/** JPEG in bands, read back by decoders that are not ours: jpeg-js, and libjpeg through GDAL. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode } from 'jpeg-js';
import { expect, it } from 'vitest';
import { JpegWriter } from '../../../../src/io/write/write-jpeg.ts';
import { findGdal } from '../../../tools/find-gdal.ts';

/** A picture with soft ramps, hard edges and flat paper; its sides are no multiples of 8. */
function paint(width: number, height: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isLine = x % 40 === 7 || y % 32 === 5;
      const isPaper = y > height * 0.6;
      const colour = isLine
        ? [200, 30, 20]
        : isPaper
          ? [255, 255, 255]
          : [(x * 255) / width, (y * 255) / height, 128];
      pixels.set([...colour, 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

async function write(
  width: number,
  height: number,
  quality: number,
  bandRows: number,
): Promise<{ readonly pixels: Uint8ClampedArray; readonly bytes: Uint8Array }> {
  const pixels = paint(width, height);
  const writer = new JpegWriter(width, height, { dpi: 300, quality });
  for (let top = 0; top < height; top += bandRows) {
    const rows = Math.min(bandRows, height - top);
    await writer.add({ pixels: pixels.subarray(top * width * 4, (top + rows) * width * 4), rows });
  }
  const blob = await writer.finish();
  expect(blob.type).toBe('image/jpeg');
  return { pixels, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** Mean difference of a channel from the picture that was given, in 255ths. */
function differ(a: Uint8ClampedArray, b: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += Math.abs(a[at]! - b[at]!);
  return sum / ((a.length / 4) * 3);
}

it.each([
  [203, 149, 92, 64],
  [203, 149, 92, 13],
  [64, 64, 75, 512],
  [1, 1, 92, 512],
] as const)('%i × %i px at quality %i come back from bands of %i rows', async (...given) => {
  const [width, height, quality, bandRows] = given;
  const { pixels, bytes } = await write(width, height, quality, bandRows);
  const read = decode(bytes, { useTArray: true });
  expect([read.width, read.height]).toEqual([width, height]);
  expect(differ(pixels, read.data)).toBeLessThan(quality > 90 ? 2.5 : 5);
});

it('a better quality differs less and is larger', async () => {
  const [rough, fine] = await Promise.all([write(320, 240, 60, 64), write(320, 240, 92, 64)]);
  const error = ({ pixels, bytes }: typeof rough): number =>
    differ(pixels, decode(bytes, { useTArray: true }).data);
  expect(error(fine)).toBeLessThan(error(rough) * 0.7);
  expect(fine.bytes.length).toBeGreaterThan(rough.bytes.length);
});

it('libjpeg reads it without a warning, true to size, to the same pixels, with 300 dots an inch', async () => {
  const gdal = findGdal();
  const { pixels, bytes } = await write(1203, 849, 92, 512);
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-jpeg-'));
  const file = path.join(folder, 'sheet.jpg');
  writeFileSync(file, bytes);
  const info = execFileSync(gdal.info, [file], { encoding: 'utf8' });
  expect(info).toContain('Size is 1203, 849');
  expect(info).toContain('SOURCE_COLOR_SPACE=YCbCr');
  // JFIF: dots an inch, across and down.
  expect([...bytes.subarray(6, 18)]).toEqual([
    0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, 0x01, 0x2c, 0x01, 0x2c,
  ]);
  const raw = path.join(folder, 'sheet.bin');
  const said = execFileSync(
    gdal.translate,
    ['-q', '-of', 'ENVI', '-co', 'INTERLEAVE=BIP', file, raw],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CPL_DEBUG: 'OFF' },
    },
  );
  expect(said).toBe('');
  const rgb = readFileSync(raw);
  expect(rgb.length).toBe(1203 * 849 * 3);
  let sum = 0;
  for (let at = 0; at < 1203 * 849; at += 1) {
    for (let c = 0; c < 3; c += 1) sum += Math.abs(pixels[at * 4 + c]! - rgb[at * 3 + c]!);
  }
  expect(sum / rgb.length).toBeLessThan(2.5);
});

it('missing rows and sides that the format cannot tell are told', async () => {
  const writer = new JpegWriter(16, 32, { dpi: 300, quality: 85 });
  await writer.add({ pixels: paint(16, 16), rows: 16 });
  await expect(writer.finish()).rejects.toThrow('32 rows were promised, 16 came');
  expect(() => new JpegWriter(70_000, 8, { dpi: 300, quality: 85 })).toThrow('65535 px a side');
});
