import { describe, expect, it } from 'vitest';
import { listClauses, findQuote, toPlanRef } from '../../../../src/core/import-flow/find-quote.ts';
import { cameraFor } from '../../../../src/core/import-flow/camera-for.ts';
import { composePreview } from '../../../../src/core/import-flow/compose-preview.ts';
import { defaultAccuracyM } from '../../../../src/core/import-flow/default-accuracy.ts';
import { placeOfData } from '../../../../src/core/import-flow/place-of-data.ts';
import { readPasted } from '../../../../src/core/import-flow/read-pasted.ts';
import { readWkt } from '../../../../src/core/import-flow/read-wkt.ts';
import { measureGeometry } from '../../../../src/analysis/measure/measure-geometry.ts';
import { createBundle } from '../../../fixtures/create-bundle.ts';

const EXTENT = [112.9, 37.9, 113.8, 38.5] as const;

describe('placeOfData', () => {
  it('tells data within the plan', () => {
    expect(placeOfData([113.1, 38, 113.2, 38.1], EXTENT)).toEqual({ kind: 'inside' });
  });

  it('tells data that crosses the plan’s edge', () => {
    expect(placeOfData([113.7, 38, 114, 38.1], EXTENT)).toEqual({ kind: 'across' });
  });

  it('tells how far off and where data lies that the map still reaches', () => {
    const place = placeOfData([114, 38.1, 114.2, 38.3], EXTENT);
    expect(place).toMatchObject({ kind: 'outside', direction: 'E' });
    expect(place.kind === 'outside' && place.distanceKm).toBeCloseTo(65.6, 0);
  });

  it('tells data that the map does not reach', () => {
    expect(placeOfData([121.4, 31.1, 121.6, 31.3], EXTENT)).toMatchObject({
      kind: 'far',
      direction: 'SE',
    });
  });

  it('knows data that lies nowhere', () => {
    expect(placeOfData(null, EXTENT)).toEqual({ kind: 'nowhere' });
  });
});

describe('cameraFor', () => {
  const camera = { center: [113.4, 38.1], zoom: 9, bearing: 0, pitch: 0 } as const;

  it('comes nearer for what is small, and leaves room around it', () => {
    const to = cameraFor([113.3, 38.15, 113.5, 38.25], {
      camera,
      bounds: [113, 37.9, 113.8, 38.4],
    });
    expect(to?.center).toEqual([113.4, 38.2]);
    // 0.7 × 0.8° of the window for 0.2°: 2.8 times nearer.
    expect(to!.zoom).toBeCloseTo(9 + Math.log2(2.8), 2);
  });

  it('stops before the map’s closest zoom for a single point', () => {
    const bounds = [113, 37.9, 113.8, 38.4] as const;
    expect(cameraFor([113.4, 38.1, 113.4, 38.1], { camera, bounds })!.zoom).toBe(15);
  });

  it('gives none where there is no map', () => {
    expect(cameraFor([113, 38, 114, 39], { camera: null, bounds: null })).toBeNull();
  });
});

describe('readWkt', () => {
  it('reads every shape', () => {
    const shapes = [
      'POINT (113.41 38.08)',
      'LINESTRING(113 38, 113.5 38.2)',
      'POLYGON((113 38,113.1 38,113.1 38.1,113 38),(113.01 38.01,113.02 38.01,113.02 38.02,113.01 38.01))',
      'MULTIPOINT((113 38),(114 39))',
      'MULTIPOINT(113 38,114 39)',
      'MULTILINESTRING((113 38,114 38),(113 39,114 39))',
      'MULTIPOLYGON(((113 38,113.1 38,113.1 38.1,113 38)))',
      'POINT Z (113.41 38.08 900)',
    ];
    expect(readWkt(shapes.join('\n'))?.features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [113.41, 38.08] },
      {
        type: 'LineString',
        coordinates: [
          [113, 38],
          [113.5, 38.2],
        ],
      },
      expect.objectContaining({ type: 'Polygon' }),
      {
        type: 'MultiPoint',
        coordinates: [
          [113, 38],
          [114, 39],
        ],
      },
      {
        type: 'MultiPoint',
        coordinates: [
          [113, 38],
          [114, 39],
        ],
      },
      expect.objectContaining({ type: 'MultiLineString' }),
      expect.objectContaining({ type: 'MultiPolygon' }),
      { type: 'Point', coordinates: [113.41, 38.08] },
    ]);
  });

  it('takes the system from EWKT', () => {
    expect(readWkt('SRID=4547;POINT(447000 4217000)')?.epsg).toBe(4547);
  });

  it.each(['POINT(113)', 'POINT(a b)', 'LINESTRING 113 38', 'POINT(1 2) and more', ''])(
    'does not take %j for one',
    (text) => {
      expect(readWkt(text)).toBeNull();
    },
  );
});

