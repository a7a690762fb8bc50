import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { auditBundle } from '../../analysis/audit/audit-bundle.ts';
import type { AuditItem, AuditReport, Badge } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { findLit } from '../../core/lit.ts';
import { auditMessages, type AuditMessages } from '../messages/audit-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import type { AuditContext } from './audit-context.ts';
import { groupItems } from './group-items.ts';
import { planAuditStyles } from './plan-audit-styles.ts';
import { renderCoverage } from './render-coverage.ts';
import { renderItem } from './render-item.ts';
import { renderSummary } from './render-summary.ts';
import { whenIdle } from '../shared/when-idle.ts';

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
export class PlanAudit extends AtlasElement {
  static override styles = [panelStyles, planAuditStyles];

  #filter: Badge | null = null;
  #failure: { readonly bundle: PlanBundle; readonly reason: string } | null = null;
  #callOff: (() => void) | null = null;
  #hovered: string | null = null;
  #drawn: readonly unknown[] = [];
  #rows = new Map<string, HTMLElement[]>();
  #painter = new LitPainter((id) => this.#rows.get(id) ?? []);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#compute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#callOff?.();
    this.#callOff = null;
    // An element that has left can ask the atlas for nothing by events.
    if (this.#hovered !== null) {
      this.atlas?.store.send({ type: 'hover', features: [], phrase: null, origin: 'card' });
    }
    this.#hovered = null;
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
    return this.bundle ? (reports.get(this.bundle) ?? null) : null;
  }

  #drawKey(): readonly unknown[] {
    return [this.bundle, this.state?.lang, this.#filter, this.#report, this.#failure];
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
    const { bundle } = this;
    if (!bundle || !this.isConnected || !this.hasUpdated) return;
    if (this.#callOff || reports.has(bundle) || this.#failure?.bundle === bundle) return;
    this.#callOff = whenIdle(() => {
      this.#callOff = null;
      try {
        reports.set(bundle, auditBundle(bundle));
      } catch (error) {
        this.#failure = { bundle, reason: error instanceof Error ? error.message : String(error) };
      }
      this.requestUpdate();
      // Another plan may have come meanwhile.
      this.#compute();
    });
  }

  #itemOf(event: Event): AuditItem | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('.item')?.dataset['item'];
    return (id !== undefined && this.#report?.items.find((item) => item.id === id)) || null;
  }

  #preview(item: AuditItem | null): void {
    const id = item?.id ?? null;
    if (id === this.#hovered) return;
    this.#hovered = id;
    const features = item?.featureIds ?? [];
    this.request({ type: 'hover', features, phrase: null, origin: 'card' });
  }

  readonly #handleEnter = (event: Event): void => this.#preview(this.#itemOf(event));

  readonly #handleLeave = (): void => this.#preview(null);

  /** A click beside the buttons of a row does what its first button does. */
  readonly #handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('button, summary, details') || getSelection()?.type === 'Range') return;
    const item = this.#itemOf(event);
    if (item) this.#show(item.featureIds, item);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const { selection, highlight } = this.state!;
    const isClear =
      selection.features.length + highlight.features.length === 0 && selection.clause === null;
    if (event.key !== 'Escape' || isClear) return;
    event.stopPropagation();
    this.request({ type: 'clear', origin: 'card' });
  };

  #show(features: readonly string[], item?: AuditItem): void {
    const { para, quote } = item?.claim ?? {};
    if (features.length === 0) {
      if (para !== undefined) this.#goToClause(para, quote);
      return;
    }
    const [feature] = features;
    if (features.length === 1 && feature !== undefined) {
      this.request({ type: 'select', feature, clause: para ?? null, origin: 'card' });
    } else {
      this.request({ type: 'clear', origin: 'card' });
      this.request({ type: 'highlight', features, clauses: [], fit: true });
    }
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
    const isBusy = this.bundle !== null && !this.#report && this.#failure?.bundle !== this.bundle;
    return html`<div class="body" lang=${now!.lang} aria-busy=${isBusy} @keydown=${this.#handleKey}>
      ${context ? this.#renderReport(context) : this.#renderNone(texts, isBusy)}
    </div>`;
  }

  #renderNone(words: AuditMessages, isBusy: boolean): TemplateResult {
    const failure = this.#failure?.bundle === this.bundle ? this.#failure : null;
    if (failure) return html`<p class="empty" role="alert">${words.failed(failure.reason)}</p>`;
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
          @mouseover=${this.#handleEnter}
          @mouseleave=${this.#handleLeave}
          @focusin=${this.#handleEnter}
          @focusout=${this.#handleLeave}
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
