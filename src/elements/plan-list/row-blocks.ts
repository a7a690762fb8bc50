import type { PlanFeature } from '../../contracts/bundle.ts';
import type { FeatureGroup } from './group-features.ts';

/** Rows of one block. */
const BLOCK_ROWS = 50;
/** What a row is high until one has been seen, in CSS pixels. */
const ROW_PX = 52;
/** Drawn this far out of sight. */
const NEAR = '800px 0px';

/**
 * A long list in blocks, of which only those in and near sight hold rows; the others keep their place by their height.
 * Where no observer is to be had, and for short lists, every block is drawn.
 */
export class RowBlocks {
  readonly #redraw: () => void;
  #observer: IntersectionObserver | null = null;
  #near: ReadonlySet<string> = new Set();
  readonly #heightsPx = new Map<string, number>();
  /** Feature ids in the order of the list, with the block that each stands in. */
  #places: ReadonlyMap<string, string> = new Map();

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** The same set as long as the same blocks are drawn. */
  get drawn(): ReadonlySet<string> {
    return this.#near;
  }

  /** Of the list as it is drawn next. */
  place(places: ReadonlyMap<string, string>): void {
    this.#places = places;
  }

  isDrawn(key: string): boolean {
    return typeof IntersectionObserver === 'undefined' || this.#near.has(key);
  }

  /** Draws the block of a feature; false when it is drawn, or is nowhere in the list. */
  drawWith(id: string): boolean {
    const key = this.#places.get(id);
    if (key === undefined || this.isDrawn(key)) return false;
    this.#near = new Set([...this.#near, key]);
    this.#redraw();
    return true;
  }

  /** After each drawing. */
  watch(scroller: HTMLElement | null): void {
    if (typeof IntersectionObserver === 'undefined') return;
    if (this.#observer?.root !== scroller) this.stop();
    const blocks = scroller?.querySelectorAll<HTMLElement>('[data-block]') ?? [];
    if (blocks.length === 0) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#see(entries), {
      root: scroller,
      rootMargin: NEAR,
    });
    for (const block of blocks) {
      const key = block.dataset['block']!;
      const keptPx = this.#heightsPx.get(key) ?? Number(block.dataset['rows']) * ROW_PX;
      block.style.height = this.isDrawn(key) ? '' : `${keptPx}px`;
      this.#observer.observe(block);
    }
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.#near);
    for (const { target, isIntersecting } of entries) {
      const block = target as HTMLElement;
      const key = block.dataset['block']!;
      if (isIntersecting) near.add(key);
      else if (near.has(key) && !block.matches(':focus-within') && block.isConnected) {
        this.#heightsPx.set(key, block.offsetHeight);
        near.delete(key);
      }
    }
    const isSame = near.size === this.#near.size && [...near].every((key) => this.#near.has(key));
    if (isSame) return;
    this.#near = near;
    this.#redraw();
  }
}

export function cutBlocks({ key, features }: FeatureGroup): readonly {
  readonly key: string;
  readonly features: readonly PlanFeature[];
}[] {
  return Array.from({ length: Math.ceil(features.length / BLOCK_ROWS) }, (_, index) => ({
    key: `${key}#${index}`,
    features: features.slice(index * BLOCK_ROWS, (index + 1) * BLOCK_ROWS),
  }));
}

/** The block of each feature, by its id, in the list's order. */
export const placeInBlocks = (groups: readonly FeatureGroup[]): ReadonlyMap<string, string> =>
  new Map(
    groups
      .flatMap(cutBlocks)
      .flatMap(({ key, features }) => features.map(({ properties }) => [properties.id, key])),
  );
