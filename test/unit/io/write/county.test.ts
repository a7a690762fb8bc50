import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../src/contracts/export.ts';
import type { CrsId } from '../../../../src/contracts/import.ts';
import { exportCounty, expectCounty, features, readBack, readWithGdal } from './county.ts';

const GIVEN_MS = 60_000;
const METRIC: readonly ExportFormat[] = ['csv', 'geopackage', 'shapefile'];
const CASES: readonly (readonly [ExportFormat, CrsId])[] = EXPORT_FORMATS.flatMap((format) =>
  METRIC.includes(format)
    ? ([
        [format, 'EPSG:4490'],
        [format, 'EPSG:4547'],
      ] as const)
    : ([[format, 'EPSG:4490']] as const),
);
const withPlace = features.filter(({ geometry }) => geometry !== null);

describe.each(CASES)('the county as %s in %s', (format, crs) => {
  it('is read back by our own readers as it was', { timeout: GIVEN_MS }, async () => {
    const file = await exportCounty({ format, crs });
    expect(file.count).toBe(features.length);
    const { back, layers, summary } = await readBack(file);
    expectCounty(back);
    expect(summary.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { guess, extent } of layers) {
      if (extent === null) continue;
      expect(guess.candidates[0]).toMatchObject({ crs: format === 'kml' ? 'EPSG:4326' : crs });
      expect(guess.candidates[0]!.isNear).toBe(true);
      expect(guess.sureness).toBe(format === 'csv' ? guess.sureness : 'stated');
    }
  });

  it('is read by GDAL, in its system', { timeout: GIVEN_MS }, async () => {
    const file = await exportCounty({ format, crs });
    const layers = readWithGdal(file, crs);
    const back = layers.flatMap((layer) => layer.features);
    const isShapefile = format === 'shapefile';
    expectCounty(back, isShapefile ? withPlace : features);
    if (format === 'csv') {
      expect(new Set(back.map(({ properties }) => properties['crs']))).toEqual(new Set([crs]));
    }
    for (const { info } of format === 'csv' ? [] : layers) {
      const code = format === 'kml' ? 4326 : crs.slice(5);
      expect(info).toContain(`ID["EPSG",${code}]]`);
    }
    const quoted = back.find(({ properties }) => properties['id'] === 'zong-1')!;
    expect(String(quoted.properties['quotes'])).toContain('“四纵四横”');
    expect(String(quoted.properties['clauses'])).toContain('positioning-livable-city');
    expect(quoted.properties['certain_zh']).toBe('推断');
  });
});
