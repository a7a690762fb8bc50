import type { Bounds } from '../../contracts/bundle.ts';
import type { Camera } from '../../contracts/state.ts';

/** Side of the world at zoom 0 in CSS pixels, as the map library counts zooms. */
const WORLD_PX = 512;
const MARGIN_PX = 24;
const CLOSEST_ZOOM = 14;

/** The camera from which a box is seen whole in a map of this size: Web Mercator, north up, from straight above. */
export function frameBounds(
  [west, south, east, north]: Bounds,
  widthPx: number,
  heightPx: number,
): Camera {
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const shareX = (east - west) / 360;
  const shareY = bottom - top;
  const room = (px: number): number => Math.max(px - 2 * MARGIN_PX, px / 2, 1);
  const zoom = Math.min(
    Math.log2(room(widthPx) / (WORLD_PX * shareX)),
    Math.log2(room(heightPx) / (WORLD_PX * shareY)),
    CLOSEST_ZOOM,
  );
  return {
    center: [round((west + east) / 2, 5), round(latitudeAt((top + bottom) / 2), 5)],
    zoom: Math.max(0, Math.floor(zoom * 100) / 100),
    bearing: 0,
    pitch: 0,
  };
}

/** 0 at the northern edge of the projection, 1 at the southern. */
function mercatorY(lat: number): number {
  const radians = (lat * Math.PI) / 180;
  return (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) / 2;
}

const latitudeAt = (y: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
