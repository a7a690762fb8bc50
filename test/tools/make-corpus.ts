/**
 * Files as surveys, CAD and field work leave them, made by GDAL (gdal-bin of Debian), so that the readers are tested
 * against a writer that is not ours.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FeatureCollection } from 'geojson';
import { findGdal } from './find-gdal.ts';

/** What every file of the corpus holds, in degrees (EPSG:4490). */
export const CORPUS: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { MC: '藏山风景名胜区', XZQDM: '140322', MJ: 38.5, BZ: '“四纵四横”示意' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [113.43, 38.2],
            [113.5, 38.2],
            [113.5, 38.26],
            [113.43, 38.26],
            [113.43, 38.2],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { MC: '秀水镇工业园区', XZQDM: '140322', MJ: 3.06, BZ: '乌玉河以北' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [113.38, 38.07],
            [113.412, 38.086],
            [113.4, 38.1],
            [113.38, 38.07],
          ],
        ],
      },
    },
  ],
};

/** The same as lines and as points, for formats that know one kind only. */
export const LINES: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { MC: '阳五高速', LXBM: 'S45', BZ: '梁家寨—牛村' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [113.41, 38.43],
          [113.405, 38.3],
          [113.45, 38.12],
        ],
      },
    },
  ],
};
export const POINTS: FeatureCollection = {
  type: 'FeatureCollection',
  features: ['盂县站', '阳泉北站', '滴流磴站'].map((name, index) => ({
    type: 'Feature',
    properties: { MC: name, BZ: `第${index + 1}站` },
    geometry: { type: 'Point', coordinates: [113.412 + index / 100, 38.086 + index / 50] },
  })),
};

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CorpusOptions {
  /** GDAL's name of the driver, e.g. `ESRI Shapefile`. */
  readonly driver: string;
  /** Name of the file, with its ending. */
  readonly file: string;
  readonly epsg: number;
  readonly data?: FeatureCollection;
  /** Further arguments of ogr2ogr, e.g. `['-lco', 'ENCODING=GBK']`. */
  readonly options?: readonly string[];
}

/**
 * Writes a file, or the parts of one, and gives what ogr2ogr made. The coordinates of systems without public
 * parameters are those of the projection alone.
 */
export function makeCorpusFiles({
  driver,
  file,
  epsg,
  data = CORPUS,
  options = [],
}: CorpusOptions): readonly CorpusFile[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-corpus-'));
  const source = path.join(folder, 'source.geojson');
  writeFileSync(source, JSON.stringify(data));
  const out = path.join(folder, 'out');
  mkdirSync(out);
  const gdal = findGdal();
  execFileSync(
    gdal.ogr2ogr,
    [
      '-f',
      driver,
      '-s_srs',
      sourceSystem(epsg),
      '-t_srs',
      `EPSG:${epsg}`,
      ...options,
      path.join(out, file),
      source,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return execFileSync('ls', [out], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(out, name))) }));
}

/** The datum's own degrees, so that GDAL applies no shift that nobody has published. */
function sourceSystem(epsg: number): string {
  if ((epsg >= 2327 && epsg <= 2390) || epsg === 4610) return 'EPSG:4610';
  if ((epsg >= 2401 && epsg <= 2442) || epsg === 4214) return 'EPSG:4214';
  return epsg === 3857 || epsg === 4326 ? 'EPSG:4326' : 'EPSG:4490';
}
