import type { Feature, Geometry } from 'geojson';
import { parseDbf, parseShp } from 'shpjs';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CharsetGuess, Reader, ReadTask } from '../contracts/import.ts';
import { guessCharset } from './charset/guess-charset.ts';

const SHAPE_CODE = 9994;
const DBF_HEADER_BYTES = 32;
type Row = Readonly<Record<string, unknown>>;

/** A shapefile of its parts: .shp, and .dbf, .prj, .cpg where they are. Coordinates stay as they are. */
export const readShapefile: Reader = async (parts, name, task) => {
  const part = (ending: string): Uint8Array | undefined =>
    [...parts].find(([file]) => file.endsWith(ending))?.[1];
  const fail = (code: string, message: string, remedy: string): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  const shp = part('.shp');
  if (!shp) {
    return fail(
      'shapefile-no-shp',
      `only ${[...parts.keys()].join(', ')} came, and no .shp`,
      'Give .shp, .dbf, .prj and .cpg together, or zipped.',
    );
  }
  const code = shp.length >= 100 ? viewOf(shp).getInt32(0, false) : 0;
  if (code !== SHAPE_CODE) {
    return fail(
      'shapefile-not-shp',
      `the .shp begins with ${code}, not ${SHAPE_CODE}; it is no shapefile`,
      'Export the layer again as an ESRI shapefile.',
    );
  }
  task.report({ phase: 'parsing', done: 0 });
  await task.checkpoint();
  const problems: Problem[] = [];
  const geometries = readShapes(shp, name, problems);
  task.report({ phase: 'parsing', done: 0.5 });
  await task.checkpoint();
  const dbf = part('.dbf');
  const cpg = part('.cpg');
  const table = dbf
    ? readTable(dbf, cpg && new TextDecoder('latin1').decode(cpg), name, task, problems)
    : { rows: [], charset: null };
  if (!dbf) {
    problems.push({
      code: 'shapefile-no-dbf',
      severity: 'warning',
      file: name,
      message: 'there is no .dbf: the geometry was read without attributes',
      remedy: 'Give the .dbf of the same name beside the .shp, if there is one.',
    });
  }
  const prj = part('.prj');
  if (!prj) {
    problems.push({
      code: 'shapefile-no-prj',
      severity: 'warning',
      file: name,
      message: 'there is no .prj: the file does not say in which system it lies',
      remedy: 'Check the system that is suggested against the preview.',
    });
  }
  const { rows, charset } = table;
  if (dbf && rows.length !== geometries.length) {
    problems.push({
      code: 'shapefile-count',
      severity: 'warning',
      file: name,
      message: `the .shp holds ${geometries.length} shapes, the .dbf ${rows.length} rows; they are paired in order`,
      remedy: 'Export the layer again: one of the two may belong to another version.',
    });
  }
  const count = Math.max(geometries.length, dbf ? rows.length : 0);
  const features = Array.from({ length: count }, (_, at): Feature<Geometry | null, Row> => ({
    type: 'Feature',
    geometry: geometries[at] ?? null,
    properties: rows[at] ?? {},
  }));
  if (count === 0) fail('no-features', 'the shapefile is empty', 'Give one with features.');
  return {
    format: 'shapefile',
    layers: [
      {
        name: name.replace(/\.[^.]*$/, '').replace(/^.*\//, ''),
        features: { type: 'FeatureCollection', features },
        crs: prj ? { basis: 'prj', text: new TextDecoder().decode(prj).trim() } : null,
      },
    ],
    charset,
    problems,
  };
};

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

function readShapes(shp: Uint8Array, name: string, problems: Problem[]): (Geometry | null)[] {
  const claimed = viewOf(shp).getInt32(24, false) * 2;
  if (claimed > shp.length) {
    problems.push({
      code: 'shapefile-short',
      severity: 'warning',
      file: name,
      message: `the .shp says ${claimed} bytes and has ${shp.length}; what is whole was read`,
      remedy: 'Copy the file again.',
    });
  }
  try {
    return parseShp(wholeRecords(shp)).map((geometry) => geometry ?? null);
  } catch (error) {
    throw new PlanError([
      {
        code: 'shapefile-damaged',
        severity: 'error',
        file: name,
        message: `the .shp cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'Export the layer again.',
      },
    ]);
  }
}

/** Up to the last record that is whole, with the length put right, so that a cut file gives what it has. */
function wholeRecords(shp: Uint8Array): Uint8Array {
  const view = viewOf(shp);
  let end = 100;
  while (end + 8 <= shp.length) {
    const bytes = view.getInt32(end + 4, false) * 2;
    if (bytes < 4 || end + 8 + bytes > shp.length) break;
    end += 8 + bytes;
  }
  const whole = shp.slice(0, end);
  viewOf(whole).setInt32(24, end / 2, false);
  return whole;
}

function readTable(
  dbf: Uint8Array,
  cpg: string | undefined,
  name: string,
  task: ReadTask,
  problems: Problem[],
): { readonly rows: readonly Row[]; readonly charset: CharsetGuess | null } {
  const fail = (message: string): { rows: readonly Row[]; charset: null } => {
    problems.push({
      code: 'dbf-damaged',
      severity: 'warning',
      file: name,
      message: `the .dbf cannot be read: ${message}; the geometry was read without attributes`,
      remedy: 'Export the layer again.',
    });
    return { rows: [], charset: null };
  };
  if (dbf.length < DBF_HEADER_BYTES) return fail(`it has ${dbf.length} bytes`);
  const view = viewOf(dbf);
  const headerBytes = view.getUint16(8, true);
  const rowBytes = view.getUint16(10, true);
  const claimed = view.getUint32(4, true);
  if (headerBytes < DBF_HEADER_BYTES || headerBytes > dbf.length || rowBytes < 1) {
    return fail(`header of ${headerBytes} bytes, rows of ${rowBytes}`);
  }
  const whole = Math.min(claimed, Math.floor((dbf.length - headerBytes) / rowBytes));
  const sound = dbf.slice();
  viewOf(sound).setUint32(4, whole, true);
  const charset = guessCharset({
    bytes: textCells(dbf, headerBytes, rowBytes, whole),
    ...(cpg === undefined ? {} : { cpg: cpg.trim() }),
    languageByte: view.getUint8(29),
    ...(task.options.charset ? { chosen: task.options.charset } : {}),
  });
  try {
    const rows = parseDbf(sound, charset.charset).map(tidyRow);
    if (whole < claimed) {
      problems.push({
        code: 'dbf-short',
        severity: 'warning',
        file: name,
        message: `the .dbf says ${claimed} rows and holds ${whole}`,
        remedy: 'Copy the file again.',
      });
    }
    return { rows, charset };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Only names and text tell the character set: numbers are ASCII, and field descriptors hold binary. */
function textCells(
  dbf: Uint8Array,
  headerBytes: number,
  rowBytes: number,
  rows: number,
): Uint8Array {
  const cells: { readonly from: number; readonly length: number }[] = [];
  const gap = Uint8Array.of(0x20);
  const found: Uint8Array[] = [];
  let from = 1;
  for (let at = DBF_HEADER_BYTES; at + 32 <= headerBytes && dbf[at] !== 0x0d; at += 32) {
    const length = dbf[at + 16]!;
    if (dbf[at + 11] === 0x43) cells.push({ from, length });
    const nameBytes = dbf.subarray(at, at + 11);
    const end = nameBytes.indexOf(0);
    found.push(end < 0 ? nameBytes : nameBytes.subarray(0, end), gap);
    from += length;
  }
  for (let row = 0; row < Math.min(rows, 5000); row += 1) {
    const start = headerBytes + row * rowBytes;
    for (const cell of cells) {
      // A space parts the cells, so that a character that was cut joins none.
      found.push(dbf.subarray(start + cell.from, start + cell.from + cell.length), gap);
    }
  }
  return concat(...found);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Blank numbers are none; dates as days, without a time zone to shift them. */
function tidyRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value === 'number' && Number.isNaN(value)) return [key, null];
      if (!(value instanceof Date)) return [key, value];
      if (Number.isNaN(value.getTime())) return [key, null];
      const pad = (part: number): string => String(part).padStart(2, '0');
      return [key, `${value.getFullYear()}-${pad(value.getMonth() + 1)}-${pad(value.getDate())}`];
    }),
  );
}
