import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { classify } from '../../core/classify.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';
import type { CardContext } from './card-context.ts';
import { formatRadius } from './format-measure.ts';
import { renderClauses } from './render-clauses.ts';
import { renderFacts } from './render-facts.ts';
import { renderFeatureLinks } from './render-feature-links.ts';
import { numberSources, renderSources } from './render-sources.ts';

/** Name of the card and what stands beside it. */
export function renderFeatureHead(feature: PlanFeature, context: CardContext): TemplateResult {
  const { bundle, cartography, flavour, lang, pick } = context;
  const { name, nameEn, ref } = feature.properties;
  const image = drawFeature(feature, bundle, cartography, flavour, 30);
  const other = lang === 'en' ? (nameEn ? name : undefined) : nameEn;
  return html`${image ? swatch(image) : nothing}
    <div class="names">
      <h2 tabindex="-1">
        <bdi>${pick(name, nameEn)}</bdi>${
          ref && !name.includes(ref) ? html` <span class="number ref">${ref}</span>` : nothing
        }
      </h2>
      ${
        other
          ? html`<p class="other" lang=${lang === 'en' ? 'zh-Hans' : 'en'}><bdi>${other}</bdi></p>`
          : nothing
      }
    </div>`;
}

/** Everything known of one feature, the plan's words first. */
export function renderFeatureBody(feature: PlanFeature, context: CardContext): TemplateResult {
  const { words } = context;
  const { id, members } = feature.properties;
  const numbers = numberSources(feature);
  const groups = context.bundle.features.features
    .filter(({ properties }) => properties.members?.includes(id))
    .map(({ properties }) => properties.id);
  const consists = renderFeatureLinks(members ?? [], context);
  const belongs = renderFeatureLinks(groups, context);
  return html`${renderBadges(feature, context)} ${renderClauses(feature, context)}
  ${renderFacts(feature, numbers, context)}
  ${
    consists === nothing
      ? nothing
      : html`<section data-section="members">
          <h3>${words.card.members}</h3>
          ${consists}
        </section>`
  }
  ${
    belongs === nothing
      ? nothing
      : html`<section data-section="groups">
          <h3>${words.card.groups}</h3>
          ${belongs}
        </section>`
  }
  ${renderSources(numbers, context)}`;
}

/** Opens the strip of a corridor; nothing for what is no corridor. */
export function renderProfileButton(
  feature: PlanFeature,
  { cartography, words, request }: CardContext,
): TemplateResult | typeof nothing {
  if (classify(feature, cartography)?.featureClass.symbol.type !== 'band') return nothing;
  const target = feature.properties.id;
  return html`<button
    class="plain"
    type="button"
    data-action="profile"
    @click=${() => request({ type: 'tool', tool: { name: 'profile', target } })}
  >
    ${words.card.profile}
  </button>`;
}

/** How sure its place is, in the words of the card. */
export function nameAccuracy(
  { properties: { accuracy } }: PlanFeature,
  { cartography, words, say, lang }: CardContext,
): string {
  const { class: certainty, label } = accuracy;
  const style = cartography.certainties.find((one) => one.certainty === certainty);
  if (certainty === 'inferred') return (lang !== 'en' && label) || words.common.inferred;
  return style ? say(style.name) : certainty;
}

/** Stage and accuracy, with what the accuracy means in words. */
function renderBadges(feature: PlanFeature, context: CardContext): TemplateResult {
  const { cartography, words, say, pick, lang } = context;
  const { status, accuracy } = feature.properties;
  const stage = cartography.statuses.find((style) => style.status === status);
  const certainty = cartography.certainties.find((style) => style.certainty === accuracy.class);
  const isInferred = accuracy.class === 'inferred';
  const name = nameAccuracy(feature, context);
  const radius =
    accuracy.horizontalM === undefined
      ? ''
      : ` ${words.card.within(formatRadius(accuracy.horizontalM, words.card.units, lang))}`;
  const why = accuracy.note ? pick(accuracy.note, accuracy.noteEn) : null;
  return html`<div class="badges" part="badges">
      <span class="badge" data-status=${status}>${stage ? say(stage.name) : status}</span>
      <span
        class="badge number"
        data-certainty=${accuracy.class}
        data-kind=${isInferred ? 'inferred' : nothing}
        >${name}${radius}</span
      >
    </div>
    ${
      isInferred && why
        ? html`<p class="why">${why}</p>`
        : certainty && !isInferred
          ? html`<p class="quiet">${say(certainty.meaning)}</p>`
          : nothing
    }
    ${feature.geometry === null ? html`<p class="why">${words.card.noPlace}</p>` : nothing}`;
}
