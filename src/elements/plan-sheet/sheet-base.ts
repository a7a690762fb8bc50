import { html, nothing, type TemplateResult } from 'lit';
import type { BaseState } from '../../contracts/base-map.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { Language } from '../../contracts/theme.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import type { SheetUnderlay } from '../../core/sheet/underlay.ts';
import { seriesMessages } from '../messages/series-messages.ts';
import { renderCheck } from '../shared/render-field.ts';
import type { BaseOnSheet } from './draw-base.ts';

/** 底图 on the sheet in the preview: off until it is asked for, read anew when the sheet's map changes. */
export class SheetBase {
  isOn = false;
  readonly #changed: () => void;
  #key: readonly unknown[] = [];
  #drawn: BaseOnSheet | null = null;
  #reading: AbortController | null = null;
  #share = 0;
  #news: readonly string[] = [];

  /** @param changed the sheet is to be drawn anew, or what is said of the base map has changed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isBusy(): boolean {
    return this.#reading !== null;
  }

  /** What changes when the sheet has to be drawn anew. */
  get drawn(): BaseOnSheet | null {
    return this.#drawn;
  }

  /** The base map of a sheet, if it has been read; else it begins to be read. */
  take(spec: SheetSpec, base: BaseState | undefined, lang: Language): SheetUnderlay | null {
    if (!this.isOn || !base?.ground) {
      this.stop();
      return null;
    }
    const { x, y, width, height } = layOutSheet(spec).map;
    const map = [...spec.center, spec.scale, x, y, width, height].join();
    const key = [base.ground, base.choice.map, base.choice.opacity, lang, map];
    if (key.some((part, at) => part !== this.#key[at])) {
      this.stop();
      this.#key = key;
      void this.#read(spec, base, lang);
    }
    return this.#drawn?.underlay ?? null;
  }

  /** Forgets what was read, and calls off what is being read. */
  stop(): void {
    this.#reading?.abort();
    this.#reading = null;
    this.#key = [];
    this.#drawn = null;
    this.#news = [];
  }

  render(base: BaseState | undefined, lang: Language): TemplateResult | typeof nothing {
    const name = base?.choice.map?.name;
    if (!base?.ground || name === undefined) return nothing;
    const texts = seriesMessages[lang];
    return html`<div class="entry" part="base" data-part="base">
      ${renderCheck(texts.base(name), 'base', this.isOn, (isOn) => {
        this.isOn = isOn;
        this.#changed();
      })}
      <div role="status">
        ${
          this.#reading
            ? html`<label
                  >${texts.baseReading(this.#share)}
                  <progress max="1" .value=${this.#share}></progress
                ></label>
                <button
                  type="button"
                  class="plain"
                  data-action="cancel-base"
                  @click=${() => this.#cancel(lang)}
                >
                  ${texts.cancel}
                </button>`
            : this.#news.map((line) => html`<p class="hint">${line}</p>`)
        }
      </div>
    </div>`;
  }

  #cancel(lang: Language): void {
    this.isOn = false;
    this.stop();
    this.#news = [seriesMessages[lang].baseCancelled];
    this.#changed();
  }

  async #read(spec: SheetSpec, base: BaseState, lang: Language): Promise<void> {
    const reading = new AbortController();
    this.#reading = reading;
    this.#share = 0;
    const { signal } = reading;
    try {
      const { drawBase } = await import('./draw-base.ts');
      const drawn = await drawBase(spec, base, lang, {
        signal,
        report: (share) => {
          this.#share = share;
          if (!signal.aborted) this.#changed();
        },
      });
      if (signal.aborted) return;
      this.#drawn = drawn;
      this.#news = drawn.news;
    } catch (error) {
      if (signal.aborted) return;
      this.#news = [error instanceof Error ? error.message : String(error)];
    } finally {
      if (!signal.aborted) {
        this.#reading = null;
        this.#changed();
      }
    }
  }
}
