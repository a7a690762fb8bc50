import { describe, expect, it } from 'vitest';
import { readFeatures } from '../../../src/core/read-features.ts';

const createFeature = (geometry: unknown, id = 'a') => ({
  type: 'Feature',
  geometry,
  properties: { id },
});
const createPoint = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const read = (...features: unknown[]) =>
  readFeatures({ type: 'FeatureCollection', features }, 'x.geojson');

describe('readFeatures', () => {
  it.each([null, [], { not: 'geojson' }, 'text', 3])('calls %j not GeoJSON', (value) => {
    expect(readFeatures(value, 'x.geojson').problems[0]).toMatchObject({
      code: 'not-geojson',
      file: 'x.geojson',
    });
  });

  it('reports a collection without features', () => {
    expect(readFeatures({ type: 'FeatureCollection' }, 'x').problems[0]).toMatchObject({
      code: 'features-missing',
    });
  });

  it('keeps the good features beside a null one', () => {
    const { features, problems } = read(createFeature(createPoint(113, 38)), null);
    expect(features).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'feature-null', at: 'features[1]' }),
    ]);
  });

  it('keeps geometry null for the list', () => {
    expect(read(createFeature(null))).toMatchObject({
      features: [{ geometry: null }],
      problems: [],
    });
  });

  it('takes a missing geometry as null, with a warning', () => {
    const { features, problems } = read({ type: 'Feature', properties: { id: 'a' } });
    expect(features[0]?.geometry).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'geometry-missing', severity: 'warning' });
  });

  it('asks whether point meant Point', () => {
    const { problems } = read(createFeature({ type: 'point', coordinates: [113, 38] }));
    expect(problems[0]?.code).toBe('geometry-type');
    expect(problems[0]?.message).toContain('did you mean "Point"?');
  });

  it.each([
    ['null', createPoint(null, 38), 'coordinate-not-number', '.coordinates[0]', 'null'],
    ['a string', createPoint(113, '38'), 'coordinate-not-number', '.coordinates[1]', '"38"'],
    ['NaN', createPoint(Number.NaN, 38), 'coordinate-not-number', '.coordinates[0]', 'NaN'],
    [
      'infinity',
      createPoint(113, Infinity),
      'coordinate-not-number',
      '.coordinates[1]',
      'Infinity',
    ],
    ['latitude 95', createPoint(113, 95), 'latitude-out-of-range', '.coordinates', '95'],
    ['longitude 200', createPoint(200, 38), 'longitude-out-of-range', '.coordinates', '200'],
    [
      'swapped axes',
      createPoint(38.1, 113.4),
      'coordinates-swapped',
      '.coordinates',
      '38.1, 113.4',
    ],
    [
      'metres',
      createPoint(448414.7, 4217207.1),
      'coordinates-projected',
      '.coordinates',
      '448414.7',
    ],
    [
      'wrong nesting',
      { type: 'LineString', coordinates: [113, 38] },
      'coordinates-nesting',
      '.coordinates[0]',
      '113',
    ],
    [
      'too deep a point',
      createPoint([[113, 38]]),
      'coordinates-nesting',
      '.coordinates',
      'an array',
    ],
    [
      'no positions',
      { type: 'LineString', coordinates: [] },
      'geometry-empty',
      '.coordinates',
      'no position',
    ],
    [
      'one position',
      { type: 'LineString', coordinates: [[113, 38]] },
      'line-too-short',
      '.coordinates',
      'one position',
    ],
    [
      'a two-point ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [2, 2],
          ],
        ],
      },
      'ring-too-short',
      '.coordinates[0]',
      '2 positions',
    ],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [] },
      'geometry-type',
      '.type',
      'GeometryCollection',
    ],
  ])('drops a feature with %s and names the path', (_name, geometry, code, path, shown) => {
    const { features, problems } = read(
      createFeature(geometry, 'bad'),
      createFeature(createPoint(113, 38), 'good'),
    );
    expect(features.map(({ properties }) => properties.id)).toEqual(['good']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code,
      severity: 'error',
      at: `features[0].geometry${path}`,
    });
    expect(problems[0]?.message).toContain('feature "bad"');
    expect(problems[0]?.message).toContain(shown);
  });

  it('closes an open ring with a warning', () => {
    const ring = [
      [113, 38],
      [114, 38],
      [114, 39],
    ];
    const { features, problems } = read(createFeature({ type: 'Polygon', coordinates: [ring] }));
    expect(features[0]?.geometry).toMatchObject({ coordinates: [[...ring, [113, 38]]] });
    expect(problems).toEqual([expect.objectContaining({ code: 'ring-open', severity: 'warning' })]);
  });

  it('keeps properties with hostile names as data and pollutes nothing', () => {
    const text =
      '{"type":"Feature","geometry":null,"properties":{"id":"a","__proto__":{"isPolluted":true},"constructor":1}}';
    const { features } = read(JSON.parse(text));
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(['id', '__proto__', 'constructor']);
    expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined();
  });

  it('does not overflow on coordinates nested 10,000 deep', () => {
    const bomb: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
    const { problems } = read(createFeature({ type: 'MultiPolygon', coordinates: bomb }));
    expect(problems[0]).toMatchObject({ code: 'coordinates-nesting' });
  });
});
