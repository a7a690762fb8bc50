/** What is loaded when the first map comes into view: the scene builder and the renderer, in one chunk. */
export { buildScene, buildStyle } from './core/build-scene.ts';
export { createMap } from './map/create-map.ts';
export const loadPulse = (): Promise<unknown> =>
  Promise.all([import('./map/pulse.ts'), import('./map/pulse-device.ts')]);
export const loadMarks = (): Promise<unknown> => import('./map/marks/drawn-marks.ts');
