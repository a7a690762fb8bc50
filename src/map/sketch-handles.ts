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

type Drag = (held: Readonly<Held>, isHeld: boolean) => void;
type Line = readonly (readonly [number, number])[];

/** What can be dragged under the pointer, with mouse or finger: the sketch's points, or the grips of a preview. */
export class SketchHandles {
  readonly #map: MapLibreMap;
  readonly #drag: Drag;
  /** Of each handle; a point is a line of one position. */
  #lines: readonly Line[] = [];
  #collection: FeatureCollection | null = null;
  #isPlacing = false;
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

  /** @param isPlacing a click puts a point down, so that two are not one that zooms */
  update(collection: FeatureCollection, isPlacing: boolean): void {
    if (isPlacing !== this.#isPlacing) {
      this.#map.doubleClickZoom[isPlacing ? 'disable' : 'enable']();
    }
    this.#isPlacing = isPlacing;
    if (collection === this.#collection) return;
    this.#collection = collection;
    this.#lines = collection.features.flatMap(({ geometry, properties }): Line[] => {
      if (properties?.['part'] !== 'point' && properties?.['grip'] !== true) return [];
      if (geometry.type === 'Point') return [[toPair(geometry.coordinates)]];
      return geometry.type === 'LineString' ? [geometry.coordinates.map(toPair)] : [];
    });
  }

  /** The nearest within reach; of two at one place the later. */
  find(at: ScreenPoint, isFinger: boolean): number | null {
    let nearest = isFinger ? FINGER_REACH_PX : POINTER_REACH_PX;
    let found: number | null = null;
    for (const [index, line] of this.#lines.entries()) {
      const distance = distanceTo(
        line.map(([lng, lat]) => this.#map.project([lng, lat])),
        at,
      );
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
    if (isSecondary || hasManyFingers) return;
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
    if (held.hasMoved) this.#drag(held, true);
  }

  /** A touch that is cut off has no place of its own. */
  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held?.hasMoved) this.#drag(held, false);
  }
}

const toPair = ([lng, lat]: readonly number[]): readonly [number, number] => [lng!, lat!];

/** From a line on the screen, in pixels. */
function distanceTo(line: readonly ScreenPoint[], { x, y }: ScreenPoint): number {
  let least = Infinity;
  for (const [index, to] of line.entries()) {
    const from = line[Math.max(0, index - 1)]!;
    const [acrossPx, downPx] = [to.x - from.x, to.y - from.y];
    const length = acrossPx ** 2 + downPx ** 2;
    const along = length === 0 ? 0 : ((x - from.x) * acrossPx + (y - from.y) * downPx) / length;
    const share = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(from.x + share * acrossPx - x, from.y + share * downPx - y));
  }
  return least;
}
