import gcoord from 'gcoord';
import type { ReadTile } from '../../contracts/base-map.ts';
import { fromPlane, toPlane } from '../../core/draw-scene/viewport.ts';
import { assertImage } from './fetch-tile.ts';

const decode = async (bytes: ArrayBuffer): Promise<ImageBitmap> => {
  assertImage(bytes);
  return createImageBitmap(new Blob([bytes]));
};

function drawOn(
  sizePx: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): ImageBitmap {
  const canvas = new OffscreenCanvas(sizePx, sizePx);
  draw(canvas.getContext('2d')!);
  return canvas.transferToImageBitmap();
}

/** Pictures of the same tile, drawn one over the other; those that are missing are left off. */
export async function stackTiles(
  layers: readonly Promise<ArrayBuffer | null>[],
  sizePx: number,
): Promise<ImageBitmap | null> {
  const bytes = await Promise.all(layers);
  const images = await Promise.all(bytes.filter((one) => one !== null).map(decode));
  if (images.length === 0) return null;
  return drawOn(sizePx, (context) => {
    for (const image of images) context.drawImage(image, 0, 0, sizePx, sizePx);
    for (const image of images) image.close();
  });
}

/**
 * How far a picture of GCJ-02 lies from its place, in shares of a tile: what belongs at (x, y) is drawn at
 * (x + dx, y + dy). Taken at the tile's middle: within a tile the shift changes by less than a pixel.
 */
export function shiftOfGcj(z: number, x: number, y: number): readonly [dx: number, dy: number] {
  const count = 2 ** z;
  const place = fromPlane([(x + 0.5) / count, (y + 0.5) / count]);
  const drawn = gcoord.transform([place[0], place[1]], gcoord.WGS84, gcoord.GCJ02) as [
    number,
    number,
  ];
  const [ax, ay] = toPlane([...place]);
  const [bx, by] = toPlane(drawn);
  return [(bx - ax) * count, (by - ay) * count];
}

/** Tiles of GCJ-02 cut anew, so that everything in them lies where it is. */
export function unshiftTiles(
  read: (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>,
  sizePx: number,
): ReadTile {
  return async (z, x, y, signal) => {
    const [dx, dy] = shiftOfGcj(z, x, y);
    const parts: { readonly column: number; readonly row: number }[] = [];
    const count = 2 ** z;
    for (const column of spread(x + dx)) {
      for (const row of spread(y + dy)) {
        if (column >= 0 && row >= 0 && column < count && row < count) parts.push({ column, row });
      }
    }
    const images = await Promise.all(
      parts.map(async ({ column, row }) => {
        const bytes = await read(z, column, row, signal);
        return bytes && decode(bytes);
      }),
    );
    if (images.every((image) => image === null)) return null;
    return drawOn(sizePx, (context) => {
      for (const [n, image] of images.entries()) {
        if (!image) continue;
        const { column, row } = parts[n]!;
        const left = Math.round((column - x - dx) * sizePx);
        const top = Math.round((row - y - dy) * sizePx);
        context.drawImage(image, left, top, sizePx, sizePx);
        image.close();
      }
    });
  };
}

/** Columns, or rows, that a tile at this place touches. */
const spread = (at: number): number[] =>
  Number.isInteger(at) ? [at] : [Math.floor(at), Math.floor(at) + 1];
