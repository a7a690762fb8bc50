const STEP_PX = 24;

export interface ColumnRange {
  readonly min: number;
  readonly max: number;
}

/** The column as it stands, and how to change it; all in pixels. */
export interface Column {
  readonly get: () => {
    readonly width: number;
    /** Right edge in the window. */
    readonly right: number;
    readonly range: ColumnRange;
  };
  readonly set: (widthPx: number) => void;
  readonly reset: () => void;
}

/** Width of the text column by drag, arrow keys, Home and End. */
export class ColumnResize {
  readonly #column: Column;

  constructor(column: Column) {
    this.#column = column;
  }

  readonly reset = (): void => this.#column.reset();

  readonly handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const handle = event.currentTarget as HTMLElement;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void =>
      this.#clamp(this.#column.get().right - moved.clientX);
    const stop = (): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', stop);
      handle.removeEventListener('pointercancel', stop);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop);
    handle.addEventListener('pointercancel', stop);
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    const { width, range } = this.#column.get();
    const wanted: Partial<Record<string, number>> = {
      ArrowLeft: width + STEP_PX,
      ArrowRight: width - STEP_PX,
      Home: range.min,
      End: range.max,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#clamp(next);
  };

  #clamp(widthPx: number): void {
    const { min, max } = this.#column.get().range;
    this.#column.set(Math.round(Math.min(max, Math.max(min, widthPx))));
  }
}
