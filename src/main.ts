import './index.ts';
import rules from './main.css?inline';

/** With the script, so that the page needs one request less; before it there is nothing to lay out. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const atlas = document.querySelector('plan-atlas')!;
if (location.search.includes('print=handout')) {
  void import('./handout.ts').then(({ openHandout }) => openHandout(atlas));
} else if (import.meta.env.PROD) {
  // Only once the map stands: keeping the app for offline use must not slow its start.
  void atlas.viewOnReady().then(async () => (await import('./offline.ts')).startOffline(atlas));
}
