import type { BaseChoice } from '../../contracts/base-map.ts';
import { NO_BASE, readBaseChoice } from '../../core/base-map/base-choice.ts';

const KEY = 'plan-atlas:base';

/** What was chosen on this machine; nothing where storage is forbidden. */
export function recallChoice(): BaseChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === null ? NO_BASE : readBaseChoice(JSON.parse(stored) as unknown);
  } catch {
    return NO_BASE;
  }
}

/** @returns false when this machine keeps nothing, so that it can be said */
export function rememberChoice(choice: BaseChoice): boolean {
  try {
    if (choice.map || choice.terrain) localStorage.setItem(KEY, JSON.stringify(choice));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
