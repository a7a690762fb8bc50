/** The face that everything on paper is set in: the files of a sheet carry it, so that they look alike everywhere. */

/** A name of our own: a font of the machine is never taken for it, and no other text of a page is set in it. */
export const SHEET_FACE = 'Plan Atlas Sans';

export const FONT_WEIGHTS = [400, 700] as const;
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** A part of the face that is a file of its own. */
export interface FontSlice {
  readonly weight: FontWeight;
  /** All that it holds, each once. */
  readonly characters: string;
}

export type CharactersByWeight = Readonly<Record<FontWeight, ReadonlySet<string>>>;

/** From this weight on, text is set in the bold face. */
const LEAST_BOLD = 600;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
/** White space and marks without a shape of their own need no glyph. */
const SHAPELESS = /[\s\p{C}\u{FE00}-\u{FE0F}]/u;

/** Sets all text of a drawing in the face; what it lacks is drawn in the families that were named before. */
export const setInFace = (svg: string): string =>
  svg.replaceAll(/ font-family="([^"]*)"/g, ` font-family="${SHEET_FACE}, $1"`);

/** Every character of a drawing's text elements, by the weight that it is set in. */
export function readCharacters(svg: string): CharactersByWeight {
  const found = { 400: new Set<string>(), 700: new Set<string>() };
  /** Of the open elements, from the root inwards. */
  const weights: FontWeight[] = [400];
  let textDepth = 0;
  for (const [, closing, name, attributes, single, text] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:[^>"]|"[^"]*")*?)(\/?)>|([^<]+)/g,
  )) {
    const weight = weights.at(-1)!;
    if (text !== undefined) {
      if (textDepth > 0) {
        for (const sign of unescapeXml(text)) if (!SHAPELESS.test(sign)) found[weight].add(sign);
      }
    } else if (closing === '/') {
      weights.pop();
      if (name === 'text') textDepth -= 1;
    } else if (single !== '/') {
      const given = / font-weight="(\d+)"/.exec(attributes!)?.[1];
      weights.push(given === undefined ? weight : Number(given) >= LEAST_BOLD ? 700 : 400);
      if (name === 'text') textDepth += 1;
    }
  }
  return found;
}

export const unescapeXml = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The fewest of the slices, taken in their order, that hold the characters; and those that none of them holds. */
export function chooseSlices<Slice extends FontSlice>(
  slices: readonly Slice[],
  characters: CharactersByWeight,
): { readonly chosen: readonly Slice[]; readonly missing: readonly string[] } {
  const chosen: Slice[] = [];
  const missing = new Set<string>();
  for (const weight of FONT_WEIGHTS) {
    const left = new Set(characters[weight]);
    for (const slice of slices) {
      if (slice.weight !== weight || left.size === 0) continue;
      const before = left.size;
      for (const sign of slice.characters) left.delete(sign);
      if (left.size < before) chosen.push(slice);
    }
    for (const sign of left) missing.add(sign);
  }
  return { chosen, missing: [...missing] };
}

/** As CSS has it: `U+20-7E,U+4E00`. */
export function writeUnicodeRange(characters: string): string {
  const points = [...characters].map((sign) => sign.codePointAt(0)!).toSorted((a, b) => a - b);
  const ranges: [from: number, to: number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(',');
}

export interface EmbeddedSlice extends FontSlice {
  readonly format: 'woff' | 'truetype';
  readonly base64: string;
}

const MIME_TYPES = { woff: 'font/woff', truetype: 'font/ttf' } as const;

/** Style rules that carry the slices in themselves; several of one weight say which characters are whose. */
export const writeFaces = (slices: readonly EmbeddedSlice[]): string =>
  slices
    .map(({ weight, characters, format, base64 }) => {
      const isOnly = slices.filter((slice) => slice.weight === weight).length === 1;
      return (
        `@font-face{font-family:"${SHEET_FACE}";font-weight:${weight};` +
        `src:url(data:${MIME_TYPES[format]};base64,${base64}) format("${format}")` +
        `${isOnly ? '' : `;unicode-range:${writeUnicodeRange(characters)}`}}`
      );
    })
    .join('');

/**
 * A drawing as a file of its own, with its fonts in it. What it refers to is named as SVG 1.1 has it: Inkscape and
 * Illustrator draw no `<use>` and no picture that is named otherwise.
 */
export function writeSheetFile(svg: string, slices: readonly EmbeddedSlice[]): string {
  const style = slices.length === 0 ? '' : `<style>${writeFaces(slices)}</style>`;
  return svg
    .replaceAll('<use href="', '<use xlink:href="')
    .replaceAll(/(<image [^>]*?)href="/g, '$1xlink:href="')
    .replace(
      /^<svg\b([^>]*)>/,
      (_root, attributes: string) =>
        `<svg${attributes} xmlns:xlink="http://www.w3.org/1999/xlink">${style}`,
    );
}
