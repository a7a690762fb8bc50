import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { createConverter } from '../../../../src/io/crs/convert.ts';
import { thinPreview } from '../../../../src/io/crs/thin-preview.ts';
import { transformGeometry } from '../../../../src/io/crs/transform-geometry.ts';

const degrees = createConverter({ crs: 'EPSG:4490', isSwapped: false }, null);
const wave = (count: number): Geometry => ({
  type: 'LineString',
  coordinates: Array.from({ length: count }, (_, at) => [
    113 + at / count,
    38 + Math.sin(at / 50) / 10,
  ]),
});

it('a small layer is shown as it is, with its numbers', () => {
  const preview = thinPreview([null, wave(10)], degrees);
  expect(preview.isThinned).toBe(false);
  expect(preview.features.features.map(({ properties }) => properties.index)).toEqual([1]);
  expect(preview.bounds![0]).toBe(113);
});

it('a line of a million vertices comes to fewer than the limit, ends kept', () => {
  const preview = thinPreview([wave(1_000_000)], degrees);
  const [line] = preview.features.features;
  const { coordinates } = line!.geometry as { coordinates: number[][] };
  expect(coordinates.length).toBeLessThan(50_000);
  expect(coordinates[0]![0]).toBe(113);
  expect(coordinates.at(-1)![0]).toBeCloseTo(114, 5);
  expect(preview.isThinned).toBe(true);
});

it('rings stay closed', () => {
  const ring = Array.from({ length: 100_001 }, (_, at) => {
    const angle = ((at % 100_000) / 100_000) * 2 * Math.PI;
    return [113 + Math.cos(angle) / 10, 38 + Math.sin(angle) / 10];
  });
  const preview = thinPreview([{ type: 'Polygon', coordinates: [ring] }], degrees);
  const [drawn] = (preview.features.features[0]!.geometry as { coordinates: number[][][] })
    .coordinates;
  expect(drawn!.length).toBeGreaterThan(100);
  expect(drawn![0]).toEqual(drawn!.at(-1));
});

it('a geometry with a position nowhere on earth is given up whole', () => {
  const broken: Geometry = {
    type: 'LineString',
    coordinates: [
      [113, 38],
      [448_414, 4_217_207],
    ],
  };
  expect(transformGeometry(broken, degrees)).toEqual({ geometry: null, lost: 1 });
  expect(thinPreview([broken], degrees).features.features).toEqual([]);
});

it('heights are dropped and collections are followed', () => {
  const { geometry } = transformGeometry(
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [113, 38, 900] }] },
    degrees,
  );
  expect(geometry).toEqual({
    type: 'GeometryCollection',
    geometries: [{ type: 'Point', coordinates: [113, 38] }],
  });
});
