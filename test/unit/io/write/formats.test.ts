import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { createProjector } from '../../../../src/io/crs/project.ts';
import { writeEsriWkt, writeOgcWkt } from '../../../../src/io/crs/write-wkt.ts';
import { loadSqlite } from '../../../../src/io/load-sqlite.ts';
import { findGdal } from '../../../tools/find-gdal.ts';
import {
  bundle,
  exportCounty,
  featureLike,
  features,
  readBack,
  readWithGdal,
  textOf,
  withFeatures,
} from './county.ts';

const GIVEN_MS = 30_000;
const here: Geometry = { type: 'Point', coordinates: [113.4, 38.1] };

describe('CSV', () => {
  it('begins with a mark, ends lines for Excel, and makes formulas harmless', async () => {
    const risky = ['=1+1', '+86 353', '-5', '@SUM(A1)', '\t=1', '\r=1', '  =1'];
    const file = await exportCounty({
      format: 'csv',
      ...withFeatures(
        risky.map((name, at) =>
          featureLike(`risky-${at}`, here, { name, note: 'one, “two”\n"three"' }),
        ),
      ),
    });
    const text = textOf(file);
    expect(text.startsWith('\uFEFFid,name,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true });
    const rows = data.filter(({ id }) => id !== '');
    expect(rows.map(({ name }) => name)).toEqual(risky.map((name) => `'${name}`));
    expect(rows[0]!['note']).toContain('one, “two”\n"three"');
  });

  it('leaves a negative number a number, and says the system', async () => {
    const west = featureLike('west', { type: 'Point', coordinates: [-70.1234567891, -12] });
    const file = await exportCounty({ format: 'csv', ...withFeatures([west]) });
    const [, line] = textOf(file).split('\r\n');
    expect(line).toContain(',EPSG:4490,-70.1234568,-12,POINT (-70.1234568 -12)');
    const metres = await exportCounty({ format: 'csv', crs: 'EPSG:4547', featureIds: ['airport'] });
    expect(textOf(metres).split('\r\n')[0]).toMatch(/,crs,easting,northing,WKT$/);
  });
});

describe('GeoJSON', () => {
  it('names its system, says what is inferred, and keeps seven decimals', async () => {
    const ring = [
      [113.12345678912, 38],
      [113, 38.1],
      [113.2, 38.2],
      [113.12345678912, 38],
    ];
    const file = await exportCounty({
      format: 'geojson',
      ...withFeatures([featureLike('ring', { type: 'Polygon', coordinates: [ring] })]),
    });
    const json = JSON.parse(textOf(file)) as FeatureCollection & Record<string, unknown>;
    expect(json['crs']).toEqual({
      type: 'name',
      properties: { name: 'urn:ogc:def:crs:EPSG::4490' },
    });
    expect(json['coordinates']).toContain('EPSG:4490');
    expect((json['metadata'] as string[]).join('\n')).toContain('推断，非规划原文');
    // Counter-clockwise, as RFC 7946 wants it.
    expect(json.features[0]!.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [113.1234568, 38],
          [113.2, 38.2],
          [113, 38.1],
          [113.1234568, 38],
        ],
      ],
    });
  });

  it('speaks English, and keeps the Chinese mark', async () => {
    const file = await exportCounty({ format: 'geojson', language: 'en' });
    const json = JSON.parse(textOf(file)) as FeatureCollection & { readonly metadata: string[] };
    const first = json.features.find(({ id }) => id === 'zong-1')!;
    expect(first.properties).toMatchObject({
      name: '纵一 国道239线',
      name_en: 'North–South 1: National Road 239',
      stage: 'Existing',
      certain_zh: '推断',
      caution: '推断，非规划原文 (our reading, not the plan’s words)',
      method: 'made up of the lines listed',
    });
    expect(json.metadata.join('\n')).toMatch(/Coordinate system: CGCS2000 longitude and latitude/);
  });
});

