import type { StagePoint } from '../../contracts/present.ts';

/** How long the trail follows. */
export const TRAIL_MS = 280;
const HOLD_MS = 260;
/** A press that moves no farther while it is held is a wish for the laser and not for a drag of the map. */
const STILL_PX = 6;

interface LaserOptions {
  readonly stage: HTMLElement;
  /** True: the pointer is the dot without a press. */
  readonly isOn: () => boolean;
  /** Whether a press at this place may become the dot: not on buttons or the caption. */
  readonly isFree: (event: PointerEvent) => boolean;
  readonly move: (at: StagePoint | null) => void;
}

/** Turns the pointer into a laser dot: all the time while it is switched on, else while the mouse is held still. */
export class Laser {
  readonly #options: LaserOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed: { readonly x: number; readonly y: number } | null = null;
  #isHeld = false;

  constructor(options: LaserOptions) {
    this.#options = options;
  }

  connect(): void {
    addEventListener('pointerdown', this.#handleDown, true);
    addEventListener('pointermove', this.#handleMove, true);
    addEventListener('mousemove', this.#keepFromMap, true);
    addEventListener('pointerup', this.#handleUp, true);
    addEventListener('pointercancel', this.#handleUp, true);
  }

  disconnect(): void {
    clearTimeout(this.#timer);
    removeEventListener('pointerdown', this.#handleDown, true);
    removeEventListener('pointermove', this.#handleMove, true);
    removeEventListener('mousemove', this.#keepFromMap, true);
    removeEventListener('pointerup', this.#handleUp, true);
    removeEventListener('pointercancel', this.#handleUp, true);
    this.#isHeld = false;
  }

  readonly #handleDown = (event: PointerEvent): void => {
    clearTimeout(this.#timer);
    if (event.pointerType !== 'mouse' || event.button !== 0 || !this.#options.isFree(event)) return;
    this.#pressed = { x: event.clientX, y: event.clientY };
    const at = this.#at(event);
    this.#timer = setTimeout(() => {
      this.#isHeld = true;
      this.#options.move(at);
    }, HOLD_MS);
  };

  readonly #handleMove = (event: PointerEvent): void => {
    if (this.#isHeld || (this.#options.isOn() && event.pointerType !== 'touch')) {
      this.#options.move(this.#at(event));
      if (this.#isHeld) event.stopImmediatePropagation();
      return;
    }
    const start = this.#pressed;
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL_PX) {
      clearTimeout(this.#timer);
      this.#pressed = null;
    }
  };

  /** The map would be dragged along. */
  readonly #keepFromMap = (event: MouseEvent): void => {
    if (this.#isHeld) event.stopImmediatePropagation();
  };

  readonly #handleUp = (event: PointerEvent): void => {
    clearTimeout(this.#timer);
    this.#pressed = null;
    if (!this.#isHeld) return;
    this.#isHeld = false;
    if (!this.#options.isOn()) this.#options.move(null);
    if (event.type !== 'pointerup') return;
    /** The click that follows would select what lies below. */
    const swallow = (click: Event): void => click.stopImmediatePropagation();
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, true));
  };

  #at({ clientX, clientY }: PointerEvent): StagePoint {
    const box = this.#options.stage.getBoundingClientRect();
    return {
      x: (clientX - box.left) / Math.max(1, box.width),
      y: (clientY - box.top) / Math.max(1, box.height),
    };
  }
}

/** Where the dot has been in the last moments, newest last; none while nothing may move. */
export class LaserTrail {
  #points: readonly { readonly at: StagePoint; readonly ms: number }[] = [];

  /** Gives the points that are still to be drawn. */
  follow(at: StagePoint | null, nowMs: number): readonly StagePoint[] {
    const young = this.#points.filter(({ ms }) => nowMs - ms < TRAIL_MS);
    this.#points = at === null ? [] : [...young, { at, ms: nowMs }];
    return this.#points.map((point) => point.at);
  }
}
