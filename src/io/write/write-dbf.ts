import { COLUMNS, type Column } from './collect-rows.ts';

/** Longest text of a dBASE field, in bytes. */
export const MOST_BYTES = 254;
const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const NUMBER_BYTES = 18;
const DECIMALS = 3;
const SPACE = 0x20;
const END_OF_HEADER = 0x0d;
const END_OF_FILE = 0x1a;
const NO_TIME = new Date('2000-01-01T00:00:00Z');
const encoder = new TextEncoder();

export interface WrittenDbf {
  readonly dbf: Uint8Array;
  /** How many texts were cut, by column; empty: none. */
  readonly cut: ReadonlyMap<Column, number>;
}

/**
 * A dBASE III table in UTF-8 (which its .cpg has to say): texts of at most 254 bytes, cut between two characters where
 * they are longer; numbers with three decimals. Line ends and other control characters become spaces.
 */
export function writeDbf(
  rows: readonly Readonly<Record<Column, string | number | null>>[],
  madeAt: Date = NO_TIME,
): WrittenDbf {
  const cut = new Map<Column, number>();
  const columns = COLUMNS.map((name) => {
    const isNumber = name === 'accuracy_m';
    const cells = rows.map((row) => {
      const value = row[name];
      if (typeof value === 'number') return encoder.encode(toNumber(value));
      const whole = encoder.encode((value ?? '').replaceAll(/\p{Cc}+/gu, ' '));
      const bytes = cutBytes(whole);
      if (bytes.length < whole.length) cut.set(name, (cut.get(name) ?? 0) + 1);
      return bytes;
    });
    const width = isNumber
      ? NUMBER_BYTES
      : cells.reduce((most, { length }) => Math.max(most, length), 1);
    return { name, isNumber, cells, width };
  });
  const rowBytes = columns.reduce((sum, { width }) => sum + width, 1);
  const headerBytes = HEADER_BYTES + FIELD_BYTES * columns.length + 1;
  const dbf = new Uint8Array(headerBytes + rowBytes * rows.length + 1);
  const view = new DataView(dbf.buffer);
  dbf.set([3, madeAt.getUTCFullYear() - 1900, madeAt.getUTCMonth() + 1, madeAt.getUTCDate()]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, rowBytes, true);
  for (const [at, { name, isNumber, width }] of columns.entries()) {
    const start = HEADER_BYTES + at * FIELD_BYTES;
    dbf.set(encoder.encode(name), start);
    dbf[start + 11] = (isNumber ? 'N' : 'C').charCodeAt(0);
    dbf[start + 16] = width;
    dbf[start + 17] = isNumber ? DECIMALS : 0;
  }
  dbf[headerBytes - 1] = END_OF_HEADER;
  dbf.fill(SPACE, headerBytes, dbf.length - 1);
  let from = 1;
  for (const { isNumber, cells, width } of columns) {
    for (const [row, bytes] of cells.entries()) {
      const start = headerBytes + row * rowBytes + from;
      dbf.set(bytes, isNumber ? start + width - bytes.length : start);
    }
    from += width;
  }
  dbf[dbf.length - 1] = END_OF_FILE;
  return { dbf, cut };
}

/** Blank where the field cannot hold it. */
function toNumber(value: number): string {
  const text = value.toFixed(DECIMALS);
  return Number.isFinite(value) && text.length <= NUMBER_BYTES ? text : '';
}

/** As much of a text as fits, in whole characters. */
function cutBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MOST_BYTES) return bytes;
  let end = MOST_BYTES;
  // Bytes of the form 10xxxxxx go on with a character.
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
