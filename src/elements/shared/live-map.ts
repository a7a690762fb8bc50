import type { MapPort } from '../../contracts/map-port.ts';
import type { Store } from '../../contracts/state.ts';

/** The map of an atlas while it runs; a lost one is followed by another. */
export interface LiveMap {
  readonly port: MapPort;
  /** Where its keys are heard. */
  readonly element: HTMLElement;
}

/** The picture of the map as it stands: once it is at rest, or this very moment. */
export type TakePicture = (when: 'at rest' | 'now') => Promise<Blob>;

interface Entry {
  map: LiveMap | null;
  /** Null before there was a map; one that sleeps wakes for it. */
  capture: TakePicture | null;
  /** Who needs the map to stay awake, e.g. a talk. */
  readonly holders: Set<object>;
  readonly listeners: Set<(map: LiveMap | null) => void>;
}

const entries = new WeakMap<Store, Entry>();

function entryOf(store: Store): Entry {
  let entry = entries.get(store);
  if (!entry) {
    entry = { map: null, capture: null, holders: new Set(), listeners: new Set() };
    entries.set(store, entry);
  }
  return entry;
}

/** `<plan-map>` says that its map has started, sleeps or has ended, for tools that draw on it. */
export function publishMap(
  store: Store,
  map: LiveMap | null,
  capture: TakePicture | null = null,
): void {
  const entry = entryOf(store);
  entry.map = map;
  entry.capture = capture;
  for (const listener of [...entry.listeners]) listener(map);
}

/** Calls back at once and with every change; gives back what stops it. */
export function followMap(store: Store, listener: (map: LiveMap | null) => void): () => void {
  const entry = entryOf(store);
  entry.listeners.add(listener);
  listener(entry.map);
  return () => entry.listeners.delete(listener);
}

/** Null without a map. */
export function captureMap(
  store: Store,
  when: 'at rest' | 'now' = 'at rest',
): Promise<Blob> | null {
  return entryOf(store).capture?.(when) ?? null;
}

/** However many maps there are in the page, this one stays awake; gives back what lets go of it. */
export function holdMap(store: Store): () => void {
  const holder = {};
  const { holders } = entryOf(store);
  holders.add(holder);
  return () => holders.delete(holder);
}

export function isMapHeld(store: Store): boolean {
  return entryOf(store).holders.size > 0;
}
