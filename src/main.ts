import './index.ts';
import rules from './main.css?inline';

/** With the script, so that the page needs one request less; before it there is nothing to lay out. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const atlas = document.querySelector('plan-atlas')!;
const { search, pathname } = location;
if (search.includes('print=handout')) {
  void import('./handout.ts').then(({ openHandout }) => openHandout(atlas));
} else if (/[?&]embed\b/.test(search) || pathname.endsWith('/embed.html')) {
  /** A frame writes no history, and begins no plan that it may not show. */
  atlas.removeAttribute('permalink');
  const { src } = atlas;
  if (/[?&](embed=[fq]|src=)/.test(search)) {
    atlas.src = null;
    atlas.remove();
  }
  void import('./embed/open-frame.ts').then(({ openFrame }) => openFrame(atlas, src));
} else {
  /** The speaker's own window is the same page with another part in it. */
  if (/[?&]presenter\b/.test(search)) {
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
