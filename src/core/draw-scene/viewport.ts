import type { Position } from 'geojson';
import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import type { Padding } from '../../contracts/state.ts';

/** X to the right and y down, in CSS pixels from the upper left corner. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A picture's frame on the web-mercator plane, north up. */
export interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly center: LngLat;
  readonly zoom: number;
  readonly project: (position: Position) => Point;
}

/** Width of the world at zoom 0. */
export const TILE_PX = 512;
/** Where the plane ends. */
const POLE = 85.051_129;

/** Web Mercator as shares of the world, from its north-west corner. */
export const toPlane = ([lng, lat]: Position): Point => {
  const phi = (Math.min(POLE, Math.max(-POLE, lat!)) * Math.PI) / 180;
  return [(lng! + 180) / 360, (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2];
};

export const fromPlane = ([x, y]: Point): LngLat => [
  x * 360 - 180,
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
];

export function createViewport(
  { center, zoom }: Pick<Viewport, 'center' | 'zoom'>,
  widthPx: number,
  heightPx: number,
): Viewport {
  const worldPx = TILE_PX * 2 ** zoom;
  const [middleX, middleY] = toPlane([...center]);
  return {
    widthPx,
    heightPx,
    center,
    zoom,
    project: (position) => {
      const [x, y] = toPlane(position);
      return [(x - middleX) * worldPx + widthPx / 2, (y - middleY) * worldPx + heightPx / 2];
    },
  };
}

/** The closest frame that shows a box whole inside its padding. */
export function fitViewport(
  [west, south, east, north]: Bounds,
  widthPx: number,
  heightPx: number,
  padding: Padding,
  maxZoom: number,
): Viewport {
  const [left, top] = toPlane([west, north]);
  const [right, bottom] = toPlane([east, south]);
  const roomX = widthPx - padding.left - padding.right;
  const roomY = heightPx - padding.top - padding.bottom;
  const closest = Math.log2(Math.min(roomX / (right - left), roomY / (bottom - top)) / TILE_PX);
  const zoom = Math.min(maxZoom, closest);
  const worldPx = TILE_PX * 2 ** zoom;
  const x = (left + right) / 2 + (padding.right - padding.left) / 2 / worldPx;
  const y = (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / worldPx;
  return createViewport({ center: fromPlane([x, y]), zoom }, widthPx, heightPx);
}

/** The frame itself, grown on every side. */
export function frameBox({ widthPx, heightPx }: Viewport, growPx = 0): Box {
  return { left: -growPx, top: -growPx, right: widthPx + growPx, bottom: heightPx + growPx };
}
