/** What comes once the text stands, in one chunk: cartography, frame, map shell, panels. */
export { cartography } from '../layers/index.ts';
export { AtlasFrame } from './elements/plan-atlas/atlas-frame.ts';
export { PlanCard } from './elements/plan-card/plan-card.ts';
export { PlanLayers } from './elements/plan-layers/plan-layers.ts';
export { PlanList } from './elements/plan-list/plan-list.ts';
export { PlanMap } from './elements/plan-map/plan-map.ts';
export { PlanSearch } from './elements/plan-search/plan-search.ts';
export { findUndrawn } from './core/find-undrawn.ts';
