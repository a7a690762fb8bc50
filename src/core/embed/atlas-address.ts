/** Where in the atlas a link leads; what is absent is left as the atlas opens. */
export interface AtlasPlace {
  readonly feature?: string | null;
  readonly clause?: string | null;
  /** `start-end` within the clause. */
  readonly phrase?: string | null;
  readonly layers?: readonly string[];
  readonly lang?: string | null;
}

/**
 * The address of the full atlas at a place; null unless `href` leads to a page, so that no script is ever a link.
 * @param href address of the app, relative or whole; what it has behind `#` is replaced
 * @param base address of the page
 */
export function toAtlasAddress(href: string, base: string, place: AtlasPlace): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  const isPage = /^https?:$/.test(url.protocol) || url.protocol === new URL(base).protocol;
  if (!isPage) return null;
  url.hash = writePlace(place);
  return url.href;
}

/** A place as the app's own addresses write it, without `#`. */
export function writePlace({ feature, clause, phrase, layers, lang }: AtlasPlace): string {
  const given: readonly (readonly [string, string | null | undefined])[] = [
    ['feature', feature],
    ['clause', clause],
    ['phrase', phrase],
    ['layers', layers?.join(',') || null],
    ['lang', lang],
  ];
  const parts = given.flatMap(([name, value]) =>
    // Half a character, which no address can hold, becomes the sign for what cannot be read.
    value ? [String(new URLSearchParams({ [name]: value })).replaceAll('%2C', ',')] : [],
  );
  return ['v=1', ...parts].join('&');
}
