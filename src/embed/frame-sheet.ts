import rules from './frame.css?inline';

let sheet: CSSStyleSheet | null = null;

/** The look of a page that holds no atlas: as high as what is in it. */
export function adoptFrameSheet(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
