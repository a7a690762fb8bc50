import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import type { ViewerState } from '../../contracts/state.ts';
import { findSeen } from '../../core/find-seen.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { featuresById, findLit, isDimmed } from '../../core/lit.ts';
import { type FeatureSort, type SortedGroup, sortFeatures } from '../../core/sort-features.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { scrollWithin } from '../shared/scroll-within.ts';
import { type FeatureGroup, filterGroups, nameGroups } from './group-features.ts';
import { findByTyping, moveByKey } from './list-keys.ts';
import { planListStyles } from './plan-list-styles.ts';
import { renderOrder } from './render-order.ts';
import { renderRows, type RowContext } from './render-row.ts';
import type { RowBlocks } from './row-blocks.ts';

/** From here on rows out of sight are not drawn, at the price of a rougher scroll bar. */
const MANY = 1000;

interface Listed {
  /** What it was made from. */
  readonly from: readonly unknown[];
  readonly groups: readonly FeatureGroup[];
  /** Ids of all that it holds, drawn or not. */
  readonly order: readonly string[];
}

/**
 * Every feature as a row, the map's equal: in the order in which the text first speaks of it, or by name, theme, stage,
 * certainty or size; what the map shows first, if wished. One tab stop; arrows, Home, End, Page and first characters
 * move and light up the feature; Enter selects, Escape clears.
 *
 * @element plan-list
 * @fires plan-request - internal: asks the atlas to select, hover or clear
 * @csspart filter - the filter box with its count
 * @csspart order - the choice of order
 * @csspart list - the list of features
 * @csspart row - one feature
 */
export class PlanList extends PanelElement {
  static override styles = [panelStyles, planListStyles];

