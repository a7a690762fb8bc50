import type { ScreenPoint } from '../../contracts/map-port.ts';

const SAME_PLACE_PX = 6;

/** Clicking the same place again goes to the next feature that lies there. */
export class PickCycle {
  #features: readonly string[] = [];
  #point: ScreenPoint = { x: -1e6, y: -1e6 };
  #index = 0;

  /** The feature that a click means; null for a click on nothing. */
  next(features: readonly string[], point: ScreenPoint): string | null {
    const isSamePlace =
      Math.hypot(point.x - this.#point.x, point.y - this.#point.y) <= SAME_PLACE_PX &&
      features.join() === this.#features.join();
    this.#index = isSamePlace ? (this.#index + 1) % Math.max(1, features.length) : 0;
    this.#features = features;
    this.#point = point;
    return features[this.#index] ?? null;
  }
}
