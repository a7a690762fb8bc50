/** What comes once the text stands, in one chunk: cartography, map shell, panels. */
export { cartography } from '../layers/index.ts';
export { PlanCard } from './elements/plan-card/plan-card.ts';
export { PlanLayers } from './elements/plan-layers/plan-layers.ts';
export { PlanList } from './elements/plan-list/plan-list.ts';
export { PlanMap } from './elements/plan-map/plan-map.ts';
export { findUndrawn } from './core/find-undrawn.ts';
