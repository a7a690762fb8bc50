import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SearchIndex } from '../../contracts/search.ts';
import { createPause } from './create-pause.ts';

/** Loads the code of find when it is first needed, and indexes one bundle at a time, each once. */
export class SearchLoader {
  #bundle: PlanBundle | null = null;
  #index: SearchIndex | null = null;
  #loading: Promise<void> | null = null;
  #hasFailed = false;

  /** @param changed called when a bundle begins to be indexed, and when it is done or has failed */
  constructor(private readonly changed: () => void) {}

  get isLoading(): boolean {
    return this.#loading !== null;
  }

  /** Whether the bundle asked for last could not be indexed; `load` tries again. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The index of a bundle; null until it stands. */
  indexOf(bundle: PlanBundle | null): SearchIndex | null {
    return bundle === this.#bundle ? this.#index : null;
  }

  /** Indexes a bundle, unless that is done or under way; what another bundle was loading is dropped. */
  load(bundle: PlanBundle): Promise<void> {
    if (bundle !== this.#bundle) {
      this.#bundle = bundle;
      this.#index = null;
      this.#loading = null;
    }
    if (this.#index) return Promise.resolve();
    if (!this.#loading) {
      this.#hasFailed = false;
      this.#loading = this.#build(bundle);
      this.changed();
    }
    return this.#loading;
  }

  async #build(bundle: PlanBundle): Promise<void> {
    let index: SearchIndex | null = null;
    try {
      const { createSearch } = await import('../../core/search/create-search.ts');
      index = await createSearch(bundle, createPause());
    } catch {
      // Told in the list, with a button to try again.
    }
    if (this.#bundle !== bundle) return;
    this.#index = index;
    this.#hasFailed = index === null;
    this.#loading = null;
    this.changed();
  }
}
