/** What comes once the text stands, in one chunk: cartography, frame, map shell, panels. */
import { cartography } from '../layers/index.ts';
import { fitCartography, hallFactor } from './core/fit-cartography.ts';
import { define } from './elements/shared/define.ts';

export { AtlasFrame } from './elements/plan-atlas/atlas-frame.ts';
export { PlanCard } from './elements/plan-card/plan-card.ts';
export { PlanLayers } from './elements/plan-layers/plan-layers.ts';
export { PlanList } from './elements/plan-list/plan-list.ts';
export { PlanMap } from './elements/plan-map/plan-map.ts';
export { PlanSearch } from './elements/plan-search/plan-search.ts';
export { findUndrawn } from './core/find-undrawn.ts';

const fitted = new Map<number, ReturnType<typeof fitCartography>>();

/** The cartography for the window as it is now; the same object for the same factor. */
export function cartographyOfScreen(): ReturnType<typeof fitCartography> {
  const factor = hallFactor(innerWidth, innerHeight);
  let found = fitted.get(factor);
  if (!found) fitted.set(factor, (found = fitCartography(cartography, factor)));
  return found;
}

/** The speaker's window, in a page that holds one. */
export async function loadPresenter(): Promise<void> {
  if (!document.querySelector('plan-presenter')) return;
  const { PlanPresenter } = await import('./elements/plan-presenter/plan-presenter.ts');
  define('plan-presenter', PlanPresenter);
}