describe('readPasted', () => {
  it('tells GeoJSON, WKT and tables apart', () => {
    expect(readPasted(' {"type":"Point","coordinates":[113,38]}')?.kind).toBe('geojson');
    expect(readPasted('POINT(113 38)')).toMatchObject({ kind: 'wkt', extension: 'geojson' });
    expect(readPasted('名称\t东\t北\n甲\t447000.5\t4217000')).toMatchObject({
      kind: 'table',
      extension: 'tsv',
    });
    expect(readPasted('113.412, 38.086')).toMatchObject({ kind: 'table', extension: 'csv' });
    expect(readPasted('113°24′43″E，38°05′10″N')?.kind).toBe('table');
  });

  it('writes the system of EWKT into the GeoJSON', () => {
    expect(readPasted('SRID=4547;POINT(447000 4217000)')?.text).toContain('EPSG::4547');
  });

  it('refuses prose', () => {
    expect(readPasted('打造现代物流集散地。')).toBeNull();
  });
});

describe('a quote', () => {
  const bundle = createBundle();

  it('is found with its document when it stands in the paragraph', () => {
    expect(findQuote(bundle, 'city', ' 四纵四横 ')).toEqual({
      doc: 'outline',
      para: 'city',
      quote: '四纵四横',
    });
  });

  it('is none when a word differs', () => {
    expect(findQuote(bundle, 'city', '四纵三横')).toBeNull();
    expect(findQuote(bundle, 'nowhere', '四纵四横')).toBeNull();
  });

  it('can be picked from the runs between the stops, all of which occur', () => {
    const paragraph = bundle.plan.docs[0]!.paragraphs[1]!;
    const runs = listClauses(paragraph);
    expect(runs).toContain('完善县城物流网络');
    for (const run of runs) expect(paragraph.text).toContain(run);
  });

  it('names the feature only when its name stands in it', () => {
    const quote = { doc: 'outline', para: 'city', quote: '四纵四横' };
    expect(toPlanRef(quote, '四纵四横').basis).toBe('named');
    expect(toPlanRef(quote, '天黎高速').basis).toBe('reading');
  });
});

describe('composePreview', () => {
  const layer = {
    features: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [113, 38] },
          properties: { index: 0 },
        },
      ],
    },
    bounds: [113, 38, 113, 38],
    isThinned: false,
  } as const;
  const row = { index: 0, geometry: layer.features.features[0].geometry, properties: {} } as const;
  const tones = (preview: ReturnType<typeof composePreview>): unknown[] =>
    (preview?.features.features ?? []).map(({ properties }) => properties?.['tone']);

  it('draws the layer, a row picked out, or a row with what it replaces', () => {
    const parts = { layer: structuredClone(layer) as never, row: null, old: null };
    expect(tones(composePreview(parts))).toEqual(['new']);
    const picked = { ...parts, row: structuredClone(row) as never };
    expect(tones(composePreview(picked))).toEqual(['pick']);
    const old = { type: 'Point' as const, coordinates: [113.1, 38] };
    expect(tones(composePreview({ ...picked, old }))).toEqual(['old', 'new']);
  });

  it('is nothing where nothing has a geometry', () => {
    expect(composePreview({ layer: null, row: null, old: null })).toBeNull();
  });
});

describe('sizes and accuracies', () => {
  it('takes holes out of areas, and sums the parts of lines', () => {
    const square = (size: number): number[][] => [
      [113, 38],
      [113 + size, 38],
      [113 + size, 38 + size],
      [113, 38 + size],
      [113, 38],
    ];
    const whole = measureGeometry({ type: 'Polygon', coordinates: [square(0.1)] }).areaM2!;
    const holed = measureGeometry({
      type: 'Polygon',
      coordinates: [square(0.1), square(0.05)],
    }).areaM2!;
    expect(holed / whole).toBeCloseTo(0.75, 2);
    const line = [
      [113, 38],
      [113, 38.1],
    ];
    const one = measureGeometry({ type: 'LineString', coordinates: line }).lengthM!;
    expect(one).toBeCloseTo(11_100, -2);
    const two = measureGeometry({ type: 'MultiLineString', coordinates: [line, line] }).lengthM;
    expect(two).toBeCloseTo(2 * one, 6);
  });

  it('adds the error of the conversion to the data’s own', () => {
    expect(defaultAccuracyM('surveyed', 0)).toBe(1);
    expect(defaultAccuracyM('digitised', 120)).toBe(140);
  });
});
