import type { LngLat } from '../../contracts/bundle.ts';
import type { MapEvent } from '../../contracts/map-port.ts';
import type { Store } from '../../contracts/state.ts';
import { followMap } from '../shared/live-map.ts';

/** What a drag of the sheet's frame tells. */
export interface FrameDragHost {
  /** The middle of the frame as it stands. */
  readonly center: () => LngLat;
  /** It is being dragged; null: the drag was called off. */
  readonly show: (center: LngLat | null) => void;
  readonly put: (center: LngLat) => void;
}

/** Hears the sheet's frame being dragged on the map, by mouse or finger. Escape puts it back. */
export class FrameDrag {
  readonly #host: FrameDragHost;
  /** Where it started; null: nothing is dragged. */
  #start: LngLat | null = null;
  #isCalledOff = false;
  #store: Store | null = null;
  #unfollow: (() => void) | null = null;
  #unlisten: (() => void) | null = null;

  constructor(host: FrameDragHost) {
    this.#host = host;
  }

  get isOn(): boolean {
    return this.#start !== null && !this.#isCalledOff;
  }

  follow(store: Store): void {
    if (store === this.#store) return;
    this.stop();
    this.#store = store;
    this.#unfollow = followMap(store, (map) => {
      this.#end();
      this.#unlisten?.();
      this.#unlisten = map?.port.listen((event) => this.#hear(event)) ?? null;
    });
  }

  stop(): void {
    this.#end();
    this.#store = null;
    this.#unfollow?.();
    this.#unfollow = null;
    this.#unlisten?.();
    this.#unlisten = null;
  }

  /** It goes back to where it was; what the pointer does until it is let go means nothing. */
  readonly callOff = (): void => {
    if (!this.isOn) return;
    this.#isCalledOff = true;
    this.#host.show(null);
  };

  #hear(event: MapEvent): void {
    if (event.type !== 'drag') return;
    if (!this.#start) {
      this.#start = this.#host.center();
      window.addEventListener('keydown', this.#hearKey, { capture: true });
    }
    const [lng, lat] = this.#start;
    const { from, position, isHeld } = event;
    const center: LngLat = [lng + position[0] - from[0], lat + position[1] - from[1]];
    const { isOn } = this;
    if (!isHeld) this.#end();
    if (!isOn) return;
    if (isHeld) this.#host.show(center);
    else this.#host.put(center);
  }

  readonly #hearKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOn) return;
    // It is for the drag, and for nothing else that Escape ends.
    event.preventDefault();
    event.stopPropagation();
    this.callOff();
  };

  #end(): void {
    this.#start = null;
    this.#isCalledOff = false;
    window.removeEventListener('keydown', this.#hearKey, { capture: true });
  }
}
