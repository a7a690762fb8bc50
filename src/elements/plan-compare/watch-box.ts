/** Tells when an element comes into view and when its size changes; connects and disconnects with it. */
export class WatchBox {
  isVisible = false;
  readonly #element: HTMLElement;
  readonly #seen: IntersectionObserver;
  readonly #sized: ResizeObserver;

  constructor(element: HTMLElement, seen: () => void, sized: () => void) {
    this.#element = element;
    this.#seen = new IntersectionObserver(
      (entries) => {
        this.isVisible = entries.some(({ isIntersecting }) => isIntersecting);
        seen();
      },
      { rootMargin: '200px' },
    );
    this.#sized = new ResizeObserver(sized);
  }

  connect(): void {
    this.#seen.observe(this.#element);
    this.#sized.observe(this.#element);
  }

  disconnect(): void {
    this.#seen.disconnect();
    this.#sized.disconnect();
  }
}
