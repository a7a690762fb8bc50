import type { RowWriter } from './row-writer.ts';
import type { PngRows } from './write-png.ts';

/**
 * Baseline JPEG (ITU-T T.81), band by band. The libraries at hand hold the whole picture in memory (560 MB for a board
 * of A0) or are WebAssembly, which a strict policy does not run; a canvas of that size no browser gives. Colours are
 * kept at full resolution (4:4:4), for the lines and letters of drawings are thin.
 */

const BLOCK = 8;
/** The page is let breathe after as many blocks: about 20 ms. */
const BLOCKS_A_BREATH = 12_000;
/** Longest side that the format can tell. */
export const MOST_JPEG_PX = 65_535;

// prettier-ignore
const ZIGZAG = new Uint8Array([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55,
  62, 63,
]);
/** Annex K.1: steps of brightness and of colour at quality 50. */
// prettier-ignore
const STEPS: readonly (readonly number[])[] = [
  [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
  ],
  [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99,
  ],
];
/** Annex K.3: how many codes of each length, 1–16 bits, and what they stand for. */
interface HuffmanTable {
  readonly counts: readonly number[];
  readonly values: readonly number[];
}
const TWELVE = Array.from({ length: 12 }, (_, n) => n);
// prettier-ignore
const BRIGHT_AC = [
  0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71, 0x14, 0x32,
  0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82, 0x09, 0x0a, 0x16,
  0x17, 0x18, 0x19, 0x1a, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x43, 0x44, 0x45,
  0x46, 0x47, 0x48, 0x49, 0x4a, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69,
  0x6a, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x92, 0x93, 0x94,
  0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6,
  0xb7, 0xb8, 0xb9, 0xba, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8,
  0xd9, 0xda, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8,
  0xf9, 0xfa,
];
// prettier-ignore
const COLOUR_AC = [
  0x00, 0x01, 0x02, 0x03, 0x11, 0x04, 0x05, 0x21, 0x31, 0x06, 0x12, 0x41, 0x51, 0x07, 0x61, 0x71, 0x13, 0x22, 0x32, 0x81,
  0x08, 0x14, 0x42, 0x91, 0xa1, 0xb1, 0xc1, 0x09, 0x23, 0x33, 0x52, 0xf0, 0x15, 0x62, 0x72, 0xd1, 0x0a, 0x16, 0x24, 0x34,
  0xe1, 0x25, 0xf1, 0x17, 0x18, 0x19, 0x1a, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x43, 0x44,
  0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68,
  0x69, 0x6a, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x92,
  0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xb2, 0xb3, 0xb4,
  0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6,
  0xd7, 0xd8, 0xd9, 0xda, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8,
  0xf9, 0xfa,
];
/** Brightness and colour, each first for the mean of a block (DC), then for what differs in it (AC). */
const TABLES: readonly { readonly dc: HuffmanTable; readonly ac: HuffmanTable }[] = [
  {
    dc: { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], values: TWELVE },
    ac: { counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d], values: BRIGHT_AC },
  },
  {
    dc: { counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], values: TWELVE },
    ac: { counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77], values: COLOUR_AC },
  },
];

/** Codes by value: the code and how many bits it has. */
interface Codes {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

function assignCodes({ counts, values }: HuffmanTable): Codes {
  const bits = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let at = 0;
  for (const [index, count] of counts.entries()) {
    for (let n = 0; n < count; n += 1) {
      bits[values[at]!] = code;
      lengths[values[at]!] = index + 1;
      code += 1;
      at += 1;
    }
    code <<= 1;
  }
  return { bits, lengths };
}

const CODES = TABLES.map(({ dc, ac }) => ({ dc: assignCodes(dc), ac: assignCodes(ac) }));

/** What Arai, Agui and Nakajima's transform leaves to the division, by row and by column. */
const AAN = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];

/** Annex K's steps at a quality, as the Independent JPEG Group scales them. */
function scaleSteps(steps: readonly number[], quality: number): Uint8Array {
  const percent = quality < 50 ? 5000 / quality : 200 - quality * 2;
  return Uint8Array.from(steps, (step) =>
    Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100))),
  );
}

const dividersOf = (steps: Uint8Array): Float32Array =>
  Float32Array.from(steps, (step, at) => 1 / (step * AAN[at >> 3]! * AAN[at & 7]! * 8));

export interface JpegLook {
  /** Written into it, so that programs place it at its true size. */
  readonly dpi: number;
  /** 1–95 */
  readonly quality: number;
}

/** A JPEG from bands of rows; transparency is left off, for paper shows through nothing. */
export class JpegWriter implements RowWriter {
  readonly #widthPx: number;
  readonly #heightPx: number;
  readonly #parts: Blob[] = [];
  readonly #dividers: readonly Float32Array[];
  /** Rows that do not fill a row of blocks yet. */
  readonly #strip: Uint8ClampedArray;
  #stripRows = 0;
  #rowsDone = 0;
  readonly #means: [number, number, number] = [0, 0, 0];
  readonly #planes = [new Float32Array(64), new Float32Array(64), new Float32Array(64)] as const;
  readonly #scaled = new Int16Array(64);
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #pending = 0;
  #pendingBits = 0;
  #blocks = 0;

