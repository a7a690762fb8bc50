import { toThousandths } from '../draw-scene/write-svg.ts';
import { unescapeXml, type FontWeight } from './sheet-face.ts';

/** Shapes of the face, in units of the font. */
export interface HaloShapes {
  readonly unitsPerEm: number;
  /** Null when the face has no such character. */
  readonly outlineOf: (
    sign: string,
    weight: FontWeight,
  ) => { readonly path: string; readonly advanceEm: number } | null;
}

interface Letter {
  readonly sign: string;
  readonly x: number;
  readonly y: number;
  readonly turnDegrees: number;
  readonly sizePx: number;
}

const HALO = ['stroke', 'stroke-width', 'stroke-linejoin', 'paint-order'] as const;

/**
 * Draws the halos of names as shapes of their own under the names. Printers' files hold stroked text as shapes anyway,
 * with the words a second time, in a font of pictures: found twice, copied twice. A name with a character that the face
 * lacks stays as it is, with those that are painted alike beside it.
 * @param drawing one SVG, or a document with several
 */
export function outlineHalos(drawing: string, shapes: HaloShapes): string {
  const defined = new Map<string, string>();
  const drawn = drawing.replaceAll(
    /<g([^>]* paint-order="stroke"[^>]*)>((?:<text[^>]*>(?:[^<]|<\/?tspan[^>]*>)*<\/text>)+)<\/g>/g,
    (whole, attributes: string, texts: string) => {
      const read = (name: string): string | null => readAttribute(attributes, name);
      const weight: FontWeight = read('font-weight') === '700' ? 700 : 400;
      const widthOf = (sign: string): number => shapes.outlineOf(sign, weight)?.advanceEm ?? 0;
      const letters = [...texts.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].flatMap(
        ([, own, inner]) => placeLetters(own!, inner!, Number(read('font-size')), widthOf),
      );
      if (letters.some(({ sign }) => !shapes.outlineOf(sign, weight))) return whole;
      const uses: string[] = [];
      for (const { sign, x, y, turnDegrees, sizePx } of letters) {
        const outline = shapes.outlineOf(sign, weight)!;
        if (outline.path === '') continue;
        const id = `h${weight}-${sign.codePointAt(0)!.toString(16)}`;
        defined.set(id, outline.path);
        const turn = turnDegrees === 0 ? '' : ` rotate(${turnDegrees})`;
        const scale = (sizePx / shapes.unitsPerEm).toFixed(5);
        const strokeUnits = Math.round((Number(read('stroke-width')) / sizePx) * shapes.unitsPerEm);
        uses.push(
          `<use href="#${id}" transform="translate(${toThousandths(x)} ${toThousandths(y)})${turn} scale(${scale})" ` +
            `stroke-width="${strokeUnits}"/>`,
        );
      }
      const opacity = read('opacity');
      const plain = [...HALO, 'opacity'].reduce(
        (rest, name) => rest.replace(new RegExp(` ${name}="[^"]*"`), ''),
        attributes,
      );
      return (
        `<g${opacity === null ? '' : ` opacity="${opacity}"`}>` +
        `<g fill="none" stroke="${read('stroke')}" stroke-linejoin="round">${uses.join('')}</g>` +
        `<g${plain}>${texts}</g></g>`
      );
    },
  );
  if (defined.size === 0) return drawn;
  const paths = [...defined].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  return drawn.replace(/<svg\b[^>]*>/, (root) => `${root}<defs>${paths.join('')}</defs>`);
}

const readAttribute = (attributes: string, name: string): string | null =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;

/** Every letter of a name where the browser sets it: each at its own place, or one behind the other from an anchor. */
function placeLetters(
  own: string,
  inner: string,
  groupPx: number,
  widthOf: (sign: string) => number,
): readonly Letter[] {
  const sizePx = Number(readAttribute(own, 'font-size') ?? groupPx);
  const list = (name: string): number[] => (readAttribute(own, name) ?? '').split(' ').map(Number);
  const [xs, ys] = [list('x'), list('y')];
  const runs = [...inner.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>|([^<]+)/gs)].map(
    ([, span, words, bare]) => ({
      signs: [...unescapeXml(words ?? bare ?? '')],
      sizePx: Number(readAttribute(span ?? '', 'font-size') ?? sizePx),
    }),
  );
  if (xs.length > 1) {
    const turns = list('rotate');
    return runs
      .flatMap(({ signs }) => signs)
      .map((sign, at) => ({ sign, x: xs[at]!, y: ys[at]!, turnDegrees: turns[at] ?? 0, sizePx }));
  }
  const width = runs.reduce(
    (sum, run) => sum + run.signs.reduce((all, sign) => all + widthOf(sign) * run.sizePx, 0),
    0,
  );
  const share = { middle: 0.5, end: 1 }[readAttribute(own, 'text-anchor') ?? ''] ?? 0;
  let x = xs[0]! - width * share;
  return runs.flatMap((run) =>
    run.signs.map((sign) => {
      const letter = { sign, x, y: ys[0]!, turnDegrees: 0, sizePx: run.sizePx };
      x += widthOf(sign) * run.sizePx;
      return letter;
    }),
  );
}
