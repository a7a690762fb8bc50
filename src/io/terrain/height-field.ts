import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import proj4, { type Converter } from 'proj4';
import type { Bounds } from '../../contracts/bundle.ts';
import { PlanError } from '../../contracts/errors.ts';
import { fromPlane } from '../../core/draw-scene/viewport.ts';
import { systemOf } from '../crs/systems.ts';

/** A larger raster is thinned to this many heights while it is read: 64 MB. */
const MOST_HEIGHTS = 16_000_000;
const MOST_SOURCE_PIXELS = 900_000_000;
const MOST_BYTES = 1_000_000_000;
const ROWS_AT_ONCE = 256;
/** Corners of the grid that is projected in each tile; between them places follow in straight lines. */
const GRID = 16;

export interface HeightField {
  readonly bounds: Bounds;
  /** Metres a pixel, about. */
  readonly pixelM: number;
  readonly lowestM: number;
  /**
   * Heights of a tile in metres, row by row from the north-west.
   * @returns NaN where the file has none; null when the tile lies outside it
   */
  readonly sample: (z: number, x: number, y: number, sizePx: number) => Float32Array | null;
}

export interface HeightTask {
  readonly report: (share: number) => void;
  readonly isCancelled: () => boolean;
}

/**
 * Reads a GeoTIFF of heights: one band of metres, in any system that own data may be in.
 * @throws PlanError `dem-unreadable`, `dem-large`, `dem-crs` or `dem-bands`; `cancelled` when it is called off
 */
