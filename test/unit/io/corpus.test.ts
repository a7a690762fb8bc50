import type { FeatureCollection, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LayerSummary, TakenFeature } from '../../../src/contracts/import.ts';
import { eachPosition } from '../../../src/io/crs/transform-geometry.ts';
import {
  CORPUS,
  LINES,
  makeCorpusFiles,
  POINTS,
  type CorpusOptions,
} from '../../tools/make-corpus.ts';
import { openFiles, toFile, zip } from './open-files.ts';

const SYSTEMS = [4490, 4547, 4526, 2383, 3857] as const;
const GIVEN_MS = 60_000;

function positionsOf(geometry: Geometry): Position[] {
  const found: Position[] = [];
  eachPosition(geometry, (position) => found.push(position));
  return found;
}

/** Every feature of the layer lies where it was, in whatever order its ring begins. */
function expectInPlace(
  taken: readonly TakenFeature[],
  data: FeatureCollection,
  nameField = 'MC',
): void {
  const byName = new Map(taken.map((one) => [one.properties[nameField], one]));
  for (const { geometry, properties } of data.features) {
    const one = byName.get(properties!['MC']);
    expect(one, properties!['MC'] as string).toBeDefined();
    const found = positionsOf(one!.geometry!);
    for (const [lng = 0, lat = 0] of positionsOf(geometry!)) {
      const nearest = Math.min(
        ...found.map(([x = 0, y = 0]) =>
          Math.hypot((x - lng) * 111_320 * Math.cos((lat * Math.PI) / 180), (y - lat) * 111_000),
        ),
      );
      expect(nearest, `${properties!['MC']} at ${lng}, ${lat}`).toBeLessThan(0.05);
    }
  }
}

async function takeAll(
  files: Parameters<typeof openFiles>[0],
  epsg: number,
): Promise<{ readonly layers: readonly LayerSummary[]; readonly taken: readonly TakenFeature[] }> {
  const { session, summary } = await openFiles(files);
  const taken: TakenFeature[] = [];
  for (const layer of summary.layers) {
    const candidates = layer.guess.candidates;
    const [first] = candidates;
    // Xi'an 1980 has its own degrees: the guess may be CGCS2000 where the file does not say.
    const choice = candidates.find(({ crs }) => crs === `EPSG:${epsg}`) ?? first!;
    expect(first!.isNear, JSON.stringify(first)).toBe(true);
    taken.push(...(await session.take(layer.id, choice, { from: 0, count: layer.count })));
    const preview = await session.preview(layer.id, choice);
    expect(preview.features.features.length).toBeGreaterThan(0);
  }
  session.dispose();
  return { layers: summary.layers, taken };
}

const make = (options: CorpusOptions) => makeCorpusFiles(options);

