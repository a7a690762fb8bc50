import type { Store } from '../../contracts/state.ts';
import type { SheetWish } from './sheet-wish.ts';

const MOST_STEPS = 200;

/** What was wished for, step by step; a tool that is closed and opened again finds it as it was. */
export class WishHistory {
  now: SheetWish;
  #past: readonly SheetWish[] = [];
  #future: readonly SheetWish[] = [];
  /** What the last step was about, as long as more of the same joins it. */
  #joint: string | null = null;

  constructor(first: SheetWish) {
    this.now = first;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** @param joint steps with the same joint, one after another, are undone together */
  choose(change: Partial<SheetWish>, joint: string | null = null): void {
    if (joint === null || joint !== this.#joint) {
      this.#past = [...this.#past, this.now].slice(-MOST_STEPS);
    }
    this.#joint = joint;
    this.#future = [];
    this.now = { ...this.now, ...change };
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#future = [this.now, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#joint = null;
    this.now = before;
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (!next) return;
    this.#past = [...this.#past, this.now];
    this.#future = rest;
    this.#joint = null;
    this.now = next;
  }
}

const kept = new WeakMap<Store, { readonly plan: string; readonly history: WishHistory }>();

/** The history of an atlas, begun anew with another plan. */
export function historyOf(store: Store, plan: string, first: () => SheetWish): WishHistory {
  const known = kept.get(store);
  if (known?.plan === plan) return known.history;
  const history = new WishHistory(first());
  kept.set(store, { plan, history });
  return history;
}
