import type { Store } from '../../contracts/state.ts';
import { createDeferred } from './read-attributes.ts';
import { fire } from './tell-host.ts';

/** Whether the plan that was asked for is to be seen; the promise that says so, and the event. */
export class Readiness {
  readonly #element: HTMLElement;
  readonly #store: Store;
  #ready = createDeferred();
  #isReady = false;

  constructor(element: HTMLElement, store: Store) {
    this.#element = element;
    this.#store = store;
  }

  get promise(): Promise<void> {
    return this.#ready.promise;
  }

  /** Another plan is on its way. */
  restart(): void {
    if (!this.#isReady) return;
    this.#isReady = false;
    this.#ready = createDeferred();
  }

  /** The map has painted, or it never will. */
  reach(map: 'ready' | 'text-only'): void {
    const { bundle, phase } = this.#store.getState();
    // While the next plan loads, the map still paints the one before.
    if (this.#isReady || !bundle || phase !== 'ready') return;
    this.#isReady = true;
    this.#ready.resolve();
    fire(this.#element, 'plan-ready', { bundle, map });
  }
}