  #query = '';
  #sort: FeatureSort = 'reading';
  #isViewFirst = false;
  /** Features in view while what is in view comes first; the same set as long as it holds the same. */
  #inView: ReadonlySet<string> | null = null;
  /** The row that Tab stops at. */
  #active: string | null = null;
  #rows = new Map<string, HTMLElement>();
  #painter = new LitPainter((id) => {
    const row = this.#rows.get(id);
    return row ? [row] : [];
  });
  #drawn: readonly unknown[] = [];
  #sorted: { readonly from: readonly unknown[]; readonly groups: readonly SortedGroup[] } | null =
    null;
  #listed: Listed = { from: [], groups: [], order: [] };
  #focused: string | null = null;
  #hovered: string | null = null;
  #mustScroll = false;
  #resize: ResizeObserver | null = null;
  /** Of a long list; fetched with the first one, and undefined until then. Where it cannot be had all is drawn. */
  #blocks: RowBlocks | null | undefined;
  #isFetching = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#blocks?.stop();
    this.#resize?.disconnect();
    this.#resize = null;
    this.#hovered = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchSize();
    this.#blocks?.watch(this.renderRoot?.querySelector<HTMLElement>('.scroller') ?? null);
  }

  /** Puts the focus on the list's current row. */
  override focus(options?: FocusOptions): void {
    (this.#activeRow ?? this.renderRoot.querySelector('input'))?.focus(options);
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { phase, bundle, lang, flavour, layers, lens, selection, hover, highlight } = state;
    const hasMap = state.map.status !== 'text-only';
    return [
      ...[phase, bundle, lang, flavour, layers, lens, hasMap, this.#see(state)],
      ...[selection, hover, highlight],
    ];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    if (state.selection !== before?.selection && state.selection.features.length > 0) {
      this.#active = state.selection.features[0]!;
      this.#mustScroll = state.selection.origin !== 'list';
    }
    this.#inView = this.#see(state);
    if (this.#isDrawn(state)) this.#paint(state);
  }

  #see(state: ViewerState): ReadonlySet<string> | null {
    return this.#isViewFirst && this.cartography ? findSeen(state, this.cartography) : null;
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return super.shouldUpdate(changed) && !this.#isDrawn(this.state!);
  }

  protected override willUpdate(): void {
    const active = this.shadowRoot?.activeElement;
    this.#focused = active?.closest<HTMLElement>('.row')?.dataset['feature'] ?? null;
  }

  protected override updated(): void {
    this.#drawn = this.#drawKey(this.state!);
    this.#rows.clear();
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.row')) {
      this.#rows.set(row.dataset['feature']!, row);
    }
    this.#painter.reset(this.#rows.values());
    this.#paint(this.state!);
    // A row that changed its place in the order lost the focus on the way.
    if (this.#focused !== null && !this.shadowRoot?.activeElement) this.#goTo(this.#focused);
    this.#watchSize();
    this.#blocks?.watch(this.renderRoot.querySelector<HTMLElement>('.scroller'));
  }

  #drawKey(state: ViewerState): readonly unknown[] {
    const { phase, bundle, lang, flavour, layers, lens, map } = state;
    return [
      ...[phase, bundle, lang, flavour, layers, lens, map.status === 'text-only'],
      ...[this.#query, this.#sort, this.#inView, this.#isViewFirst, this.cartography],
      this.#blocks ? this.#blocks.drawn : this.#blocks,
    ];
  }

  #isDrawn(state: ViewerState): boolean {
    return (
      this.hasUpdated && this.#drawKey(state).every((part, index) => part === this.#drawn[index])
    );
  }

  #paint(state: ViewerState): void {
    const lit = findLit(state);
    this.#painter.paint(lit.hovered, lit.selected);
    this.#setActive(this.#active);
    const features = state.bundle ? featuresById(state.bundle) : null;
    for (const [id, row] of this.#rows) {
      row.setAttribute('aria-selected', String(id === state.selection.feature));
      const feature = features?.get(id);
      row.toggleAttribute('data-dim', feature !== undefined && isDimmed(feature, state));
    }
    if (this.#mustScroll) this.#scrollToSelection();
  }

  /** One tab stop: the active row, or the first when the active one is filtered out. */
  #setActive(id: string | null): void {
    const known = id !== null && this.#rows.has(id) ? id : (this.#rows.keys().next().value ?? null);
    for (const [rowId, row] of this.#rows) row.tabIndex = rowId === known ? 0 : -1;
    this.#active = id ?? known;
  }

  get #activeRow(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]');
  }

  #scrollToSelection(): void {
    const id = this.state!.selection.features[0] ?? '';
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    // While nobody sees the list, nothing is drawn for it.
    if (!scroller?.clientHeight || this.#longBlocks?.drawWith(id)) return;
    const row = this.#rows.get(id);
    if (row && scrollWithin(scroller, row, { place: 'third' })) {
      this.#mustScroll = false;
    }
  }

  #watchSize(): void {
    if (this.#resize || !this.isConnected || typeof ResizeObserver === 'undefined') return;
    const scroller = this.renderRoot?.querySelector<HTMLElement>('.scroller');
    if (!scroller) return;
    this.#resize = new ResizeObserver(() => {
      if (this.#mustScroll && this.state) this.#scrollToSelection();
    });
    this.#resize.observe(scroller);
  }

  #idOf(event: Event): string | null {
    const target = event.target instanceof Element ? event.target : null;
    return target?.closest<HTMLElement>('.row')?.dataset['feature'] ?? null;
  }

  #preview(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.request({
      type: 'hover',
      features: id === null ? [] : [id],
      phrase: null,
      origin: 'list',
    });
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const id = this.#idOf(event);
    if (id !== null) this.request({ type: 'select', feature: id, origin: 'list' });
  };

  readonly #handleEnter = (event: Event): void => {
    const id = this.#idOf(event);
    this.#preview(id);
    if (event.type === 'focusin' && id !== null) this.#setActive(id);
  };

  readonly #handleLeave = (): void => this.#preview(null);

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = this.#idOf(event);
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.request({ type: 'clear', origin: 'list' });
      return;
    }
    if (id === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.request({ type: 'select', feature: id, origin: 'list' });
      return;
    }
    const ids = this.#listed.order;
    const at = ids.indexOf(id);
    const next =
      moveByKey(event.key, at, ids.length) ??
      (event.key.length === 1 ? findByTyping(event.key, at, this.#namesOf(ids)) : null);
    if (next === null) return;
    event.preventDefault();
    this.#goTo(ids[next]!);
  };

  #namesOf(ids: readonly string[]): string[] {
    const features = featuresById(this.bundle!);
    return ids.map((id) => {
      const { name, nameEn } = features.get(id)!.properties;
      return this.pick(name, nameEn);
    });
  }

  #goTo(id: string): void {
    if (this.#longBlocks?.drawWith(id)) {
      void this.updateComplete.then(() => this.#goTo(id));
      return;
    }
    const row = this.#rows.get(id);
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (!row || !scroller) return;
    this.#setActive(id);
    row.focus({ preventScroll: true });
    scrollWithin(scroller, row, { place: 'nearest', isInstant: true });
  }

  readonly #handleFilter = (event: Event): void => {
    this.#setQuery((event.target as HTMLInputElement).value);
  };

  readonly #handleFilterKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#query !== '') {
      event.stopPropagation();
      this.#clear();
    } else if (event.key === 'ArrowDown') {
      const first = this.#activeRow?.dataset['feature'];
      if (first === undefined) return;
      event.preventDefault();
      this.#goTo(first);
    }
  };

  readonly #clear = (): void => {
    this.#setQuery('');
    this.renderRoot.querySelector('input')?.focus();
  };

  readonly #setSort = (sort: FeatureSort): void => {
    this.#sort = sort;
    this.#startOver();
  };

  readonly #setViewFirst = (isOn: boolean): void => {
    this.#isViewFirst = isOn;
    this.#inView = this.#see(this.state!);
    this.#startOver();
  };

  /** Another order is read from its top, or from what is selected. */
  #startOver(): void {
    this.#mustScroll = this.state!.selection.features.length > 0;
    if (!this.#mustScroll) {
      this.#active = null;
      this.renderRoot.querySelector<HTMLElement>('.scroller')?.scrollTo({ top: 0 });
    }
    this.requestUpdate();
  }

  #setQuery(query: string): void {
    this.#query = query;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { bundle, cartography, words, state } = this;
    const total = bundle?.features.features.length ?? 0;
    this.#listed = this.#listGroups();
    const { groups, order } = this.#listed;
    const shown = order.length;
    return html`<div class="filter" part="filter" lang=${state!.lang}>
        <div class="field">
          <input
            type="search"
            aria-label=${words.list.filter}
            placeholder=${words.list.filterHint}
            autocomplete="off"
            spellcheck="false"
            .value=${live(this.#query)}
            @input=${this.#handleFilter}
            @keydown=${this.#handleFilterKey}
          />
          ${
            this.#query === ''
              ? nothing
              : html`<button
                  class="clear"
                  type="button"
                  aria-label=${words.list.clearFilter}
                  title=${words.list.clearFilter}
                  @click=${this.#clear}
                >
                  <span aria-hidden="true">✕</span>
                </button>`
          }
        </div>
        <p class="count number" role="status">${words.list.count(shown, total)}</p>
        ${renderOrder({
          sort: this.#sort,
          isViewFirst: this.#isViewFirst,
          countInView: this.#inView && this.#countInView(groups),
          hasMap: state!.map.status !== 'text-only',
          words,
          setSort: this.#setSort,
          setViewFirst: this.#setViewFirst,
        })}
      </div>
      ${shown === 0 && (cartography || total === 0) ? this.#renderNone(total) : this.#renderList(groups)}`;
  }

  /** Sorted once for a plan, order, language and tables; filtered and parted once for a query and what is in view. */
  #listGroups(): Listed {
    const { bundle, cartography, words, state } = this;
    if (!bundle || !cartography || !state) return { from: [], groups: [], order: [] };
    const from = [bundle, cartography, state.lang, this.#sort];
    if (!this.#sorted || !isSameList(from, this.#sorted.from)) {
      const groups = sortFeatures(bundle, this.#sort, { cartography, lang: state.lang });
      this.#sorted = { from, groups };
    }
    const listedFrom = [this.#sorted, this.#query, this.#inView];
    if (isSameList(listedFrom, this.#listed.from)) return this.#listed;
    const found = filterGroups(this.#sorted.groups, this.#query, cartography);
    const groups = nameGroups(found, this.#sort, this.#inView, {
      bundle,
      cartography,
      words,
      say: (text) => this.say(text),
      pick: (zh, en) => this.pick(zh, en),
    });
    const order = groups.flatMap(({ features }) => features.map(({ properties }) => properties.id));
    return { from: listedFrom, groups, order };
  }

  #countInView(groups: readonly FeatureGroup[]): number {
    return groups
      .flatMap(({ features }) => features)
      .filter(({ properties }) => this.#inView?.has(properties.id)).length;
  }

  #renderNone(total: number): TemplateResult {
    const { words } = this;
    if (this.state?.phase === 'loading') return html`<p class="empty">${words.common.loading}</p>`;
    return html`<p class="empty">
      ${total === 0 ? words.list.none : words.list.noMatch(this.#query.trim())}
    </p>`;
  }

  /** By what it holds now: a filter makes a long list short. */
  get #isLong(): boolean {
    return this.#listed.order.length > MANY;
  }

  get #longBlocks(): RowBlocks | null | undefined {
    return this.#isLong ? this.#blocks : null;
  }

  #renderList(groups: readonly FeatureGroup[]): TemplateResult | typeof nothing {
    const context = this.#rowContext();
    if (!context) return nothing;
    const blocks = this.#longBlocks;
    if (blocks === undefined) {
      void this.#fetchBlocks();
      return html`<p class="empty">${this.words.common.loading}</p>`;
    }
    blocks?.arrange(groups);
    return html`<div
      class="scroller"
      part="list"
      role="listbox"
      lang=${this.state!.lang}
      ?data-many=${this.#isLong}
      aria-label=${this.words.list.label}
      @click=${this.#handleClick}
      @keydown=${this.#handleKey}
      @mouseover=${this.#handleEnter}
      @mouseleave=${this.#handleLeave}
      @focusin=${this.#handleEnter}
      @focusout=${this.#handleLeave}
    >
      ${repeat(
        groups,
        (group) => group.key,
        (group, index) => this.#renderGroup(group, index, context, blocks),
      )}
    </div>`;
  }

  #renderGroup(
    group: FeatureGroup,
    index: number,
    context: RowContext,
    blocks: RowBlocks | null,
  ): TemplateResult {
    const rows = blocks ? blocks.render(group, context) : renderRows(group.features, context);
    if (group.title === '') return html`<div role="presentation">${rows}</div>`;
    return html`<div role="group" aria-labelledby=${`group-${index}`}>
      <span class="group-title" id=${`group-${index}`} aria-hidden="true"
        ><bdi>${group.title}</bdi></span
      >
      ${rows}
    </div>`;
  }

  async #fetchBlocks(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    const module = await import('./row-blocks.ts').catch(() => null);
    this.#blocks = module && new module.RowBlocks(() => this.requestUpdate());
    this.requestUpdate();
  }

  #rowContext(): RowContext | null {
    const { bundle, cartography, flavour, state, words, isEnglish } = this;
    if (!bundle || !cartography || !flavour || !state) return null;
    return {
      bundle,
      cartography,
      flavour,
      state,
      words,
      isEnglish,
      say: (text) => this.say(text),
      pick: (zh, en) => this.pick(zh, en),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-list': PlanList;
  }
}
