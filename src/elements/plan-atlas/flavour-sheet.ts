import type { Look } from '../../contracts/theme.ts';

const sheets = new WeakMap<Look, CSSStyleSheet>();

/** A flavour's tokens as a rule on the host, so that a page's own rules on the element win. */
export function flavourSheet(look: Look): CSSStyleSheet {
  let sheet = sheets.get(look);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const tokens = Object.entries(look.tokens).map(([name, value]) => `--plan-${name}: ${value};`);
    sheet.replaceSync(`:host { color-scheme: ${look.scheme} !important; ${tokens.join(' ')} }`);
    sheets.set(look, sheet);
  }
  return sheet;
}
