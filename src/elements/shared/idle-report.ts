import type { PlanBundle } from '../../contracts/bundle.ts';
import { whenIdle } from './when-idle.ts';

/**
 * What takes a while to compute of a plan: once per bundle and for all elements that share `known`, and not before the
 * page has been painted. `redraw` is called when a report, or the reason for there being none, is there.
 */
export class IdleReport<Report> {
  #failure: { readonly bundle: PlanBundle; readonly reason: string } | null = null;
  #pending: { readonly bundle: PlanBundle; readonly callOff: () => void } | null = null;

  constructor(
    private readonly known: WeakMap<PlanBundle, Report>,
    private readonly compute: (bundle: PlanBundle) => Report,
    private readonly redraw: () => void,
  ) {}

  of(bundle: PlanBundle | null): Report | null {
    return (bundle && this.known.get(bundle)) ?? null;
  }

  /** Why there is no report and will be none; null while there may be. */
  failureOf(bundle: PlanBundle | null): string | null {
    return this.#failure !== null && this.#failure.bundle === bundle ? this.#failure.reason : null;
  }

  /** Has it computed unless it is known, under way, or has failed; another plan takes the place of the one before. */
  want(bundle: PlanBundle): void {
    if (this.#pending?.bundle === bundle) return;
    this.stop();
    if (this.known.has(bundle) || this.failureOf(bundle) !== null) return;
    const callOff = whenIdle(() => {
      this.#pending = null;
      try {
        this.known.set(bundle, this.compute(bundle));
      } catch (error) {
        this.#failure = { bundle, reason: error instanceof Error ? error.message : String(error) };
      }
      this.redraw();
    });
    this.#pending = { bundle, callOff };
  }

  stop(): void {
    this.#pending?.callOff();
    this.#pending = null;
  }
}
