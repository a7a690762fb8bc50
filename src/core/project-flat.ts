import type { LngLat } from '../contracts/bundle.ts';
import type { Camera } from '../contracts/state.ts';

/** Width of the world in CSS pixels at zoom 0. */
const WORLD_PX = 512;

/**
 * Where a position stood on a map that no longer runs, in CSS pixels from its upper left corner; null for a tilted one,
 * whose perspective only the renderer knows.
 */
export function projectFlat(
  [lng, lat]: LngLat,
  { center, zoom, bearing, pitch }: Camera,
  size: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | null {
  if (Math.abs(pitch) > 0.01) return null;
  const worldPx = WORLD_PX * 2 ** zoom;
  const dx = ((lng - center[0]) / 360) * worldPx;
  const dy = (mercatorY(lat) - mercatorY(center[1])) * worldPx;
  const turn = (-bearing * Math.PI) / 180;
  return {
    x: size.width / 2 + dx * Math.cos(turn) - dy * Math.sin(turn),
    y: size.height / 2 + dx * Math.sin(turn) + dy * Math.cos(turn),
  };
}

/** 0 at 85° north, 1 at 85° south. */
function mercatorY(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
}
