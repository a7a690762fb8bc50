import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PlanFeature } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { featuresById } from '../../core/lit.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { announce } from './announce.ts';
import type { CardContext } from './card-context.ts';
import { planCardStyles } from './plan-card-styles.ts';
import {
  renderFeatureBody,
  renderFeatureHead,
  renderProfileButton,
} from './render-feature-card.ts';
import { renderGroupBody, renderGroupHead } from './render-group-card.ts';

/** What a copied link should lead to. */
export interface CopyLinkDetail {
  readonly feature: string | null;
  readonly clause: string | null;
}

/**
 * The card of the selection: a feature with the plan's words on it, its figures, how sure they are and
 * where they come from; or the features of a phrase or clause; or how to begin.
 *
 * @element plan-card
 * @fires plan-request - internal: asks the atlas to select, fit, step, hover or clear
 * @fires plan-copy-link - internal: asks the atlas to copy a link; detail {feature, clause}
 * @attr compact - less space and folded sources, for small heights
 * @csspart header - name and close button
 * @csspart badges - stage and accuracy
 * @csspart clauses - the plan's words
 * @csspart facts - figures and attributes
 * @csspart sources - list of sources
 * @csspart actions - buttons below
 */
export class PlanCard extends PanelElement {
  static override styles = [panelStyles, planCardStyles];

  /** Less space and folded sources, for small heights. */
  @property({ type: Boolean, reflect: true }) compact = false;

  #hadFocus = false;
  #shown: ViewerState['selection'] | null = null;

  protected override slice(state: ViewerState): readonly unknown[] {
    return [state.bundle, state.selection, state.lang, state.flavour];
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#hadFocus = this.shadowRoot?.activeElement instanceof Element;
  }

  protected override updated(): void {
    const { selection } = this.state!;
    if (selection === this.#shown) return;
    const isSame =
      selection.feature === this.#shown?.feature && selection.features === this.#shown.features;
    this.#shown = selection;
    if (!isSame) this.renderRoot.querySelector('.scroller')?.scrollTo({ top: 0 });
    // The button that was pressed may be gone with the old card: the focus stays in the new one.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) {
      const heading = this.renderRoot.querySelector<HTMLElement>('h2, .hint');
      heading?.focus({ preventScroll: true });
    }
  }

  get #feature(): PlanFeature | null {
    const id = this.state?.selection.feature;
    return id && this.bundle ? (featuresById(this.bundle).get(id) ?? null) : null;
  }

  readonly #close = (): void => this.request({ type: 'clear', origin: 'card' });

  readonly #locate = (): void => {
    this.request({ type: 'fit', features: this.state!.selection.features });
  };

  readonly #copyLink = (): void => {
    const { feature, clause } = this.state!.selection;
    this.dispatchEvent(
      new CustomEvent<CopyLinkDetail>('plan-copy-link', {
        detail: { feature, clause },
        bubbles: true,
        composed: true,
      }),
    );
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  #context(): CardContext | null {
    const { bundle, cartography, flavour, state, words } = this;
    if (!bundle || !cartography || !flavour || !state) return null;
    const { selection, lang } = state;
    if (selection.features.length === 0 && selection.clause === null) return null;
    return {
      bundle,
      cartography,
      flavour,
      selection,
      lang,
      words,
      features: featuresById(bundle),
      links: linkClauses(bundle),
      isCompact: this.compact,
      pick: (zh, en) => this.pick(zh, en),
      say: (text) => this.say(text),
      request: (request) => this.request(request),
    };
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    return html`<p class="hidden" role="status" lang=${this.state!.lang}>
        ${context ? announce(this.#feature, context) : ''}
      </p>
      ${context ? this.#renderCard(context) : this.#renderHint()}`;
  }

  #renderHint(): TemplateResult {
    const { words } = this;
    return html`<div class="hint" tabindex="-1" lang=${this.state!.lang}>
      <p>${words.card.hint}</p>
      <p>${words.card.hintKeys}</p>
    </div>`;
  }

  #renderCard(context: CardContext): TemplateResult {
    const { words } = this;
    const feature = this.#feature;
    const isPlaced = context.selection.features.some((id) =>
      Boolean(context.features.get(id)?.geometry),
    );
    return html`<div class="card" lang=${context.lang} @keydown=${this.#handleKey}>
      <header part="header">
        ${feature ? renderFeatureHead(feature, context) : renderGroupHead(context)}
        <button
          class="close"
          type="button"
          aria-label=${words.card.close}
          title=${words.card.close}
          data-action="close"
          @click=${this.#close}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="scroller" role="region" tabindex="0" aria-label=${words.card.label}>
        ${feature ? renderFeatureBody(feature, context) : renderGroupBody(context)}
      </div>
      <footer part="actions">
        <button
          class="plain"
          type="button"
          data-action="locate"
          ?disabled=${!isPlaced}
          @click=${this.#locate}
        >
          ${words.card.locate}
        </button>
        <button class="plain" type="button" data-action="copy-link" @click=${this.#copyLink}>
          ${words.card.copyLink}
        </button>
        ${feature ? renderProfileButton(feature, context) : nothing}
      </footer>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-card': PlanCard;
  }
  interface HTMLElementEventMap {
    'plan-copy-link': CustomEvent<CopyLinkDetail>;
    'plan-text-scroll': Event;
  }
}
