import type { Store } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';

/** The red-lines of the meeting on a window's map, whoever draws them; they come through the marks' own channel. */
export async function showMarks(
  store: Store,
  cartography: Cartography,
  planId: string,
): Promise<void> {
  const { openMarks } = await import('../plan-marks/marks-session.ts');
  openMarks({ store, cartography, planId, clock: () => Date.now() });
}
