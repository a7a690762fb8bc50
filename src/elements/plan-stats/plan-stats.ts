import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createNaming } from '../../analysis/statistics/create-naming.ts';
import { createStatistics } from '../../analysis/statistics/create-statistics.ts';
import { writeCsv } from '../../analysis/statistics/write-csv.ts';
import type { StatRow, StatTable } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { featuresById, findLit } from '../../core/lit.ts';
import { statsMessages, type StatsMessages } from '../messages/stats-messages.ts';
import { whenIdle } from '../shared/when-idle.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { listBars, nameChart } from './chart-bars.ts';
import { planStatsStyles } from './plan-stats-styles.ts';
import { renderHead } from './render-head.ts';
import { renderTable } from './render-table.ts';
import { nameFile, saveFile } from './save-file.ts';
import type { StatsContext } from './stats-context.ts';
import { nextOrder, type SortOrder, sortRows } from './table-order.ts';

const statistics = new WeakMap<PlanBundle, readonly StatTable[]>();
/** Where nothing has a size yet. */
const WIDTH_PX = 480;
const EM_PX = 13;
/** A chunk of its own: Plot is larger than all else here. */
const loadDrawing = () => import('./draw-bars.ts');

/**
 * The plan's statistics as sortable tables with a bar chart, linked with the map both ways, and as CSV.
 * Computed once per bundle, after the first paint. Inferred and schematic figures say so.
 *
 * @element plan-stats
 * @fires plan-request - internal: asks the atlas to light, select or fit features
 * @csspart head - choice of the table, chart and export
 * @csspart table - the table
 * @csspart chart - the bar chart
 */
export class PlanStats extends AtlasElement {
  static override styles = [panelStyles, planStatsStyles];

