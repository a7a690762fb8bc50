import type { PlanBundle } from '../contracts/bundle.ts';
import type { Slice } from '../contracts/embed.ts';
import type { Problem } from '../contracts/errors.ts';
import type { PlanGreeting } from '../contracts/protocol.ts';
import type { Language } from '../contracts/theme.ts';
import type { Envelope } from '../core/embed/read-message.ts';

/** What stands in a frame, as the page around it may speak with it. */
export interface FrameSlice {
  readonly name: Slice;
  /** Where the events come from, and what the size is taken of. */
  readonly element: HTMLElement;
  /** The plan, once it has come. */
  readonly bundle: () => PlanBundle | null;
  readonly lang: () => Language;
  /**
   * Does what a command asks, once the plan has come; gives what its acknowledgement carries.
   * @throws MessageFault
   */
  readonly answer: (envelope: Envelope) => unknown;
}

/** Follows the loading of a slice, for whoever must wait for it. */
export class SliceProgress {
  #state: 'waiting' | 'loaded' | 'failed' = 'waiting';
  #problem: Problem | null = null;
  #map: PlanGreeting['map'] = 'waiting';
  readonly #changed: () => void;

  /** @param refused why no plan was even asked for */
  constructor({ element, bundle }: FrameSlice, refused: Problem | null, changed: () => void) {
    this.#changed = changed;
    if (refused) {
      this.#state = 'failed';
      this.#problem = refused;
    }
    element.addEventListener('plan-load', () => this.#reach('loaded'));
    element.addEventListener('plan-ready', ({ detail }) => {
      this.#map = detail.map ?? 'text-only';
      this.#reach('loaded');
    });
    element.addEventListener('plan-error', ({ detail }) => {
      // Beside a plan that stands, a fault is only told.
      if (bundle() !== null) {
        this.#reach('loaded');
        return;
      }
      this.#problem = detail.problems[0] ?? null;
      this.#reach('failed');
    });
    if (bundle() !== null) this.#state = 'loaded';
  }

  get state(): 'waiting' | 'loaded' | 'failed' {
    return this.#state;
  }

  /** Why nothing came. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get map(): PlanGreeting['map'] {
    return this.#map;
  }

  #reach(state: 'loaded' | 'failed'): void {
    this.#state = state;
    this.#changed();
  }
}
