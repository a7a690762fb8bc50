const LEAST_PX = 60;
/** A slower stroke drags the map. */
const MOST_MS = 450;

interface SwipeOptions {
  /** Whether a stroke that begins here may turn the page: not on a slider or a list. */
  readonly isFree: (event: TouchEvent) => boolean;
  readonly turn: (to: 'next' | 'previous') => void;
}

/** A quick stroke of one finger to the left goes on, to the right goes back. */
export class Swipe {
  readonly #options: SwipeOptions;
  #start: { readonly x: number; readonly y: number; readonly ms: number } | null = null;

  constructor(options: SwipeOptions) {
    this.#options = options;
  }

  connect(): void {
    addEventListener('touchstart', this.#handleStart, { capture: true, passive: true });
    addEventListener('touchend', this.#handleEnd, { capture: true, passive: true });
    addEventListener('touchcancel', this.#forget, { capture: true, passive: true });
  }

  disconnect(): void {
    removeEventListener('touchstart', this.#handleStart, true);
    removeEventListener('touchend', this.#handleEnd, true);
    removeEventListener('touchcancel', this.#forget, true);
    this.#start = null;
  }

  readonly #handleStart = (event: TouchEvent): void => {
    const [touch] = event.touches;
    this.#start =
      touch && event.touches.length === 1 && this.#options.isFree(event)
        ? { x: touch.clientX, y: touch.clientY, ms: event.timeStamp }
        : null;
  };

  readonly #handleEnd = (event: TouchEvent): void => {
    const start = this.#start;
    const [touch] = event.changedTouches;
    this.#start = null;
    if (!start || !touch || event.touches.length > 0) return;
    const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y];
    if (event.timeStamp - start.ms > MOST_MS || Math.abs(dx) < LEAST_PX) return;
    if (Math.abs(dx) < 1.5 * Math.abs(dy)) return;
    this.#options.turn(dx < 0 ? 'next' : 'previous');
  };

  readonly #forget = (): void => {
    this.#start = null;
  };
}
