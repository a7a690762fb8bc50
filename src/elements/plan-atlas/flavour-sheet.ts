import type { Flavour } from '../../contracts/theme.ts';

const sheets = new WeakMap<Flavour, CSSStyleSheet>();

/** A flavour's tokens as a rule on the host, so that a page's own rules on the element win. */
export function flavourSheet(flavour: Flavour): CSSStyleSheet {
  let sheet = sheets.get(flavour);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const tokens = Object.entries({
      ...flavour.tokens,
      'map-ground': flavour.colours['outside']!,
      'map-land': flavour.colours['land']!,
    }).map(([name, value]) => `--plan-${name}: ${value};`);
    sheet.replaceSync(`:host { color-scheme: ${flavour.scheme}; ${tokens.join(' ')} }`);
    sheets.set(flavour, sheet);
  }
  return sheet;
}
