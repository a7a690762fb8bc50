/** Heights from rasters that GDAL wrote, against what GDAL itself reads at the same places. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Pbf from 'pbf';
import { beforeAll, describe, expect, it } from 'vitest';
import { VectorTile } from '@mapbox/vector-tile';
import { tileBoundsM } from '../../../../src/core/base-map/tile-address.ts';
import { readHeightField, type HeightTask } from '../../../../src/io/terrain/height-field.ts';
import { paintTerrarium, TerrainDesk } from '../../../../src/io/terrain/terrain-desk.ts';
import { findGdal } from '../../../tools/find-gdal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-dem-'));
const quiet: HeightTask = { report: () => {}, isCancelled: () => false };
const TILE = [12, 3338, 1576] as const;

/** A hill as an ASCII grid, 40 km across, in EPSG:4547. */
function writeGrid(
  name: string,
  cellM: number,
  empty: (row: number) => boolean = () => false,
): string {
  const size = Math.round(60_000 / cellM);
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) => {
      const away = Math.hypot((row / size - 0.5) * 3, (column / size - 0.5) * 3);
      return empty(row) ? -9999 : Math.round(800 + 1000 * Math.exp(-away * away));
    }).join(' '),
  );
  const file = path.join(folder, `${name}.asc`);
  writeFileSync(
    file,
    `ncols ${size}\nnrows ${size}\nxllcorner 420000\nyllcorner 4190000\ncellsize ${cellM}\nNODATA_value -9999\n${rows.join('\n')}\n`,
  );
  return file;
}

function toTiff(source: string, name: string, ...options: string[]): Blob {
  const file = path.join(folder, `${name}.tif`);
  execFileSync('gdal_translate', ['-q', '-a_srs', 'EPSG:4547', ...options, source, file]);
  return new Blob([readFileSync(file)]);
}

/** The same tile as GDAL warps it. */
function warpTile(file: string, z: number, x: number, y: number): Float32Array {
  const warped = path.join(folder, 'tile.tif');
  const grid = path.join(folder, 'tile.asc');
  const [west, south, east, north] = tileBoundsM(z, x, y);
  execFileSync('gdalwarp', [
    ...['-q', '-overwrite', '-r', 'bilinear', '-t_srs', 'EPSG:3857', '-ot', 'Float32'],
    ...['-te', west, south, east, north].map(String),
    ...['-ts', '256', '256', file, warped],
  ]);
  execFileSync('gdal_translate', ['-q', '-of', 'AAIGrid', warped, grid]);
  const words = readFileSync(grid, 'utf8').trim().split(/\s+/);
  return new Float32Array(words.slice(-256 * 256).map(Number));
}

beforeAll(() => {
  findGdal();
});

describe('a GeoTIFF of heights', () => {
  it.each([
    ['DEFLATE', ['-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=2']],
    ['LZW in tiles', ['-co', 'COMPRESS=LZW', '-co', 'TILED=YES']],
    ['no compression', ['-ot', 'Float32']],
  ])('with %s gives the heights that GDAL gives, within 2 m', async (name, options) => {
    const grid = writeGrid('hill', 200);
    const blob = toTiff(grid, name.replaceAll(' ', '-'), ...options);
    const field = await readHeightField(blob, 'hill.tif', quiet);
    const [z, x, y] = TILE;
    const heights = field.sample(z, x, y, 256)!;
    const expected = warpTile(path.join(folder, `${name.replaceAll(' ', '-')}.tif`), z, x, y);
    expect(expected.every((metres) => metres >= 799)).toBe(true);
    const worst = heights.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - expected[at]!)),
      0,
    );
    expect(worst).toBeLessThan(2);
  });

  it('in degrees lies where the projected one does', async () => {
    const grid = writeGrid('both', 200);
    toTiff(grid, 'flat');
    const degrees = path.join(folder, 'degrees.tif');
    execFileSync('gdalwarp', [
      ...['-q', '-overwrite', '-r', 'bilinear', '-t_srs', 'EPSG:4490'],
      path.join(folder, 'flat.tif'),
      degrees,
    ]);
    const [z, x, y] = TILE;
    const a = (
      await readHeightField(new Blob([readFileSync(path.join(folder, 'flat.tif'))]), 'a', quiet)
    ).sample(z, x, y, 256)!;
    const b = (await readHeightField(new Blob([readFileSync(degrees)]), 'b', quiet)).sample(
      z,
      x,
      y,
      256,
    )!;
    const worst = a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);
    expect(worst).toBeLessThan(6);
  });

  it('tells its progress, can be called off, and leaves what is empty empty', async () => {
    const blob = toTiff(
      writeGrid('holes', 60, (row) => row < 500),
      'holes',
    );
    const shares: number[] = [];
    const field = await readHeightField(blob, 'holes.tif', {
      ...quiet,
      report: (share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect(field.lowestM).toBeGreaterThanOrEqual(800);
    await expect(
      readHeightField(blob, 'holes.tif', { ...quiet, isCancelled: () => true }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(field.sample(12, 10, 10, 256)).toBeNull();
  });

  it.each([
    ['dem-unreadable', () => new Blob(['not a tiff'])],
    ['dem-bands', () => toTiff(writeGrid('rgb', 2000), 'rgb', '-b', '1', '-b', '1', '-b', '1')],
    ['dem-crs', () => toTiff(writeGrid('far', 2000), 'far', '-a_srs', 'EPSG:2154')],
  ])('that is wrong is told as %s', async (code, make) => {
    await expect(readHeightField(make(), 'wrong.tif', quiet)).rejects.toMatchObject({ code });
  });
});

describe('contour lines', () => {
  it('stand at whole intervals, the thick ones at every fifth', async () => {
    const desk = new TerrainDesk();
    const blob = toTiff(writeGrid('lines', 100), 'lines');
    const { maxZoom, bounds } = await desk.open({ kind: 'file', blob, name: 'lines.tif' }, quiet);
    expect(maxZoom).toBeGreaterThan(9);
    expect(bounds![0]).toBeGreaterThan(113);
    const [z, x, y] = [11, TILE[1] >> 1, TILE[2] >> 1];
    const tile = new VectorTile(
      new Pbf(new Uint8Array(await desk.contours(z, x, y, new AbortController().signal))),
    );
    const layer = tile.layers['contours']!;
    expect(layer.length).toBeGreaterThan(2);
    for (let at = 0; at < layer.length; at += 1) {
      const { ele, level } = layer.feature(at).properties as { ele: number; level: number };
      expect(ele % 50).toBe(0);
      expect(level > 0).toBe(ele % 250 === 0);
      expect(ele).toBeGreaterThanOrEqual(800);
      expect(ele).toBeLessThanOrEqual(1800);
    }
  });
});

it('metres are painted as Terrarium reads them', () => {
  const pixels = paintTerrarium(new Float32Array([0, 1234.5, -12.25, Number.NaN]), 700);
  const read = (at: number): number =>
    pixels[at * 4]! * 256 + pixels[at * 4 + 1]! + pixels[at * 4 + 2]! / 256 - 32_768;
  expect([0, 1, 2, 3].map(read)).toEqual([0, 1234.5, -12.25, 700]);
});
