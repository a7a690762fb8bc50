const STEP = 0.02;
const BIG_STEP = 0.1;
/** A press that moves no farther is a tap. */
const TAP_PX = 4;

interface DividerOptions {
  /** The box that the divider parts. */
  readonly field: () => DOMRect;
  readonly get: () => number;
  /** While it is dragged; `isHeld` false: it was let go, or moved by a key. */
  readonly set: (at: number, isHeld: boolean) => void;
}

/** The swipe's divider by drag, arrow keys, page keys, Home and End; a tap on an arrow of its grip moves it a step. */
export class Divider {
  readonly #options: DividerOptions;

  constructor(options: DividerOptions) {
    this.#options = options;
  }

  readonly handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const divider = event.currentTarget as HTMLElement;
    const arrow = (event.target as Element).closest<HTMLElement>('[data-step]');
    const { get, set, field } = this.#options;
    event.preventDefault();
    divider.focus();
    divider.setPointerCapture(event.pointerId);
    const start = get();
    const startX = event.clientX;
    let isTap = true;
    const at = ({ clientX }: PointerEvent): number =>
      clamp(start + (clientX - startX) / Math.max(1, field().width));
    const move = (moved: PointerEvent): void => {
      if (Math.abs(moved.clientX - startX) > TAP_PX) isTap = false;
      if (!isTap) set(at(moved), true);
    };
    const stop = (last: PointerEvent): void => {
      divider.removeEventListener('pointermove', move);
      divider.removeEventListener('pointerup', stop);
      divider.removeEventListener('pointercancel', stop);
      if (!isTap) set(last.type === 'pointercancel' ? get() : at(last), false);
      else if (arrow && last.type === 'pointerup') {
        set(clamp(start + Number(arrow.dataset['step']) * BIG_STEP), false);
      }
    };
    divider.addEventListener('pointermove', move);
    divider.addEventListener('pointerup', stop);
    divider.addEventListener('pointercancel', stop);
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    const at = this.#options.get();
    const wanted: Partial<Record<string, number>> = {
      ArrowLeft: at - STEP,
      ArrowDown: at - STEP,
      ArrowRight: at + STEP,
      ArrowUp: at + STEP,
      PageDown: at - BIG_STEP,
      PageUp: at + BIG_STEP,
      Home: 0,
      End: 1,
    };
    const next = wanted[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#options.set(clamp(next), false);
  };

  readonly center = (): void => this.#options.set(0.5, false);
}

/** Whole thousandths, so that many small steps come out where they began. */
function clamp(at: number): number {
  return Math.round(Math.min(1, Math.max(0, at)) * 1000) / 1000;
}