export async function readHeightField(
  blob: Blob,
  name: string,
  task: HeightTask,
): Promise<HeightField> {
  if (blob.size > MOST_BYTES) {
    throw fault(
      'dem-large',
      name,
      `the file has ${Math.round(blob.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read`,
      'Cut it to the plan’s area, or make it coarser.',
    );
  }
  let image: GeoTIFFImage;
  try {
    image = await (await fromArrayBuffer(await blob.arrayBuffer())).getImage();
  } catch (error) {
    throw fault(
      'dem-unreadable',
      name,
      `it is no GeoTIFF: ${messageOf(error)}`,
      'Open a GeoTIFF (.tif) of heights.',
    );
  }
  const width = image.getWidth();
  const height = image.getHeight();
  if (width * height > MOST_SOURCE_PIXELS) {
    throw fault(
      'dem-large',
      name,
      `${width} × ${height} pixels are more than are read (${MOST_SOURCE_PIXELS})`,
      'Cut it to the plan’s area, or make it coarser.',
    );
  }
  if (image.getSamplesPerPixel() !== 1) {
    throw fault(
      'dem-bands',
      name,
      `it has ${image.getSamplesPerPixel()} bands; heights have one`,
      'Open the elevation raster, not an image of it.',
    );
  }
  const project = projectionOf(image, name);
  const [originX, originY, resX, resY] = placeOf(image, name);
  const step = Math.max(1, Math.ceil(Math.sqrt((width * height) / MOST_HEIGHTS)));
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const heights = await readRows(image, { columns, rows, step, width, height }, name, task);
  const lowestM = heights.reduce((least, value) => (value < least ? value : least), Infinity);
  if (lowestM === Infinity) {
    throw fault(
      'dem-unreadable',
      name,
      'every pixel of it is empty',
      'Open a raster that has heights.',
    );
  }
  const toColumn = (px: number, py: number): readonly [number, number] => [
    (px - originX) / resX / step - 0.5,
    (py - originY) / resY / step - 0.5,
  ];
  return {
    bounds: boundsOf(project, [originX, originY, originX + resX * width, originY + resY * height]),
    pixelM: Math.abs(resX) * step * (project === null ? 111_320 : 1),
    lowestM,
    sample: (z, x, y, sizePx) =>
      sampleTile({ heights, columns, rows }, z, x, y, sizePx, (lng, lat) => {
        const [px, py] = project ? project.forward([lng, lat]) : [lng, lat];
        return toColumn(px!, py!);
      }),
  };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function fault(code: string, file: string, message: string, remedy: string): PlanError {
  return new PlanError([{ code, severity: 'error', file, message, remedy }]);
}

/** Null: its numbers are degrees already. */
function projectionOf(image: GeoTIFFImage, name: string): Converter | null {
  const keys = (image.getGeoKeys() ?? {}) as Readonly<Record<string, unknown>>;
  const epsg = Number(keys['ProjectedCSTypeGeoKey'] ?? keys['GeographicTypeGeoKey']);
  const isProjected = keys['ProjectedCSTypeGeoKey'] !== undefined;
  if (!isProjected && (epsg === 4326 || epsg === 4490 || epsg === 4269)) return null;
  const system = systemOf(`EPSG:${epsg}`);
  if (system?.unit === 'deg' && !isProjected) return null;
  if (system?.definition) return proj4(system.definition);
  throw fault(
    'dem-crs',
    name,
    Number.isFinite(epsg)
      ? `its system EPSG:${epsg} is not read`
      : 'it does not say what system it is in',
    'Convert it to EPSG:4490, EPSG:4326 or EPSG:4547 with its program.',
  );
}

function placeOf(image: GeoTIFFImage, name: string): readonly [number, number, number, number] {
  try {
    const [x = Number.NaN, y = Number.NaN] = image.getOrigin();
    const [resX = Number.NaN, resY = Number.NaN] = image.getResolution();
    if ([x, y, resX, resY].every(Number.isFinite)) return [x, y, resX, resY];
  } catch {
    // Told below.
  }
  throw fault(
    'dem-crs',
    name,
    'it does not say where it lies',
    'Export it with its position (GeoTIFF tags), or with its .tfw joined in.',
  );
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

/** Band by band, so that it tells how far it is and can be called off. */
async function readRows(
  image: GeoTIFFImage,
  { columns, rows, step, width, height }: Grid,
  name: string,
  task: HeightTask,
): Promise<Float32Array> {
  const heights = new Float32Array(columns * rows);
  const noData = image.getGDALNoData();
  for (let row = 0; row < rows; row += ROWS_AT_ONCE) {
    if (task.isCancelled()) throw fault('cancelled', name, 'reading was cancelled', '');
    const count = Math.min(ROWS_AT_ONCE, rows - row);
    let band: ArrayLike<number>;
    try {
      const rasters = await image.readRasters({
        window: [0, row * step, width, Math.min(height, (row + count) * step)],
        width: columns,
        height: count,
        samples: [0],
        ...(step > 1 ? { resampleMethod: 'bilinear' } : {}),
      });
      band = (rasters as unknown as readonly ArrayLike<number>[])[0]!;
    } catch (error) {
      throw fault(
        'dem-unreadable',
        name,
        `rows ${row * step}–${(row + count) * step} cannot be read: ${messageOf(error)}`,
        'Export it again without compression, or with DEFLATE or LZW.',
      );
    }
    for (let at = 0; at < columns * count; at += 1) {
      const value = band[at]!;
      const isEmpty =
        value === noData || !Number.isFinite(value) || value < -12_000 || value > 9000;
      heights[row * columns + at] = isEmpty ? Number.NaN : value;
    }
    task.report(Math.min(1, (row + count) / rows));
  }
  return heights;
}

function boundsOf(
  project: Converter | null,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Bounds {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([px, py]) => (project ? project.inverse([px!, py!]) : [px!, py!]));
  const lngs = corners.map(([lng]) => lng!);
  const lats = corners.map(([, lat]) => lat!);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

interface Raster {
  readonly heights: Float32Array;
  readonly columns: number;
  readonly rows: number;
}

function sampleTile(
  raster: Raster,
  z: number,
  x: number,
  y: number,
  sizePx: number,
  place: (lng: number, lat: number) => readonly [number, number],
): Float32Array | null {
  const count = 2 ** z;
  const corners: (readonly [number, number])[] = [];
  for (let row = 0; row <= GRID; row += 1) {
    for (let column = 0; column <= GRID; column += 1) {
      const [lng, lat] = fromPlane([(x + column / GRID) / count, (y + row / GRID) / count]);
      corners.push(place(lng, lat));
    }
  }
  const isOutside =
    corners.every(([column]) => column < -1) ||
    corners.every(([column]) => column > raster.columns) ||
    corners.every(([, row]) => row < -1) ||
    corners.every(([, row]) => row > raster.rows);
  if (isOutside) return null;
  const out = new Float32Array(sizePx * sizePx);
  for (let row = 0; row < sizePx; row += 1) {
    const v = ((row + 0.5) / sizePx) * GRID;
    const cellRow = Math.min(GRID - 1, Math.floor(v));
    const fv = v - cellRow;
    for (let column = 0; column < sizePx; column += 1) {
      const u = ((column + 0.5) / sizePx) * GRID;
      const cellColumn = Math.min(GRID - 1, Math.floor(u));
      const fu = u - cellColumn;
      const at = cellRow * (GRID + 1) + cellColumn;
      const [a, b, c, d] = [
        corners[at]!,
        corners[at + 1]!,
        corners[at + GRID + 1]!,
        corners[at + GRID + 2]!,
      ];
      const px = (a[0] * (1 - fu) + b[0] * fu) * (1 - fv) + (c[0] * (1 - fu) + d[0] * fu) * fv;
      const py = (a[1] * (1 - fu) + b[1] * fu) * (1 - fv) + (c[1] * (1 - fu) + d[1] * fu) * fv;
      out[row * sizePx + column] = heightAt(raster, px, py);
    }
  }
  return out;
}

/** Between four pixels; where some are empty, from those that are not. */
function heightAt({ heights, columns, rows }: Raster, px: number, py: number): number {
  if (px < -0.5 || py < -0.5 || px > columns - 0.5 || py > rows - 0.5) return Number.NaN;
  const x = Math.min(columns - 1, Math.max(0, px));
  const y = Math.min(rows - 1, Math.max(0, py));
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const x1 = Math.min(columns - 1, x0 + 1);
  const y1 = Math.min(rows - 1, y0 + 1);
  const fx = x - x0;
  const fy = y - y0;
  let sum = 0;
  let weight = 0;
  const add = (column: number, row: number, share: number): void => {
    const value = heights[row * columns + column]!;
    if (Number.isNaN(value) || share === 0) return;
    sum += value * share;
    weight += share;
  };
  add(x0, y0, (1 - fx) * (1 - fy));
  add(x1, y0, fx * (1 - fy));
  add(x0, y1, (1 - fx) * fy);
  add(x1, y1, fx * fy);
  return weight > 0 ? sum / weight : Number.NaN;
}
