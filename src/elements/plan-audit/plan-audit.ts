import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { auditBundle } from '../../analysis/audit/audit-bundle.ts';
import type { AuditItem, AuditReport, Badge } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { findLit } from '../../core/lit.ts';
import { auditMessages, type AuditMessages } from '../messages/audit-messages.ts';
import { IdleReport } from '../shared/idle-report.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { ToolElement } from '../shared/tool-element.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import type { AuditContext } from './audit-context.ts';
import { coverageStyles } from './coverage-styles.ts';
import { groupItems } from './group-items.ts';
import { planAuditStyles } from './plan-audit-styles.ts';
import { renderCoverage } from './render-coverage.ts';
import { renderItem } from './render-item.ts';
import { renderSummary } from './render-summary.ts';

const reports = new WeakMap<PlanBundle, AuditReport>();

/**
 * 图文核对: every number of the plan beside what the map recomputes, with its working, and how far the map covers the
 * text. Computed once per bundle, after the first paint. What rests on inferred features is never told as agreement.
 *
 * @element plan-audit
 * @fires plan-request - internal: asks the atlas to light, select or fit features and clauses
 * @csspart summary - results with their counts, which filter
 * @csspart items - the checks
 * @csspart item - one check
 * @csspart coverage - how far the map covers the text
 */
export class PlanAudit extends ToolElement {
  static override styles = [panelStyles, toolStyles, planAuditStyles, coverageStyles];

  #filter: Badge | null = null;
  #reports = new IdleReport(reports, auditBundle, () => this.requestUpdate());
  #drawn: readonly unknown[] = [];
  #rows = new Map<string, HTMLElement[]>();
  #painter = new LitPainter((id) => this.#rows.get(id) ?? []);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#compute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reports.stop();
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    const { bundle, lang, selection, hover, highlight } = now;
    return [bundle, lang, selection, hover, highlight];
  }

  protected override sliceChanged(now: ViewerState): void {
    if (this.#isDrawn()) this.#paint(now);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return super.shouldUpdate(changed) && !this.#isDrawn();
  }

  protected override updated(): void {
    this.#drawn = this.#drawKey();
    this.#rows = new Map();
    const items = new Map(this.#report?.items.map((item) => [item.id, item]));
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
    for (const row of rows) {
      for (const id of items.get(row.dataset['item']!)?.featureIds ?? []) {
        this.#rows.set(id, [...(this.#rows.get(id) ?? []), row]);
      }
    }
    this.#painter.reset(rows);
    this.#paint(this.state!);
    this.#compute();
  }

  private get texts(): AuditMessages {
    return auditMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #report(): AuditReport | null {
    return this.#reports.of(this.bundle);
  }

  #drawKey(): readonly unknown[] {
    const { bundle } = this;
    const failure = this.#reports.failureOf(bundle);
    return [bundle, this.state?.lang, this.#filter, this.#report, failure];
  }

  #isDrawn(): boolean {
    return this.hasUpdated && this.#drawKey().every((part, at) => part === this.#drawn[at]);
  }

  #paint(now: ViewerState): void {
    const { hovered, selected } = findLit(now);
    this.#painter.paint(hovered, selected);
  }

  /** Not before the panel is on the screen: a large plan takes a while. */
  #compute(): void {
    if (this.bundle && this.isConnected && this.hasUpdated) this.#reports.want(this.bundle);
  }

  protected override rowOf(event: Event): AuditItem | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('.item')?.dataset['item'];
    return (id !== undefined && this.#report?.items.find((item) => item.id === id)) || null;
  }

  /** A click beside the buttons of a row does what its first button does. */
  readonly #handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('button, summary, details') || getSelection()?.type === 'Range') return;
    const item = this.rowOf(event);
    if (item) this.#show(item.featureIds, item);
  };

  readonly #handleKey = (event: KeyboardEvent): void => void this.clearByEscape(event);

  #show(features: readonly string[], item?: AuditItem): void {
    const { para, quote } = item?.claim ?? {};
    if (features.length > 0) this.showFeatures(features, para);
    else if (para !== undefined) this.#goToClause(para, quote);
  }

  /** To the very words where features cite them, else to their paragraph. */
  #goToClause(para: string, quote?: string): void {
    const phrases = linkClauses(this.bundle!).paragraphs.get(para)?.phrases ?? [];
    const phrase = quote === undefined ? undefined : phrases.find(({ text }) => text === quote);
    this.request(
      phrase
        ? { type: 'select-phrase', phrase: phrase.id, origin: 'card' }
        : { type: 'select', clause: para, origin: 'card' },
    );
  }

  protected override render(): TemplateResult {
    const { texts, state: now } = this;
    const context = this.#context();
    const hasFailed = this.#reports.failureOf(this.bundle) !== null;
    const isBusy = this.bundle !== null && !this.#report && !hasFailed;
    return html`<div class="body" lang=${now!.lang} aria-busy=${isBusy} @keydown=${this.#handleKey}>
      ${context ? this.#renderReport(context) : this.#renderNone(texts, isBusy)}
    </div>`;
  }

  #renderNone(words: AuditMessages, isBusy: boolean): TemplateResult {
    const failure = this.#reports.failureOf(this.bundle);
    if (failure !== null) return html`<p class="empty" role="alert">${words.failed(failure)}</p>`;
    return html`<p class="empty" role="status">${isBusy ? words.busy : words.empty}</p>`;
  }

  #renderReport(context: AuditContext): TemplateResult {
    const { words, report, filter, groups } = context;
    return html`${renderSummary(context)}
      <div class="columns">
        <div
          class="items"
          part="items"
          @click=${this.#handleClick}
          @mouseover=${this.handleEnter}
          @mouseleave=${this.handleLeave}
          @focusin=${this.handleEnter}
          @focusout=${this.handleLeave}
        >
          ${
            groups.length === 0
              ? html`<p class="empty">
                  ${filter === null || report.items.length === 0 ? words.nothingToCheck : words.noneOf(words.badges[filter])}
                </p>`
              : nothing
          }
          ${repeat(
            groups,
            ({ group }) => group,
            ({ group, items }) =>
              html`<section aria-labelledby=${`group-${group}`}>
                <h3 id=${`group-${group}`}>
                  ${words.groupCount(words.groups[group], items.length)}
                </h3>
                <ul>
                  ${repeat(
                    items,
                    ({ id }) => id,
                    (item) => renderItem(item, context),
                  )}
                </ul>
              </section>`,
          )}
        </div>
        ${renderCoverage(context)}
      </div>`;
  }

  #context(): AuditContext | null {
    const { state: now, bundle, atlas } = this;
    const report = this.#report;
    if (!now || !bundle || !atlas || !report) return null;
    const titles = new Map(report.coverage.paragraphs.map(({ para, title }) => [para, title]));
    return {
      report,
      groups: groupItems(report.items, this.#filter),
      filter: this.#filter,
      words: this.texts,
      lang: now.lang,
      certainties: atlas.conventions.certainties,
      say: (text) => this.say(text),
      titleOf: (para) => {
        const title = titles.get(para);
        return title ? this.say(title) : para;
      },
      choose: (filter) => {
        this.#filter = filter;
        this.requestUpdate();
      },
      goToClause: (para, quote) => this.#goToClause(para, quote),
      show: (features, item) => this.#show(features, item),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-audit': PlanAudit;
  }
}