describe('KML', () => {
  it('is in the colours of the themes, paler where it is unsure, and says its system', async () => {
    const text = textOf(await exportCounty({ format: 'kml' }));
    expect(text).toContain('<styleUrl>#theme-transport-unsure</styleUrl>');
    expect(text).toMatch(
      /<Style id="theme-transport"><IconStyle><color>ff[0-9a-f]{6}<\/color><\/IconStyle>/,
    );
    expect(text).toContain('坐标系：WGS 84');
    expect(text).toContain('不到一分米');
  });

  it('lets no name break it', async () => {
    const name = '<b>&"\'</b>\u0001 ]]>';
    const file = await exportCounty({
      format: 'kml',
      ...withFeatures([featureLike('risky', here, { name, note: '</Placemark><script>' })]),
    });
    const [layer] = readWithGdal(file);
    expect(layer!.features[0]!.properties['Name']).toBe('<b>&"\'</b> ]]>');
  });

  it('keeps parts of one kind together when it is read back', async () => {
    const parts = [
      [
        [113.1, 38],
        [113.2, 38.1],
      ],
      [
        [113.3, 38],
        [113.4, 38.1],
      ],
    ];
    const kinds = [
      featureLike('points', { type: 'MultiPoint', coordinates: parts[0]! }),
      featureLike('lines', { type: 'MultiLineString', coordinates: parts }),
    ];
    const { back } = await readBack(await exportCounty({ format: 'kml', ...withFeatures(kinds) }));
    expect(back.map(({ geometry }) => geometry)).toEqual(kinds.map(({ geometry }) => geometry));
  });
});

