import { createMapBudget, type MapBudget } from './map-budget.ts';

const KEY = Symbol.for('plan-atlas.map-budget');

/** The page's one budget: the first copy of the library that needs it makes it, the others find it. */
export function budgetOfPage(
  page: object,
  later: (work: () => void, ms: number) => void,
): MapBudget {
  const known: unknown = Reflect.get(page, KEY);
  if (isBudget(known)) return known;
  const made = createMapBudget(later);
  Object.defineProperty(page, KEY, { value: made, configurable: true });
  return made;
}

function isBudget(value: unknown): value is MapBudget {
  if (typeof value !== 'object' || value === null) return false;
  const { join, review } = value as Partial<MapBudget>;
  return typeof join === 'function' && typeof review === 'function';
}
