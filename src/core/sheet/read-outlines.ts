import { unzlibSync } from 'fflate';

/** A character's shape, in ems, from its own origin; y runs downwards. */
export interface Outline {
  /** Path data in units of the font. */
  readonly path: string;
  readonly advanceEm: number;
}

export interface FontOutlines {
  readonly unitsPerEm: number;
  /** Null when the font has no such character. */
  readonly outlineOf: (sign: string) => Outline | null;
}

const WOFF = 0x774f4646;
const ON_CURVE = 1;
const REPEATED = 8;
const COMPOSITE = {
  words: 1,
  places: 2,
  scale: 8,
  more: 0x20,
  scales: 0x40,
  matrix: 0x80,
} as const;

/**
 * Reads the shapes of a font with TrueType outlines, bare or as WOFF 1. After the OpenType specification.
 * @throws Error when a table is missing
 */
export function readOutlines(bytes: Uint8Array): FontOutlines {
  const table = readTables(bytes);
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table);
  const find = readCharacterMap(table('cmap'));
  const unitsPerEm = head!.getUint16(18);
  const isLong = head!.getInt16(50) === 1;
  const metrics = hhea!.getUint16(34);
  const placeOf = (glyph: number): number =>
    isLong ? loca!.getUint32(glyph * 4) : loca!.getUint16(glyph * 2) * 2;
  const known = new Map<number, Outline>();
  return {
    unitsPerEm,
    outlineOf: (sign) => {
      const glyph = find(sign.codePointAt(0)!);
      if (glyph === 0) return null;
      let outline = known.get(glyph);
      if (!outline) {
        const contours = readGlyph(glyf!, placeOf, glyph);
        outline = {
          path: contours.map(writeContour).join(''),
          advanceEm: hmtx!.getUint16(Math.min(glyph, metrics - 1) * 4) / unitsPerEm,
        };
        known.set(glyph, outline);
      }
      return outline;
    },
  };
}

function readTables(bytes: Uint8Array): (tag: string) => DataView {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWoff = file.getUint32(0) === WOFF;
  const count = file.getUint16(isWoff ? 12 : 4);
  const [start, size] = isWoff ? [44, 20] : [12, 16];
  return (tag) => {
    for (let at = start; at < start + count * size; at += size) {
      if (String.fromCodePoint(...bytes.subarray(at, at + 4)) !== tag) continue;
      const from = file.getUint32(at + (isWoff ? 4 : 8));
      const length = file.getUint32(at + (isWoff ? 8 : 12));
      const part = bytes.subarray(from, from + length);
      const isPacked = isWoff && length < file.getUint32(at + 12);
      const data = isPacked ? unzlibSync(part) : part;
      return new DataView(data.buffer, data.byteOffset, data.byteLength);
    }
    throw new Error(`the font has no table "${tag}"`);
  };
}

