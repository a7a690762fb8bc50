import css from 'maplibre-gl/dist/maplibre-gl.css?inline';

let sheet: CSSStyleSheet | null = null;

/** MapLibre's own rules must be in the root that holds the map; a document's rules stop at a shadow root. */
export function adoptMapStyles(root: Node): void {
  if (!(root instanceof ShadowRoot) && !(root instanceof Document)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    // A rem is the page's own measure, and may be anything.
    sheet.replaceSync(
      css.replaceAll(/([\d.]+)rem\b/g, (_, rem: string) => `${Number(rem) * 16}px`),
    );
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  }
}
