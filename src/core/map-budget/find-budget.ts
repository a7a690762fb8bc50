import type { MapBudget } from './map-budget.ts';

export const BUDGET_KEY = Symbol.for('plan-atlas.map-budget');

/** The page's budget, whichever copy of the library has made it; null before the first map. */
export function findBudget(page: object): MapBudget | null {
  const found: unknown = Reflect.get(page, BUDGET_KEY);
  if (typeof found !== 'object' || found === null) return null;
  const { join, review } = found as Partial<MapBudget>;
  return typeof join === 'function' && typeof review === 'function' ? (found as MapBudget) : null;
}
