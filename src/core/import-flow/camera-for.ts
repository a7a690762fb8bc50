import type { Bounds } from '../../contracts/bundle.ts';
import type { Camera, ViewerState } from '../../contracts/state.ts';

/** Part of the window that what is looked at may fill. */
const FILL = 0.7;
const MOST_ZOOM = 15;
const LEAST_SPAN = 1e-5;

/** Mercator's northing of a latitude, in degrees. */
const northing = (lat: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** A camera that sees all of some bounds, reckoned from what the map shows now; null: there is no map. */
export function cameraFor(
  [west, south, east, north]: Bounds,
  { camera, bounds, frame }: Pick<ViewerState, 'camera' | 'bounds' | 'frame'>,
): Camera | null {
  if (!camera || !bounds) return null;
  // A turned window's bounds are wider than it is; half of them is on the safe side.
  const turned = frame ? 2 : 1;
  const wide = (bounds[2] - bounds[0]) / turned;
  const high = (northing(bounds[3]) - northing(bounds[1])) / turned;
  const ratio = Math.min(
    (wide * FILL) / Math.max(east - west, LEAST_SPAN),
    (high * FILL) / Math.max(northing(north) - northing(south), LEAST_SPAN),
  );
  return {
    center: [(west + east) / 2, (south + north) / 2],
    zoom: Math.min(camera.zoom + Math.log2(ratio), MOST_ZOOM),
    bearing: 0,
    pitch: 0,
  };
}
