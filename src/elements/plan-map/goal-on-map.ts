import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { MapPort, MoveOptions } from '../../contracts/map-port.ts';
import type { Camera, CameraGoal, ViewerState } from '../../contracts/state.ts';
import { featureBounds } from '../../core/feature-bounds.ts';

const EDGE_PX = 36;

/** The whole of a camera that was asked for, if it says where; null otherwise. */
export function wholeCamera(goal: CameraGoal): Camera | null {
  if (goal.kind !== 'camera') return null;
  const { center, zoom } = goal.camera;
  if (!center || zoom === undefined) return null;
  return { bearing: 0, pitch: 0, ...goal.camera, center, zoom };
}

/** Room between what is fitted and the edge of the map, beside what lies over it. */
export function paddingOf(element: HTMLElement, { padding }: ViewerState): MoveOptions['padding'] {
  const { clientWidth: width, clientHeight: height } = element;
  const { top, right, bottom, left } = padding;
  const edge = Math.min(EDGE_PX, width / 8, height / 8);
  return { top: top + edge, right: right + edge, bottom: bottom + edge, left: left + edge };
}

/** Moves a map where the atlas asks for. */
export function moveToGoal(
  port: MapPort,
  goal: CameraGoal,
  { bundle, home, options }: { bundle: PlanBundle; home: Bounds; options: MoveOptions },
): void {
  switch (goal.kind) {
    case 'none':
      break;
    case 'home':
      port.fit(home, options);
      break;
    case 'features': {
      const bounds = featureBounds(bundle, goal.features);
      if (bounds) port.fit(bounds, options);
      break;
    }
    case 'camera':
      port.moveTo(goal.camera, options);
      break;
    case 'zoom':
      port.moveTo({ zoom: port.getCamera().zoom + goal.by }, options);
      break;
    case 'pan':
      port.panBy(goal.byPx, options);
      break;
    default:
      return goal satisfies never;
  }
}
