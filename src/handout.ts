/** The app as pages to print: `?print=handout`, in English with `&lang=en`. */
import type { PlanAtlas } from './elements/plan-atlas/plan-atlas.ts';
import { PlanHandout } from './elements/plan-handout/plan-handout.ts';
import { define } from './elements/shared/define.ts';
import rules from './handout.css?inline';

/** Device pixels per pixel of the map: about 250 dots an inch on paper. */
const PIXEL_RATIO = '2';

/** Turns the page's atlas into a handout: a map that shows the scenes, and the sheets over it. */
export function openHandout(atlas: PlanAtlas): void {
  define('plan-handout', PlanHandout);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  atlas.permalink = false;
  if (new URLSearchParams(location.search).get('lang') === 'en') atlas.lang = 'en';
  atlas.setViewState({ flavour: 'light' });
  const map = document.createElement('plan-map');
  map.setAttribute('hide-buttons', '');
  map.setAttribute('stays-awake', '');
  map.setAttribute('pixel-ratio', PIXEL_RATIO);
  map.inert = true;
  const handout = document.createElement('plan-handout');
  handout.map = map as HTMLElementTagNameMap['plan-map'];
  atlas.append(map, handout);
  atlas.requestUpdate();
}
