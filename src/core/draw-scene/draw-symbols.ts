import type { SvgImage } from '../../contracts/theme.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Placed, PlacedGlyph, PlacedLine, Type } from './placed.ts';
import type { Drawable } from './read-layer.ts';
import { toTenths, toThousandths, writeAttributes, writeGroups, type Piece } from './write-svg.ts';

/** The scene's own pictures, each once, under a short name. */
export class IconSheet {
  readonly #images: Readonly<Record<string, SvgImage>>;
  readonly #ids = new Map<string, string>();

  constructor(images: Readonly<Record<string, SvgImage>>) {
    this.#images = images;
  }

  use(name: string, [x, y]: readonly [number, number]): string {
    const { widthPx, heightPx } = this.#images[name]!;
    const id = this.#ids.get(name) ?? `i${this.#ids.size}`;
    this.#ids.set(name, id);
    const place = writeAttributes({
      href: `#${id}`,
      x: toTenths(x - widthPx / 2),
      y: toTenths(y - heightPx / 2),
      width: widthPx,
      height: heightPx,
    });
    return `<use${place}/>`;
  }

  /** What stands in `<defs>`. */
  write(): string {
    return [...this.#ids]
      .map(([name, id]) => {
        const parts = /^<svg[^>]*\sviewBox="([^"]*)"[^>]*>(.*)<\/svg>$/s.exec(
          this.#images[name]!.svg,
        );
        if (!parts) throw new Error(`the picture "${name}" is no SVG with a viewBox`);
        return `<symbol id="${id}" viewBox="${parts[1]}">${parts[2]}</symbol>`;
      })
      .join('');
  }
}

/** Signs and names of one layer, where they were placed. */
export function drawSymbols(placed: readonly Placed[], icons: IconSheet): string {
  return writeGroups(placed.map((one) => drawSymbol(one, icons)));
}

function drawSymbol({ mark, drawable }: Placed, icons: IconSheet): Piece {
  switch (mark.kind) {
    case 'icon': {
      const opacity = Number(drawable.paint('icon-opacity'));
      return {
        attributes: opacity < 1 ? writeAttributes({ opacity: toThousandths(opacity) }) : '',
        content: icons.use(mark.image, mark.at),
      };
    }
    case 'name':
      return {
        attributes: writeType(drawable, mark.type),
        content: writeName(mark.lines, mark.type),
      };
    case 'along':
      return { attributes: writeType(drawable, mark.type), content: writeAlong(mark.glyphs) };
    default:
      return mark satisfies never;
  }
}

/** The halo is a stroke under the letters, twice as broad as it shows. */
function writeType({ paint }: Drawable, { sizePx, family, weight }: Type): string {
  const opacity = Number(paint('text-opacity'));
  const haloPx = Number(paint('text-halo-width'));
  return writeAttributes({
    'font-family': escapeXml(family),
    'font-size': toThousandths(sizePx),
    'font-weight': weight,
    fill: String(paint('text-color')),
    stroke: haloPx > 0 ? String(paint('text-halo-color')) : null,
    'stroke-width': haloPx > 0 ? toThousandths(2 * haloPx) : null,
    'stroke-linejoin': haloPx > 0 ? 'round' : null,
    'paint-order': haloPx > 0 ? 'stroke' : null,
    opacity: opacity < 1 ? toThousandths(opacity) : null,
  });
}

function writeName(lines: readonly PlacedLine[], { sizePx }: Type): string {
  return lines
    .map(({ at, anchor, sections }) => {
      const [first] = sections;
      const scale = first?.scale ?? 1;
      const rest = sections.every((section) => section.scale === scale);
      const words = rest
        ? escapeXml(sections.map(({ text }) => text).join(''))
        : sections.map((section) => writeSpan(section.text, section.scale * sizePx)).join('');
      const place = writeAttributes({
        x: toTenths(at[0]),
        y: toTenths(at[1]),
        'text-anchor': anchor === 'start' ? null : anchor,
        'font-size': rest && scale !== 1 ? toThousandths(scale * sizePx) : null,
      });
      return `<text${place}>${words}</text>`;
    })
    .join('');
}

const writeSpan = (text: string, sizePx: number): string =>
  `<tspan font-size="${toThousandths(sizePx)}">${escapeXml(text)}</tspan>`;

/** Each letter has its own place and turn. */
function writeAlong(glyphs: readonly PlacedGlyph[]): string {
  const list = (value: (glyph: PlacedGlyph) => string): string => glyphs.map(value).join(' ');
  const place = writeAttributes({
    x: list(({ at }) => toTenths(at[0])),
    y: list(({ at }) => toTenths(at[1])),
    rotate: list(({ turnDegrees }) => String(Math.round(turnDegrees))),
  });
  return `<text${place}>${escapeXml(glyphs.map(({ text }) => text).join(''))}</text>`;
}
