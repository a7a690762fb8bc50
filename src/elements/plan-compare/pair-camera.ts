import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { MapPort, MoveOptions } from '../../contracts/map-port.ts';
import type { Camera, ViewerState } from '../../contracts/state.ts';
import { zoomToKeep } from '../../core/compare-scene.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import type { MapPair } from './map-pair.ts';

const EDGE_PX = 36;

/** What it moves, and how it is told of it. */
interface CameraHost {
  readonly pair: () => MapPair | null;
  readonly state: () => ViewerState | null;
  /** First view of the plan itself. */
  readonly home: () => Bounds;
}

/** Leads both maps where the atlas wants them, and keeps what is seen when their boxes change. */
export class PairCamera {
  readonly #host: CameraHost;
  #goalSerial = -1;
  /** The goal from which the reader has been led away, to what only the other plan has. */
  #leftGoal = -1;
  #size = { width: 0, height: 0 };

  constructor(host: CameraHost) {
    this.#host = host;
  }

  forget(): void {
    this.#goalSerial = -1;
  }

  /** The whole county when it was asked for; else where the map behind stood, or was to go. */
  start({ camera, goal }: ViewerState, box: HTMLElement): Partial<Camera> | null {
    this.#size = sizeOf(box);
    const isAsked =
      goal.kind === 'camera' && goal.camera.center !== undefined && goal.camera.zoom !== undefined;
    if (camera || isAsked || goal.kind === 'home') this.#goalSerial = goal.serial;
    if (goal.kind === 'home') return null;
    return camera ?? (isAsked ? goal.camera : null);
  }

  /** `isRearranged`: the boxes changed and not the window, so what was seen stays seen. */
  resized(box: HTMLElement, isRearranged: boolean): void {
    const state = this.#host.state();
    const pair = this.#host.pair();
    if (!pair || !state) return;
    const size = sizeOf(box);
    if (size.width === 0 || size.height === 0) return;
    const change = zoomToKeep(this.#size, size);
    const hasChanged = size.width !== this.#size.width || size.height !== this.#size.height;
    this.#size = size;
    if (!hasChanged) return;
    pair.resize();
    const options = { ...this.options(state), isInstant: true };
    const { goal } = state;
    /** The whole county stays whole. */
    if (goal.kind === 'home' && goal.serial !== this.#leftGoal) {
      pair.lead.fit(this.#host.home(), options);
    } else if (isRearranged) {
      pair.lead.moveTo({ zoom: pair.lead.getCamera().zoom + change }, options);
    }
  }

  followGoal(bundle: PlanBundle): void {
    const state = this.#host.state();
    const pair = this.#host.pair();
    if (!state || !pair) return;
    const { goal } = state;
    const lead: MapPort = pair.lead;
    if (goal.serial === this.#goalSerial) return;
    this.#goalSerial = goal.serial;
    const options: MoveOptions = { ...this.options(state), isInstant: goal.isInstant };
    switch (goal.kind) {
      case 'home':
        lead.fit(this.#host.home(), options);
        break;
      case 'features': {
        const bounds = featureBounds(bundle, goal.features);
        if (bounds) lead.fit(bounds, options);
        break;
      }
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

  /** To what the atlas does not know of, since only the other plan has it. */
  lead(bounds: Bounds): void {
    const state = this.#host.state();
    const pair = this.#host.pair();
    if (!pair || !state) return;
    this.#leftGoal = state.goal.serial;
    pair.lead.fit(bounds, this.options(state));
  }

  options({ padding }: ViewerState): MoveOptions {
    const { width, height } = this.#size;
    const edge = Math.min(EDGE_PX, width / 8, height / 8);
    const { top, right, bottom, left } = padding;
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
}

function sizeOf(box: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: box.clientWidth, height: box.clientHeight };
}
