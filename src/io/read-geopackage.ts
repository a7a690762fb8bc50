import { WKBLoader } from '@loaders.gl/wkt';
import type { Feature, Geometry } from 'geojson';
import type { Database } from 'sql.js';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CrsHint, Reader, ReadLayer, ReadTask } from '../contracts/import.ts';
import { loadSqlite } from './load-sqlite.ts';

const CHECK_EVERY = 500;
/** Bytes of the envelope that may stand before the geometry, by its code. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** GeoPackage: a layer per feature table. Nothing is written, so no trigger of the file runs. */
export const readGeopackage: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const { Database: Sqlite } = await loadSqlite();
  const fail = (reason: string): never => {
    throw new PlanError([
      {
        code: 'geopackage-damaged',
        severity: 'error',
        file: name,
        message: `the GeoPackage cannot be read: ${reason}`,
        remedy: 'Copy it again, or export its layers as GeoJSON.',
      },
    ]);
  };
  let database: Database;
  try {
    database = new Sqlite(bytes);
  } catch (error) {
    return fail(messageOf(error));
  }
  const problems: Problem[] = [];
  try {
    const tables = query(
      database,
      `SELECT c.table_name, c.identifier, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id, s.definition
       FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
       LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
       WHERE c.data_type = 'features'`,
    );
    const layers: ReadLayer[] = [];
    for (const table of tables) layers.push(await readLayer(database, table, name, task, problems));
    if (layers.every(({ features: { features } }) => features.length === 0)) {
      fail('it holds no feature');
    }
    return { format: 'geopackage', layers, charset: null, problems };
  } catch (error) {
    if (error instanceof PlanError || (error as Error).name === 'AbortError') throw error;
    return fail(messageOf(error));
  } finally {
    database.close();
  }
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

function query(database: Database, sql: string): Record<string, unknown>[] {
  const [result] = database.exec(sql);
  if (!result) return [];
  return result.values.map((row) =>
    Object.fromEntries(result.columns.map((column, at) => [column, row[at]])),
  );
}

async function readLayer(
  database: Database,
  table: Readonly<Record<string, unknown>>,
  file: string,
  task: ReadTask,
  problems: Problem[],
): Promise<ReadLayer> {
  const tableName = String(table['table_name']);
  const column = String(table['column_name']);
  const features: Feature<Geometry | null, Readonly<Record<string, unknown>>>[] = [];
  let broken = 0;
  const statement = database.prepare(`SELECT * FROM ${quote(tableName)}`);
  try {
    while (statement.step()) {
      const row = statement.getAsObject();
      const blob = row[column];
      let geometry: Geometry | null = null;
      try {
        geometry = blob instanceof Uint8Array ? readBlob(blob) : null;
      } catch {
        broken += 1;
      }
      const properties = Object.fromEntries(
        Object.entries(row).filter(
          ([key, value]) => key !== column && !(value instanceof Uint8Array),
        ),
      );
      features.push({ type: 'Feature', geometry, properties });
      if (features.length % CHECK_EVERY === 0) {
        task.report({ phase: 'parsing', done: null });
        await task.checkpoint();
      }
    }
  } finally {
    statement.free();
  }
  if (broken > 0) {
    problems.push({
      code: 'geometry-broken',
      severity: 'warning',
      file,
      at: tableName,
      message: `${broken} geometries of "${tableName}" cannot be read; the features were kept without a place`,
      remedy: 'Repair the layer in the program that made it.',
    });
  }
  return {
    name: String(table['identifier'] ?? tableName) || tableName,
    features: { type: 'FeatureCollection', features },
    crs: readCrs(table),
  };
}

/** The header of the GeoPackage standard (clause 2.1.3), then well-known binary. */
function readBlob(blob: Uint8Array): Geometry | null {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new Error('no GeoPackage geometry');
  const flags = blob[3]!;
  if ((flags & 0b1_0000) !== 0) return null;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
  if (envelope === undefined) throw new Error('unknown envelope');
  const wkb = blob.slice(8 + envelope);
  return WKBLoader.parseSync!(wkb.buffer) as unknown as Geometry;
}

function readCrs(table: Readonly<Record<string, unknown>>): CrsHint | null {
  const [organization, code, definition] = [
    table['organization'],
    Number(table['organization_coordsys_id']),
    table['definition'],
  ];
  if (typeof definition !== 'string' || !(Number(table['srs_id']) > 0)) return null;
  const isEpsg = String(organization).toUpperCase() === 'EPSG' && code > 0;
  return { basis: 'srs-table', text: definition, ...(isEpsg ? { epsg: code } : {}) };
}