  #tableId: string | null = null;
  #order: SortOrder | null = null;
  #isChartOpen = true;
  #saved = '';
  #failure: { readonly bundle: PlanBundle; readonly reason: string } | null = null;
  #callOff: (() => void) | null = null;
  #hovered: string | null = null;
  #drawn: readonly unknown[] = [];
  #charted: readonly unknown[] = [];
  #drawing: ReturnType<typeof loadDrawing> | null = null;
  #hasChartFailed = false;
  #marks = new Map<string, Element[]>();
  #painter = new LitPainter((id) => this.#marks.get(id) ?? []);
  #resize: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.#watchSize();
      this.#compute();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#callOff?.();
    this.#callOff = null;
    this.#resize?.disconnect();
    this.#resize = null;
    // An element that has left can ask the atlas for nothing by events.
    if (this.#hovered !== null) {
      this.atlas?.store.send({ type: 'hover', features: [], phrase: null, origin: 'card' });
    }
    this.#hovered = null;
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    const { bundle, lang, flavour, selection, hover, highlight } = now;
    return [bundle, lang, flavour, selection, hover, highlight];
  }

  protected override sliceChanged(now: ViewerState): void {
    if (this.#isDrawn()) this.#paint(now);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return super.shouldUpdate(changed) && !this.#isDrawn();
  }

  protected override updated(): void {
    this.#drawn = this.#drawKey();
    this.#collectMarks();
    this.#watchSize();
    this.#compute();
    void this.#chart();
  }

  private get texts(): StatsMessages {
    return statsMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #tables(): readonly StatTable[] | null {
    return this.bundle ? (statistics.get(this.bundle) ?? null) : null;
  }

  get #table(): StatTable | null {
    const tables = this.#tables;
    return tables?.find(({ id }) => id === this.#tableId) ?? tables?.[0] ?? null;
  }

  #drawKey(): readonly unknown[] {
    const { bundle, cartography, state: now } = this;
    return [
      bundle,
      cartography,
      now?.lang,
      now?.flavour,
      this.#table,
      this.#order,
      this.#isChartOpen,
      this.#saved,
      this.#failure,
      this.#hasChartFailed,
    ];
  }

  #isDrawn(): boolean {
    return this.hasUpdated && this.#drawKey().every((part, at) => part === this.#drawn[at]);
  }

  /** Not before the panel is on the screen: a large plan takes a while. */
  #compute(): void {
    const { bundle, cartography } = this;
    if (!bundle || !cartography || !this.isConnected) return;
    if (this.#callOff || statistics.has(bundle) || this.#failure?.bundle === bundle) return;
    this.#callOff = whenIdle(() => {
      this.#callOff = null;
      try {
        statistics.set(bundle, createStatistics(bundle, createNaming(cartography)));
      } catch (error) {
        this.#failure = { bundle, reason: error instanceof Error ? error.message : String(error) };
      }
      this.requestUpdate();
      // Another plan may have come meanwhile.
      this.#compute();
    });
  }

  /** Rows and bars by the features that they are about; a total is about too many to be lit by one. */
  #collectMarks(): void {
    this.#marks = new Map();
    const rows = this.#rowsById();
    const elements = [...this.renderRoot.querySelectorAll('[data-row]')];
    for (const element of elements) {
      const row = rows.get(element.getAttribute('data-row')!);
      if (!row || row.isTotal) continue;
      for (const id of row.featureIds) {
        this.#marks.set(id, [...(this.#marks.get(id) ?? []), element]);
      }
    }
    this.#painter.reset(elements);
    if (this.state) this.#paint(this.state);
  }

  #paint(now: ViewerState): void {
    const { hovered, selected } = findLit(now);
    this.#painter.paint(hovered, selected);
  }

  #rowsById(): ReadonlyMap<string, StatRow> {
    return new Map(this.#table?.rows.map((row) => [row.id, row]));
  }

  #watchSize(): void {
    const figure = this.renderRoot.querySelector('.chart');
    if (typeof ResizeObserver === 'undefined' || !this.isConnected) return;
    this.#resize ??= new ResizeObserver(() => void this.#chart());
    this.#resize.disconnect();
    if (figure) this.#resize.observe(figure);
  }

  /** The chart's code is fetched when a chart is first shown. */
  async #chart(): Promise<void> {
    const place = this.renderRoot.querySelector<HTMLElement>('.bars-place');
    const context = this.#context();
    if (!place || !context) return;
    const widthPx = Math.floor(place.clientWidth) || WIDTH_PX;
    const emPx = Number.parseFloat(getComputedStyle(place).fontSize) || EM_PX;
    const key = [place, this.#table, this.#order, context.lang, widthPx, emPx];
    if (key.every((part, at) => part === this.#charted[at])) return;
    this.#charted = key;
    try {
      this.#drawing ??= loadDrawing();
      const { drawBars } = await this.#drawing;
      if (this.#charted !== key) return;
      const drawing = drawBars(listBars(context), { widthPx, emPx });
      drawing.setAttribute('role', 'group');
      drawing.setAttribute('aria-label', nameChart(context));
      const isFocused = place.contains(this.shadowRoot?.activeElement ?? null);
      place.replaceChildren(drawing);
      if (isFocused) drawing.querySelector<SVGElement>('.target')?.focus();
      this.#collectMarks();
    } catch {
      // The table says the same; the panel tells that the chart is missing.
      this.#drawing = null;
      this.#hasChartFailed = true;
      this.requestUpdate();
    }
  }

  #rowOf(event: Event): StatRow | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest('[data-row]')?.getAttribute('data-row');
    return (id !== undefined && id !== null && this.#rowsById().get(id)) || null;
  }

  #preview(row: StatRow | null): void {
    const id = row?.id ?? null;
    if (id === this.#hovered) return;
    this.#hovered = id;
    const features = row?.featureIds ?? [];
    this.request({ type: 'hover', features, phrase: null, origin: 'card' });
  }

  readonly #handleEnter = (event: Event): void => this.#preview(this.#rowOf(event));

  readonly #handleLeave = (): void => this.#preview(null);

  readonly #handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('thead, button') || getSelection()?.type === 'Range') return;
    const row = this.#rowOf(event);
    if (row) this.#show(row);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const { selection, highlight } = this.state!;
    const hasShown =
      selection.features.length + highlight.features.length > 0 || selection.clause !== null;
    if (event.key === 'Escape' && hasShown) {
      event.stopPropagation();
      this.request({ type: 'clear', origin: 'card' });
      return;
    }
    const target = event.target as Element;
    if (target.matches('.target')) this.#handleBarKey(event, target);
  };

  /** One tab stop for all bars. */
  #handleBarKey(event: KeyboardEvent, target: Element): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const bars = [...this.renderRoot.querySelectorAll<SVGElement>('.target')];
    const at = bars.indexOf(target as SVGElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: bars.length - 1,
    };
    const row = this.#rowOf(event);
    if ((event.key === 'Enter' || event.key === ' ') && row) this.#show(row);
    else if (event.key in moves) {
      const next = bars[moves[event.key]!];
      if (next) {
        for (const bar of bars) bar.setAttribute('tabindex', bar === next ? '0' : '-1');
        next.focus();
      }
    } else return;
    event.preventDefault();
  }

  #show({ featureIds }: StatRow): void {
    const [feature] = featureIds;
    if (feature === undefined) return;
    if (featureIds.length === 1) {
      this.request({ type: 'select', feature, origin: 'card' });
    } else {
      this.request({ type: 'clear', origin: 'card' });
      this.request({ type: 'highlight', features: featureIds, clauses: [], fit: true });
    }
  }

  #save(table: StatTable): void {
    const { lang } = this.state!;
    const { title, titleEn } = this.bundle!.bundle;
    const name = nameFile([this.pick(title, titleEn), this.say(table.title)], 'csv');
    saveFile(name, writeCsv(table, lang), 'text/csv;charset=utf-8');
    this.#saved = name;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    const hasFailed = this.#failure !== null && this.#failure.bundle === this.bundle;
    const isBusy = this.bundle !== null && this.#tables === null && !hasFailed;
    return html`<div
      class="body"
      lang=${this.state!.lang}
      aria-busy=${isBusy}
      @keydown=${this.#handleKey}
    >
      ${context ? this.#renderStatistics(context) : this.#renderNone(hasFailed, isBusy)}
    </div>`;
  }

  #renderNone(hasFailed: boolean, isBusy: boolean): TemplateResult {
    const words = this.texts;
    if (hasFailed) {
      return html`<p class="empty" role="alert">${words.failed(this.#failure!.reason)}</p>`;
    }
    const none = this.bundle ? words.none : words.empty;
    return html`<p class="empty" role="status">${isBusy ? words.busy : none}</p>`;
  }

  #renderStatistics(context: StatsContext): TemplateResult {
    const { isChartOpen, table, say } = context;
    return html`${renderHead(context)}
      <h3>${say(table.title)}</h3>
      <div
        class="columns"
        data-chart=${isChartOpen ? '' : nothing}
        @click=${this.#handleClick}
        @mouseover=${this.#handleEnter}
        @mouseleave=${this.#handleLeave}
        @focusin=${this.#handleEnter}
        @focusout=${this.#handleLeave}
      >
        ${isChartOpen ? this.#renderChart(context) : nothing} ${renderTable(context)}
      </div>`;
  }

  #renderChart(context: StatsContext): TemplateResult {
    const { words } = context;
    const bars = listBars(context);
    if (bars.length === 0) return html`<p class="chart note">${words.noNumbers}</p>`;
    if (this.#hasChartFailed) {
      return html`<p class="chart note" role="status">${words.chartFailed}</p>`;
    }
    return html`<figure class="chart" part="chart">
      <figcaption>
        ${nameChart(context)}<span class="hidden">${words.chartKeys}</span>
        ${
          bars.some(({ isSoft }) => isSoft)
            ? html`<span class="note">${words.softNote}</span>`
            : nothing
        }
      </figcaption>
      <div class="bars-place"></div>
    </figure>`;
  }

  #context(): StatsContext | null {
    const { state: now, bundle } = this;
    const [tables, table] = [this.#tables, this.#table];
    if (!now || !bundle || !tables || !table) return null;
    const features = featuresById(bundle);
    return {
      tables,
      table,
      rows: sortRows(table, this.#order, now.lang),
      order: this.#order,
      isChartOpen: this.#isChartOpen,
      saved: this.#saved,
      words: this.texts,
      lang: now.lang,
      say: (text) => this.say(text),
      markOf: ({ isSoft, featureIds }) => {
        if (!isSoft) return null;
        const isInferred = featureIds.some(
          (id) => features.get(id)?.properties.accuracy.class === 'inferred',
        );
        return isInferred ? 'inferred' : 'schematic';
      },
      chooseTable: (id) => {
        this.#tableId = id;
        this.#order = null;
        this.#saved = '';
        this.requestUpdate();
      },
      sort: (column) => {
        const isNumber = table.columns.find(({ id }) => id === column)?.unit !== undefined;
        this.#order = nextOrder(this.#order, column, isNumber);
        this.requestUpdate();
      },
      toggleChart: () => {
        this.#isChartOpen = !this.#isChartOpen;
        this.#hasChartFailed = false;
        this.#charted = [];
        this.requestUpdate();
      },
      save: () => this.#save(table),
      show: (row) => this.#show(row),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-stats': PlanStats;
  }
}
