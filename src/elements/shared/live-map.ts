import type { MapPort } from '../../contracts/map-port.ts';
import type { Store } from '../../contracts/state.ts';

/** The map of an atlas while it runs; a lost one is followed by another. */
export interface LiveMap {
  readonly port: MapPort;
  /** Where its keys are heard. */
  readonly element: HTMLElement;
}

interface Entry {
  map: LiveMap | null;
  readonly listeners: Set<(map: LiveMap | null) => void>;
}

const entries = new WeakMap<Store, Entry>();

function entryOf(store: Store): Entry {
  let entry = entries.get(store);
  if (!entry) entries.set(store, (entry = { map: null, listeners: new Set() }));
  return entry;
}

/** `<plan-map>` says that its map has started or ended, for tools that draw on it. */
export function publishMap(store: Store, map: LiveMap | null): void {
  const entry = entryOf(store);
  entry.map = map;
  for (const listener of [...entry.listeners]) listener(map);
}

/** Calls back at once and with every change; gives back what stops it. */
export function followMap(store: Store, listener: (map: LiveMap | null) => void): () => void {
  const entry = entryOf(store);
  entry.listeners.add(listener);
  listener(entry.map);
  return () => entry.listeners.delete(listener);
}

/** The picture of the map as it stands: once it is at rest, or this very moment; null without a map. */
export function captureMap(
  store: Store,
  when: 'at rest' | 'now' = 'at rest',
): Promise<Blob> | null {
  const port = entryOf(store).map?.port;
  if (!port) return null;
  return when === 'now' ? port.captureAtOnce() : port.capture();
}