  /** @throws RangeError when a side is longer than the format can tell */
  constructor(widthPx: number, heightPx: number, { dpi, quality }: JpegLook) {
    if (Math.max(widthPx, heightPx) > MOST_JPEG_PX) {
      throw new RangeError(
        `a JPEG has at most ${MOST_JPEG_PX} px a side, this one ${widthPx} × ${heightPx}: choose smaller paper or PNG`,
      );
    }
    this.#widthPx = widthPx;
    this.#heightPx = heightPx;
    this.#strip = new Uint8ClampedArray(widthPx * BLOCK * 4);
    const steps = STEPS.map((one) => scaleSteps(one, quality));
    this.#dividers = steps.map(dividersOf);
    this.#writeHead(dpi, steps);
  }

  async add({ pixels, rows }: PngRows): Promise<void> {
    const stride = this.#widthPx * 4;
    for (let y = 0; y < rows; y += 1) {
      this.#strip.set(pixels.subarray(y * stride, (y + 1) * stride), this.#stripRows * stride);
      this.#stripRows += 1;
      if (this.#stripRows === BLOCK) await this.#encodeStrip();
    }
    this.#flush();
  }

  async finish(): Promise<Blob> {
    if (this.#stripRows > 0) {
      const stride = this.#widthPx * 4;
      const last = this.#strip.slice((this.#stripRows - 1) * stride, this.#stripRows * stride);
      for (let y = this.#stripRows; y < BLOCK; y += 1) this.#strip.set(last, y * stride);
      this.#rowsDone -= BLOCK - this.#stripRows;
      await this.#encodeStrip();
    }
    if (this.#rowsDone !== this.#heightPx) {
      throw new RangeError(`${this.#heightPx} rows were promised, ${this.#rowsDone} came`);
    }
    // Ones fill the last byte.
    if (this.#pendingBits > 0) this.#put(0x7f, 7);
    this.#reserve(2);
    this.#bytes.set([0xff, 0xd9], this.#length);
    this.#length += 2;
    this.#flush();
    return new Blob(this.#parts, { type: 'image/jpeg' });
  }

  abort(): Promise<void> {
    this.#parts.length = 0;
    return Promise.resolve();
  }

  async #encodeStrip(): Promise<void> {
    for (let x = 0; x < this.#widthPx; x += BLOCK) {
      const isFlat = this.#readBlock(x);
      this.#reserve(3 * 64 * 8);
      for (let plane = 0; plane < 3; plane += 1) this.#encodePlane(plane as 0 | 1 | 2, isFlat);
      this.#blocks += 1;
      if (this.#blocks % BLOCKS_A_BREATH === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    this.#stripRows = 0;
    this.#rowsDone += BLOCK;
  }

  /** Brightness and colours of a block; what lies beyond the edge is as the edge. @returns whether it is one colour */
  #readBlock(left: number): boolean {
    const strip = this.#strip;
    const [bright, blue, red] = this.#planes;
    const width = this.#widthPx;
    let isFlat = true;
    const first = left * 4;
    const [r0, g0, b0] = [strip[first]!, strip[first + 1]!, strip[first + 2]!];
    for (let y = 0, at = 0; y < BLOCK; y += 1) {
      for (let x = 0; x < BLOCK; x += 1, at += 1) {
        const from = (y * width + Math.min(left + x, width - 1)) * 4;
        const r = strip[from]!;
        const g = strip[from + 1]!;
        const b = strip[from + 2]!;
        if (r !== r0 || g !== g0 || b !== b0) isFlat = false;
        bright[at] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
        blue[at] = -0.168735892 * r - 0.331264108 * g + 0.5 * b;
        red[at] = 0.5 * r - 0.418687589 * g - 0.081312411 * b;
      }
    }
    return isFlat;
  }

  #encodePlane(plane: 0 | 1 | 2, isFlat: boolean): void {
    const kind = plane === 0 ? 0 : 1;
    const { dc, ac } = CODES[kind]!;
    const dividers = this.#dividers[kind]!;
    const values = this.#planes[plane]!;
    const scaled = this.#scaled;
    if (isFlat) scaled[0] = Math.round(values[0]! * 64 * dividers[0]!);
    else {
      transform(values);
      for (let at = 0; at < 64; at += 1) {
        const from = ZIGZAG[at]!;
        scaled[at] = Math.round(values[from]! * dividers[from]!);
      }
    }
    const step = scaled[0]! - this.#means[plane];
    this.#means[plane] = scaled[0]!;
    this.#putValue(dc, 0, step);
    let last = isFlat ? 0 : 63;
    while (last > 0 && scaled[last] === 0) last -= 1;
    let zeros = 0;
    for (let at = 1; at <= last; at += 1) {
      const value = scaled[at]!;
      if (value === 0) {
        zeros += 1;
        continue;
      }
      for (; zeros > 15; zeros -= 16) this.#put(ac.bits[0xf0]!, ac.lengths[0xf0]!);
      this.#putValue(ac, zeros, value);
      zeros = 0;
    }
    if (last < 63) this.#put(ac.bits[0]!, ac.lengths[0]!);
  }

  /** A number as the format writes it: how many zeros went before and how many bits it has, then these. */
  #putValue({ bits, lengths }: Codes, zeros: number, value: number): void {
    const size = 32 - Math.clz32(Math.abs(value));
    const symbol = (zeros << 4) | size;
    this.#put(bits[symbol]!, lengths[symbol]!);
    if (size > 0) this.#put(value < 0 ? value + (1 << size) - 1 : value, size);
  }

  #put(bits: number, count: number): void {
    this.#pending = (this.#pending << count) | bits;
    this.#pendingBits += count;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      const byte = (this.#pending >> this.#pendingBits) & 255;
      this.#bytes[this.#length] = byte;
      this.#length += 1;
      // A zero says that it is no marker.
      if (byte === 255) {
        this.#bytes[this.#length] = 0;
        this.#length += 1;
      }
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** What is written goes to the browser, which keeps it where it has room. */
  #flush(): void {
    this.#parts.push(new Blob([this.#bytes.slice(0, this.#length)]));
    this.#length = 0;
  }

  #writeHead(dpi: number, steps: readonly Uint8Array[]): void {
    const bytes: number[] = [0xff, 0xd8];
    const segment = (marker: number, content: readonly number[]): void => {
      bytes.push(0xff, marker, ...word(content.length + 2), ...content);
    };
    // JFIF 1.02, dots an inch, no thumbnail.
    const density = word(Math.round(dpi));
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, ...density, ...density, 0, 0]);
    segment(
      0xdb,
      steps.flatMap((one, id) => [id, ...Array.from(ZIGZAG, (at) => one[at]!)]),
    );
    segment(0xc0, [
      8,
      ...word(this.#heightPx),
      ...word(this.#widthPx),
      3,
      ...[1, 2, 3].flatMap((id) => [id, 0x11, id === 1 ? 0 : 1]),
    ]);
    segment(
      0xc4,
      TABLES.flatMap(({ dc, ac }, id) => [
        id,
        ...dc.counts,
        ...dc.values,
        0x10 | id,
        ...ac.counts,
        ...ac.values,
      ]),
    );
    segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    this.#parts.push(new Blob([new Uint8Array(bytes)]));
  }
}

