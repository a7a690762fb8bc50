import type { Store } from '../../contracts/state.ts';
import type { Bilingual, SvgImage } from '../../contracts/theme.ts';

/** What is on the map but no part of the plan, and so needs its place in the legend. */
export interface LegendExtra {
  readonly title: Bilingual;
  readonly rows: readonly { readonly name: Bilingual; readonly image: SvgImage }[];
}

interface Entry {
  extra: LegendExtra | null;
  readonly listeners: Set<() => void>;
}

const entries = new WeakMap<Store, Entry>();

function entryOf(store: Store): Entry {
  let entry = entries.get(store);
  if (!entry) entries.set(store, (entry = { extra: null, listeners: new Set() }));
  return entry;
}

export function setLegendExtra(store: Store, extra: LegendExtra | null): void {
  const entry = entryOf(store);
  if (entry.extra === extra) return;
  entry.extra = extra;
  for (const listener of [...entry.listeners]) listener();
}

export const legendExtraOf = (store: Store): LegendExtra | null => entryOf(store).extra;

export function followLegendExtra(store: Store, listener: () => void): () => void {
  const { listeners } = entryOf(store);
  listeners.add(listener);
  return () => listeners.delete(listener);
}
