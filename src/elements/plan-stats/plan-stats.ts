import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createNaming } from '../../analysis/statistics/create-naming.ts';
import { createStatistics } from '../../analysis/statistics/create-statistics.ts';
import { writeCsv } from '../../analysis/statistics/write-csv.ts';
import type { StatRow, StatTable } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { featuresById, findLit } from '../../core/lit.ts';
import { statsMessages, type StatsMessages } from '../messages/stats-messages.ts';
import { IdleReport } from '../shared/idle-report.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { ToolElement } from '../shared/tool-element.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { BarChart } from './bar-chart.ts';
import { listBars, nameChart } from './chart-bars.ts';
import { planStatsStyles } from './plan-stats-styles.ts';
import { renderHead } from './render-head.ts';
import { renderTable } from './render-table.ts';
import { nameFile, saveFile } from './save-file.ts';
import type { StatsContext } from './stats-context.ts';
import { nextOrder, type SortOrder, sortRows } from './table-order.ts';

const statistics = new WeakMap<PlanBundle, readonly StatTable[]>();

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
export class PlanStats extends ToolElement {
  static override styles = [panelStyles, toolStyles, planStatsStyles];

  #tableId: string | null = null;
  #order: SortOrder | null = null;
  #isChartOpen = true;
  #saved = '';
  #reports = new IdleReport(
    statistics,
    (bundle) => createStatistics(bundle, createNaming(this.cartography!)),
    () => this.requestUpdate(),
  );
  #drawn: readonly unknown[] = [];
  #hasChartFailed = false;
  #marks = new Map<string, Element[]>();
  #painter = new LitPainter((id) => this.#marks.get(id) ?? []);
  #chart = new BarChart({
    root: () => this.shadowRoot!,
    context: () => this.#context(),
    onDrawn: () => this.#collectMarks(),
    onFailed: () => {
      this.#hasChartFailed = true;
      this.requestUpdate();
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#chart.update();
    this.#compute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reports.stop();
    this.#chart.disconnect();
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
    if (this.isConnected) this.#chart.update();
    this.#compute();
  }

  private get texts(): StatsMessages {
    return statsMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #tables(): readonly StatTable[] | null {
    return this.#reports.of(this.bundle);
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
      this.#reports.failureOf(bundle),
      this.#hasChartFailed,
    ];
  }

  #isDrawn(): boolean {
    return this.hasUpdated && this.#drawKey().every((part, at) => part === this.#drawn[at]);
  }

  /** Not before the panel is on the screen: a large plan takes a while. */
  #compute(): void {
    const { bundle, cartography } = this;
    if (bundle && cartography && this.isConnected) this.#reports.want(bundle);
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

  protected override rowOf(event: Event): StatRow | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest('[data-row]')?.getAttribute('data-row');
    return (id !== undefined && id !== null && this.#rowsById().get(id)) || null;
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('thead, button') || getSelection()?.type === 'Range') return;
    const row = this.rowOf(event);
    if (row) this.showFeatures(row.featureIds);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (this.clearByEscape(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (!target.matches('.target')) return;
    const row = this.rowOf(event);
    if ((event.key === 'Enter' || event.key === ' ') && row) this.showFeatures(row.featureIds);
    else if (!this.#chart.move(event.key, target)) return;
    event.preventDefault();
  };

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
    const failure = this.#reports.failureOf(this.bundle);
    const isBusy = this.bundle !== null && this.#tables === null && failure === null;
    return html`<div
      class="body"
      lang=${this.state!.lang}
      aria-busy=${isBusy}
      @keydown=${this.#handleKey}
    >
      ${context ? this.#renderStatistics(context) : this.#renderNone(failure, isBusy)}
    </div>`;
  }

  #renderNone(failure: string | null, isBusy: boolean): TemplateResult {
    const words = this.texts;
    if (failure !== null) return html`<p class="empty" role="alert">${words.failed(failure)}</p>`;
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
        @mouseover=${this.handleEnter}
        @mouseleave=${this.handleLeave}
        @focusin=${this.handleEnter}
        @focusout=${this.handleLeave}
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
        this.requestUpdate();
      },
      save: () => this.#save(table),
      show: (row) => this.showFeatures(row.featureIds),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-stats': PlanStats;
  }
}
