import type { SvgImage } from '../contracts/theme.ts';

export interface DecodedImage {
  readonly element: ImageData;
  /** Image pixels per CSS pixel. */
  readonly ratio: number;
}

/** Largest extent of a sheet, in its own pixels; far below what any canvas can hold. */
const SHEET_PX = 2048;

interface Placed {
  readonly name: string;
  readonly image: SvgImage;
  /** CSS pixels from the sheet's upper left corner. */
  readonly x: number;
  readonly y: number;
}

/**
 * Draws SVG icons at the screen's resolution, at least twofold, so that they stay crisp. All of them stand on as few
 * sheets as hold them: for a browser every SVG picture is a document of its own.
 */
export async function decodeImages(
  images: Readonly<Record<string, SvgImage>>,
): Promise<ReadonlyMap<string, DecodedImage>> {
  const ratio = Math.max(2, Math.ceil(globalThis.devicePixelRatio || 1));
  const sheets = layOut(images, Math.floor(SHEET_PX / ratio));
  const decoded = await Promise.all(sheets.map((sheet) => drawSheet(sheet, ratio)));
  return new Map(decoded.flat());
}

/** In rows, in the order given. A picture larger than a sheet gets one to itself. */
function layOut(images: Readonly<Record<string, SvgImage>>, extentPx: number): Placed[][] {
  const sheets: Placed[][] = [];
  let [x, y, rowPx] = [0, 0, 0];
  for (const [name, image] of Object.entries(images)) {
    const [width, height] = [Math.ceil(image.widthPx), Math.ceil(image.heightPx)];
    if (x > 0 && x + width > extentPx) [x, y, rowPx] = [0, y + rowPx, 0];
    if (sheets.length === 0 || (y > 0 && y + height > extentPx)) {
      sheets.push([]);
      [x, y, rowPx] = [0, 0, 0];
    }
    sheets.at(-1)!.push({ name, image, x, y });
    x += width;
    rowPx = Math.max(rowPx, height);
  }
  return sheets;
}

async function drawSheet(
  sheet: readonly Placed[],
  ratio: number,
): Promise<readonly (readonly [string, DecodedImage])[]> {
  const width = Math.max(...sheet.map(({ image, x }) => x + Math.ceil(image.widthPx))) * ratio;
  const height = Math.max(...sheet.map(({ image, y }) => y + Math.ceil(image.heightPx))) * ratio;
  const parts = sheet.map(({ image, x, y }) => image.svg.replace('<svg', `<svg x="${x}" y="${y}"`));
  const picture = new Image(width, height);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width / ratio} ${height / ratio}">${parts.join('')}</svg>`;
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(`No 2D canvas to draw the icon "${sheet[0]!.name}" with.`);
  context.drawImage(picture, 0, 0, width, height);
  return sheet.map(({ name, image, x, y }) => {
    const size = [Math.trunc(image.widthPx * ratio), Math.trunc(image.heightPx * ratio)] as const;
    return [name, { element: context.getImageData(x * ratio, y * ratio, ...size), ratio }];
  });
}
