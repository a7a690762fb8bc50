import type { ReactiveController } from 'lit';

const STOPS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';
const WRITTEN_IN = 'input[type=text], textarea';

/**
 * What has the focus may go with a redraw. The focus passes to what came in its place, else to the stop before it,
 * else to the one after it: never to the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #heirs: readonly string[];
  #had: HTMLElement | null = null;
  #wasVisible = false;
  #stops: readonly HTMLElement[] = [];

  /** @param heirs selectors of what takes the focus over when it has just come, the first first */
  constructor(host: HTMLElement, heirs: readonly string[]) {
    this.#host = host;
    this.#heirs = heirs;
  }

  hostUpdate(): void {
    const had = this.#host.shadowRoot?.activeElement;
    this.#had = had instanceof HTMLElement ? had : null;
    this.#wasVisible = this.#had?.matches(':focus-visible') ?? false;
    this.#stops = this.#had ? this.#listStops(STOPS) : [];
  }

  hostUpdated(): void {
    const [had, stops] = [this.#had, this.#stops];
    this.#had = null;
    this.#stops = [];
    if (!had || isUsable(had)) return;
    const came = this.#heirs
      .flatMap((heir) => this.#listStops(heir))
      .find((one) => !stops.includes(one) && isUsable(one));
    const at = stops.indexOf(had);
    const beside = [...stops.slice(0, Math.max(0, at)).toReversed(), ...stops.slice(at + 1)];
    (came ?? beside.find((one) => this.#isFit(one)))?.focus();
  }

  /** A field that is written in opens the keyboard of a phone: it is left to those who walk by keys. */
  #isFit(stop: HTMLElement): boolean {
    return isUsable(stop) && (this.#wasVisible || !stop.matches(WRITTEN_IN));
  }

  #listStops(selector: string): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }
}

const isUsable = (stop: HTMLElement): boolean =>
  stop.isConnected && stop.checkVisibility() && !stop.matches(':disabled, [tabindex="-1"]');
