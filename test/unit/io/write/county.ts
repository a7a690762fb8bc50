/** The county's features handed out, and read back by our own readers and by GDAL. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Feature, Geometry, Position } from 'geojson';
import { expect } from 'vitest';
import { cartography } from '../../../../layers/index.ts';
import type { PlanBundle, PlanFeature } from '../../../../src/contracts/bundle.ts';
import type { ExportedFile, ExportRequest } from '../../../../src/contracts/export.ts';
import type { CrsId, LayerSummary, ReadSummary } from '../../../../src/contracts/import.ts';
import { eachPosition } from '../../../../src/io/crs/transform-geometry.ts';
import { exportFeatures } from '../../../../src/io/write/writers.ts';
import { findGdal } from '../../../tools/find-gdal.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';
import { openFiles, toFile } from '../open-files.ts';

export const { bundle } = await readShippedBundle();
export const features = bundle.features.features;
export const ids = features.map(({ properties }) => properties.id);

export const exportCounty = (
  request: Partial<ExportRequest> & Pick<ExportRequest, 'format'>,
): Promise<ExportedFile> =>
  exportFeatures({
    bundle,
    featureIds: ids,
    crs: 'EPSG:4490',
    language: 'zh-Hans',
    cartography,
    ...request,
  });

export const textOf = ({ bytes }: ExportedFile): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export type Values = Readonly<Record<string, unknown>>;
export interface Back {
  readonly geometry: Geometry | null;
  readonly properties: Values;
}

/** What our own readers find in a file, in degrees, by the first system that they guess. */
export async function readBack({ fileName, bytes }: ExportedFile): Promise<{
  readonly back: readonly Back[];
  readonly layers: readonly LayerSummary[];
  readonly summary: ReadSummary;
}> {
  const { session, summary } = await openFiles([toFile(fileName, bytes)]);
  const back: Back[] = [];
  for (const layer of summary.layers) {
    const [choice] = layer.guess.candidates;
    back.push(...(await session.take(layer.id, choice!, { from: 0, count: layer.count })));
  }
  session.dispose();
  return { back, layers: summary.layers, summary };
}

export interface GdalLayer {
  readonly name: string;
  /** What `ogrinfo -so` says of it: kind, extent, system, fields. */
  readonly info: string;
  readonly features: readonly Feature<Geometry | null, Values>[];
}

/** GDAL's GeoJSON driver writes a column `id` as the id of the feature. */
const withId = (feature: Feature<Geometry | null, Values>): Feature<Geometry | null, Values> => ({
  ...feature,
  properties: { ...(feature.id === undefined ? {} : { id: feature.id }), ...feature.properties },
});

/**
 * What GDAL finds in a file, in degrees.
 * @param csvCrs in which a CSV lies: GDAL does not read its column
 * @throws Error with what it warns of
 */
export function readWithGdal(
  { fileName, bytes }: ExportedFile,
  csvCrs: CrsId = 'EPSG:4490',
): readonly GdalLayer[] {
  findGdal();
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-export-'));
  const run = (program: string, args: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(program, [...args], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    if (stderr !== '') throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  try {
    const inside = path.join(folder, 'data');
    mkdirSync(inside);
    const sources = fileName.endsWith('.zip')
      ? Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
          writeFileSync(path.join(inside, name), content);
          return name.endsWith('.shp') ? [name] : [];
        })
      : [fileName];
    if (!fileName.endsWith('.zip')) writeFileSync(path.join(inside, fileName), bytes);
    return sources.flatMap((source) => {
      const file = path.join(inside, source);
      const names = run('ogrinfo', ['-q', '-ro', file])
        .split('\n')
        .flatMap((line) => /^\d+: (.+?)(?: \([^()]*\))?$/.exec(line)?.[1] ?? []);
      return names.map((name) => ({
        name,
        info: run('ogrinfo', ['-ro', '-so', file, name]),
        features: (
          JSON.parse(
            run('ogr2ogr', [
              '-f',
              'GeoJSON',
              '-lco',
              'COORDINATE_PRECISION=10',
              ...(file.endsWith('.csv') ? ['-s_srs', csvCrs] : []),
              '-t_srs',
              'EPSG:4490',
              '/vsistdout/',
              file,
              name,
            ]),
          ) as { readonly features: readonly Feature<Geometry | null, Values>[] }
        ).features.map(withId),
      }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const M_PER_DEGREE = 111_320;

export function positionsOf(geometry: Geometry | null): readonly Position[] {
  const found: Position[] = [];
  if (geometry) eachPosition(geometry, (position) => found.push(position));
  return found;
}

/** Farthest that a position of one geometry lies from the nearest of the other, in metres, whatever their order. */
export function distanceM(one: Geometry | null, other: Geometry | null): number {
  const [a, b] = [positionsOf(one), positionsOf(other)];
  if (a.length !== b.length) return Infinity;
  const far = (from: readonly Position[], to: readonly Position[]): number =>
    Math.max(
      0,
      ...from.map(([x = 0, y = 0]) =>
        Math.min(
          ...to.map(([u = 0, v = 0]) => Math.hypot((x - u) * Math.cos((y * Math.PI) / 180), y - v)),
        ),
      ),
    );
  return M_PER_DEGREE * Math.max(far(a, b), far(b, a));
}

/** All features of the county are there, once each, in place and with their words. */
export function expectCounty(
  back: readonly Back[],
  expected: readonly PlanFeature[] = features,
): void {
  // Formats that know no empty text give one for what is absent.
  const said = ({ properties }: Back, column: string): unknown => {
    const value = properties[column] ?? (column === 'name' ? properties['Name'] : null) ?? null;
    return value === '' ? null : value;
  };
  const byId = new Map(back.map((one) => [said(one, 'id'), one]));
  expect(back.length).toBe(expected.length);
  expect([...byId.keys()].toSorted()).toEqual(
    expected.map(({ properties }) => properties.id).toSorted(),
  );
  for (const { geometry, properties } of expected) {
    const one = byId.get(properties.id)!;
    expect(said(one, 'name'), properties.id).toBe(properties.name);
    expect(said(one, 'certainty'), properties.id).toBe(properties.accuracy.class);
    expect(one.geometry === null, properties.id).toBe(geometry === null);
    expect(distanceM(one.geometry, geometry), properties.id).toBeLessThan(0.01);
    expect(said(one, 'caution'), properties.id).toBe(
      properties.accuracy.class === 'inferred'
        ? '推断，非规划原文'
        : properties.accuracy.class === 'schematic'
          ? '示意'
          : null,
    );
    const error = said(one, 'accuracy_m');
    expect(error === null ? null : Number(error), properties.id).toBe(
      properties.accuracy.horizontalM ?? null,
    );
  }
}

/** A bundle of the county's frame with other features. */
export const withFeatures = (
  others: readonly PlanFeature[],
): { readonly bundle: PlanBundle; readonly featureIds: readonly string[] } => ({
  bundle: { ...bundle, features: { type: 'FeatureCollection', features: [...others] } },
  featureIds: others.map(({ properties }) => properties.id),
});

/** A feature of the county with other words or another place. */
export const featureLike = (
  id: string,
  geometry: Geometry | null,
  properties: Partial<PlanFeature['properties']> = {},
): PlanFeature => ({
  type: 'Feature',
  geometry,
  properties: { ...features[0]!.properties, ...properties, id },
});