describe('GeoPackage', () => {
  it('is sound, says what it is, and knows its systems', { timeout: GIVEN_MS }, async () => {
    const { bytes } = await exportCounty({ format: 'geopackage', crs: 'EPSG:4547' });
    const { Database } = await loadSqlite();
    const database = new Database(bytes);
    const ask = (sql: string): unknown[][] => database.exec(sql)[0]?.values ?? [];
    expect(ask('PRAGMA application_id')).toEqual([[0x47504b47]]);
    expect(ask('PRAGMA user_version')).toEqual([[10_300]]);
    expect(ask('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(ask('PRAGMA foreign_key_check')).toEqual([]);
    expect(ask('SELECT srs_id, organization FROM gpkg_spatial_ref_sys ORDER BY srs_id')).toEqual([
      [-1, 'NONE'],
      [0, 'NONE'],
      [4326, 'EPSG'],
      [4490, 'EPSG'],
      [4547, 'EPSG'],
    ]);
    const tables = ask(
      'SELECT table_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns ORDER BY table_name',
    );
    expect(tables).toEqual([
      ['lines', 'LINESTRING', 4547, 0, 0],
      ['multilines', 'MULTILINESTRING', 4547, 0, 0],
      ['points', 'POINT', 4547, 0, 0],
      ['polygons', 'POLYGON', 4547, 0, 0],
      ['without_place', 'GEOMETRY', 4547, 0, 0],
    ]);
    for (const [table] of tables) {
      const [counted] = ask(`SELECT count(*), count(geom) FROM "${String(table)}"`);
      const [bounds] = ask(
        `SELECT min_x, max_x FROM gpkg_contents WHERE table_name = '${String(table)}'`,
      );
      expect(counted![1]).toBe(table === 'without_place' ? 0 : counted![0]);
      expect(bounds![0] === null).toBe(table === 'without_place');
      for (const [blob] of ask(`SELECT geom FROM "${String(table)}" WHERE geom IS NOT NULL`)) {
        const data = blob as Uint8Array;
        const view = new DataView(data.buffer, data.byteOffset);
        expect([...data.subarray(0, 4)]).toEqual([0x47, 0x50, 0, 3]);
        expect(view.getInt32(4, true)).toBe(4547);
        const envelope = [8, 16].map((at) => view.getFloat64(at, true));
        expect(envelope[0]!).toBeGreaterThanOrEqual(bounds![0] as number);
        expect(envelope[1]!).toBeLessThanOrEqual(bounds![1] as number);
      }
    }
    const [[metadata]] = ask('SELECT metadata FROM gpkg_metadata') as [[string]];
    expect(metadata).toContain('推断，非规划原文：');
    database.close();
  });
});

describe('shapefile', () => {
  it('cuts long texts between characters, and says how many', { timeout: GIVEN_MS }, async () => {
    const long = `${'盂'.repeat(84)}𠀀${'县'.repeat(20)}`;
    const file = await exportCounty({
      format: 'shapefile',
      ...withFeatures([
        featureLike('long', here, { name: long }),
        featureLike('longer', here, { name: `ab${long}`, note: '短' }),
        featureLike('whole', here, { name: '县'.repeat(84) }),
      ]),
    });
    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]).toMatchObject({ code: 'text-cut', severity: 'warning' });
    expect(file.problems[0]!.message).toMatch(/name 2/);
    const unpacked = unzipSync(file.bytes);
    expect(Object.keys(unpacked).toSorted()).toEqual([
      'README.txt',
      ...['cpg', 'dbf', 'prj', 'shp', 'shx'].map((end) => `yuxian-14th-plan_point.${end}`),
    ]);
    expect(new TextDecoder().decode(unpacked['README.txt'])).toMatch(/截短 \d+ 处（.*name 2/);
    const [layer] = readWithGdal(file);
    const names = layer!.features.map(({ properties }) => properties['name']);
    expect(names).toEqual(['盂'.repeat(84), `ab${'盂'.repeat(84)}`, '县'.repeat(84)]);
    const { back } = await readBack(file);
    expect(back.map(({ properties }) => properties['name'])).toEqual(names);
  });

  it('winds outer rings clockwise and holes the other way, however they came', async () => {
    const square = (from: number, to: number): Position[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const file = await exportCounty({
      format: 'shapefile',
      ...withFeatures([
        featureLike('holed', {
          type: 'Polygon',
          coordinates: [square(20, 30), square(24, 26)],
        }),
      ]),
    });
    const shp = unzipSync(file.bytes)['yuxian-14th-plan_polygon.shp']!;
    const view = new DataView(shp.buffer, shp.byteOffset);
    // Behind the header of the file (100), of the record (8) and of the polygon (44 and a number a part).
    const at = (index: number): readonly number[] =>
      [0, 8].map((offset) => view.getFloat64(100 + 8 + 44 + 8 + index * 16 + offset, true));
    expect([at(0), at(1), at(2)]).toEqual([
      [20, 20],
      [20, 30],
      [30, 30],
    ]);
    expect([at(5), at(6), at(7)]).toEqual([
      [24, 24],
      [26, 24],
      [26, 26],
    ]);
  });

  it('holds a file a kind, and what has no place as a table', async () => {
    const file = await exportCounty({ format: 'shapefile', crs: 'EPSG:4547' });
    const unpacked = unzipSync(file.bytes);
    const stem = 'yuxian-14th-plan-epsg4547';
    expect(Object.keys(unpacked).filter((name) => !/\.(shx|dbf|prj|cpg)$/.test(name))).toEqual([
      `${stem}_point.shp`,
      `${stem}_line.shp`,
      `${stem}_polygon.shp`,
      `${stem}_without_place.csv`,
      'README.txt',
    ]);
    const text = (name: string): string => new TextDecoder().decode(unpacked[name]);
    expect(text(`${stem}_line.prj`)).toBe(writeEsriWkt('EPSG:4547'));
    expect(text(`${stem}_line.cpg`)).toBe('UTF-8');
    expect(text('README.txt')).toContain('推断，非规划原文：50 个要素');
    expect(text('README.txt')).toContain('示意：3 个要素');
    expect(text('README.txt')).toContain('EPSG:4547');
    const bare = features.filter(({ geometry }) => geometry === null).length;
    expect(text(`${stem}_without_place.csv`).trim().split('\r\n')).toHaveLength(bare + 1);
  });
});

describe('systems', () => {
  const ask = (program: string, args: readonly string[], input = ''): string =>
    spawnSync(program, [...args], { encoding: 'utf8', input }).stdout.trim();

  it.each(['EPSG:4490', 'EPSG:4534', 'EPSG:4547', 'EPSG:4554'] as const)(
    '%s reads as PROJ writes it',
    (crs) => {
      findGdal();
      expect(writeEsriWkt(crs)).toBe(ask('gdalsrsinfo', ['-o', 'wkt_esri', '--single-line', crs]));
      expect(writeOgcWkt(crs).text).toBe(
        ask('gdalsrsinfo', ['-o', 'wkt1', '--single-line', crs]).replaceAll('\n', ''),
      );
    },
  );

  it('positions become metres as with PROJ, to a millimetre', async () => {
    findGdal();
    const { extent } = bundle.bundle;
    const corners = [
      [extent[0], extent[1]],
      [extent[2], extent[3]],
      [112.5, 38.4],
      [117, 20],
      [110, 50],
    ] as const;
    const project = await createProjector('EPSG:4547');
    const theirs = ask(
      'gdaltransform',
      ['-s_srs', 'EPSG:4490', '-t_srs', 'EPSG:4547', '-output_xy'],
      corners.map((corner) => corner.join(' ')).join('\n'),
    )
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    for (const [at, corner] of corners.entries()) {
      const [x, y] = project([...corner])!;
      expect(Math.hypot(x - theirs[at]![0]!, y - theirs[at]![1]!)).toBeLessThan(0.001);
    }
  });
});
