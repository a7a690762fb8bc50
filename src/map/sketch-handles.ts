import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { ScreenPoint } from '../contracts/map-port.ts';

const POINTER_REACH_PX = 11;
const FINGER_REACH_PX = 22;
/** A press that moves less is a click. */
const SLACK_PX = 3;

interface Held {
  readonly handle: number;
  readonly from: ScreenPoint;
  at: ScreenPoint;
  hasMoved: boolean;
}

type Drag = (handle: number, point: ScreenPoint, isHeld: boolean) => void;

/** The sketch's points under the pointer, and dragging them with mouse or finger. */
export class SketchHandles {
  readonly #map: MapLibreMap;
  readonly #drag: Drag;
  #positions: readonly (readonly [number, number])[] = [];
  #isOn = false;
  #held: Held | null = null;

  constructor(map: MapLibreMap, drag: Drag) {
    this.#map = map;
    this.#drag = drag;
    map.on('mousedown', (event) => this.#press(event, POINTER_REACH_PX));
    map.on('touchstart', (event) => this.#press(event, FINGER_REACH_PX));
    map.on('mousemove', (event) => this.#move(event));
    map.on('touchmove', (event) => this.#move(event));
    for (const end of ['mouseup', 'touchend', 'touchcancel'] as const) {
      map.on(end, () => this.#release());
    }
  }

  update(sketch: FeatureCollection, isOn: boolean): void {
    if (isOn !== this.#isOn) this.#map.doubleClickZoom[isOn ? 'disable' : 'enable']();
    this.#isOn = isOn;
    this.#positions = sketch.features.flatMap(({ geometry, properties }) =>
      geometry.type === 'Point' && properties?.['part'] === 'point'
        ? [[geometry.coordinates[0]!, geometry.coordinates[1]!] as const]
        : [],
    );
  }

  /** The nearest point within reach; of two at one place the later. */
  find(at: ScreenPoint, isFinger: boolean): number | null {
    let nearest = isFinger ? FINGER_REACH_PX : POINTER_REACH_PX;
    let found: number | null = null;
    for (const [index, position] of this.#positions.entries()) {
      const { x, y } = this.#map.project([position[0], position[1]]);
      const distance = Math.hypot(x - at.x, y - at.y);
      if (distance > nearest) continue;
      nearest = distance;
      found = index;
    }
    return found;
  }

  #press(event: MapMouseEvent | MapTouchEvent, reachPx: number): void {
    this.#held = null;
    const { originalEvent } = event;
    const isSecondary = 'button' in originalEvent && originalEvent.button !== 0;
    const hasManyFingers = 'touches' in originalEvent && originalEvent.touches.length > 1;
    if (!this.#isOn || isSecondary || hasManyFingers) return;
    const handle = this.find(event.point, reachPx === FINGER_REACH_PX);
    if (handle === null) return;
    // The map stays where it is.
    event.preventDefault();
    const from = { x: event.point.x, y: event.point.y };
    this.#held = { handle, from, at: from, hasMoved: false };
  }

  #move(event: MapMouseEvent | MapTouchEvent): void {
    const held = this.#held;
    if (!held) return;
    if ('buttons' in event.originalEvent && event.originalEvent.buttons === 0) {
      this.#release();
      return;
    }
    const { x, y } = event.point;
    held.hasMoved ||= Math.hypot(x - held.from.x, y - held.from.y) > SLACK_PX;
    held.at = { x, y };
    if (held.hasMoved) this.#drag(held.handle, held.at, true);
  }

  /** A touch that is cut off has no place of its own. */
  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held?.hasMoved) this.#drag(held.handle, held.at, false);
  }
}
