import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Phrase } from '../../contracts/links.ts';
import type { TextRange } from '../../contracts/search.ts';
import type { PhraseId, ViewerState } from '../../contracts/state.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { featuresById, findLit, isDimmed } from '../../core/lit.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { countCertainties } from '../shared/count-certainties.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { scrollWithin } from '../shared/scroll-within.ts';
import { planTextStyles } from './plan-text-styles.ts';
import { groupIndicators, renderDocument } from './render-document.ts';
import type { RangeMarks } from './range-marks.ts';
import { type ParagraphContext, tellCertainties } from './render-paragraph.ts';

/**
 * The plan as a document: its own words, numbered outline, linked phrases, margin marks, indicators.
 * Words are drawn once per bundle and language; hover, selection and lens only set attributes.
 *
 * @element plan-text
 * @fires plan-request - internal: asks the atlas to select or hover
 * @fires plan-text-scroll - internal: the text has moved under the leader line; at most once a frame
 * @csspart scroller - the scrolling region
 * @csspart document - one document of the plan
 * @csspart clause - a paragraph with its margin mark
 * @csspart phrase - a linked phrase
 * @csspart mark - a paragraph's margin mark
 * @csspart non-spatial - why a paragraph has no place on the map
 * @csspart indicators - table of targets and last known values
 * @cssproperty --plan-serif - font of the plan's words
 * @cssproperty --plan-type-body - size of the plan's words
 * @cssproperty --plan-theme-<id> - underline of a theme's phrases
 */
export class PlanText extends AtlasElement {
  static override styles = [panelStyles, planTextStyles];

