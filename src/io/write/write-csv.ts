import { WKTWriter } from '@loaders.gl/wkt';
import { BOM, escapeCell } from '../../analysis/statistics/write-csv.ts';
import { systemOf } from '../crs/systems.ts';
import { COLUMNS, type Row } from './collect-rows.ts';
import type { Writer } from './writer.ts';

/**
 * CSV that Excel opens with right Chinese: UTF-8 with a byte order mark, CRLF, a header. Behind the columns of every
 * format stand `crs`, `lon` and `lat` (of metres `easting` and `northing`) of points, and `WKT` of whatever has a place.
 */
export const writeCsv: Writer = ({ request: { crs }, rows }) => ({
  bytes: new TextEncoder().encode(toCsv(rows, crs)),
  problems: [],
});

/** @param crs null: without the columns of the place */
export function toCsv(rows: readonly Row[], crs: Parameters<typeof systemOf>[0] | null): string {
  const pair =
    crs !== null && systemOf(crs)?.unit === 'm' ? ['easting', 'northing'] : ['lon', 'lat'];
  const header = crs === null ? COLUMNS : [...COLUMNS, 'crs', ...pair, 'WKT'];
  const place = ({ geometry }: Row): readonly (string | number)[] => {
    const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
    return [crs!, x ?? '', y ?? '', geometry ? WKTWriter.encodeTextSync!(geometry as never) : ''];
  };
  const table = [
    header,
    ...rows.map((row) => [
      ...COLUMNS.map((column) => row.values[column] ?? ''),
      ...(crs === null ? [] : place(row)),
    ]),
  ];
  return BOM + table.map((cells) => `${cells.map(escapeCell).join(',')}\r\n`).join('');
}
