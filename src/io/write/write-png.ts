import type { RowWriter } from './row-writer.ts';

/** Rows of a picture as they are painted, 4 bytes a pixel. */
export interface PngRows {
  readonly pixels: Uint8ClampedArray | Uint8Array;
  readonly rows: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const METRES_PER_INCH = 0.0254;

/**
 * A PNG from bands of rows, so that a board of A0 needs no canvas and no array of its whole size.
 * @param dpi written into it, so that programs place it at its true size
 */
export class PngWriter implements RowWriter {
  readonly #widthPx: number;
  readonly #parts: Uint8Array[] = [];
  readonly #deflate: WritableStreamDefaultWriter<BufferSource>;
  /** Ends with the last chunk. */
  readonly #chunks: Promise<void>;
  #before: Uint8Array;

  constructor(widthPx: number, heightPx: number, dpi: number) {
    this.#widthPx = widthPx;
    this.#before = new Uint8Array(widthPx * 3);
    this.#parts.push(new Uint8Array(SIGNATURE));
    const head = new DataView(new ArrayBuffer(13));
    head.setUint32(0, widthPx);
    head.setUint32(4, heightPx);
    head.setUint8(8, 8);
    head.setUint8(9, 2);
    this.#write('IHDR', new Uint8Array(head.buffer));
    const size = new DataView(new ArrayBuffer(9));
    const perMetre = Math.round(dpi / METRES_PER_INCH);
    size.setUint32(0, perMetre);
    size.setUint32(4, perMetre);
    size.setUint8(8, 1);
    this.#write('pHYs', new Uint8Array(size.buffer));
    // The browser's own, off this thread.
    const { readable, writable } = new CompressionStream('deflate');
    this.#deflate = writable.getWriter();
    this.#chunks = this.#collect(readable);
  }

  /** The next rows below; alpha is left off, for paper shows through nothing. */
  async add({ pixels, rows }: PngRows): Promise<void> {
    const width = this.#widthPx * 3;
    const band = new Uint8Array((width + 1) * rows);
    const row = new Uint8Array(width);
    for (let y = 0; y < rows; y += 1) {
      const from = y * this.#widthPx * 4;
      for (let x = 0; x < this.#widthPx; x += 1) {
        row[x * 3] = pixels[from + x * 4]!;
        row[x * 3 + 1] = pixels[from + x * 4 + 1]!;
        row[x * 3 + 2] = pixels[from + x * 4 + 2]!;
      }
      // The difference from the row above: drawings change little from row to row.
      const to = y * (width + 1);
      band[to] = 2;
      for (let at = 0; at < width; at += 1) band[to + 1 + at] = row[at]! - this.#before[at]!;
      this.#before.set(row);
    }
    await this.#deflate.write(band);
  }

  async finish(): Promise<Blob> {
    await this.#deflate.close();
    await this.#chunks;
    this.#write('IEND', new Uint8Array(0));
    return new Blob(this.#parts as BlobPart[], { type: 'image/png' });
  }

  /** Gives up what was begun. */
  async abort(): Promise<void> {
    await Promise.allSettled([this.#deflate.abort(), this.#chunks]);
  }

  async #collect(readable: ReadableStream<Uint8Array>): Promise<void> {
    const reader = readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#write('IDAT', value);
    }
  }

  #write(type: string, data: Uint8Array): void {
    const chunk = new Uint8Array(12 + data.length);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, data.length);
    for (let at = 0; at < 4; at += 1) chunk[4 + at] = type.codePointAt(at)!;
    chunk.set(data, 8);
    view.setUint32(8 + data.length, crcOf(chunk.subarray(4, 8 + data.length)));
    this.#parts.push(chunk);
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
