import { WKBWriter } from '@loaders.gl/wkt';
import type { Geometry } from 'geojson';
import type { Database } from 'sql.js';
import type { CrsId } from '../../contracts/import.ts';
import { metricSystemOf, writeOgcWkt } from '../crs/write-wkt.ts';
import { loadSqlite } from '../load-sqlite.ts';
import { COLUMNS, type Row } from './collect-rows.ts';
import { extentOf } from './place-geometry.ts';
import type { Writer } from './writer.ts';

/** `GPKG` as a number, and version 1.3.0. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10_300;
/** Little endian, with an envelope of x and y. */
const FLAGS = 0b0_0011;
const HEADER_BYTES = 40;
const NO_TIME = new Date('2000-01-01T00:00:00Z');
/** For what has no place: SQL leaves it empty, and any kind could stand there. */
const NO_PLACE = 'without_place';

/** A table a kind of geometry, in this order. */
const TABLES = [
  ['Point', 'points', '点', 'points'],
  ['MultiPoint', 'multipoints', '多点', 'multipoints'],
  ['LineString', 'lines', '线', 'lines'],
  ['MultiLineString', 'multilines', '多线', 'multilines'],
  ['Polygon', 'polygons', '面', 'polygons'],
  ['MultiPolygon', 'multipolygons', '多面', 'multipolygons'],
  [null, NO_PLACE, '无位置', 'without a place'],
] as const;

const SCHEMA = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${USER_VERSION};
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write');
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
`;

/**
 * GeoPackage 1.3: a table a kind of geometry, features without a place in `without_place`, the note of the file in
 * `gpkg_metadata`. It knows EPSG:4326, EPSG:4490 and the plan's own zone (EPSG:4547 for Yu County). Written by SQLite.
 */
export const writeGeopackage: Writer = async ({ request, rows, lines }) => {
  const { bundle, crs, language, madeAt } = request;
  const isEnglish = language === 'en';
  const { title, titleEn, extent } = bundle.bundle;
  const plan = (isEnglish && titleEn) || title;
  const at = (madeAt ?? NO_TIME).toISOString();
  const metric = metricSystemOf(extent);
  const systems = new Set<CrsId>(['EPSG:4326', 'EPSG:4490', crs, ...(metric ? [metric] : [])]);
  const { Database: Sqlite } = await loadSqlite();
  const database = new Sqlite();
  try {
    database.exec(SCHEMA);
    database.exec('BEGIN');
    for (const system of systems) {
      const { name, text } = writeOgcWkt(system);
      database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
        name,
        codeOf(system),
        'EPSG',
        codeOf(system),
        text,
      ]);
    }
    for (const [type, table, zh, en] of TABLES) {
      const found = rows.filter(({ geometry }) => (geometry?.type ?? null) === type);
      if (found.length === 0) continue;
      const extentOfTable = extentOf(found.flatMap(({ geometry }) => geometry ?? []));
      database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)", [
        table,
        `${plan} · ${isEnglish ? en : zh}`,
        lines[0] ?? '',
        at,
        ...(extentOfTable ?? [null, null, null, null]),
        codeOf(crs),
      ]);
      writeTable(database, table, type?.toUpperCase() ?? 'GEOMETRY', codeOf(crs), found);
    }
    database.run("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'text/plain', ?)", [
      'http://www.geopackage.org/spec130/',
      lines.join('\n'),
    ]);
    database.run(
      "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)",
      [at],
    );
    database.exec('COMMIT');
    return { bytes: database.export(), problems: [] };
  } finally {
    database.close();
  }
};

const codeOf = (crs: CrsId): number => Number(crs.replace('EPSG:', ''));

function writeTable(
  database: Database,
  table: string,
  type: string,
  srs: number,
  rows: readonly Row[],
): void {
  const columns = COLUMNS.map(
    (column) => `"${column}" ${column === 'accuracy_m' ? 'DOUBLE' : 'TEXT'}`,
  );
  database.exec(
    `CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${type}, ${columns.join(', ')})`,
  );
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", [
    table,
    type,
    srs,
  ]);
  const insert = database.prepare(
    `INSERT INTO "${table}" (geom, ${COLUMNS.map((column) => `"${column}"`).join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})`,
  );
  try {
    for (const { geometry, values } of rows) {
      insert.run([
        geometry ? toBlob(geometry, srs) : null,
        ...COLUMNS.map((column) => values[column]),
      ]);
    }
  } finally {
    insert.free();
  }
}

/** The header of the GeoPackage standard (clause 2.1.3) with the envelope, then well-known binary. */
export function toBlob(geometry: Geometry, srs: number): Uint8Array {
  const wkb = new Uint8Array(WKBWriter.encodeSync!(geometry as never));
  const blob = new Uint8Array(HEADER_BYTES + wkb.length);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, FLAGS]);
  view.setInt32(4, srs, true);
  const [west, south, east, north] = extentOf([geometry]) ?? [NaN, NaN, NaN, NaN];
  for (const [at, value] of [west, east, south, north].entries()) {
    view.setFloat64(8 + at * 8, value, true);
  }
  blob.set(wkb, HEADER_BYTES);
  return blob;
}
