import type { Page } from 'playwright-core';

/** What the first (or the nth) atlas of a page shows, once its map has painted. */
export interface Painted {
  /** Features that the last frame shows at their places. */
  readonly places: number;
  /** Paragraphs of the text. */
  readonly clauses: number;
}

/** Waits until the atlas is ready, and asks its map what it has painted. */
export function readPainted(page: Page, selector = 'plan-atlas'): Promise<Painted> {
  return page.evaluate(async (wanted) => {
    await customElements.whenDefined('plan-atlas');
    const atlas = document.querySelector<HTMLElementTagNameMap['plan-atlas']>(wanted)!;
    await atlas.viewOnReady();
    const root = atlas.shadowRoot!;
    const map = root.querySelector('plan-map')!;
    const canvas = map.shadowRoot!.querySelector('canvas');
    const { clientWidth: x = 0, clientHeight: y = 0 } = canvas ?? {};
    return {
      places: map.inspection?.placesIn({ x: 0, y: 0 }, { x, y }).length ?? 0,
      clauses: root.querySelector('plan-text')!.shadowRoot!.querySelectorAll('[part~=clause]')
        .length,
    };
  }, selector);
}
