export type LitMark = 'hover' | 'selected';

/**
 * Sets `data-lit` on the elements whose mark changed and on no other, so that a hover over a long
 * text costs a handful of attribute writes. Selected wins over hovered.
 */
export class LitPainter {
  #painted = new Map<string, LitMark>();

  constructor(private readonly elementsOf: (id: string) => Iterable<Element>) {}

  /** Forgets what was painted, after the elements were drawn anew. */
  reset(all: Iterable<Element>): void {
    for (const element of all) element.removeAttribute('data-lit');
    this.#painted = new Map();
  }

  paint(hovered: ReadonlySet<string>, selected: ReadonlySet<string>): void {
    const next = new Map<string, LitMark>();
    for (const id of hovered) next.set(id, 'hover');
    for (const id of selected) next.set(id, 'selected');
    for (const [id, mark] of next) {
      if (this.#painted.get(id) === mark) continue;
      for (const element of this.elementsOf(id)) element.setAttribute('data-lit', mark);
    }
    for (const id of this.#painted.keys()) {
      if (next.has(id)) continue;
      for (const element of this.elementsOf(id)) element.removeAttribute('data-lit');
    }
    this.#painted = next;
  }
}
