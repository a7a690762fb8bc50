import type { Flavour, SvgImage } from '../../contracts/theme.ts';
import { escapeXml, toPx, wrapText } from './svg-text.ts';

export const MARGIN_PX = 28;

/** What has been drawn so far, and where the next line goes. */
export class Sheet {
  readonly flavour: Flavour;
  readonly width: number;
  readonly rule: string;
  y = 18;
  #body = '';

  constructor(flavour: Flavour, width: number) {
    this.flavour = flavour;
    this.width = width;
    this.rule = flavour.colours['ink-soft'] ?? flavour.tokens['ink-2'] ?? 'gray';
  }

  add(svg: string): void {
    this.#body += svg;
  }

  text(text: string, x: number, y: number, sizePx: number, isQuiet = false): string {
    const ink = (isQuiet ? this.flavour.tokens['ink-2'] : this.flavour.tokens['ink']) ?? 'black';
    return `<text x="${toPx(x)}" y="${toPx(y)}" font-size="${sizePx}" fill="${ink}">${escapeXml(text)}</text>`;
  }

  /** Two texts one behind the other, turned about where they begin. */
  slant(
    name: string,
    detail: string,
    x: number,
    y: number,
    degrees: number,
    namePx: number,
    detailPx: number,
  ): string {
    const { tokens } = this.flavour;
    return (
      `<text transform="translate(${toPx(x)} ${toPx(y)}) rotate(${degrees})" x="3" y="4" font-size="${namePx}" fill="${tokens['ink'] ?? 'black'}">${escapeXml(name)}` +
      `<tspan dx="6" font-size="${detailPx}" fill="${tokens['ink-2'] ?? 'black'}">${escapeXml(detail)}</tspan></text>`
    );
  }

  /** A paragraph over the whole width. */
  write(text: string, sizePx: number, isQuiet = false): void {
    for (const line of wrapText(text, sizePx, this.width - 2 * MARGIN_PX)) {
      this.add(this.text(line, MARGIN_PX, this.y + sizePx, sizePx, isQuiet));
      this.y += sizePx * 1.5;
    }
    this.y += 4;
  }

  /** A row of the legend: a sample and its words. */
  writeBeside(sample: string, text: string): void {
    this.add(sample);
    for (const line of wrapText(text, 12, this.width - 2 * MARGIN_PX - 50)) {
      this.add(this.text(line, MARGIN_PX + 50, this.y + 8, 12));
      this.y += 18;
    }
    this.y += 4;
  }

  finish(title: string): SvgImage {
    const height = Math.ceil(this.y + 12);
    const { scale, tokens } = this.flavour;
    const widthPx = Math.round(this.width * scale);
    const heightPx = Math.round(height * scale);
    const font = escapeXml(tokens['sans'] ?? 'sans-serif');
    const ground = tokens['card'] ?? 'white';
    return {
      svg:
        `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${toPx(this.width)} ${height}" role="img" font-family="${font}">` +
        `<title>${escapeXml(title)}</title>` +
        `<rect width="${toPx(this.width)}" height="${height}" fill="${ground}"/>${this.#body}</svg>`,
      widthPx,
      heightPx,
    };
  }
}
