import { hasWebgl2 } from '../plan-map/has-webgl2.ts';

/** How far below the visible part of the page the map is started. */
const AHEAD = '200px';

/** `none`: it could not be loaded or started. */
export type MapState = 'waiting' | 'loading' | 'starting' | 'live' | 'none';
export type NoMapReason = 'noWebgl' | 'noMap' | 'mapFailed';

interface MapStartHost {
  readonly loadAtlas: () => Promise<unknown>;
  /** The state has changed. */
  readonly changed: () => void;
}

/** When a figure's map is started, and how far it has come. */
export class MapStart {
  readonly #host: MapStartHost;
  #state: MapState = 'waiting';
  #reason: NoMapReason = 'noMap';
  #visibility: IntersectionObserver | null = null;

  constructor(host: MapStartHost) {
    this.#host = host;
  }

  get state(): MapState {
    return this.#state;
  }

  /** Why there is none, once the state says so. */
  get reason(): NoMapReason {
    return this.#reason;
  }

  /** What failed to come may come yet. */
  get canRetry(): boolean {
    return this.#state === 'none' && this.#reason === 'mapFailed';
  }

  /** Starts once this place comes near the visible part of the page; null: waits for `start`. */
  watch(place: Element | null): void {
    if (!place) {
      this.stop();
      return;
    }
    if (this.#visibility) return;
    this.#visibility = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.start();
      },
      { rootMargin: AHEAD },
    );
    this.#visibility.observe(place);
  }

  stop(): void {
    this.#visibility?.disconnect();
    this.#visibility = null;
  }

  readonly start = async (): Promise<void> => {
    if (this.#state !== 'waiting' && !this.canRetry) return;
    if (!hasWebgl2()) {
      this.giveUp('noWebgl');
      return;
    }
    this.#go('loading');
    await this.#host.loadAtlas().then(
      () => this.#go('starting'),
      () => this.giveUp('mapFailed'),
    );
  };

  giveUp(reason: NoMapReason): void {
    this.#reason = reason;
    this.#go('none');
  }

  /** The atlas within has painted, or never will. */
  readonly hearReady = (event: CustomEvent<{ readonly map: 'ready' | 'text-only' }>): void => {
    if (event.detail.map === 'ready') this.#go('live');
    else this.giveUp('noMap');
  };

  /** The code of the map did not come, though the atlas itself did. */
  readonly hearError = (event: CustomEvent<{ readonly code: string }>): void => {
    if (this.#state === 'starting' && event.detail.code === 'load-failed') {
      this.giveUp('mapFailed');
    }
  };

  #go(state: MapState): void {
    this.#state = state;
    this.#host.changed();
  }
}
