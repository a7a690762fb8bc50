import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { MapEvent, MapModule } from '../../contracts/map-port.ts';
import type { CompareSide, Sides, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import { hideOtherStages, stateOfSide } from '../../core/compare-scene.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { startMapPair, type MapPair } from './map-pair.ts';
import type { MapsInput } from './maps-input.ts';
import { PairCamera } from './pair-camera.ts';
import { PairStyles } from './pair-styles.ts';

const RESTORE_WAIT_MS = 2000;
const MAX_RESTARTS = 3;

/** `lost`: the graphics failed again and again, or the maps could not start; `reason` may say why. */
export type MapsPhase = 'waiting' | 'starting' | 'ready' | 'lost';

interface MapsHost {
  readonly input: () => MapsInput | null;
  readonly loadMap: () => Promise<MapModule>;
  /** The boxes of the maps, once they are drawn; null when the element has gone. */
  readonly boxes: () => Promise<Sides<HTMLElement> | null>;
  readonly request: (request: ViewerRequest) => void;
  readonly hear: (side: CompareSide, event: MapEvent) => void;
  readonly tell: (type: 'plan-map-move' | 'plan-map-idle') => void;
  /** Phase or first picture changed. */
  readonly changed: () => void;
}

/** Starts the pair of maps, keeps it in step with the state, and builds it anew when its graphics are lost. */
export class CompareMaps {
  phase: MapsPhase = 'waiting';
  reason: string | null = null;
  readonly #painted = new Set<CompareSide>();
  readonly #lost = new Set<CompareSide>();
  readonly #host: MapsHost;
  #module: MapModule | null = null;
  #pair: MapPair | null = null;
  #boxes: Sides<HTMLElement> | null = null;
  #start: Promise<void> | null = null;
  /** Calls off a start that waits for its graphics. */
  #starting: AbortController | null = null;
  readonly #styles = new PairStyles();
  readonly #camera = new PairCamera({
    pair: () => this.#pair,
    state: () => this.#host.input()?.state ?? null,
    home: () => this.#home(this.#host.input()!),
  });
  #restoreTimer: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;

  constructor(host: MapsHost) {
    this.#host = host;
  }

  get pair(): MapPair | null {
    return this.#pair;
  }

  get isPainted(): boolean {
    return this.#painted.size === 2;
  }

  /** Does nothing when the maps run, start, or have been given up. */
  ensureStarted(): void {
    if (this.#start || this.#pair || this.phase === 'lost' || !this.#host.input()) return;
    this.#start = this.#startMaps().finally(() => {
      this.#start = null;
    });
  }

  follow(before: ViewerState | null): void {
    const input = this.#host.input();
    if (!this.#pair || !input) return;
    const { gestures, lang } = input.state;
    for (const side of ['left', 'right'] as const) {
      const port = this.#pair.port(side);
      if (before && gestures !== before.gestures) port.setGestures(gestures);
      if (before && lang !== before.lang) port.setLocale(input.locales[side]);
    }
    this.#applyScenes(input);
    this.#camera.followGoal(input.bundle);
  }

  /** `isRearranged`: the boxes changed and not the window, so what was seen stays seen. */
  resized(isRearranged: boolean): void {
    if (this.#boxes) this.#camera.resized(this.#boxes.left, isRearranged);
  }

  giveUp(reason: string): void {
    this.#become('lost', reason);
  }

  /** After the maps were given up. */
  restart(): void {
    this.#restarts = 0;
    this.#become('waiting');
    this.ensureStarted();
  }

  dispose(): void {
    clearTimeout(this.#restoreTimer);
    this.#starting?.abort();
    this.#pair?.dispose();
    this.#pair = null;
    this.#boxes = null;
    this.#styles.clear();
    this.#camera.forget();
    this.#painted.clear();
    this.#lost.clear();
    if (this.phase !== 'lost') this.phase = 'waiting';
  }

  async #startMaps(): Promise<void> {
    this.#become('starting');
    const starting = new AbortController();
    this.#starting = starting;
    try {
      const module = await this.#host.loadMap();
      this.#module = module;
      const boxes = await this.#host.boxes();
      const input = this.#host.input();
      if (!boxes || !input) {
        this.phase = 'waiting';
        return;
      }
      const { views, locales, state } = input;
      const side = (name: CompareSide) => ({
        container: boxes[name],
        style: this.#styles.of(views[name], input, module.buildStyle),
        locale: locales[name],
      });
      this.#boxes = boxes;
      const camera = this.#camera.start(state, boxes.left);
      const pair = await startMapPair(module.createMap, {
        sides: { left: side('left'), right: side('right') },
        camera,
        padding: this.#camera.options(state).padding,
        gestures: state.gestures,
        prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        signal: starting.signal,
      });
      if (!(await this.#host.boxes())) {
        pair.dispose();
        this.phase = 'waiting';
        return;
      }
      this.#pair = pair;
      pair.listen((name, event) => this.#hear(name, event));
      this.#become('ready');
      this.resized(false);
      this.follow(null);
    } catch (error) {
      if (starting.signal.aborted) this.phase = 'waiting';
      else this.#become('lost', error instanceof Error ? error.message : String(error));
    }
  }

  #applyScenes(input: MapsInput): void {
    const { state, cartography, views } = input;
    const build = (side: CompareSide) => {
      const view = views[side];
      const scene = this.#module!.buildScene(
        stateOfSide(state, view),
        view.bundle,
        cartography,
        this.#styles.of(view, input, this.#module!.buildStyle),
      );
      return hideOtherStages(scene, view);
    };
    this.#pair!.apply({ left: build('left'), right: build('right') });
  }

  /** Goes to features that only the other plan has. */
  show(bundle: PlanBundle, features: readonly string[]): void {
    const bounds = featureBounds(bundle, features);
    if (bounds) this.#camera.lead(bounds);
  }

  /** Goes to where the other plan lies. */
  showPlace(bounds: Bounds): void {
    this.#camera.lead(bounds);
  }

  #home(input: MapsInput): Bounds {
    const own = { ...input.views.left, bundle: input.bundle };
    return this.#styles.of(own, input, this.#module!.buildStyle).home;
  }

  #hear(side: CompareSide, event: MapEvent): void {
    switch (event.type) {
      case 'camera':
        this.#host.request({
          type: 'camera-moved',
          camera: event.camera,
          bounds: event.bounds,
          frame: event.frame,
          isByUser: event.isByUser,
          from: 'compare',
        });
        this.#host.tell('plan-map-move');
        break;
      case 'move':
        this.#host.tell('plan-map-move');
        break;
      case 'idle':
        this.#becomePainted(side);
        break;
      case 'context-lost':
        this.#lost.add(side);
        this.#painted.delete(side);
        clearTimeout(this.#restoreTimer);
        this.#restoreTimer = setTimeout(() => this.#rebuild(), RESTORE_WAIT_MS);
        this.#host.changed();
        break;
      case 'context-restored':
        this.#lost.delete(side);
        if (this.#lost.size === 0) clearTimeout(this.#restoreTimer);
        break;
      default:
        this.#host.hear(side, event);
    }
  }

  #becomePainted(side: CompareSide): void {
    const wasPainted = this.isPainted;
    this.#painted.add(side);
    if (!this.isPainted) return;
    if (!wasPainted) this.#host.changed();
    this.#host.tell('plan-map-idle');
  }

  /** A context did not come back: both maps are built anew, three times at most. */
  #rebuild(): void {
    this.#restarts += 1;
    this.dispose();
    if (this.#restarts > MAX_RESTARTS) this.#become('lost');
    else this.ensureStarted();
  }

  #become(phase: MapsPhase, reason: string | null = null): void {
    this.phase = phase;
    this.reason = reason;
    this.#host.changed();
  }
}
