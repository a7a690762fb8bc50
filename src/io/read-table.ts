import { WKTLoader } from '@loaders.gl/wkt';
import type { Feature, Geometry } from 'geojson';
import Papa from 'papaparse';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CharsetGuess, CoordinateColumns, Reader, ReadLayer } from '../contracts/import.ts';
import { decodeText, guessCharset } from './charset/guess-charset.ts';
import {
  findColumns,
  isWkt,
  readPair,
  splitHeader,
  type Cell,
  type Row,
  type Sheet,
} from './table/find-columns.ts';
import { readNumber } from './table/read-number.ts';

const CHECK_EVERY = 5000;

/** CSV, TSV and XLSX: a layer of points per sheet, or whatever a column of WKT holds. */
export const readTable: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const charset = isBook ? null : guessCharset({ bytes, chosen: task.options.charset });
  const stem = name.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const sheets = isBook ? await readBook(bytes, name) : [readText(bytes, charset!, stem, name)];
  const problems: Problem[] = [];
  const layers: ReadLayer[] = [];
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue;
    const columns = task.options.columns ?? findColumns(sheet);
    const features: Feature<Geometry | null, Readonly<Record<string, unknown>>>[] = [];
    const bad: { readonly line: number; readonly value: string }[] = [];
    for (const [at, row] of sheet.rows.entries()) {
      if (at % CHECK_EVERY === 0) {
        task.report({ phase: 'checking', done: at / sheet.rows.length });
        await task.checkpoint();
      }
      if (row.every((cell) => cell === null || cell === '')) continue;
      const geometry = columns ? placeOf(row, columns) : null;
      if (columns && !geometry) bad.push({ line: sheet.lines[at]!, value: show(row, columns) });
      features.push({ type: 'Feature', geometry, properties: toProperties(sheet.header, row) });
    }
    problems.push(...describeBad(bad, sheet, name, columns));
    layers.push({
      name: sheet.name,
      features: { type: 'FeatureCollection', features },
      crs: null,
      table: { header: sheet.header, columns },
    });
  }
  if (layers.length === 0) {
    throw new PlanError([
      {
        code: 'table-empty',
        severity: 'error',
        file: name,
        message: 'the table has no rows below its header',
        remedy: 'Give a table with a header and at least one row.',
      },
    ]);
  }
  return { format: 'table', layers, charset, problems };
};

function readText(bytes: Uint8Array, charset: CharsetGuess, title: string, name: string): Sheet {
  const text = decodeText(bytes, charset.charset);
  if (text.includes('\0')) {
    throw new PlanError([
      {
        code: 'table-binary',
        severity: 'error',
        file: name,
        message: `the file holds NUL characters (the first at ${text.indexOf('\0')}): it is no text`,
        remedy: 'Save the table as CSV (UTF-8) or XLSX.',
      },
    ]);
  }
  const clean = text.replaceAll('\r\n', '\n');
  const { meta } = Papa.parse<string[]>(clean, {
    preview: 1,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '|', '，', ' '],
  });
  // Rows without anything are counted before they go.
  const { data } = Papa.parse<string[]>(clean, { delimiter: meta.delimiter });
  const rows: Row[] = [];
  const lines: number[] = [];
  let line = 1;
  for (const row of data) {
    if (row.some((cell) => cell.trim() !== '')) {
      rows.push(row);
      lines.push(line);
    }
    line += 1;
    for (const cell of row) line += countBreaks(cell);
  }
  return splitHeader(title, rows, lines);
}

/** Line breaks within a quoted cell. */
const countBreaks = (cell: string): number => cell.match(/[\r\n]/g)?.length ?? 0;

async function readBook(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  try {
    const { default: readXlsxFile } = await import('read-excel-file/universal');
    const copy = bytes.slice();
    const sheets = await readXlsxFile(copy.buffer);
    return sheets.map(({ sheet, data }) =>
      splitHeader(
        sheet,
        data as unknown as Row[],
        data.map((_, at) => at + 1),
      ),
    );
  } catch (error) {
    throw new PlanError([
      {
        code: 'table-damaged',
        severity: 'error',
        file: name,
        message: `the workbook cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'Save it again as .xlsx without a password, or as CSV (UTF-8).',
      },
    ]);
  }
}

function placeOf(row: Row, columns: CoordinateColumns): Geometry | null {
  if (columns.kind === 'xy') {
    const [x, y] = [readNumber(row[columns.x]), readNumber(row[columns.y])];
    return x === null || y === null ? null : { type: 'Point', coordinates: [x, y] };
  }
  const cell = row[columns.column] ?? null;
  if (isWkt(cell)) {
    try {
      return WKTLoader.parseTextSync!(String(cell)) as unknown as Geometry;
    } catch {
      return null;
    }
  }
  const pair = readPair(cell);
  return pair && { type: 'Point', coordinates: [...pair] };
}

function show(row: Row, columns: CoordinateColumns): string {
  const cells = columns.kind === 'xy' ? [row[columns.x], row[columns.y]] : [row[columns.column]];
  return cells.map((cell) => JSON.stringify(cell ?? '').slice(0, 60)).join(', ');
}

function toProperties(header: readonly string[], row: Row): Record<string, unknown> {
  return Object.fromEntries(header.map((heading, at) => [heading, toValue(row[at] ?? null)]));
}

/** Texts of formulas stay texts; dates as days. */
function toValue(cell: Cell): unknown {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  return text === '' ? null : text;
}

function describeBad(
  bad: readonly { readonly line: number; readonly value: string }[],
  { name: sheet, header }: Sheet,
  file: string,
  columns: CoordinateColumns | null,
): Problem[] {
  if (columns === null) {
    return [
      {
        code: 'table-no-coordinates',
        severity: 'warning',
        file,
        at: sheet,
        message: `no columns of “${sheet}” look like coordinates (its columns: ${header.slice(0, 12).join(', ')})`,
        remedy: 'Choose the columns of the two coordinates.',
      },
    ];
  }
  const [first] = bad;
  return first
    ? [
        {
          code: 'table-bad-position',
          severity: 'warning',
          file,
          at: `line ${first.line}`,
          message: `${bad.length} rows of “${sheet}” have no usable position; the first is line ${first.line}: ${first.value}`,
          remedy: 'They are kept without a place; correct the cells and read the file again.',
        },
      ]
    : [];
}
