import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ViewerState } from '../../contracts/state.ts';
import type { DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import {
  listSeries,
  prefixOf,
  specifySeries,
  type Series,
  type SeriesSheet,
} from '../../core/sheet/list-series.ts';
import { nameScale } from '../../core/sheet/sheet-frame.ts';
import { showSubject } from '../../core/sheet/sheet-subject.ts';
import { seriesMessages, type SeriesMessages } from '../messages/series-messages.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { renderCheck, renderChoice, renderField } from '../shared/render-field.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { dressSheet } from './dress-sheet.ts';
import { JPEG_QUALITIES, type JpegQuality, type PictureKind } from './paint-as.ts';
import { planSheetStyles } from './plan-sheet-styles.ts';
import { planSeriesStyles } from './plan-series-styles.ts';
import { printSeries, zipSeries, type SeriesGaps, type SeriesTask } from './run-series.ts';
import { SheetBase } from './sheet-base.ts';
import type { SheetDesk } from './sheet-desk.ts';

type Format = PictureKind | 'svg';

const PAUSE_MS = 60;
const BYTES_A_MB = 1e6;

/**
 * 系列出图: a set of sheets found in the plan (atlas, themes, zones, corridors, seats), stepped through, and saved as one
 * .zip or printed as one document. It stands inside the tool 出图, whose choices all sheets share.
 *
 * @element plan-sheet-series
 * @csspart preview - the sheet at hand
 * @csspart news - what was saved, or why not
 */
export class PlanSheetSeries extends AtlasElement {
  static override styles = [
    panelStyles,
    toolStyles,
    controlStyles,
    formStyles,
    planSheetStyles,
    planSeriesStyles,
  ];

  /** Lent by the tool. */
  @property({ attribute: false }) desk: SheetDesk | null = null;

  #kind = '';
  #prefix: string | null = null;
  #format: Format = 'svg';
  #quality: JpegQuality = '85';
  /** Ids of subjects that are left out. */
  #left: ReadonlySet<string> = new Set();
  #at = 0;
  #drawn: DrawnSheet | null = null;
  #address = '';
  #inputs: readonly unknown[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #series: { readonly inputs: readonly unknown[]; readonly list: readonly Series[] } | null = null;
  #working: AbortController | null = null;
  #done = 0;
  #now = '';
  #news = '';
  readonly #base = new SheetBase(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#working?.abort();
    this.#base.stop();
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, lens, lang, base } = state;
    return [bundle, lens, lang, base];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#plan();
  }

  private get texts(): SeriesMessages {
    return seriesMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #list(): readonly Series[] {
    const { bundle, cartography, state } = this;
    if (!bundle || !cartography || !state) return [];
    const inputs = [bundle, cartography, state.lang];
    if (!this.#series || inputs.some((input, at) => input !== this.#series!.inputs[at])) {
      this.#series = { inputs, list: listSeries(bundle, cartography, state.lang) };
    }
    return this.#series.list;
  }

  get #chosen(): Series | null {
    return this.#list.find(({ id }) => id === this.#kind) ?? this.#list[0] ?? null;
  }

  get #sheets(): readonly SeriesSheet[] {
    const series = this.#chosen;
    if (!series || !this.desk) return [];
    this.#prefix ??= prefixOf(this.bundle!, this.cartography!);
    return specifySeries(series, this.#prefix, this.desk.wish);
  }

  get #wanted(): readonly SeriesSheet[] {
    return this.#sheets.filter(({ subject }) => !this.#left.has(subject.id));
  }

  #choose(change: () => void): void {
    change();
    this.#news = '';
    this.requestUpdate();
  }

  /** Draws the sheet at hand, a moment after it was chosen. */
  #plan(): void {
    const { desk } = this;
    const sheet = this.#sheets[this.#at];
    if (!desk || !sheet || !this.isConnected) return;
    const { bundle, lens, lang, base } = desk.state;
    this.#base.isOn = desk.hasBase;
    this.#base.take(sheet.spec, base, lang);
    const inputs = [bundle, lens, lang, JSON.stringify(sheet.spec), this.#base.drawn];
    if (inputs.every((input, at) => input === this.#inputs[at])) return;
    this.#inputs = inputs;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#draw(desk, sheet), PAUSE_MS);
  }

  async #draw(desk: SheetDesk, { subject, spec }: SeriesSheet): Promise<void> {
    const inputs = this.#inputs;
    try {
      const underlay = this.#base.drawn?.underlay ?? null;
      const drawn = desk.draw(spec, showSubject(desk.state, subject), underlay, subject.focus);
      const { file } = await dressSheet(drawn.svg);
      // Another sheet was chosen meanwhile.
      if (inputs !== this.#inputs) return;
      this.#drawn = drawn;
      this.#address = `data:image/svg+xml,${encodeURIComponent(file)}`;
    } catch (error) {
      this.#news = this.texts.failed(error instanceof Error ? error.message : String(error));
    }
    this.requestUpdate();
  }

  #nameOf({ id, name }: Series): string {
    const { texts } = this;
    if (name !== null) return texts.ofLayer(name);
    return id === 'atlas' ? texts.atlas : texts.themes;
  }

  /** Does something with the sheets that are wanted, one at a time; one such thing at a time. */
  async #work(
    job: (sheets: readonly SeriesSheet[], task: SeriesTask) => Promise<string>,
  ): Promise<void> {
    const sheets = this.#wanted;
    if (this.#working || sheets.length === 0) return;
    const working = new AbortController();
    this.#working = working;
    this.#done = 0;
    this.#now = this.texts.preparing;
    this.#news = '';
    this.requestUpdate();
    try {
      this.#news = await job(sheets, {
        signal: working.signal,
        report: (done, { spec }) => {
          this.#done = done / sheets.length;
          this.#now = this.texts.working(Math.floor(done) + 1, sheets.length, spec.title);
          this.requestUpdate();
        },
      });
    } catch (error) {
      this.#news = working.signal.aborted
        ? this.texts.cancelled
        : this.texts.failed(error instanceof Error ? error.message : String(error));
    } finally {
      if (this.#working === working) this.#working = null;
      this.requestUpdate();
    }
  }

  #save(): Promise<void> {
    const { desk, texts } = this;
    return this.#work(async (sheets, task) => {
      const { zip, gaps } = await zipSeries(sheets, desk!, this.#format, this.#quality, task);
      const { title, titleEn } = this.bundle!.bundle;
      const name = nameFile([this.pick(title, titleEn), this.#nameOf(this.#chosen!)], 'zip');
      saveFile(name, zip, 'application/zip');
      const megabytes = (zip.size / BYTES_A_MB).toFixed(1);
      return `${texts.saved(name, sheets.length, megabytes)}${this.#sayGaps(gaps)}`;
    });
  }

  #print(): Promise<void> {
    const { desk, texts } = this;
    return this.#work(async (sheets, task) => {
      const gaps = await printSeries(sheets, desk!, task);
      return `${texts.printed(sheets.length)}${this.#sayGaps(gaps)}`;
    });
  }

  #sayGaps({ sheets, tiles }: SeriesGaps): string {
    return tiles === 0 ? '' : ` ${this.texts.missing(sheets, tiles)}`;
  }

  #step(by: number): void {
    const count = this.#sheets.length;
    this.#choose(() => {
      this.#at = Math.min(count - 1, Math.max(0, this.#at + by));
    });
  }

  protected override render(): TemplateResult {
    const { texts, state } = this;
    const series = this.#chosen;
    if (!state || !this.desk) return html`<div class="series"></div>`;
    if (!series) return html`<p class="hint" lang=${state.lang}>${texts.none}</p>`;
    return html`<div class="series" lang=${state.lang}>
      <p class="hint">${texts.intro}</p>
      <div class="columns">
        <div class="sheet">${this.#renderPreview()}</div>
        <div class="choices">${this.#renderKinds(series)} ${this.#renderList()}</div>
      </div>
      ${this.#renderActions()}
    </div>`;
  }

  #renderKinds(series: Series): TemplateResult {
    const { texts } = this;
    return html`<div class="kinds">
      ${renderChoice(
        texts.kind,
        'series',
        series.id,
        this.#list.map((one) => ({
          value: one.id,
          label: `${this.#nameOf(one)}（${texts.count(one.subjects.length)}）`,
        })),
        (kind) =>
          this.#choose(() => {
            this.#kind = kind;
            this.#left = new Set();
            this.#at = 0;
          }),
      )}
      ${renderField({
        label: texts.prefix,
        name: 'prefix',
        value: this.#prefix ?? '',
        hint: texts.prefixHint,
        change: (value) => this.#choose(() => (this.#prefix = value.trim())),
      })}
    </div>`;
  }

  #renderPreview(): TemplateResult {
    const { texts } = this;
    const sheets = this.#sheets;
    const { spec } = sheets[this.#at]!;
    const name = texts.preview(spec.number, spec.title, spec.paper, nameScale(spec.scale));
    const size = this.#drawn?.layout.sheet;
    return html`${
        size
          ? html`<img
              part="preview"
              alt=${name}
              width=${Math.round(size.width)}
              height=${Math.round(size.height)}
              src=${this.#address}
            />`
          : html`<p role="status">${texts.drawing}</p>`
      }
      <div class="row steps">
        <button
          type="button"
          class="plain"
          data-action="previous"
          aria-disabled=${this.#at === 0}
          @click=${() => this.#step(-1)}
        >
          ← ${texts.previous}
        </button>
        <span>${texts.at(this.#at + 1, sheets.length)}</span>
        <button
          type="button"
          class="plain"
          data-action="next"
          aria-disabled=${this.#at === sheets.length - 1}
          @click=${() => this.#step(1)}
        >
          ${texts.next} →
        </button>
      </div>
      <p>${name}</p>`;
  }

  #renderList(): TemplateResult {
    const { texts } = this;
    const sheets = this.#sheets;
    const leave = (ids: readonly string[]): void => this.#choose(() => (this.#left = new Set(ids)));
    return html`<fieldset>
      <legend>${texts.sheets}</legend>
      <div class="row">
        <button type="button" class="plain" data-action="all" @click=${() => leave([])}>
          ${texts.all}
        </button>
        <button
          type="button"
          class="plain"
          data-action="none"
          @click=${() => leave(sheets.map(({ subject }) => subject.id))}
        >
          ${texts.no}
        </button>
        <span class="hint">${texts.chosen(this.#wanted.length, sheets.length)}</span>
      </div>
      <ul class="list">
        ${sheets.map(({ subject: { id }, spec }, at) => {
          const isIn = !this.#left.has(id);
          const scale = `1∶${nameScale(spec.scale)}`;
          return html`<li aria-current=${at === this.#at ? 'true' : nothing}>
            ${renderCheck(`${spec.number} ${spec.title}`, `sheet-${id}`, isIn, (isOn) => {
              const others = [...this.#left].filter((one) => one !== id);
              leave(isOn ? others : [...others, id]);
            })}
            <button
              type="button"
              class="plain"
              data-show=${id}
              aria-label="${texts.show(spec.title)} ${scale}"
              @click=${() => this.#choose(() => (this.#at = at))}
            >
              ${scale}
            </button>
          </li>`;
        })}
      </ul>
    </fieldset>`;
  }

  #renderActions(): TemplateResult {
    const { texts } = this;
    const isIdle = this.#working === null && this.#wanted.length > 0;
    return html`<div class="row actions">
        ${renderChoice(
          texts.zip,
          'format',
          this.#format,
          (['svg', 'png', 'jpeg'] as const).map((value) => ({
            value,
            label: value.toUpperCase(),
          })),
          (format) => this.#choose(() => (this.#format = format)),
        )}
        ${
          this.#format === 'jpeg'
            ? renderChoice(
                texts.quality,
                'series-quality',
                this.#quality,
                JPEG_QUALITIES.map((value) => ({ value, label: texts.qualities[value] })),
                (quality) => this.#choose(() => (this.#quality = quality)),
              )
            : nothing
        }
        <button
          type="button"
          class="plain strong"
          data-action="zip"
          aria-disabled=${!isIdle}
          @click=${() => void this.#save()}
        >
          ${texts.zip} ${this.#format.toUpperCase()} .zip
        </button>
        <button
          type="button"
          class="plain strong"
          data-action="print-all"
          aria-disabled=${!isIdle}
          @click=${() => void this.#print()}
        >
          ${texts.print}
        </button>
      </div>
      <div part="news" role="status">
        ${
          this.#working
            ? html`<label>${this.#now} <progress max="1" .value=${this.#done}></progress></label>
                <button
                  type="button"
                  class="plain"
                  data-action="cancel"
                  @click=${() => this.#working?.abort()}
                >
                  ${texts.cancel}
                </button>`
            : this.#news
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-sheet-series': PlanSheetSeries;
  }
}
