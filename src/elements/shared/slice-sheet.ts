import type { Look } from '../../contracts/theme.ts';

const sheets = new WeakMap<Look, CSSStyleSheet>();

/**
 * A flavour's tokens as a rule on the host, so that a page's own rules on the element win; the atlas within takes
 * what the page has set instead of its own.
 */
export function sliceSheet(look: Look): CSSStyleSheet {
  let sheet = sheets.get(look);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const names = Object.keys(look.tokens);
    const tokens = names.map((name) => `--plan-${name}:${look.tokens[name]};`).join('');
    const handed = names.map((name) => `--plan-${name}:inherit;`).join('');
    sheet.replaceSync(`:host{color-scheme:${look.scheme};${tokens}}plan-atlas{${handed}}`);
    sheets.set(look, sheet);
  }
  return sheet;
}
