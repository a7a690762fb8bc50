import type { TileSource } from '../../contracts/base-map.ts';
import { listTiles, planBase, warpPiece, type BasePiece } from '../../core/sheet/plan-base.ts';
import type { SheetFrame } from '../../core/sheet/sheet-frame.ts';
import type { UnderlayPicture } from '../../core/sheet/underlay.ts';

const AT_ONCE = 6;
/** Tiles that are held while their neighbours are drawn. */
const MOST_HELD_BYTES = 96_000_000;
const JPEG_QUALITY = 0.9;

export interface FetchedUnderlay {
  readonly pictures: readonly UnderlayPicture[];
  readonly dpi: number;
  /** Below 150 where the source has no closer tiles. */
  readonly sourceDpi: number;
  readonly tileCount: number;
  readonly missing: number;
  /** Why tiles are missing; null: the server has none there, or all have come. */
  readonly fault: unknown;
}

/**
 * The base map under a sheet's map, in the sheet's own plane. Tiles that do not come leave holes, and are counted.
 * @throws TooManyTiles; the signal's reason when it is called off
 */
export async function fetchUnderlay(
  frame: SheetFrame,
  source: TileSource,
  { report, signal }: { readonly report: (share: number) => void; readonly signal: AbortSignal },
): Promise<FetchedUnderlay> {
  const plan = planBase(frame, source);
  const { pieces, dpi, sourceDpi, tileCount, tilePx } = plan;
  const shelf = new TileShelf(source, plan.zoom, signal);
  const pictures: UnderlayPicture[] = [];
  try {
    for (const [at, piece] of pieces.entries()) {
      signal.throwIfAborted();
      const mosaic = await drawMosaic(piece, tilePx, shelf);
      if (mosaic) {
        const { pixels, isWhole } = warpPiece(piece, mosaic, tilePx);
        const { left, top, width, height } = piece;
        const href = await encode(pixels, width, height, isWhole);
        pictures.push({ left, top, width, height, href });
      }
      report((at + 1) / pieces.length);
      // Lets the page draw, and a cancel be heard.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    shelf.clear();
  }
  signal.throwIfAborted();
  return { pictures, dpi, sourceDpi, tileCount, missing: shelf.missing, fault: shelf.fault };
}

/** Tiles that were read, the last ones held; each is asked for once while it is held. */
class TileShelf {
  fault: unknown = null;
  readonly #missing = new Set<string>();
  readonly #held = new Map<string, Promise<ImageBitmap | null>>();
  readonly #source: TileSource;
  readonly #zoom: number;
  readonly #signal: AbortSignal;

  constructor(source: TileSource, zoom: number, signal: AbortSignal) {
    this.#source = source;
    this.#zoom = zoom;
    this.#signal = signal;
  }

  get missing(): number {
    return this.#missing.size;
  }

  take(x: number, y: number): Promise<ImageBitmap | null> {
    const key = `${x}/${y}`;
    const known = this.#held.get(key);
    // The one that was wanted last goes last.
    this.#held.delete(key);
    const tile = known ?? this.#read(x, y, key);
    this.#held.set(key, tile);
    return tile;
  }

  /** Lets go of the tiles that were wanted longest ago. */
  trim(): void {
    const most = MOST_HELD_BYTES / (this.#source.tilePx ** 2 * 4);
    for (const key of this.#held.keys()) {
      if (this.#held.size <= most) return;
      this.#drop(key);
    }
  }

  clear(): void {
    for (const key of this.#held.keys()) this.#drop(key);
  }

  #drop(key: string): void {
    void this.#held.get(key)?.then((image) => image?.close());
    this.#held.delete(key);
  }

  async #read(x: number, y: number, key: string): Promise<ImageBitmap | null> {
    try {
      const tile = await this.#source.read(this.#zoom, x, y, this.#signal);
      if (tile instanceof ImageBitmap) return tile;
      if (tile) return await createImageBitmap(new Blob([tile]));
      this.#missing.add(key);
      return null;
    } catch (error) {
      // Called off is told by whoever draws.
      if (!this.#signal.aborted) {
        this.#missing.add(key);
        this.fault ??= error;
      }
      return null;
    }
  }
}

/** The tiles of a piece side by side; null when none has come. */
async function drawMosaic(
  { tiles }: BasePiece,
  tilePx: number,
  shelf: TileShelf,
): Promise<ImageData | null> {
  const width = (tiles.east - tiles.west + 1) * tilePx;
  const height = (tiles.south - tiles.north + 1) * tilePx;
  const wanted = listTiles(tiles);
  const images: { readonly x: number; readonly y: number; readonly image: ImageBitmap }[] = [];
  const work = async (): Promise<void> => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const image = await shelf.take(next.x, next.y);
      if (image) images.push({ ...next, image });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (images.length === 0) return null;
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
  })!;
  for (const { x, y, image } of images) {
    const [left, top] = [(x - tiles.west) * tilePx, (y - tiles.north) * tilePx];
    context.drawImage(image, left, top, tilePx, tilePx);
  }
  const mosaic = context.getImageData(0, 0, width, height);
  shelf.trim();
  return mosaic;
}

async function encode(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  isWhole: boolean,
): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  const blob = await canvas.convertToBlob(
    isWhole ? { type: 'image/jpeg', quality: JPEG_QUALITY } : { type: 'image/png' },
  );
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCodePoint(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${blob.type};base64,${btoa(text)}`;
}