const word = (value: number): [number, number] => [value >> 8, value & 255];

/** The cosine transform of an 8 × 8 block in place, by rows, then by columns (Arai, Agui, Nakajima 1988). */
function transform(values: Float32Array): void {
  for (let at = 0; at < 64; at += 8) transformLine(values, at, 1);
  for (let at = 0; at < 8; at += 1) transformLine(values, at, 8);
}

function transformLine(values: Float32Array, from: number, step: number): void {
  const [i1, i2, i3] = [from + step, from + 2 * step, from + 3 * step];
  const [i4, i5, i6, i7] = [from + 4 * step, from + 5 * step, from + 6 * step, from + 7 * step];
  const sum07 = values[from]! + values[i7]!;
  const gap07 = values[from]! - values[i7]!;
  const sum16 = values[i1]! + values[i6]!;
  const gap16 = values[i1]! - values[i6]!;
  const sum25 = values[i2]! + values[i5]!;
  const gap25 = values[i2]! - values[i5]!;
  const sum34 = values[i3]! + values[i4]!;
  const gap34 = values[i3]! - values[i4]!;
  const even0 = sum07 + sum34;
  const even3 = sum07 - sum34;
  const even1 = sum16 + sum25;
  const even2 = sum16 - sum25;
  values[from] = even0 + even1;
  values[i4] = even0 - even1;
  const turned = (even2 + even3) * Math.SQRT1_2;
  values[i2] = even3 + turned;
  values[i6] = even3 - turned;
  const odd0 = gap34 + gap25;
  const odd1 = gap25 + gap16;
  const odd2 = gap16 + gap07;
  const shared = (odd0 - odd2) * 0.382683433;
  const low = 0.5411961 * odd0 + shared;
  const high = 1.306562965 * odd2 + shared;
  const middle = odd1 * Math.SQRT1_2;
  const upper = gap07 + middle;
  const lower = gap07 - middle;
  values[i5] = lower + low;
  values[i3] = lower - low;
  values[i1] = upper + high;
  values[i7] = upper - high;
}
