import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanFeature } from '../../contracts/bundle.ts';
import type { FeatureGroup } from './group-features.ts';
import { renderRows, type RowContext } from './render-row.ts';

/** Rows of one block. */
const BLOCK_ROWS = 50;
/** What a row is high until one has been seen, in CSS pixels. */
const ROW_PX = 52;
/** Drawn this far out of sight. */
const NEAR = '800px 0px';

interface Block {
  readonly key: string;
  readonly features: readonly PlanFeature[];
}

interface Place {
  readonly block: string;
  /** In the whole list, from 1. */
  readonly at: number;
}

/**
 * A long list in blocks, of which only those in and near sight hold rows; the others keep their place by their height.
 * Where no observer is to be had, every block is drawn.
 */
export class RowBlocks {
  readonly #redraw: () => void;
  #observer: IntersectionObserver | null = null;
  #near: ReadonlySet<string> = new Set();
  readonly #heightsPx = new Map<string, number>();
  #groups: readonly FeatureGroup[] | null = null;
  #blocksOf: ReadonlyMap<FeatureGroup, readonly Block[]> = new Map();
  /** By the feature's id. */
  #places: ReadonlyMap<string, Place> = new Map();

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** The same set as long as the same blocks are drawn. */
  get drawn(): ReadonlySet<string> {
    return this.#near;
  }

  /** The list as it is drawn next; the same groups are cut once. */
  arrange(groups: readonly FeatureGroup[]): void {
    if (groups === this.#groups) return;
    this.#groups = groups;
    this.#blocksOf = new Map(groups.map((group) => [group, cutBlocks(group)]));
    const places = new Map<string, Place>();
    for (const { key, features } of [...this.#blocksOf.values()].flat()) {
      for (const { properties } of features) {
        places.set(properties.id, { block: key, at: places.size + 1 });
      }
    }
    this.#places = places;
  }

  /** The rows of a group, as far as they are in or near sight. */
  render(group: FeatureGroup, context: RowContext): unknown {
    const placed: RowContext = {
      ...context,
      placeOf: (id) => [this.#places.get(id)!.at, this.#places.size],
    };
    return repeat(
      this.#blocksOf.get(group)!,
      ({ key }) => key,
      ({ key, features }): TemplateResult =>
        html`<div role="presentation" data-block=${key} data-rows=${features.length}>
          ${this.#isDrawn(key) ? renderRows(features, placed) : nothing}
        </div>`,
    );
  }

  #isDrawn(key: string): boolean {
    return typeof IntersectionObserver === 'undefined' || this.#near.has(key);
  }

  /** Draws the block of a feature; false when it is drawn, or is nowhere in the list. */
  drawWith(id: string): boolean {
    const key = this.#places.get(id)?.block;
    if (key === undefined || this.#isDrawn(key)) return false;
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
      block.style.height = this.#isDrawn(key) ? '' : `${keptPx}px`;
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

function cutBlocks({ key, features }: FeatureGroup): readonly Block[] {
  return Array.from({ length: Math.ceil(features.length / BLOCK_ROWS) }, (_, index) => ({
    key: `${key}#${index}`,
    features: features.slice(index * BLOCK_ROWS, (index + 1) * BLOCK_ROWS),
  }));
}
