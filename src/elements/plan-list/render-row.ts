import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour } from '../../contracts/theme.ts';
import { classify } from '../../core/classify.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { isInLens, isShown } from '../../core/lit.ts';
import { sizeOf } from '../../core/sort-features.ts';
import type { PanelWords } from '../messages/panel-messages.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';

export interface RowContext {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly flavour: Flavour;
  readonly state: Pick<ViewerState, 'layers' | 'lens'>;
  readonly words: PanelWords;
  readonly isEnglish: boolean;
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
  /** Where a feature stands in a list of which only a part is drawn, from 1, and how many that holds. */
  readonly placeOf?: (id: string) => readonly [at: number, of: number];
}

/**
 * One feature: its name; below it kind, size and how often the text cites it; beside it its stage, how sure it is,
 * and whether it can be seen on the map. A screen reader hears all that can be seen, the name first.
 */
export function renderRow(feature: PlanFeature, context: RowContext): TemplateResult {
  const { bundle, cartography, flavour, words, state, isEnglish, say, pick } = context;
  const { id, name, nameEn, status, accuracy } = feature.properties;
  const image = drawFeature(feature, bundle, cartography, flavour);
  const stage = cartography.statuses.find((style) => style.status === status);
  const certainty = cartography.certainties.find((style) => style.certainty === accuracy.class);
  const isOff = !isShown(feature, state);
  const isOutOfLens = !isInLens(feature, state);
  const place = context.placeOf?.(id);
  return html`<div
    class="row"
    part="row"
    role="option"
    tabindex="-1"
    aria-selected="false"
    aria-posinset=${place?.[0] ?? nothing}
    aria-setsize=${place?.[1] ?? nothing}
    data-feature=${id}
    ?data-off=${isOff}
  >
    ${image ? swatch(image) : html`<span></span>`}
    <span class="name"><bdi>${pick(name, nameEn)}</bdi></span>
    <span class="marks">
      ${isEnglish && nameEn ? html`<bdi class="other" lang="zh-Hans">${name}</bdi>` : nothing}
      ${stage && status !== 'existing' ? html`<span>${say(stage.name)}</span>` : nothing}
      ${
        feature.geometry === null
          ? html`<span class="tag">${words.common.textOnly}</span>`
          : accuracy.class === 'inferred'
            ? html`<span class="tag" data-kind="inferred">${words.common.inferredShort}</span>`
            : html`<span>${certainty ? say(certainty.name) : nothing}</span>`
      }
      ${isOff ? html`<span class="tag">${words.common.layerOff}</span>` : nothing}
      ${isOutOfLens ? html`<span class="tag">${words.list.outOfLens}</span>` : nothing}
    </span>
    <span class="detail number">
      ${stage && status === 'existing' ? html`<span class="hidden">${say(stage.name)}</span>` : nothing}
      ${describe(feature, context).map((part) => html`<span>${part}</span> `)}
    </span>
  </div>`;
}

export const renderRows = (features: readonly PlanFeature[], context: RowContext): unknown =>
  repeat(
    features,
    ({ properties }) => properties.id,
    (feature) => renderRow(feature, context),
  );

/** Kind, size and citations. */
function describe(
  feature: PlanFeature,
  { bundle, cartography, words, isEnglish, say }: RowContext,
): readonly string[] {
  const found = classify(feature, cartography);
  const size = sizeOf(feature);
  const count = linkClauses(bundle).phrasesOf.get(feature.properties.id)?.length ?? 0;
  // Three figures tell sizes apart; the card has them as stated.
  const amount = size === null ? 0 : Number(size.value.toPrecision(3));
  return [
    ...(found ? [say(found.featureClass.name)] : []),
    ...(size
      ? [`${amount.toLocaleString(isEnglish ? 'en-GB' : 'zh-CN')} ${words.card.units[size.unit]}`]
      : []),
    words.list.cited(count),
  ];
}
