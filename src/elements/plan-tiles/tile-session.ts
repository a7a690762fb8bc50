import type { BundleLayer, LayerTiles } from '../../contracts/bundle.ts';
import type { BaseReport } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import type { LayerTilesState, TilesState } from '../../contracts/layer-tiles.ts';
import type { Store, ViewerState } from '../../contracts/state.ts';
import { openLayerTiles } from '../../io/tiles/open-layer-tiles.ts';
import { problemOfFault, TileFault } from '../../io/tiles/tile-fault.ts';

const OPENING: BaseReport = { status: 'opening', problem: null };

/**
 * The tiles of one atlas's plan: those of the page's own site open when their layer is on, those of another host when
 * the user asks for them. What does not come is told; the plan's own features stand without it.
 */
export class TileSession {
  readonly #store: Store;
  readonly #base: string;
  /** What the store has, or will have: it may still be telling of what came before. */
  #state: TilesState = {};
  /** What was looked at last: nothing else decides which tiles are open. */
  #followed: Partial<Pick<ViewerState, 'bundle' | 'layers'>> = {};
  readonly #opening = new Map<string, AbortController>();
  /** What each layer named when it was last looked at: a consent is for that alone. */
  readonly #known = new Map<string, string>();

  /** @param base address that the plan's own are relative to */
  constructor(store: Store, base: string) {
    this.#store = store;
    this.#base = base;
    store.subscribe(({ bundle, layers }) => {
      if (bundle !== this.#followed.bundle || layers !== this.#followed.layers) this.#follow();
    });
    const self = new WeakRef(this);
    const recover = (): void => {
      const session = self.deref();
      if (session) session.#recover();
      else globalThis.removeEventListener('online', recover);
    };
    globalThis.addEventListener?.('online', recover);
    this.#follow();
  }

  /** The user lets another host be asked. */
  allow(layerId: string): void {
    this.#change(layerId, { isWanted: true });
    this.#follow();
  }

  /** No more is asked for, and what came is taken off the map. */
  stop(layerId: string): void {
    this.#close(layerId);
    this.#change(layerId, { isWanted: false, source: null, report: null });
  }

  retry(layerId: string): void {
    this.#close(layerId);
    this.#change(layerId, { isWanted: true, source: null, report: null });
    this.#follow();
  }

  /** What failed for want of a network comes back with it. */
  #recover(): void {
    for (const [id, { report }] of Object.entries(this.#state)) if (report?.problem) this.retry(id);
  }

  #follow(): void {
    const { bundle, layers } = this.#store.getState();
    this.#followed = { bundle, layers };
    const withTiles = (bundle?.layers ?? []).filter(({ tiles }) => hasSoundTiles(tiles));
    for (const id of Object.keys(this.#state)) {
      const now = withTiles.find((layer) => layer.id === id);
      if (now && this.#known.get(id) === JSON.stringify(now.tiles)) continue;
      this.#close(id);
      const { [id]: _gone, ...rest } = this.#state;
      this.#lay(rest);
    }
    for (const layer of withTiles) {
      if (!this.#state[layer.id]) this.#add(layer);
      const { isWanted, source, report } = this.#state[layer.id]!;
      const isOn = layers[layer.id]?.isVisible !== false;
      if (isOn && isWanted && !source && !report) void this.#open(layer);
    }
  }

  #add({ id, tiles }: BundleLayer): void {
    this.#known.set(id, JSON.stringify(tiles));
    const address = this.#addressOf(tiles!);
    const host = address && address.origin !== globalThis.origin ? address.host : null;
    const state: LayerTilesState = {
      host,
      isWanted: host === null,
      source: null,
      report: null,
      attribution: '',
    };
    this.#lay({ ...this.#state, [id]: state });
  }

  /** Null: no address that may be asked. */
  #addressOf({ href }: LayerTiles): URL | null {
    if (!URL.canParse(href, this.#base)) return null;
    const url = new URL(href, this.#base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  }

  async #open({ id, name, tiles }: BundleLayer): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#opening.set(id, controller);
    const report = (news: BaseReport): void => {
      if (!signal.aborted) this.#change(id, { report: news });
    };
    report(OPENING);
    try {
      const address = this.#addressOf(tiles!);
      if (!address) throw new TileFault('unreachable', `${tiles!.href} is no address to be asked`);
      // The braces of a template are no part of an address, and stay.
      const whole = address.href.replaceAll(/%7B([zxy])%7D/gi, '{$1}');
      const opened = await openLayerTiles(tiles!, whole, name, report, signal);
      signal.throwIfAborted();
      this.#change(id, opened);
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof PlanError ? error.problems[0]! : problemOfFault(error, name);
      report({ status: 'failing', problem });
    }
  }

  #close(id: string): void {
    this.#opening.get(id)?.abort();
    this.#opening.delete(id);
  }

  #change(id: string, change: Partial<LayerTilesState>): void {
    const before = this.#state[id];
    if (before) this.#lay({ ...this.#state, [id]: { ...before, ...change } });
  }

  #lay(tiles: TilesState): void {
    this.#state = tiles;
    this.#store.send({ type: 'lay', change: { tiles } });
  }
}

/** A bundle is shown before it is proved; of tiles that do not fit the schema, the proof tells. */
function hasSoundTiles(tiles: unknown): tiles is LayerTiles {
  if (typeof tiles !== 'object' || tiles === null) return false;
  const { format, href, feature, sourceLayers = [] } = tiles as Record<string, unknown>;
  return (
    (format === 'mvt' || format === 'pmtiles') &&
    typeof href === 'string' &&
    typeof feature === 'string' &&
    Array.isArray(sourceLayers) &&
    sourceLayers.every((name) => typeof name === 'string')
  );
}

const sessions = new WeakMap<Store, TileSession>();

/** Null: its map has not started yet. */
export const tileSessionOf = (store: Store): TileSession | null => sessions.get(store) ?? null;

/**
 * Opens the tiles of an atlas's plan, and of every plan that follows it there.
 * @param element any within the atlas
 */
export function startTiles(store: Store, element: Element): void {
  if (!sessions.has(store)) sessions.set(store, new TileSession(store, baseOf(element)));
}

/** Addresses of a plan are relative to the bundle, which the nearest element with a `src` names. */
function baseOf(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const src = at instanceof Element ? at.getAttribute('src') : null;
    if (src !== null && URL.canParse(src, document.baseURI)) {
      return new URL(src, document.baseURI).href;
    }
  }
  return document.baseURI;
}
