import { escapeXml } from '../escape-xml.ts';
import { PX_PER_MM } from './paper.ts';

/** A base map on a sheet: pictures under the vectors, and what must be said of them. */
export interface SheetUnderlay {
  /** In CSS pixels of the map, from its upper left corner. */
  readonly svg: string;
  /** Attribution and 审图号, as they are printed. */
  readonly notes: readonly string[];
}

/** A picture in an underlay: where it lies in pixels of `dpi`, and its data address. */
export interface UnderlayPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
}

const MM_PER_INCH = 25.4;

/** @param corner of the map on the sheet, in millimetres: by it a piece of the sheet knows which pictures it needs */
export function writeUnderlay(
  pictures: readonly UnderlayPicture[],
  dpi: number,
  opacity: number,
  corner: { readonly x: number; readonly y: number },
): string {
  const mm = (px: number): number => (px / dpi) * MM_PER_INCH;
  const trim = (value: number): string => String(Math.round(value * 10_000) / 10_000);
  const images = pictures.map(({ left, top, width, height, href }) => {
    const box = [left, top, width, height].map(mm) as [number, number, number, number];
    const [x, y, wide, high] = box.map((length) => trim(length * PX_PER_MM));
    const onSheet = [box[0] + corner.x, box[1] + corner.y, box[2], box[3]].map(trim).join(' ');
    return (
      `<image data-mm="${onSheet}" x="${x}" y="${y}" width="${wide}" height="${high}" ` +
      `preserveAspectRatio="none" href="${escapeXml(href)}"/>`
    );
  });
  return `<g data-base=""${opacity < 1 ? ` opacity="${trim(opacity)}"` : ''}>${images.join('')}</g>`;
}

/** The sheet without the pictures that a piece of it (millimetres) does not touch, so that none is decoded in vain. */
export function keepPictures(
  svg: string,
  piece: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): string {
  if (!svg.includes('<image data-mm=')) return svg;
  return svg.replaceAll(/<image data-mm="([^"]+)"[^>]*\/>/g, (image, list: string) => {
    const [x, y, width, height] = list.split(' ').map(Number) as [number, number, number, number];
    const touches =
      x <= piece.x + piece.width &&
      x + width >= piece.x &&
      y <= piece.y + piece.height &&
      y + height >= piece.y;
    return touches ? image : '';
  });
}
