import type { RowWriter } from '../../io/write/row-writer.ts';
import { PngWriter } from '../../io/write/write-png.ts';

const MM_PER_INCH = 25.4;
/** No browser refuses a canvas of this width; and few rows at a time, so that the page stays at hand. */
const TILE_PX = 4096;
const BAND_PX = 128;

export interface PaintTask {
  readonly report: (share: number) => void;
  readonly signal: AbortSignal;
  /** Writes the file; default: a PNG. */
  readonly open?: (widthPx: number, heightPx: number, dpi: number) => RowWriter;
}

/**
 * A sheet as PNG or JPEG, painted in pieces of at most 4,096 × 128 pixels.
 * @param svg of the sheet, in millimetres, with its fonts in it
 * @throws the signal's reason when it is called off; Error when the browser cannot draw it
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
  const image = await loadDrawing(svg, width, height);
  signal.throwIfAborted();
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(TILE_PX, width);
  canvas.height = Math.min(BAND_PX, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('the browser gives no canvas of this size');
  const writer = open?.(width, height, dpi) ?? new PngWriter(width, height, dpi);
  try {
    for (let top = 0; top < height; top += BAND_PX) {
      const rows = Math.min(BAND_PX, height - top);
      const band = new Uint8ClampedArray(width * rows * 4);
      for (let left = 0; left < width; left += TILE_PX) {
        signal.throwIfAborted();
        const columns = Math.min(TILE_PX, width - left);
        context.drawImage(image, -left, -top, width, height);
        const pixels = context.getImageData(0, 0, columns, rows).data;
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

/** The drawing as large as the picture, read once: every piece is painted from its shapes, none from pixels. */
async function loadDrawing(svg: string, width: number, height: number): Promise<HTMLImageElement> {
  const sized = svg.replace(
    /^(<svg\b[^>]*?) width="[^"]*" height="[^"]*"/,
    `$1 width="${width}" height="${height}"`,
  );
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
  await image.decode();
  return image;
}
