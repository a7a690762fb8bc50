import type { LngLat } from '../../contracts/bundle.ts';
import type { MapEvent } from '../../contracts/map-port.ts';
import type { MeasureStep, ViewerState } from '../../contracts/state.ts';
import { leastPoints, pointInHand } from '../../core/measure-state.ts';
import { metresPerPixel } from '../../core/scale-bar.ts';
import { isMeasuring } from './map-slice.ts';

/** How near in pixels a feature must be to draw a point to itself. */
const SNAP_PX = 10;

/**
 * A click while measuring: on free ground a new point; on the last point, or on the first of an
 * area, the end of the figure; on another point its selection.
 */
export function answerPick(
  { position, features, handle }: Extract<MapEvent, { type: 'pick' }>,
  state: ViewerState,
): MeasureStep {
  const { mode, points, isDone } = state.measure;
  if (handle === null || handle >= points.length) return aim(position, features, state);
  const isEnd = handle === points.length - 1 || (mode === 'area' && handle === 0);
  return isEnd && !isDone && mode !== 'point' && points.length >= leastPoints(mode)
    ? { type: 'finish' }
    : { type: 'select', index: handle };
}

export function answerDrag(
  { position, features, handle, isHeld }: Extract<MapEvent, { type: 'drag' }>,
  state: ViewerState,
): MeasureStep {
  return aim(position, features, state, handle, isHeld);
}

/** What a key over the map means while measuring; null: nothing, the map may have it. */
export function answerMeasureKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  state: ViewerState,
): MeasureStep | null {
  const { measure, camera } = state;
  if (!isMeasuring(state) || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'z') return { type: event.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { type: 'redo' } : null;
  }
  switch (event.key) {
    case 'Backspace':
      return { type: 'undo' };
    case 'Delete': {
      const index = pointInHand(measure);
      return index === null ? null : { type: 'remove', index };
    }
    case 'Enter':
      return { type: 'finish' };
    case 'Escape':
      return measure.points.length > 0 ? { type: 'escape' } : null;
    case ' ':
      return camera ? aim(camera.center, [], state) : null;
    default:
      return null;
  }
}

function aim(
  position: LngLat,
  features: readonly string[],
  { camera }: ViewerState,
  index: number | null = null,
  isHeld = false,
): MeasureStep {
  const toleranceM = camera ? SNAP_PX * metresPerPixel(position[1], camera.zoom) : 0;
  return { type: 'aim', aim: { position, toleranceM, features, index, isHeld } };
}
