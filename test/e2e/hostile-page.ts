/** A page whose rules reach for everything: what an atlas must look the same on. */
import type { Page } from 'playwright-core';

/** Inherited, so that a shadow root has them through its host; and a few that would be seen inside all the same. */
const WORST = `
  accent-color: red; border-collapse: collapse; border-spacing: 9px; caption-side: bottom; caret-color: red;
  color: rgb(255, 0, 0); color-scheme: dark; cursor: crosshair; direction: rtl; empty-cells: hide;
  fill: red; stroke: lime; stroke-width: 5px; stroke-dasharray: 1 1; paint-order: stroke;
  font: italic small-caps 900 40px/3 monospace; font-stretch: expanded; font-feature-settings: 'smcp';
  font-kerning: none; font-optical-sizing: none; font-synthesis: none; font-variant-numeric: oldstyle-nums;
  forced-color-adjust: none; hyphens: auto; image-rendering: pixelated; letter-spacing: 0.4em;
  line-break: anywhere; list-style: square inside; orphans: 9; widows: 9; overflow-wrap: normal;
  print-color-adjust: exact; quotes: '<' '>'; ruby-position: under; scrollbar-color: red lime; tab-size: 40;
  text-align: right; text-align-last: right; text-anchor: end; text-combine-upright: all;
  text-decoration: line-through wavy red; text-emphasis: '!'; text-indent: 40px; text-orientation: upright;
  text-rendering: geometricPrecision; text-shadow: 3px 3px 2px red; text-transform: uppercase;
  text-underline-offset: 9px; text-underline-position: under; text-wrap: nowrap; text-autospace: no-autospace;
  user-select: none; white-space: pre; word-break: break-all; word-spacing: 1em; writing-mode: vertical-rl;
  -webkit-font-smoothing: antialiased; -webkit-tap-highlight-color: red; -webkit-text-fill-color: red;
  -webkit-text-security: disc; -webkit-text-stroke: 2px lime; columns: 3; box-sizing: content-box;
  background: yellow; --paper: red; --ink: lime; --rule: red; --accent: red; --card: red; --small: 40px;
  --type: 40px; --target: 90px; --sans: monospace; --serif: monospace; --body: 40px; --gutter: 90px;
  --lit: red; --column: 900px; --left: 900px; --right: 900px; --frame-height: 9px; --theme: red;`;

const important = (rules: string): string => rules.replaceAll(/;/g, ' !important;');

const RULES = `
  * { ${important(WORST)} }
  plan-atlas *, plan-atlas, body { ${important(WORST)} }
  *::before, *::after { content: 'hostile' !important; display: block !important; }
  img, svg, canvas { width: 100% !important; height: auto !important; max-width: 40px !important; }
  a { color: red !important; } h1, h2, h3, p, ul, li { margin: 40px !important; font-size: 60px !important; }
  button, input, select { all: unset !important; font-size: 50px !important; text-transform: uppercase !important; }
  table { border: 9px solid red !important; } [hidden] { display: block !important; }
  .frame, .bar, .pane, .title, .card, .row, .clause, .phrase, .control, .scroller { display: none !important; }
  #map, #pane-text, #pane-layers { display: none !important; }
  .maplibregl-map, .maplibregl-canvas, .maplibregl-cooperative-gesture-screen { display: none !important; }
`;

/** Puts the hostile rules on the page as one more sheet, after all others. */
export async function makeHostilePage(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.dir = 'rtl';
  }, RULES);
}
