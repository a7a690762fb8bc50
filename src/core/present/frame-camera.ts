import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import type { Camera, Padding } from '../../contracts/state.ts';

/** Vertical angle of the map's lens, as MapLibre has it by default, in radians. */
const FIELD_OF_VIEW = 0.6435011087932844;
const TILE_PX = 512;
const ZOOM_STEPS = 26;
const CENTER_STEPS = 16;

/** The window through which the map is seen, in CSS pixels; `padding` is covered by the caption. */
export interface Stage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly padding: Padding;
}

export interface CameraLimits {
  readonly bearing: number;
  readonly pitch: number;
  readonly minZoom: number;
  readonly maxZoom: number;
}

/**
 * The nearest camera from which a box on the ground is seen whole beside the caption. MapLibre's own `fitBounds`
 * does not reckon with the pitch, and its `easeTo` not with what lies over the map.
 */
export function frameCamera(bounds: Bounds, stage: Stage, limits: CameraLimits): Camera {
  const [west, south, east, north] = bounds;
  const corners: readonly LngLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  let low = limits.minZoom;
  let high = Math.max(limits.minZoom, limits.maxZoom);
  let best = aim(corners, stage, low, limits);
  const nearest = aim(corners, stage, high, limits);
  if (fits(corners, stage, nearest)) return nearest;
  for (let step = 0; step < ZOOM_STEPS; step += 1) {
    const zoom = (low + high) / 2;
    const camera = aim(corners, stage, zoom, limits);
    if (fits(corners, stage, camera)) {
      best = camera;
      low = zoom;
    } else high = zoom;
  }
  return best;
}

/** Where a position stands on the stage; behind the viewer nothing has a finite place. */
export function projectOnStage(
  position: LngLat,
  { center, zoom, bearing, pitch }: Camera,
  { widthPx, heightPx }: Pick<Stage, 'widthPx' | 'heightPx'>,
): { readonly x: number; readonly y: number } {
  const world = TILE_PX * 2 ** zoom;
  const [px, py] = toMercator(position);
  const [cx, cy] = toMercator(center);
  const [dx, dy] = [(px - cx) * world, (py - cy) * world];
  const turn = toRadians(bearing);
  const x = dx * Math.cos(turn) + dy * Math.sin(turn);
  const y = -dx * Math.sin(turn) + dy * Math.cos(turn);
  const tilt = toRadians(pitch);
  const distance = (0.5 / Math.tan(FIELD_OF_VIEW / 2)) * heightPx;
  const depth = distance - y * Math.sin(tilt);
  if (depth <= 0) return { x: Infinity, y: Infinity };
  return {
    x: widthPx / 2 + (x * distance) / depth,
    y: heightPx / 2 + (y * Math.cos(tilt) * distance) / depth,
  };
}

/** At a zoom, the camera that sees the box in the middle of what is free. */
function aim(
  corners: readonly LngLat[],
  stage: Stage,
  zoom: number,
  { bearing, pitch }: CameraLimits,
): Camera {
  const world = TILE_PX * 2 ** zoom;
  const free = freeBox(stage);
  const turn = toRadians(bearing);
  const flat = Math.max(0.2, Math.cos(toRadians(pitch)));
  const first = corners.map(toMercator);
  let center: readonly [number, number] = [
    first.reduce((sum, [x]) => sum + x, 0) / first.length,
    first.reduce((sum, [, y]) => sum + y, 0) / first.length,
  ];
  let camera: Camera = { center: fromMercator(center), zoom, bearing, pitch };
  for (let step = 0; step < CENTER_STEPS; step += 1) {
    const box = boxOf(corners, camera, stage);
    const x = (box.left + box.right - free.left - free.right) / 2;
    const y = (box.top + box.bottom - free.top - free.bottom) / 2 / flat;
    if (!Number.isFinite(x) || !Number.isFinite(y)) break;
    center = [
      center[0] + (x * Math.cos(turn) - y * Math.sin(turn)) / world,
      center[1] + (x * Math.sin(turn) + y * Math.cos(turn)) / world,
    ];
    camera = { ...camera, center: fromMercator(center) };
    if (Math.hypot(x, y) < 0.05) break;
  }
  return camera;
}

function fits(corners: readonly LngLat[], stage: Stage, camera: Camera): boolean {
  const box = boxOf(corners, camera, stage);
  const free = freeBox(stage);
  const slack = 0.5;
  return (
    box.left >= free.left - slack &&
    box.right <= free.right + slack &&
    box.top >= free.top - slack &&
    box.bottom <= free.bottom + slack
  );
}

function freeBox({ widthPx, heightPx, padding }: Stage): Padding {
  return {
    left: padding.left,
    right: widthPx - padding.right,
    top: padding.top,
    bottom: heightPx - padding.bottom,
  };
}

function boxOf(corners: readonly LngLat[], camera: Camera, stage: Stage): Padding {
  const places = corners.map((corner) => projectOnStage(corner, camera, stage));
  return {
    left: Math.min(...places.map(({ x }) => x)),
    right: Math.max(...places.map(({ x }) => x)),
    top: Math.min(...places.map(({ y }) => y)),
    bottom: Math.max(...places.map(({ y }) => y)),
  };
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

function toMercator([lng, lat]: LngLat): [number, number] {
  const y = Math.log(Math.tan(Math.PI / 4 + toRadians(lat) / 2));
  return [(lng + 180) / 360, (1 - y / Math.PI) / 2];
}

function fromMercator([x, y]: readonly [number, number]): LngLat {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [x * 360 - 180, lat];
}
