import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapEvent, MapModule, MoveOptions, SceneStyle } from '../../contracts/map-port.ts';
import type {
  Camera,
  CompareSide,
  Sides,
  ViewerRequest,
  ViewerState,
} from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import {
  hideOtherStages,
  stateOfSide,
  zoomToKeep,
  type SideView,
} from '../../core/compare-scene.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { startMapPair, type MapPair } from './map-pair.ts';

const EDGE_PX = 36;
const RESTORE_WAIT_MS = 2000;
const MAX_RESTARTS = 3;
/** A comparison turns to and fro between two styles; a third is the flavour or language before. */
const STYLES_KEPT = 4;

/** `lost`: the graphics failed again and again, or the maps could not start; `reason` may say why. */
export type MapsPhase = 'waiting' | 'starting' | 'ready' | 'lost';

/** What the maps draw from; null until plan and cartography are there. */
export interface MapsInput {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  /** A side that waits for the other plan shows this one, out of sight. */
  readonly views: Sides<SideView>;
  readonly labels: Sides<string>;
  readonly locale: Readonly<Record<string, string>>;
}

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
  #styles: readonly { readonly inputs: readonly unknown[]; readonly style: SceneStyle }[] = [];
  #goalSerial = -1;
  /** The goal from which the list has led away, to a feature that only the other plan has. */
  #leftGoal = -1;
  #size = { width: 0, height: 0 };
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
    const { gestures } = input.state;
    if (before && gestures !== before.gestures) {
      this.#pair.port('left').setGestures(gestures);
      this.#pair.port('right').setGestures(gestures);
    }
    this.#applyScenes(input);
    this.#followGoal(input);
  }

  /** `isRearranged`: the boxes changed and not the window, so what was seen stays seen. */
  resized(isRearranged: boolean): void {
    const input = this.#host.input();
    if (!this.#pair || !this.#boxes || !input) return;
    const size = sizeOf(this.#boxes.left);
    if (size.width === 0 || size.height === 0) return;
    const change = zoomToKeep(this.#size, size);
    const hasChanged = size.width !== this.#size.width || size.height !== this.#size.height;
    this.#size = size;
    if (!hasChanged) return;
    this.#pair.resize();
    const options = { ...this.#moveOptions(input), isInstant: true };
    const { goal } = input.state;
    /** The whole county stays whole. */
    if (goal.kind === 'home' && goal.serial !== this.#leftGoal) this.#fitHome(input, options);
    else if (isRearranged) {
      this.#pair.lead.moveTo({ zoom: this.#pair.lead.getCamera().zoom + change }, options);
    }
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
    this.#pair?.dispose();
    this.#pair = null;
    this.#boxes = null;
    this.#styles = [];
    this.#goalSerial = -1;
    this.#painted.clear();
    this.#lost.clear();
    if (this.phase !== 'lost') this.phase = 'waiting';
  }

  async #startMaps(): Promise<void> {
    this.#become('starting');
    try {
      this.#module = await this.#host.loadMap();
      const boxes = await this.#host.boxes();
      const input = this.#host.input();
      if (!boxes || !input) {
        this.phase = 'waiting';
        return;
      }
      const { views, labels, locale, state } = input;
      const side = (name: CompareSide) => ({
        container: boxes[name],
        style: this.#styleOf(views[name], input),
        locale: { ...locale, 'Map.Title': labels[name] },
      });
      this.#boxes = boxes;
      this.#size = sizeOf(boxes.left);
      const pair = await startMapPair(this.#module.createMap, {
        sides: { left: side('left'), right: side('right') },
        camera: this.#startCamera(state),
        padding: this.#moveOptions(input).padding,
        gestures: state.gestures,
        prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
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
      this.#become('lost', error instanceof Error ? error.message : String(error));
    }
  }

  /** The whole county when it was asked for; else where the map behind stood, or was to go. */
  #startCamera({ camera, goal }: ViewerState): Partial<Camera> | null {
    const isAsked =
      goal.kind === 'camera' && goal.camera.center !== undefined && goal.camera.zoom !== undefined;
    if (camera || isAsked || goal.kind === 'home') this.#goalSerial = goal.serial;
    if (goal.kind === 'home') return null;
    return camera ?? (isAsked ? goal.camera : null);
  }

  #applyScenes(input: MapsInput): void {
    const { state, cartography, views } = input;
    const build = (side: CompareSide) => {
      const view = views[side];
      const scene = this.#module!.buildScene(
        stateOfSide(state, view),
        view.bundle,
        cartography,
        this.#styleOf(view, input),
      );
      return hideOtherStages(scene, view);
    };
    this.#pair!.apply({ left: build('left'), right: build('right') });
  }

  /** Sides that look the same share one style; going back and forth builds none anew. */
  #styleOf({ bundle, flavour }: SideView, { cartography, state }: MapsInput): SceneStyle {
    const inputs = [bundle, flavour, cartography, state.lang];
    const known = this.#styles.find((kept) =>
      kept.inputs.every((input, index) => input === inputs[index]),
    );
    if (known) return known.style;
    const style = this.#module!.buildStyle(
      bundle,
      cartography,
      cartography.flavours[flavour],
      state.lang,
    );
    this.#styles = [{ inputs, style }, ...this.#styles].slice(0, STYLES_KEPT);
    return style;
  }

  #followGoal(input: MapsInput): void {
    const { goal } = input.state;
    const { lead } = this.#pair!;
    if (goal.serial === this.#goalSerial) return;
    this.#goalSerial = goal.serial;
    const options: MoveOptions = { ...this.#moveOptions(input), isInstant: goal.isInstant };
    switch (goal.kind) {
      case 'home':
        this.#fitHome(input, options);
        break;
      case 'features':
        this.show(input.bundle, goal.features, options);
        break;
      case 'camera':
        lead.moveTo(goal.camera, options);
        break;
      case 'zoom':
        lead.moveTo({ zoom: lead.getCamera().zoom + goal.by }, options);
        break;
      case 'pan':
        lead.panBy(goal.byPx, options);
        break;
      case 'none':
        break;
      default:
        return goal satisfies never;
    }
  }

  /** Goes to features of either plan. */
  show(bundle: PlanBundle, features: readonly string[], options?: MoveOptions): void {
    const input = this.#host.input();
    const bounds = featureBounds(bundle, features);
    if (!this.#pair || !input || !bounds) return;
    if (!options) this.#leftGoal = input.state.goal.serial;
    this.#pair.lead.fit(bounds, options ?? this.#moveOptions(input));
  }

  #fitHome(input: MapsInput, options: MoveOptions): void {
    const own = { ...input.views.left, bundle: input.bundle };
    this.#pair!.lead.fit(this.#styleOf(own, input).home, options);
  }

  #moveOptions({ state }: MapsInput): MoveOptions {
    const { width, height } = this.#size;
    const edge = Math.min(EDGE_PX, width / 8, height / 8);
    const { top, right, bottom, left } = state.padding;
    return {
      isInstant: false,
      padding: {
        top: top + edge,
        right: right + edge,
        bottom: bottom + edge,
        left: left + edge,
      },
    };
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

function sizeOf(box: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: box.clientWidth, height: box.clientHeight };
}
