import { keepPictures } from '../../core/sheet/underlay.ts';
import type { RowWriter } from '../../io/write/row-writer.ts';
import { PngWriter } from '../../io/write/write-png.ts';

const MM_PER_INCH = 25.4;
/** No browser refuses a canvas of this width; and few rows at a time, so that the page stays at hand. */
const TILE_PX = 2048;
const BAND_PX = 512;

export interface PaintTask {
  readonly report: (share: number) => void;
  readonly signal: AbortSignal;
  /** Writes the file; default: a PNG. */
  readonly open?: (widthPx: number, heightPx: number, dpi: number) => RowWriter;
}

/**
 * A sheet as PNG or JPEG, painted in pieces of at most 2,048 × 512 pixels.
 * @param svg of the sheet, in millimetres
 * @throws the signal's reason when it is called off; Error when the browser cannot draw a piece
 */
export async function paintSheet(
  svg: string,
  size: { readonly width: number; readonly height: number },
  dpi: number,
  { report, signal, open }: PaintTask,
): Promise<Blob> {
  const pxPerMm = dpi / MM_PER_INCH;
  const width = Math.round(size.width * pxPerMm);
  const height = Math.round(size.height * pxPerMm);
  const writer = open?.(width, height, dpi) ?? new PngWriter(width, height, dpi);
  try {
    for (let top = 0; top < height; top += BAND_PX) {
      const rows = Math.min(BAND_PX, height - top);
      const band = new Uint8ClampedArray(width * rows * 4);
      for (let left = 0; left < width; left += TILE_PX) {
        signal.throwIfAborted();
        const columns = Math.min(TILE_PX, width - left);
        const pixels = await paintPiece(svg, { left, top, columns, rows, pxPerMm });
        for (let y = 0; y < rows; y += 1) {
          band.set(pixels.subarray(y * columns * 4, (y + 1) * columns * 4), (y * width + left) * 4);
        }
        report((top * width + (left + columns) * rows) / (width * height));
        // Lets the page draw, and a cancel be heard.
        await new Promise((resolve) => setTimeout(resolve));
      }
      await writer.add({ pixels: band, rows });
    }
    signal.throwIfAborted();
    return await writer.finish();
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

interface Piece {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly pxPerMm: number;
}

async function paintPiece(
  svg: string,
  { left, top, columns, rows, pxPerMm }: Piece,
): Promise<Uint8ClampedArray> {
  const [x, y, wide, high] = [left, top, columns, rows].map((px) => px / pxPerMm) as [
    number,
    number,
    number,
    number,
  ];
  const box = `${x} ${y} ${wide} ${high}`;
  const part = keepPictures(svg, { x, y, width: wide, height: high }).replace(
    /^(<svg\b[^>]*?) width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    `$1 width="${columns}" height="${rows}" viewBox="${box}"`,
  );
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(part)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('the browser gives no canvas of this size');
  context.drawImage(image, 0, 0, columns, rows);
  return context.getImageData(0, 0, columns, rows).data;
}
