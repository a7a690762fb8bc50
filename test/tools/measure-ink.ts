/** Reads a PNG row by row, however large it is. */
import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';

export interface InkGrid {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How dark each cell is, 0 (paper) to 1, row by row. */
  readonly cells: readonly number[];
}

const SIGNATURE_BYTES = 8;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * How dark the cells of a grid over a picture are; its pixels are never all in memory.
 * @throws Error when it is no PNG of 8 bits a channel in colour, without interlacing
 */
export async function measureInk(file: string, columns: number, rows: number): Promise<InkGrid> {
  const head = readFileSync(file).subarray(0, 33);
  const [widthPx, heightPx] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  const channels = CHANNELS[head[25]!];
  if (head.toString('latin1', 1, 4) !== 'PNG' || head[24] !== 8 || !channels || head[28] !== 0) {
    throw new Error(`${file} is no PNG of 8 bits a channel in colour`);
  }
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  const rowBytes = widthPx * channels;
  let before: Uint8Array = new Uint8Array(rowBytes);
  let rest = Buffer.alloc(0);
  let y = 0;
  for await (const chunk of Readable.from(listData(file)).pipe(createInflate())) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (; rest.length - from > rowBytes && y < heightPx; from += rowBytes + 1, y += 1) {
      const row = new Uint8Array(rest.subarray(from + 1, from + 1 + rowBytes));
      unfilter(rest[from]!, row, before, channels);
      const cellRow = Math.floor((y * rows) / heightPx) * columns;
      for (let x = 0; x < widthPx; x += 1) {
        const at = x * channels;
        const cell = cellRow + Math.floor((x * columns) / widthPx);
        sums[cell]! += 1 - (row[at]! + row[at + 1]! + row[at + 2]!) / 765;
        counts[cell]! += 1;
      }
      before = row;
    }
    rest = rest.subarray(from);
  }
  if (y !== heightPx) throw new Error(`${file} ends after ${y} of ${heightPx} rows`);
  return { widthPx, heightPx, cells: [...sums].map((sum, at) => sum / counts[at]!) };
}

/** What the IDAT chunks hold. */
async function* listData(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = Buffer.concat([rest, part as Buffer]);
    if (isFirst) rest = rest.subarray(SIGNATURE_BYTES);
    isFirst = false;
    while (rest.length >= 12) {
      const length = rest.readUInt32BE(0);
      if (rest.length < length + 12) break;
      if (rest.toString('latin1', 4, 8) === 'IDAT') yield rest.subarray(8, 8 + length);
      rest = rest.subarray(12 + length);
    }
  }
}

/** After the specification of PNG, 9.2. */
function unfilter(type: number, row: Uint8Array, above: Uint8Array, step: number): void {
  if (type === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= step ? row[at - step]! : 0;
    const up = above[at]!;
    if (type === 1) row[at]! += left;
    else if (type === 2) row[at]! += up;
    else if (type === 3) row[at]! += (left + up) >> 1;
    else row[at]! += nearest(left, up, at >= step ? above[at - step]! : 0);
  }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