describe.each(SYSTEMS)('in EPSG:%i', (epsg) => {
  it.each([
    ['GBK', ['-lco', 'ENCODING=GBK']],
    ['UTF-8', ['-lco', 'ENCODING=UTF-8']],
  ] as const)('a zipped shapefile in %s', { timeout: GIVEN_MS }, async (charset, options) => {
    const parts = make({ driver: 'ESRI Shapefile', file: '规划.shp', epsg, options });
    const { taken, layers } = await takeAll([toFile('规划.zip', zip(parts))], epsg);
    expectInPlace(taken, CORPUS);
    expect(layers[0]!.guess.sureness).toBe('stated');
    expect(taken[0]!.properties['BZ']).toBe('“四纵四横”示意');
    // Without .cpg and .prj the bytes and the numbers must do.
    const bare = parts.filter(({ name }) => !/\.(cpg|prj)$/.test(name));
    const again = await takeAll(
      bare.map(({ name, bytes }) => toFile(name, bytes)),
      epsg,
    );
    expectInPlace(again.taken, CORPUS);
    expect(charset).toBeTruthy();
  });

  it('a GeoPackage', { timeout: GIVEN_MS }, async () => {
    const [file] = make({ driver: 'GPKG', file: '规划.gpkg', epsg });
    const { taken, layers } = await takeAll([toFile('规划.gpkg', file!.bytes)], epsg);
    expectInPlace(taken, CORPUS);
    expect(layers[0]!.crs).toMatchObject({ basis: 'srs-table', epsg });
  });

  it('a FlatGeobuf', { timeout: GIVEN_MS }, async () => {
    const [file] = make({ driver: 'FlatGeobuf', file: 'plan.fgb', epsg });
    const { taken, layers } = await takeAll([toFile('plan.fgb', file!.bytes)], epsg);
    expectInPlace(taken, CORPUS);
    expect(layers[0]!.crs).toMatchObject({ basis: 'header', epsg });
  });

  it('a DXF', { timeout: GIVEN_MS }, async () => {
    const [file] = make({ driver: 'DXF', file: 'plan.dxf', epsg, data: LINES });
    const { session, summary } = await openFiles([toFile('plan.dxf', file!.bytes)]);
    const [layer] = summary.layers;
    const choice = layer!.guess.candidates.find(({ crs }) => crs === `EPSG:${epsg}`)!;
    expect(choice.isNear).toBe(true);
    const [line] = await session.take(layer!.id, choice, { from: 0, count: 1 });
    session.dispose();
    expectInPlace([{ ...line!, properties: { MC: '阳五高速' } }], LINES);
  });

  it('GeoJSON with the member crs', { timeout: GIVEN_MS }, async () => {
    const [file] = make({
      driver: 'GeoJSON',
      file: 'plan.geojson',
      epsg,
      options: ['-lco', 'COORDINATE_PRECISION=9'],
    });
    const { taken } = await takeAll([toFile('plan.geojson', file!.bytes)], epsg);
    expectInPlace(taken, CORPUS);
  });

  it('a CSV with columns X and Y', { timeout: GIVEN_MS }, async () => {
    const [file] = make({
      driver: 'CSV',
      file: 'points.csv',
      epsg,
      data: POINTS,
      options: ['-lco', 'GEOMETRY=AS_XY'],
    });
    const { taken, layers } = await takeAll([toFile('points.csv', file!.bytes)], epsg);
    expectInPlace(taken, POINTS);
    expect(layers[0]!.table!.columns).toEqual({ kind: 'xy', x: 0, y: 1 });
  });

  it('an XLSX', { timeout: GIVEN_MS }, async () => {
    const [file] = make({
      driver: 'XLSX',
      file: 'points.xlsx',
      epsg,
      data: {
        ...POINTS,
        features: POINTS.features.map((one) => ({
          ...one,
          properties: { ...one.properties, X: 0, Y: 0 },
        })),
      },
      options: [
        '-dialect',
        'SQLite',
        '-sql',
        `SELECT MC, BZ, ST_X(ST_Transform(SetSRID(geometry, ${epsg === 3857 ? 4326 : 4490}), ${epsg})) AS 横坐标, ST_Y(ST_Transform(SetSRID(geometry, ${epsg === 3857 ? 4326 : 4490}), ${epsg})) AS 纵坐标, geometry FROM source`,
      ],
    });
    const { session, summary } = await openFiles([toFile('points.xlsx', file!.bytes)]);
    const [layer] = summary.layers;
    expect(layer!.table!.columns).toMatchObject({ kind: 'xy' });
    expect(layer!.fields.map(({ name }) => name)).toContain('横坐标');
    session.dispose();
  });
});

it('KML and KMZ lie where they were, with their names', { timeout: GIVEN_MS }, async () => {
  const [file] = make({
    driver: 'KML',
    file: 'plan.kml',
    epsg: 4326,
    options: ['-dsco', 'NameField=MC'],
  });
  const { taken } = await takeAll([toFile('plan.kml', file!.bytes)], 4326);
  expectInPlace(taken, CORPUS, 'name');
  const kmz = zip([{ name: 'doc.kml', bytes: file!.bytes }]);
  expectInPlace((await takeAll([toFile('plan.kmz', kmz)], 4326)).taken, CORPUS, 'name');
});

it('GPX lies where it was', { timeout: GIVEN_MS }, async () => {
  const [file] = make({
    driver: 'GPX',
    file: 'field.gpx',
    epsg: 4326,
    data: POINTS,
    options: ['-sql', 'SELECT MC AS name FROM source'],
  });
  const { taken } = await takeAll([toFile('field.gpx', file!.bytes)], 4326);
  expectInPlace(taken, POINTS, 'name');
});
