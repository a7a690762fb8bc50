/** How long the browser may take to tell that a window of our own has the focus. */
const FOCUS_WAIT_MS = 150;

/**
 * The whole screen, where the browser gives it; where it does not (a phone, a page in a frame), the stage fills the
 * window and that is all. `left` is called when the reader left it by Esc, which the page itself never hears.
 */
export class FullScreen {
  readonly #element: Element;
  readonly #changed: () => void;
  readonly #left: () => void;
  #wasOn = false;
  #isOwnExit = false;

  constructor(element: Element, changed: () => void, left: () => void) {
    this.#element = element;
    this.#changed = changed;
    this.#left = left;
  }

  get isOn(): boolean {
    return document.fullscreenElement === this.#element;
  }

  get canBe(): boolean {
    return document.fullscreenEnabled && 'requestFullscreen' in this.#element;
  }

  connect(): void {
    document.addEventListener('fullscreenchange', this.#handleChange);
  }

  disconnect(): void {
    document.removeEventListener('fullscreenchange', this.#handleChange);
    this.#wasOn = false;
  }

  /** Refused without a press of the reader's own, e.g. after a reload: the window will do. */
  async enter(): Promise<void> {
    if (!this.canBe || this.isOn) return;
    try {
      await this.#element.requestFullscreen();
    } catch {
      this.#changed();
    }
  }

  async leave(): Promise<void> {
    if (!this.isOn) return;
    this.#isOwnExit = true;
    try {
      await document.exitFullscreen();
    } catch {
      this.#isOwnExit = false;
    }
  }

  readonly #handleChange = (): void => {
    const wasOn = this.#wasOn;
    this.#wasOn = this.isOn;
    this.#changed();
    if (!wasOn || this.isOn) return;
    const isOwnExit = this.#isOwnExit;
    this.#isOwnExit = false;
    if (isOwnExit) return;
    /** A second window that opens takes the screen away, too; the talk goes on then. */
    setTimeout(() => {
      if (document.hasFocus() && !this.isOn) this.#left();
    }, FOCUS_WAIT_MS);
  };
}
