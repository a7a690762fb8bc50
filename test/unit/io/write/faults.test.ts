import { describe, expect, it } from 'vitest';
import { PlanError } from '../../../../src/contracts/errors.ts';
import { EXPORT_FORMATS } from '../../../../src/contracts/export.ts';
import { listExportSystems } from '../../../../src/io/write/formats.ts';
import { bundle, exportCounty, featureLike, withFeatures } from './county.ts';

const GIVEN_MS = 30_000;

const problemOf = async (file: Promise<unknown>) => {
  const error = await file.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PlanError);
  return (error as PlanError).problems[0]!;
};

describe('what cannot be written is said', () => {
  it.each(EXPORT_FORMATS)('an empty selection as %s', async (format) => {
    const problem = await problemOf(exportCounty({ format, featureIds: [] }));
    expect(problem).toMatchObject({
      code: 'no-features-chosen',
      severity: 'error',
      remedy: 'Choose at least one feature.',
    });
    expect(problem.file).toMatch(/^yuxian-14th-plan\./);
  });

  it('a feature that the plan does not have', async () => {
    const problem = await problemOf(
      exportCounty({ format: 'csv', featureIds: ['airport', 'no-such', 'nor-this'] }),
    );
    expect(problem).toMatchObject({ code: 'unknown-feature', at: 'no-such' });
    expect(problem.message).toBe('the plan has no feature "no-such" and 1 more');
  });

  it('a format or a system that is not offered', async () => {
    const format = await problemOf(exportCounty({ format: 'dwg' as never }));
    expect(format).toMatchObject({ code: 'export-format-unknown', at: 'dwg' });
    for (const [wanted, crs] of [
      ['kml', 'EPSG:4547'],
      ['geojson', 'EPSG:4547'],
      ['shapefile', 'EPSG:3857'],
      ['geopackage', 'EPSG:4326'],
      ['csv', 'GCJ-02'],
    ] as const) {
      const problem = await problemOf(exportCounty({ format: wanted, crs }));
      expect(problem).toMatchObject({ code: 'crs-not-offered', at: crs });
      expect(problem.remedy).toContain('EPSG:4490');
    }
  });

  it('a geometry that tables cannot hold, and a place beyond the system', async () => {
    const mixed = featureLike('mixed', { type: 'GeometryCollection', geometries: [] });
    expect(
      await problemOf(exportCounty({ format: 'geopackage', ...withFeatures([mixed]) })),
    ).toMatchObject({ code: 'geometry-unsupported', at: 'mixed' });
    const nowhere = featureLike('nowhere', { type: 'Point', coordinates: [113, Number.NaN] });
    expect(
      await problemOf(exportCounty({ format: 'shapefile', ...withFeatures([nowhere]) })),
    ).toMatchObject({ code: 'position-outside-system', at: 'nowhere' });
  });
});

describe('what is offered', () => {
  it('degrees for all, and the plan’s own zone where a format can say so', () => {
    const { extent } = bundle.bundle;
    expect(
      Object.fromEntries(EXPORT_FORMATS.map((one) => [one, listExportSystems(one, extent)])),
    ).toEqual({
      geojson: ['EPSG:4490'],
      kml: ['EPSG:4490'],
      csv: ['EPSG:4490', 'EPSG:4547'],
      geopackage: ['EPSG:4490', 'EPSG:4547'],
      shapefile: ['EPSG:4490', 'EPSG:4547'],
    });
    expect(listExportSystems('csv', [87, 43, 88, 44])).toEqual(['EPSG:4490', 'EPSG:4538']);
    expect(listExportSystems('csv', [0, 50, 1, 51])).toEqual(['EPSG:4490']);
  });

  it.each(EXPORT_FORMATS)(
    'the same %s twice, byte for byte, whatever the order of ids',
    { timeout: GIVEN_MS },
    async (format) => {
      const once = await exportCounty({ format, featureIds: ['airport', 'zong-1', 'airport'] });
      const again = await exportCounty({ format, featureIds: ['zong-1', 'airport'] });
      expect(once.count).toBe(2);
      expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
    },
  );
});
