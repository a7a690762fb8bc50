import type { Store } from '../../contracts/state.ts';
import { toViewState } from '../../core/view-state.ts';
import { fire } from './tell-host.ts';

const PAUSE_MS = 200;

/** Tells the host page of the view, at most five times a second. */
export class ViewNews {
  readonly #element: HTMLElement;
  readonly #store: Store;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, store: Store) {
    this.#element = element;
    this.#store = store;
  }

  tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      fire(this.#element, 'plan-view-change', toViewState(this.#store.getState()));
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
