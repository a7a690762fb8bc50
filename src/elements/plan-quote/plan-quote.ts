import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Paragraph, PlanBundle, PlanDocument } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { Phrase } from '../../contracts/links.ts';
import { toAtlasAddress, writePlace } from '../../core/embed/atlas-address.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { quoteMessages, type QuoteMessages } from '../messages/quote-messages.ts';
import type { SliceMessages } from '../messages/slice-messages.ts';
import { createUnknown } from '../shared/create-unknown.ts';
import { EmbeddedAtlas } from '../shared/embedded-atlas.ts';
import { SliceElement } from '../shared/slice-element.ts';
import { sliceStyles } from '../shared/slice-styles.ts';
import { planQuoteStyles } from './plan-quote-styles.ts';
import { renderQuote } from './render-quote.ts';

type MapState = 'closed' | 'loading' | 'open' | 'failed';

/**
 * A paragraph of the plan word for word, as text alone; on request a map of it under the words.
 * What the page writes between the tags is shown until the words stand, and where they cannot be had.
 *
 * @element plan-quote
 * @slot - the page's own words for readers without script; shown until ours stand
 * @csspart quote - the plan's words
 * @csspart phrase - a linked phrase
 * @csspart tags - how sure the places are
 * @csspart non-spatial - the word for a paragraph without a place
 * @csspart source - document, headings and title of the paragraph
 * @csspart link - link to the full atlas
 * @csspart button - shows and hides the map
 * @csspart map - the map, once asked for
 * @cssproperty --plan-paper - ground
 * @cssproperty --plan-ink - text
 * @cssproperty --plan-accent - links, button, line at the side
 * @cssproperty --plan-serif - type of the plan's words
 * @cssproperty --plan-sans - type of everything else
 * @cssproperty --plan-type-body - size of the plan's words
 * @cssproperty --plan-theme-<id> - underline of a theme's phrases
 * @attr src - address of a plan bundle: one piece, or a manifest beside its files
 * @attr href - address of the full atlas; without it nothing links there
 * @attr feature - id of a feature: its phrases are marked
 * @attr clause - id of the paragraph
 * @attr origins - further origins that bundles may come from, by spaces
 * @attr flavour - `auto` (default, follows the system), `light`, `dark` or `projector`
 * @attr lang - `en` is English, anything else 简体中文; the plan's words stay as they are
 * @fires plan-ready - the words stand (`map: 'text-only'`), and again when a map that was asked for has painted
 * @fires plan-error - something could not be loaded or found; detail.problems says what and why
 * @fires plan-clause-select - a phrase was chosen; cancelable: prevents its link from being followed
 */
export class PlanQuote extends SliceElement {
  static override readonly styles = [sliceStyles, planQuoteStyles];

  #map: MapState = 'closed';
  readonly #atlas = new EmbeddedAtlas();
  #reason = '';

  protected override findFault(plan: PlanBundle): Problem | null {
    const { clause, feature } = this;
    if (!this.#find(plan)) return createUnknown('clause', clause);
    const isKnown = plan.features.features.some(({ properties }) => properties.id === feature);
    return feature === null || isKnown ? null : createUnknown('feature', feature);
  }

  #find(plan: PlanBundle): { doc: PlanDocument; paragraph: Paragraph } | null {
    for (const doc of plan.plan.docs) {
      const paragraph = doc.paragraphs.find(({ id }) => id === this.clause);
      if (paragraph) return { doc, paragraph };
    }
    return null;
  }

  protected override get words(): SliceMessages & QuoteMessages {
    return { ...super.words, ...quoteMessages[this.language] };
  }

  #addressOf(phrase: Phrase): string | null {
    const at = `${phrase.start}-${phrase.end}`;
    const place = { clause: phrase.para, phrase: at, lang: this.language === 'en' ? 'en' : null };
    if (this.href !== null) return toAtlasAddress(this.href, document.baseURI, place);
    // The map under the words answers.
    return this.#map === 'open' ? `#${writePlace(place)}` : null;
  }

  readonly #choose = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('a.phrase')?.dataset['phrase'];
    const { bundle } = this;
    const phrase = id && bundle ? linkClauses(bundle).phrases.get(id) : undefined;
    if (
      !phrase ||
      !bundle ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const atlas = this.#atlas.element;
    if (atlas) {
      // Its own event says what was chosen.
      event.preventDefault();
      atlas.setViewState({ clause: phrase.para, phrase: phrase.id });
      return;
    }
    const { features } = phrase;
    const chosen = bundle.features.features.find(({ properties }) => properties.id === features[0]);
    const feature = features.length === 1 ? (chosen ?? null) : null;
    const isKept = this.tell(
      'plan-clause-select',
      {
        featureId: feature?.properties.id ?? null,
        layerId: feature?.properties.layer ?? null,
        clauseIds: [phrase.para],
        feature,
        featureIds: features,
      },
      true,
    );
    if (!isKept) event.preventDefault();
  };

  readonly #toggle = async (): Promise<void> => {
    if (this.#map === 'open' || this.#map === 'loading') {
      this.#atlas.forget();
      this.#show('closed');
      return;
    }
    this.#show('loading');
    const outcome = await this.parts.loadAtlas().then(
      () => 'open' as const,
      (error: unknown) => {
        this.#reason = error instanceof Error ? error.message : String(error);
        return 'failed' as const;
      },
    );
    if (this.#isOpening()) this.#show(outcome);
  };

  /** Nobody has closed it meanwhile. */
  #isOpening(): boolean {
    return this.#map === 'loading';
  }

  #show(map: MapState): void {
    this.#map = map;
    this.requestUpdate();
  }

  protected override renderPlan(plan: PlanBundle): TemplateResult {
    const { words, clause, feature, language } = this;
    const map = this.#map;
    const place = { clause, feature, lang: language === 'en' ? 'en' : null };
    const address = this.href === null ? null : toAtlasAddress(this.href, document.baseURI, place);
    const isOpen = map === 'open' || map === 'loading';
    return html`<div class="quote" @click=${this.#choose}>
      ${renderQuote({
        plan,
        ...this.#find(plan)!,
        feature,
        certainties: this.parts.conventions.certainties,
        words,
        isEnglish: language === 'en',
        pick: this.pick,
        addressOf: (phrase) => this.#addressOf(phrase),
      })}
      <div class="actions">
        <button
          type="button"
          part="button"
          aria-expanded=${isOpen}
          aria-controls="map"
          @click=${this.#toggle}
        >
          ${isOpen ? words.hide : words.show}
        </button>
        ${address ? html`<a class="open" part="link" href=${address}>${words.open}</a>` : nothing}
      </div>
      ${
        map === 'failed'
          ? html`<p role="alert">${words.mapFailed}${words.colon}<bdi>${this.#reason}</bdi></p>`
          : nothing
      }
      <div id="map" class="map" part="map" ?hidden=${!isOpen}>
        ${map === 'loading' ? html`<p class="waiting" role="status">${words.mapLoading}…</p>` : nothing}
        ${map === 'open' ? this.#showAtlas(plan) : nothing}
      </div>
    </div>`;
  }

  #showAtlas(plan: PlanBundle): Element {
    return this.#atlas.show(plan, {
      feature: this.feature,
      clause: this.clause,
      layers: null,
      flavour: this.drawnFlavour,
      lang: this.language,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-quote': PlanQuote;
  }
}