  #anchors = new Map<PhraseId, HTMLElement[]>();
  #clauses = new Map<string, HTMLElement>();
  #painter = new LitPainter((id) => this.#anchors.get(id) ?? []);
  /** What the words on the page were drawn from. */
  #drawn: readonly unknown[] = [];
  #hovered: string | null = null;
  #mustScroll = false;
  #frame = 0;
  #resize: ResizeObserver | null = null;
  /** What find has found; null until something is looked for. */
  #found: RangeMarks | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchSize();
    this.#found?.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#resize = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#hovered = null;
    this.#found?.hide();
  }

  /**
   * Marks runs of the printed plan as found, and no others; an empty list takes the marks away.
   * @param current place in the list of the run in focus; −1 (default) for none
   */
  async markRanges(ranges: readonly TextRange[], current = -1): Promise<void> {
    if (ranges.length > 0 || this.#found) (await this.#openFound()).show(ranges, current);
  }

  /** Brings a run of the printed plan into view. */
  async revealRange(range: TextRange): Promise<void> {
    (await this.#openFound()).reveal(range);
  }

  /** Where a run stands on the screen; null when it is not printed or scrolled out of sight. */
  getRangeRect(range: TextRange): DOMRect | null {
    return this.#found?.rectOf(range) ?? null;
  }

  /** Where a phrase stands on the screen; null when it is unknown or scrolled out of sight. */
  getPhraseRect(phrase: PhraseId): DOMRect | null {
    const frame = this.#scroller?.getBoundingClientRect();
    if (!frame) return null;
    for (const anchor of this.#anchors.get(phrase) ?? []) {
      for (const rect of anchor.getClientRects()) {
        const middle = rect.top + rect.height / 2;
        if (rect.width > 0 && middle > frame.top && middle < frame.bottom) return rect;
      }
    }
    return null;
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { phase, bundle, lang, selection, hover, highlight, lens } = state;
    return [phase, bundle, lang, selection, hover, highlight, lens];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    const { selection } = state;
    if (
      selection !== before?.selection &&
      selection.origin !== 'text' &&
      // Find brings the very words into view itself.
      !(selection.origin === 'search' && selection.feature === null) &&
      (selection.clause !== null || selection.phrase !== null)
    ) {
      this.#mustScroll = true;
    }
    if (this.#isDrawn(state)) this.#paint(state, before);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return super.shouldUpdate(changed) && !this.#isDrawn(this.state!);
  }

  protected override updated(): void {
    const state = this.state!;
    this.#drawn = this.#drawKey(state);
    this.#collect();
    this.#paint(state, null);
    this.#watchSize();
    this.#found?.refresh();
  }

  async #openFound(): Promise<RangeMarks> {
    const marks = await import('./range-marks.ts');
    if (!this.#found) {
      this.#found = new marks.RangeMarks(
        this.shadowRoot!,
        () => this.bundle?.plan.docs.flatMap((doc) => doc.paragraphs) ?? [],
      );
      this.#found.refresh();
    }
    return this.#found;
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.scroller') ?? null;
  }

  #drawKey(state: ViewerState): readonly unknown[] {
    return [state.phase, state.bundle, state.lang];
  }

  #isDrawn(state: ViewerState): boolean {
    return (
      this.hasUpdated && this.#drawKey(state).every((part, index) => part === this.#drawn[index])
    );
  }

  #collect(): void {
    this.#anchors.clear();
    this.#clauses.clear();
    const anchors = this.renderRoot.querySelectorAll<HTMLElement>('a.phrase');
    for (const anchor of anchors) {
      const id = anchor.dataset['phrase']!;
      const known = this.#anchors.get(id);
      if (known) known.push(anchor);
      else this.#anchors.set(id, [anchor]);
      // Through CSSOM: a strict content security policy forbids style attributes.
      const theme = `var(--plan-theme-${anchor.dataset['theme']}, var(--accent))`;
      anchor.style.setProperty('--theme', theme);
    }
    for (const clause of this.renderRoot.querySelectorAll<HTMLElement>('.clause')) {
      this.#clauses.set(clause.dataset['para']!, clause);
    }
    this.#painter.reset(anchors);
  }

  /** Marks what is lit, current and out of the lens. `before` null: everything anew. */
  #paint(state: ViewerState, before: ViewerState | null): void {
    const lit = findLit(state);
    this.#painter.paint(lit.hoveredPhrases, lit.selectedPhrases);
    const { phrase, clause } = state.selection;
    for (const [id, anchors] of this.#anchors) {
      for (const anchor of anchors) {
        anchor.toggleAttribute('data-current', id === lit.phrase);
        if (id === phrase) anchor.setAttribute('aria-current', 'true');
        else anchor.removeAttribute('aria-current');
      }
    }
    if (state.selection !== before?.selection) {
      const isWhole = state.selection.feature === null && phrase === null;
      for (const [id, section] of this.#clauses) {
        section.toggleAttribute('data-current', id === clause);
        section
          .querySelector('.mark')
          ?.setAttribute('aria-pressed', String(isWhole && id === clause));
      }
    }
    if (state.lens !== before?.lens || state.selection !== before.selection) this.#dim(state);
    if (this.#mustScroll) this.#scrollToSelection();
  }

  #dim(state: ViewerState): void {
    if (!state.bundle) return;
    const features = featuresById(state.bundle);
    const { phrases } = linkClauses(state.bundle);
    for (const [id, anchors] of this.#anchors) {
      const isDim = phrases.get(id)?.features.every((featureId) => {
        const feature = features.get(featureId);
        return feature !== undefined && isDimmed(feature, state);
      });
      for (const anchor of anchors) anchor.toggleAttribute('data-dim', isDim === true);
    }
  }

  #scrollToSelection(): void {
    const { clause, phrase } = this.state!.selection;
    const anchor = phrase === null ? undefined : this.#anchors.get(phrase)?.[0];
    const target = anchor ?? (clause === null ? undefined : this.#clauses.get(clause));
    const scroller = this.#scroller;
    // Without a size (behind another tab) it waits for the resize that comes with being shown.
    if (!target || !scroller) return;
    if (scrollWithin(scroller, target, { place: 'third' })) this.#mustScroll = false;
  }

  #watchSize(): void {
    if (this.#resize || !this.isConnected || typeof ResizeObserver === 'undefined') return;
    const scroller = this.#scroller;
    if (!scroller) return;
    let heightPx = scroller.clientHeight;
    this.#resize = new ResizeObserver(() => {
      if (this.#isNowCovered(heightPx)) this.#mustScroll = true;
      heightPx = scroller.clientHeight;
      if (this.#mustScroll && this.state) this.#scrollToSelection();
      this.#tellScroll();
    });
    this.#resize.observe(scroller);
  }

  /** Whether the text has become shorter and the selected phrase, in sight before, no longer is. */
  #isNowCovered(heightBeforePx: number): boolean {
    const scroller = this.#scroller;
    const anchor = this.#anchors.get(this.state?.selection.phrase ?? '')?.[0];
    if (!scroller || !anchor || scroller.clientHeight >= heightBeforePx) return false;
    const top = anchor.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    return top >= 0 && top < heightBeforePx;
  }

  readonly #tellScroll = (): void => {
    if (this.#frame !== 0 || !this.isConnected) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.dispatchEvent(new Event('plan-text-scroll', { bubbles: true, composed: true }));
    });
  };

  /** The phrase or margin mark that an event happened on. */
  #find(event: Event): { anchor: HTMLElement | null; mark: HTMLElement | null } {
    const target = event.target instanceof Element ? event.target : null;
    return {
      anchor: target?.closest<HTMLElement>('a.phrase') ?? null,
      mark: target?.closest<HTMLElement>('.mark') ?? null,
    };
  }

  readonly #handleClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const { anchor, mark } = this.#find(event);
    if (anchor) {
      event.preventDefault();
      this.request({
        type: 'select-phrase',
        phrase: anchor.dataset['phrase']!,
        origin: 'text',
      });
    } else if (mark) {
      this.request({ type: 'select', clause: mark.dataset['mark']!, origin: 'text' });
    }
  };

  readonly #handleEnter = (event: Event): void => {
    const { anchor, mark } = this.#find(event);
    const key = anchor?.dataset['phrase'] ?? mark?.dataset['mark'] ?? null;
    if (key === this.#hovered || !this.bundle) return;
    this.#hovered = key;
    const links = linkClauses(this.bundle);
    const phrase = anchor ? links.phrases.get(key!) : undefined;
    const features =
      phrase?.features ?? (mark ? links.paragraphs.get(key!)?.features : undefined) ?? [];
    this.request({ type: 'hover', features, phrase: phrase?.id ?? null, origin: 'text' });
  };

  readonly #handleLeave = (): void => {
    if (this.#hovered === null) return;
    this.#hovered = null;
    this.request({ type: 'hover', features: [], phrase: null, origin: 'text' });
  };

  protected override render(): TemplateResult {
    const { words } = this;
    const isBusy = this.state?.phase === 'loading' && !this.bundle;
    return html`<div
      class="scroller"
      part="scroller"
      lang=${this.state!.lang}
      role="region"
      tabindex="0"
      aria-label=${words.text.label}
      aria-busy=${isBusy ? 'true' : 'false'}
      @scroll=${this.#tellScroll}
      @click=${this.#handleClick}
      @mouseover=${this.#handleEnter}
      @mouseleave=${this.#handleLeave}
      @focusin=${this.#handleEnter}
      @focusout=${this.#handleLeave}
    >
      ${isBusy ? this.#renderSkeleton() : this.#renderPlan()}
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<p class="hidden" role="status">${this.words.common.loading}</p>
      <div class="skeleton" aria-hidden="true">
        ${Array.from({ length: 14 }, () => html`<span></span>`)}
      </div>`;
  }

  #renderPlan(): TemplateResult | TemplateResult[] {
    const { bundle, words } = this;
    if (!bundle) {
      const text = this.state?.phase === 'failed' ? words.text.failed : words.text.empty;
      return html`<p class="empty">${text}</p>`;
    }
    const descriptions = new Map<string, string>();
    const context = this.#context(bundle, descriptions);
    return [
      ...bundle.plan.docs.map((doc) => renderDocument(doc, context)),
      html`<div hidden>
        ${[...descriptions].map(([text, id]) => html`<span id=${id}>${text}</span>`)}
      </div>`,
    ];
  }

  #context(bundle: PlanBundle, descriptions: Map<string, string>): ParagraphContext {
    const { words, atlas } = this;
    const { isEnglish } = this;
    const certainties: ParagraphContext['certainties'] = (ids) =>
      atlas ? countCertainties(ids, bundle, atlas.conventions) : [];
    return {
      words,
      isEnglish,
      links: linkClauses(bundle),
      sources: new Map(bundle.sources.map((source) => [source.id, source])),
      nonSpatial: new Map(bundle.nonSpatial.map((entry) => [entry.para, entry])),
      indicators: groupIndicators(bundle.indicators),
      pick: (zh, en) => this.pick(zh, en),
      certainties,
      describe: ({ features, isNamed }: Phrase) => {
        const told = tellCertainties(certainties(features), { words, isEnglish });
        const text = words.text.phraseLinks(features.length, isNamed) + words.common.bracket(told);
        const id = descriptions.get(text) ?? `links-${descriptions.size}`;
        descriptions.set(text, id);
        return id;
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-text': PlanText;
  }
}
