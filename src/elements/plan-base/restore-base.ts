import type { Store } from '../../contracts/state.ts';
import { recallChoice } from './base-choice-disk.ts';

/** Lays what was chosen on this machine before under the plan; nothing is fetched for who has chosen nothing. */
export async function restoreBase(store: Store): Promise<void> {
  const { map, terrain } = recallChoice();
  if (store.getState().base || (!map && !terrain)) return;
  const { baseOf } = await import('./base-session.ts');
  baseOf(store).restore();
}
