import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Store } from '../../contracts/state.ts';
import type { EmbedChoice } from '../../core/embed/embed-choice.ts';
import type { ShareChoice } from './share-context.ts';
import type { SnippetForm } from './embed-context.ts';

/** What is chosen in the embed tool of one atlas, for as long as the page lives. */
export interface KeptChoice {
  /** The plan that it was chosen for. */
  readonly bundle: PlanBundle;
  readonly page: 'code' | 'picture';
  readonly embed: EmbedChoice;
  readonly form: SnippetForm;
  readonly share: ShareChoice;
}

const kept = new WeakMap<Store, KeptChoice>();

/** Null: nothing has been chosen yet, or the defaults were asked for. */
export const recallChoice = (store: Store): KeptChoice | null => kept.get(store) ?? null;

export const keepChoice = (store: Store, choice: KeptChoice): void => {
  kept.set(store, choice);
};
