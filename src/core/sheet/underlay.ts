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

/** @param dpi of the pictures, in pixels an inch of paper */
export function writeUnderlay(
  pictures: readonly UnderlayPicture[],
  dpi: number,
  opacity: number,
): string {
  const mm = (px: number): number => (px / dpi) * MM_PER_INCH;
  const trim = (value: number): string => String(Math.round(value * 10_000) / 10_000);
  const images = pictures.map(({ left, top, width, height, href }) => {
    const box = [left, top, width, height].map(mm) as [number, number, number, number];
    const [x, y, wide, high] = box.map((length) => trim(length * PX_PER_MM));
    return (
      `<image x="${x}" y="${y}" width="${wide}" height="${high}" ` +
      `preserveAspectRatio="none" href="${escapeXml(href)}"/>`
    );
  });
  return `<g data-base=""${opacity < 1 ? ` opacity="${trim(opacity)}"` : ''}>${images.join('')}</g>`;
}
