import { html, nothing, type TemplateResult } from 'lit';
import { countCertainties } from '../shared/count-certainties.ts';
import { type CardContext, titleOf } from './card-context.ts';
import { renderFeatureLinks } from './render-feature-links.ts';

/** What the card of a phrase, a clause or a scene's focus is called. */
export function nameGroup(context: CardContext): {
  readonly name: string;
  readonly isQuote: boolean;
} {
  const { selection, links, words } = context;
  const phrase = selection.phrase === null ? undefined : links.phrases.get(selection.phrase);
  if (phrase) return { name: phrase.text, isQuote: true };
  if (selection.clause !== null)
    return { name: titleOf(selection.clause, context), isQuote: false };
  return { name: words.common.features(selection.features.length), isQuote: false };
}

export function renderGroupHead(context: CardContext): TemplateResult {
  const { words, selection } = context;
  const { name, isQuote } = nameGroup(context);
  const kind = isQuote ? words.card.phrase : selection.clause === null ? null : words.card.clause;
  return html`<div class="names">
    ${kind === null ? nothing : html`<p class="other">${kind}</p>`}
    <h2 tabindex="-1" lang=${isQuote ? 'zh-Hans' : nothing}>
      ${isQuote ? html`<q>${name}</q>` : html`<bdi>${name}</bdi>`}
    </h2>
  </div>`;
}

/** How many features, how sure, and which. */
export function renderGroupBody(context: CardContext): TemplateResult {
  const { selection, bundle, cartography, words, say, links } = context;
  const { features } = selection;
  const phrase = selection.phrase === null ? undefined : links.phrases.get(selection.phrase);
  if (features.length === 0) return html`<p class="quiet">${words.card.noFeatures}</p>`;
  return html`<div class="badges" part="badges">
      <span class="badge number">${words.common.features(features.length)}</span>
      ${countCertainties(features, bundle, cartography).map(
        ({ certainty, style, count }) =>
          html`<span
            class="badge number"
            data-certainty=${certainty}
            data-kind=${certainty === 'inferred' ? 'inferred' : nothing}
            >${`${style ? say(style.name) : certainty} ${count}`}</span
          >`,
      )}
    </div>
    ${
      phrase
        ? html`<p class="quiet">
            ${titleOf(phrase.para, context)}
            ${
              phrase.isNamed
                ? nothing
                : html`<span class="tag" data-kind="inferred">${words.card.reading}</span>`
            }
          </p>`
        : nothing
    }
    <section>${renderFeatureLinks(features, context)}</section>`;
}
