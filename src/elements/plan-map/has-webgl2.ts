import { findBudget } from '../../core/map-budget/find-budget.ts';

/** Whether this browser can start a WebGL2 context; asked before the map's code is fetched. */
export function hasWebgl2(): boolean {
  // Where a map runs there is no need to ask, and beside eight one context more would cost the oldest its own.
  if ((findBudget(globalThis)?.count?.() ?? 0) > 0) return true;
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
