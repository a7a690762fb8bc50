import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';
import type { CardContext } from './card-context.ts';

/** Buttons that lead to features: members, groups, what a phrase links to. */
export function renderFeatureLinks(
  ids: readonly string[],
  context: CardContext,
): TemplateResult | typeof nothing {
  const features = ids
    .map((id) => context.features.get(id))
    .filter((feature) => feature !== undefined);
  if (features.length === 0) return nothing;
  return html`<ul class="features">
    ${repeat(
      features,
      (feature) => feature.properties.id,
      (feature) => html`<li>${renderLink(feature, context)}</li>`,
    )}
  </ul>`;
}

function renderLink(feature: PlanFeature, context: CardContext): TemplateResult {
  const { bundle, cartography, flavour, words, pick, request } = context;
  const { id, name, nameEn, accuracy } = feature.properties;
  const image = drawFeature(feature, bundle, cartography, flavour);
  const light = (features: readonly string[]): void =>
    request({ type: 'hover', features, phrase: null, origin: 'card' });
  return html`<button
    class="feature"
    type="button"
    data-feature=${id}
    @click=${() => request({ type: 'select', feature: id, origin: 'card' })}
    @mouseenter=${() => light([id])}
    @mouseleave=${() => light([])}
    @focus=${() => light([id])}
    @blur=${() => light([])}
  >
    ${image ? swatch(image) : html`<span></span>`}
    <bdi>${pick(name, nameEn)}</bdi>
    ${
      feature.geometry === null
        ? html`<span class="tag">${words.common.textOnly}</span>`
        : accuracy.class === 'inferred'
          ? html`<span class="tag" data-kind="inferred">${words.common.inferredShort}</span>`
          : nothing
    }
  </button>`;
}
