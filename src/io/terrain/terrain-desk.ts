import contour from 'maplibre-contour';
import type { Bounds } from '../../contracts/bundle.ts';
import { fetchTile } from '../tiles/fetch-tile.ts';
import { readHeightField, type HeightField, type HeightTask } from './height-field.ts';

/** Metres between lines: all of them, and those that are drawn thicker and named. */
const INTERVALS: readonly (readonly [fromZoom: number, minor: number, major: number])[] = [
  [13, 10, 50],
  [12, 20, 100],
  [11, 50, 250],
  [9, 100, 500],
  [0, 200, 1000],
];
const TILE_PX = 256;
const CACHED_TILES = 60;
const PATIENCE_MS = 20_000;

/** What heights are opened from. */
export type TerrainGiven =
  | { readonly kind: 'file'; readonly blob: Blob; readonly name: string }
  | {
      readonly kind: 'tiles';
      readonly url: string;
      readonly encoding: 'terrarium' | 'mapbox';
      readonly maxZoom: number;
    };

export interface OpenedTerrain {
  /** Null: everywhere. */
  readonly bounds: Bounds | null;
  readonly maxZoom: number;
  readonly encoding: 'terrarium' | 'mapbox';
}

/** Heights and contour lines by tiles; runs in a worker, and in tests as it is. */
export class TerrainDesk {
  #field: HeightField | null = null;
  #manager: InstanceType<typeof contour.LocalDemManager> | null = null;

  /** @throws PlanError when the file cannot be read; nothing is asked of a server yet */
  async open(given: TerrainGiven, task: HeightTask): Promise<OpenedTerrain> {
    if (given.kind === 'tiles') {
      this.#manager = new contour.LocalDemManager({
        demUrlPattern: given.url,
        cacheSize: CACHED_TILES,
        encoding: given.encoding,
        maxzoom: given.maxZoom,
        timeoutMs: PATIENCE_MS,
        getTile: async (address, controller) => {
          const bytes = await fetchTile(address, controller.signal);
          if (!bytes) throw Object.assign(new Error('no tile here'), { status: 404 });
          return { data: new Blob([bytes]) };
        },
        decodeImage: async (blob, encoding) => {
          const image = await createImageBitmap(blob, {
            colorSpaceConversion: 'none',
            premultiplyAlpha: 'none',
          });
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d', { willReadFrequently: true })!;
          context.drawImage(image, 0, 0);
          const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
          image.close();
          return contour.decodeParsedImage(width, height, encoding, data);
        },
      });
      return { bounds: null, maxZoom: given.maxZoom, encoding: given.encoding };
    }
    const field = await readHeightField(given.blob, given.name, task);
    this.#field = field;
    const maxZoom = zoomOf(field);
    const manager = new contour.LocalDemManager({
      demUrlPattern: '{z}/{x}/{y}',
      cacheSize: CACHED_TILES,
      encoding: 'terrarium',
      maxzoom: maxZoom,
      timeoutMs: PATIENCE_MS,
      // Heights are taken as they are, with no picture between.
      getTile: (place) => Promise.resolve({ data: new Blob([place]) }),
      decodeImage: async (blob) => {
        const [z = 0, x = 0, y = 0] = (await blob.text()).split('/').map(Number);
        const data = field.sample(z, x, y, TILE_PX) ?? emptyTile();
        return { width: TILE_PX, height: TILE_PX, data };
      },
    });
    this.#manager = manager;
    return { bounds: field.bounds, maxZoom, encoding: 'terrarium' };
  }

  /** Heights as a picture whose colours are metres; null where there are none. */
  async heights(
    z: number,
    x: number,
    y: number,
    signal: AbortSignal,
  ): Promise<ArrayBuffer | ImageBitmap | null> {
    const field = this.#field;
    if (!field) {
      const tile = await this.#manager!.fetchTile(z, x, y, controllerOf(signal));
      return tile.data.arrayBuffer();
    }
    const metres = field.sample(z, x, y, TILE_PX);
    if (!metres) return null;
    return createImageBitmap(
      new ImageData(paintTerrarium(metres, field.lowestM), TILE_PX, TILE_PX),
      { colorSpaceConversion: 'none', premultiplyAlpha: 'none' },
    );
  }

  /** Contour lines as MVT, layer `contours` with `ele` in metres and `level` 0 or 1. */
  async contours(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer> {
    const [, minor, major] = INTERVALS.find(([from]) => z >= from)!;
    const tile = await this.#manager!.fetchContourTile(
      z,
      x,
      y,
      { levels: [minor, major], buffer: 1, extent: 4096 },
      controllerOf(signal),
    );
    return tile.arrayBuffer;
  }
}

const emptyTile = (): Float32Array => new Float32Array(TILE_PX * TILE_PX).fill(Number.NaN);

function controllerOf(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller;
}

/** The zoom whose pixels are about as large as the file's. */
const zoomOf = ({ pixelM, bounds }: HeightField): number => {
  const metresAtZero = 156_543 * Math.cos((((bounds[1] + bounds[3]) / 2) * Math.PI) / 180);
  return Math.min(15, Math.max(6, Math.ceil(Math.log2(metresAtZero / Math.max(1, pixelM)))));
};

/** Metres as Terrarium writes them; where there are none, the lowest, so that no hole is cut. */
export function paintTerrarium(
  metres: Float32Array,
  otherwiseM: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(metres.length * 4);
  for (const [at, height] of metres.entries()) {
    const value = (Number.isNaN(height) ? otherwiseM : height) + 32_768;
    const whole = Math.floor(value);
    pixels[at * 4] = whole >> 8;
    pixels[at * 4 + 1] = whole & 255;
    pixels[at * 4 + 2] = Math.floor((value - whole) * 256);
    pixels[at * 4 + 3] = 255;
  }
  return pixels;
}
