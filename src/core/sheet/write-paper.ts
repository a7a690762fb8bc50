import type { SvgImage } from '../../contracts/theme.ts';
import { measureText } from '../draw-scene/measure-text.ts';
import { shapeText } from '../draw-scene/shape-text.ts';
import { escapeXml } from '../escape-xml.ts';
import { PX_PER_MM } from './paper.ts';

/** SVG of the things round the map; every length is in millimetres, the drawing's own unit. */

/** To a micrometre. */
export const trim = (value: number): string => String(Math.round(value * 1000) / 1000);

export interface TextLook {
  readonly sizeMm: number;
  readonly fill: string;
  readonly family: string;
  readonly weight?: 'bold';
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function writeText(x: number, y: number, text: string, look: TextLook): string {
  const weight = look.weight ? ' font-weight="700"' : '';
  const anchor = look.anchor && look.anchor !== 'start' ? ` text-anchor="${look.anchor}"` : '';
  return (
    `<text x="${trim(x)}" y="${trim(y)}" font-size="${trim(look.sizeMm)}" ` +
    `font-family="${escapeXml(look.family)}" fill="${look.fill}"${weight}${anchor}>${escapeXml(text)}</text>`
  );
}

/** Lines of a text that is broken to a width. */
export function breakText(text: string, widthMm: number, sizeMm: number): readonly string[] {
  return shapeText([{ text, scale: 1 }], {
    face: 'regular',
    maxWidthEm: widthMm / sizeMm,
    lineHeightEm: 1,
  }).lines.map(({ sections }) => sections.map((section) => section.text).join(''));
}

export const widthOfText = (text: string, sizeMm: number): number => measureText(text) * sizeMm;

export function writeLine(
  points: readonly (readonly [number, number])[],
  stroke: string,
  widthMm: number,
  dash?: readonly number[],
): string {
  const list = points.map(([x, y]) => `${trim(x)},${trim(y)}`).join(' ');
  const dashes = dash ? ` stroke-dasharray="${dash.map(trim).join(' ')}"` : '';
  return `<polyline points="${list}" fill="none" stroke="${stroke}" stroke-width="${trim(widthMm)}"${dashes}/>`;
}

export function writeRect(
  x: number,
  y: number,
  width: number,
  height: number,
  look: { readonly fill?: string; readonly stroke?: string; readonly strokeMm?: number },
): string {
  return (
    `<rect x="${trim(x)}" y="${trim(y)}" width="${trim(width)}" height="${trim(height)}" ` +
    `fill="${look.fill ?? 'none'}"${look.stroke ? ` stroke="${look.stroke}" stroke-width="${trim(look.strokeMm ?? 0.25)}"` : ''}/>`
  );
}

/** Names of a drawing's parts, told apart from those of others in the same document. */
export const scopeIds = (svg: string, prefix: string): string =>
  svg
    .replaceAll(/ id="([^"]+)"/g, ` id="${prefix}$1"`)
    .replaceAll(/href="#(?!clause-)([^"]+)"/g, `href="#${prefix}$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`);

/**
 * A picture that is drawn in pixels, as large as it is on the screen times `grow`, its middle at (x, y).
 * @param scope stands before the names of its parts
 */
export function writePicture(
  image: SvgImage,
  x: number,
  y: number,
  grow: number,
  scope: string,
): string {
  const width = (image.widthPx / PX_PER_MM) * grow;
  const height = (image.heightPx / PX_PER_MM) * grow;
  return scopeIds(image.svg, scope).replace(
    /^<svg\b([^>]*)>/,
    (_whole, attributes: string) =>
      `<svg${attributes.replaceAll(/\s(width|height|x|y)="[^"]*"/g, '')} x="${trim(x - width / 2)}" ` +
      `y="${trim(y - height / 2)}" width="${trim(width)}" height="${trim(height)}">`,
  );
}
