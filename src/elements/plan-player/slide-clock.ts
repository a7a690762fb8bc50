const TICK_MS = 200;

/** Counts a slide's time down while the talk goes on by itself; a pause keeps what is left. */
export class SlideClock {
  readonly #over: () => void;
  readonly #tick: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #leftMs = 0;
  #at = 0;

  constructor(over: () => void, tick: () => void) {
    this.#over = over;
    this.#tick = tick;
  }

  /** Whole seconds left. */
  get leftS(): number {
    return Math.ceil(this.#leftMs / 1000);
  }

  set(seconds: number): void {
    this.#leftMs = seconds * 1000;
  }

  run(): void {
    if (this.#timer !== undefined) return;
    this.#at = Date.now();
    this.#timer = setInterval(() => this.#step(), TICK_MS);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #step(): void {
    const now = Date.now();
    const before = this.leftS;
    this.#leftMs -= now - this.#at;
    this.#at = now;
    if (this.#leftMs <= 0) this.#over();
    else if (this.leftS !== before) this.#tick();
  }
}
