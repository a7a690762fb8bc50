/** What is loaded when the first map comes into view: the scene builder and the renderer, in one chunk. */
import type { MapModule } from './contracts/map-port.ts';
import { budgetOfPage } from './core/map-budget/budget-of-page.ts';
import type { MapBudget } from './core/map-budget/map-budget.ts';
import { seatMaps } from './core/map-budget/seat-maps.ts';
import { createMap as startMap } from './map/create-map.ts';

export { buildScene, buildStyle } from './core/build-scene.ts';

const budget = (): MapBudget => budgetOfPage(globalThis, setTimeout);

export const createMap = seatMaps(startMap, budget);
export const takeSeat: MapModule['takeSeat'] = (seat, signal) => budget().join(seat, signal);
export const reviewSeats = (): void => budget().review();
export const loadPulse = (): Promise<unknown> =>
  Promise.all([import('./map/pulse.ts'), import('./map/pulse-device.ts')]);
export const loadMarks = (): Promise<unknown> => import('./map/marks/drawn-marks.ts');
