import type { Status } from '../../contracts/bundle.ts';
import type { ViewerRequest } from '../../contracts/state.ts';
import { FULL_LENS } from '../../core/initial-state.ts';

const STEP_MS = 1600;

/** Plays the stages through, one more at a time; any touch or key stops it where it is. */
export class LensPlay {
  readonly #host: HTMLElement;
  readonly #send: (request: ViewerRequest) => void;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPlaying = false;

  constructor(host: HTMLElement, send: (request: ViewerRequest) => void, changed: () => void) {
    this.#host = host;
    this.#send = send;
    this.#changed = changed;
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  toggle(): void {
    if (this.#isPlaying) {
      this.stop();
      return;
    }
    this.#isPlaying = true;
    /** The click that starts it must not stop it. */
    setTimeout(() => {
      if (!this.#isPlaying) return;
      this.#host.addEventListener('pointerdown', this.#stopOnTouch, true);
      this.#host.addEventListener('keydown', this.#stopOnTouch, true);
    });
    this.#step(1);
    this.#changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isPlaying = false;
    this.#host.removeEventListener('pointerdown', this.#stopOnTouch, true);
    this.#host.removeEventListener('keydown', this.#stopOnTouch, true);
    this.#changed();
  }

  readonly #stopOnTouch = (event: Event): void => {
    const [target] = event.composedPath();
    const isOwnButton =
      target instanceof Element && target.closest('[data-control=lens-play]') !== null;
    if (!isOwnButton) this.stop();
  };

  #step(count: number): void {
    const statuses: readonly Status[] = FULL_LENS.statuses.slice(0, count);
    this.#send({ type: 'lens', lens: { statuses } });
    if (count >= FULL_LENS.statuses.length) {
      this.stop();
      return;
    }
    this.#timer = setTimeout(() => this.#step(count + 1), STEP_MS);
  }
}
