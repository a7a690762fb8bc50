import { BUDGET_KEY, findBudget } from './find-budget.ts';
import { createMapBudget, type MapBudget } from './map-budget.ts';

/** The page's one budget: the first copy of the library that needs it makes it, the others find it. */
export function budgetOfPage(
  page: object,
  later: (work: () => void, ms: number) => void,
): MapBudget {
  const found = findBudget(page);
  if (found) return found;
  const made = createMapBudget(later);
  Object.defineProperty(page, BUDGET_KEY, { value: made, configurable: true });
  return made;
}
