import type { CoordinateColumns } from '../../contracts/import.ts';
import { readNumber } from './read-number.ts';

export type Cell = string | number | boolean | Date | null;
export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Where each row begins in the file, from 1. */
  readonly lines: readonly number[];
}

/** Pairs of headings, the one for east first; a heading is compared without brackets, units and spaces. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(经度|东经|lon|lng|long|longitude|.*经度)$/i, /^(纬度|北纬|lat|latitude|.*纬度)$/i],
  [
    /^(东坐标|横坐标|东向坐标|横坐标y|y横坐标|e|east|easting|东)$/i,
    /^(北坐标|纵坐标|北向坐标|纵坐标x|x纵坐标|n|north|northing|北)$/i,
  ],
  [
    /^(x|x坐标|坐标x|point_x|x_?coord|xcoord|centroid_x|中心点x|x值)$/i,
    /^(y|y坐标|坐标y|point_y|y_?coord|ycoord|centroid_y|中心点y|y值)$/i,
  ],
];
const ONE =
  /^(坐标|位置|经纬度|坐标串|空间位置|wkt|geom|geometry|the_geom|shape|coordinates?|location|wkt_geom)$/i;
const WKT =
  /^\s*(SRID=\d+;)?\s*(POINT|LINESTRING|POLYGON|MULTI(POINT|LINESTRING|POLYGON))\s*(Z|M|ZM)?\s*\(/i;
/** Title rows above the header that are looked at. */
const MOST_TITLES = 10;
const TRIED_ROWS = 200;
/** Cells of a column that must be numbers. */
const SHARE = 0.8;
/** Likewise where the heading says what they are. */
const NAMED_SHARE = 0.3;

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/[(（[【].*$/g, '')
    .replaceAll(/[\s_]*(米|m|°)$/gi, '')
    .replaceAll(/\s+/g, '')
    .trim();

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

/**
 * Parts the header from what stands above and below it: tables of offices begin with a title and a unit.
 * @param lines where each row begins in the file, from 1
 */
export function splitHeader(name: string, all: readonly Row[], lines: readonly number[]): Sheet {
  const width = Math.max(0, ...all.slice(0, TRIED_ROWS).map(({ length }) => length));
  const head = all.slice(0, MOST_TITLES);
  const scored = head.map((row) => scoreHeader(row));
  const best = scored.indexOf(Math.max(...scored, 0));
  const hasHeader = (scored[best] ?? 0) > 0;
  const from = hasHeader ? best + 1 : 0;
  const header = Array.from({ length: width }, (_, at) => {
    const given = hasHeader ? textOf(all[best]?.[at]) : '';
    return given === '' ? `列${at + 1}` : given;
  });
  return {
    name,
    header: header.map((heading, at) =>
      header.indexOf(heading) === at ? heading : `${heading}_${at + 1}`,
    ),
    rows: all.slice(from),
    lines: lines.slice(from),
  };
}

function scoreHeader(row: Row): number {
  const cells = row.map(textOf).filter((text) => text !== '');
  if (cells.length < 2) return 0;
  const named = cells.filter(
    (text) => PAIRS.flat().some((one) => one.test(plain(text))) || ONE.test(plain(text)),
  );
  // Years are headings too, where the others are named.
  const isData = cells.some((text) => readNumber(text) !== null);
  return isData && named.length < 2 ? 0 : cells.length + named.length * 100;
}

/** Where the coordinates of a table stand: by heading, else by what the cells hold; null: nowhere. */
export function findColumns({ header, rows }: Sheet): CoordinateColumns | null {
  const tried = rows.slice(0, TRIED_ROWS);
  const isNumeric = (column: number): boolean => {
    const filled = tried.filter((row) => textOf(row[column]) !== '');
    const good = filled.filter((row) => readNumber(row[column]) !== null);
    return good.length > 0 && good.length >= filled.length * NAMED_SHARE;
  };
  // Well-known text holds lines and areas too, beside which columns of a pair hold the points alone.
  const wkt = header.findIndex((heading, at) => {
    const filled = tried.filter((row) => textOf(row[at]) !== '');
    return (
      ONE.test(plain(heading)) && filled.length > 0 && filled.every((row) => isWkt(row[at] ?? null))
    );
  });
  if (wkt >= 0) return { kind: 'one', column: wkt };
  for (const [east, north] of PAIRS) {
    const x = header.findIndex((heading, at) => east.test(plain(heading)) && isNumeric(at));
    const y = header.findIndex((heading, at) => north.test(plain(heading)) && isNumeric(at));
    if (x >= 0 && y >= 0) return { kind: 'xy', x, y };
  }
  const isPair = (column: number): boolean => {
    const filled = tried.filter((row) => textOf(row[column]) !== '');
    const good = filled.filter((row) => readPair(row[column]!) !== null || isWkt(row[column]!));
    return good.length > 0 && good.length >= filled.length * SHARE;
  };
  const named = header.findIndex((heading, at) => ONE.test(plain(heading)) && isPair(at));
  if (named >= 0) return { kind: 'one', column: named };
  const any = header.findIndex((_, at) => isPair(at));
  if (any >= 0) return { kind: 'one', column: any };
  return findByValue(header.length, tried);
}

/** Two columns beside each other that hold positions of China, in degrees or metres. */
function findByValue(width: number, rows: readonly Row[]): CoordinateColumns | null {
  for (let x = 0; x + 1 < width; x += 1) {
    const pairs = rows.flatMap((row) => {
      const [a, b] = [readNumber(row[x]), readNumber(row[x + 1])];
      return a === null || b === null ? [] : [[a, b] as const];
    });
    if (pairs.length === 0 || pairs.length < rows.length * SHARE) continue;
    if (pairs.every(([a, b]) => isPlausible(a, b) || isPlausible(b, a))) {
      return { kind: 'xy', x, y: x + 1 };
    }
  }
  return null;
}

function isPlausible(east: number, north: number): boolean {
  const isDegrees = east > 73 && east < 136 && north > 3 && north < 54;
  return isDegrees || (east > 100_000 && north > 1_900_000 && north < 6_000_000);
}

export const isWkt = (cell: Cell): boolean => typeof cell === 'string' && WKT.test(cell);

/** `113.41, 38.08` and its like; null: the cell is no pair. */
export function readPair(cell: Cell): readonly [number, number] | null {
  if (typeof cell !== 'string' || isWkt(cell)) return null;
  const parts = cell
    .normalize('NFKC')
    .replaceAll(/[()[\]]/g, ' ')
    .trim()
    .split(/\s*[,;、]\s*|\s{1,}(?=[-\d东北EN])/);
  if (parts.length !== 2) return null;
  const [a, b] = parts.map(readNumber);
  return a === null || b === null || a === undefined || b === undefined ? null : [a, b];
}
