/** Reorders rows by their handles, by mouse, pen and finger. Esc gives up. */
export class DragRows {
  readonly #root: () => ParentNode;
  readonly #moved: (drag: { readonly id: string; readonly to: number } | null) => void;
  readonly #dropped: (id: string, to: number) => void;
  #drag: { readonly id: string; to: number } | null = null;

  constructor(
    root: () => ParentNode,
    moved: (drag: { readonly id: string; readonly to: number } | null) => void,
    dropped: (id: string, to: number) => void,
  ) {
    this.#root = root;
    this.#moved = moved;
    this.#dropped = dropped;
  }

  readonly start = (event: PointerEvent): void => {
    const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null;
    const id = handle?.getAttribute('data-handle');
    if (!(handle instanceof HTMLElement) || !id || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    this.#drag = { id, to: this.#rows().findIndex((row) => row.dataset['scene'] === id) };
    this.#moved({ ...this.#drag });
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const rows = this.#rows();
    const to = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
    this.#drag.to = to < 0 ? rows.length - 1 : to;
    this.#moved({ ...this.#drag });
  };

  readonly end = (): void => {
    const drag = this.#drag;
    this.cancel();
    if (drag) this.#dropped(drag.id, drag.to);
  };

  readonly cancel = (): void => {
    if (!this.#drag) return;
    this.#drag = null;
    this.#moved(null);
  };

  #rows(): HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('li[data-scene]')];
  }
}
