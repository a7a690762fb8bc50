import type { PlanBundle } from '../../contracts/bundle.ts';

type PlanAtlas = HTMLElementTagNameMap['plan-atlas'];

/** Attributes that differ from figure to figure; null: left away. */
export type AtlasWish = Readonly<
  Record<'feature' | 'clause' | 'layers' | 'flavour' | 'lang', string | null>
>;

/**
 * The atlas within a figure or quote. It is made once and changed by its attributes: a template would hand it the same
 * bundle at every drawing, and it would load it anew.
 */
export class EmbeddedAtlas {
  #atlas: PlanAtlas | null = null;
  #plan: PlanBundle | null = null;

  /** The element as it is to be now, for a template to place. */
  show(plan: PlanBundle, wish: AtlasWish): PlanAtlas {
    const atlas = (this.#atlas ??= create());
    for (const [name, value] of Object.entries(wish)) {
      if (atlas.getAttribute(name) === value) continue;
      if (value === null) atlas.removeAttribute(name);
      else atlas.setAttribute(name, value);
    }
    if (this.#plan !== plan) atlas.bundle = plan;
    this.#plan = plan;
    return atlas;
  }

  /** The next one is another. */
  forget(): void {
    this.#atlas = null;
    this.#plan = null;
  }

  get element(): PlanAtlas | null {
    return this.#atlas;
  }
}

function create(): PlanAtlas {
  const atlas = document.createElement('plan-atlas');
  atlas.setAttribute('controls', 'zoom legend');
  atlas.setAttribute('gestures', 'cooperative');
  return atlas;
}
