import './index.ts';
import rules from './main.css?inline';

/** With the script, so that the page needs one request less; before it there is nothing to lay out. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const atlas = document.querySelector('plan-atlas')!;
if (location.search.includes('print=handout')) {
  void import('./handout.ts').then(({ openHandout }) => openHandout(atlas));
} else {
  /** The speaker's own window is the same page with another part in it. */
  if (/[?&]presenter\b/.test(location.search)) {
    atlas.removeAttribute('permalink');
    atlas.setAttribute('gestures', 'greedy');
    atlas.append(document.createElement('plan-presenter'));
  }
  // Only once the map stands: keeping the app for offline use must not slow its start.
  if (import.meta.env.PROD) {
    void atlas.viewOnReady().then(async () => {
      // Where the network has gone meanwhile, the next visit keeps it.
      const offline = await import('./offline.ts').catch(() => null);
      offline?.startOffline(atlas);
    });
  }
}
