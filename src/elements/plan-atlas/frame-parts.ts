/** The frame and what stands in its bar: a chunk of its own, fetched beside the panels. */
export { PlanSearch } from '../plan-search/plan-search.ts';
export { AtlasFrame } from './atlas-frame.ts';
