import './index.ts';
import rules from './main.css?inline';

/** With the script, so that the page needs one request less; before it there is nothing to lay out. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** The speaker's own window is the same page with another part in it. */
if (/[?&]presenter\b/.test(location.search)) {
  const atlas = document.querySelector('plan-atlas')!;
  atlas.removeAttribute('permalink');
  atlas.append(document.createElement('plan-presenter'));
}