/** Glyph by code point; 0: none. Of Unicode's whole range where the font has that, else of its first plane. */
function readCharacterMap(cmap: DataView): (point: number) => number {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, at) =>
    cmap.getUint32(4 + at * 8 + 4),
  );
  const groups = subtables.find((at) => cmap.getUint16(at) === 12);
  if (groups !== undefined) {
    return (point) => {
      const count = cmap.getUint32(groups + 12);
      for (let at = groups + 16; at < groups + 16 + count * 12; at += 12) {
        const [first, last] = [cmap.getUint32(at), cmap.getUint32(at + 4)];
        if (point >= first && point <= last) return cmap.getUint32(at + 8) + point - first;
      }
      return 0;
    };
  }
  const segments = subtables.find((at) => cmap.getUint16(at) === 4);
  if (segments === undefined) throw new Error('the font has no character map of Unicode');
  const doubled = cmap.getUint16(segments + 6);
  const ends = segments + 14;
  const [starts, deltas, offsets] = [
    ends + doubled + 2,
    ends + 2 * doubled + 2,
    ends + 3 * doubled + 2,
  ];
  return (point) => {
    for (let at = 0; at < doubled; at += 2) {
      const first = cmap.getUint16(starts + at);
      if (point > cmap.getUint16(ends + at)) continue;
      if (point < first) return 0;
      const offset = cmap.getUint16(offsets + at);
      const delta = cmap.getInt16(deltas + at);
      if (offset === 0) return (point + delta) & 0xffff;
      const glyph = cmap.getUint16(offsets + at + offset + (point - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

interface GlyphPoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}
type Contour = readonly GlyphPoint[];

function readGlyph(
  glyf: DataView,
  placeOf: (glyph: number) => number,
  glyph: number,
): readonly Contour[] {
  const place = placeOf(glyph);
  if (placeOf(glyph + 1) === place) return [];
  const contours = glyf.getInt16(place);
  return contours < 0
    ? readParts(glyf, placeOf, place + 10)
    : readContours(glyf, place + 10, contours);
}

function readContours(glyf: DataView, from: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, at) => glyf.getUint16(from + at * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = from + count * 2;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = glyf.getUint8(at++);
    const times = flag & REPEATED ? glyf.getUint8(at++) : 0;
    for (let time = 0; time <= times; time += 1) flags.push(flag);
  }
  const read = (isShort: number, isSame: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & isShort) value += flag & isSame ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!(flag & isSame)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(2, 16);
  const ys = read(4, 32);
  const points = flags.map((flag, index): GlyphPoint => ({
    x: xs[index]!,
    y: ys[index]!,
    isOn: (flag & ON_CURVE) === 1,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

/** A glyph that is made of others, each with its place and, where it has one, its matrix. */
function readParts(
  glyf: DataView,
  placeOf: (glyph: number) => number,
  from: number,
): readonly Contour[] {
  const contours: Contour[] = [];
  let at = from;
  let flags: number;
  const fixed = (): number => {
    at += 2;
    return glyf.getInt16(at - 2) / 16_384;
  };
  do {
    flags = glyf.getUint16(at);
    const part = glyf.getUint16(at + 2);
    const isWords = (flags & COMPOSITE.words) !== 0;
    const hasPlace = (flags & COMPOSITE.places) !== 0;
    const dx = isWords ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4);
    const dy = isWords ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5);
    at += isWords ? 8 : 6;
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & COMPOSITE.scale) a = d = fixed();
    else if (flags & COMPOSITE.scales) [a, d] = [fixed(), fixed()];
    else if (flags & COMPOSITE.matrix) [a, b, c, d] = [fixed(), fixed(), fixed(), fixed()];
    for (const contour of readGlyph(glyf, placeOf, part)) {
      contours.push(
        contour.map(({ x, y, isOn }) => ({
          x: a * x + c * y + (hasPlace ? dx : 0),
          y: b * x + d * y + (hasPlace ? dy : 0),
          isOn,
        })),
      );
    }
  } while (flags & COMPOSITE.more);
  return contours;
}

/** Quadratic curves; between two points off the curve lies one on it. */
function writeContour(points: Contour): string {
  if (points.length < 2) return '';
  const half = (one: GlyphPoint, other: GlyphPoint): GlyphPoint => ({
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    isOn: true,
  });
  const write = ({ x, y }: GlyphPoint): string => `${Math.round(x)} ${Math.round(-y)}`;
  const firstOn = points.findIndex(({ isOn }) => isOn);
  const start = firstOn < 0 ? half(points[0]!, points.at(-1)!) : points[firstOn]!;
  const ring = firstOn < 0 ? points : [...points.slice(firstOn + 1), ...points.slice(0, firstOn)];
  let data = `M${write(start)}`;
  for (const [at, point] of ring.entries()) {
    const next = ring[at + 1] ?? start;
    const isReached = ring[at - 1]?.isOn === false;
    if (point.isOn) data += isReached ? '' : `L${write(point)}`;
    else data += `Q${write(point)} ${write(next.isOn ? next : half(point, next))}`;
  }
  return `${data}Z`;
}
