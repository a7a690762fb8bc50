import type {
  CrsCandidate,
  CrsChoice,
  ImportSession,
  LayerPreview,
  LayerSummary,
} from '../../contracts/import.ts';

/** The chosen layer and the system that it is read in. */
export class LayerDesk {
  #layer: LayerSummary | null = null;
  /** By layer, as the user chose; else the guess holds. */
  readonly #choices = new Map<string, CrsChoice>();
  #preview: LayerPreview | null = null;
  #serial = 0;
  readonly #session: () => ImportSession;
  readonly #changed: () => void;
  readonly #fail: (error: unknown) => void;

  constructor(session: () => ImportSession, changed: () => void, fail: (error: unknown) => void) {
    this.#session = session;
    this.#changed = changed;
    this.#fail = fail;
  }

  get layer(): LayerSummary | null {
    return this.#layer;
  }

  /** Null while it is reckoned. */
  get preview(): LayerPreview | null {
    return this.#preview;
  }

  get choice(): CrsChoice {
    const first = this.#layer?.guess.candidates[0];
    return (
      (this.#layer && this.#choices.get(this.#layer.id)) ??
      (first
        ? { crs: first.crs, isSwapped: first.isSwapped }
        : { crs: 'EPSG:4490', isSwapped: false })
    );
  }

  /** What the guess says of the choice; null where the choice was none of its candidates. */
  get candidate(): CrsCandidate | null {
    const { crs, isSwapped } = this.choice;
    const found = this.#layer?.guess.candidates.find(
      (one) => one.crs === crs && one.isSwapped === isSwapped,
    );
    return found ?? null;
  }

  get isChosen(): boolean {
    return this.#layer !== null && this.#choices.has(this.#layer.id);
  }

  /** The numbers leave several systems open and the user has not spoken. */
  get isOpen(): boolean {
    return this.#layer?.guess.sureness === 'open' && !this.isChosen;
  }

  async show(layer: LayerSummary | null): Promise<void> {
    this.#layer = layer;
    await this.#reckon();
  }

  async choose(choice: CrsChoice): Promise<void> {
    if (!this.#layer) return;
    this.#choices.set(this.#layer.id, choice);
    await this.#reckon();
  }

  async #reckon(): Promise<void> {
    this.#serial += 1;
    const serial = this.#serial;
    this.#preview = null;
    this.#changed();
    if (!this.#layer) return;
    try {
      const preview = await this.#session().preview(this.#layer.id, this.choice);
      if (serial !== this.#serial) return;
      this.#preview = preview;
      this.#changed();
    } catch (error) {
      if (serial === this.#serial) this.#fail(error);
    }
  }
}
