import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { PngWriter } from '../../../../src/io/write/write-png.ts';

it('a PNG written in bands is the picture, with its size in metres', async () => {
  const [width, height] = [37, 53];
  const pixels = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (at * 7 + (at >> 5)) % 256,
  );
  const writer = new PngWriter(width, height, 300);
  for (let top = 0; top < height; top += 20) {
    const rows = Math.min(20, height - top);
    await writer.add({ pixels: pixels.subarray(top * width * 4, (top + rows) * width * 4), rows });
  }
  const bytes = Buffer.from(await (await writer.finish()).arrayBuffer());
  const read = PNG.sync.read(bytes);
  expect([read.width, read.height]).toEqual([width, height]);
  expect(Buffer.compare(read.data, Buffer.from(pixels))).toBe(0);
  const at = bytes.indexOf('pHYs');
  expect(bytes.readUInt32BE(at + 4)).toBe(11_811);
  expect(bytes[at + 12]).toBe(1);
});
