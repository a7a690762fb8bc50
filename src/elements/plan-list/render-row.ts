import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour } from '../../contracts/theme.ts';
import { isInLens, isShown } from '../../core/lit.ts';
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
}

/** One feature with its stage, how sure it is, and whether it can be seen on the map. */
export function renderRow(feature: PlanFeature, context: RowContext): TemplateResult {
  const { bundle, cartography, flavour, words, state, isEnglish, say, pick } = context;
  const { id, name, nameEn, status, accuracy } = feature.properties;
  const image = drawFeature(feature, bundle, cartography, flavour);
  const stage = cartography.statuses.find((style) => style.status === status);
  const certainty = cartography.certainties.find((style) => style.certainty === accuracy.class);
  const isOff = !isShown(feature, state);
  const isDim = !isInLens(feature, state);
  return html`<div
    class="row"
    part="row"
    role="option"
    tabindex="-1"
    aria-selected="false"
    data-feature=${id}
    ?data-off=${isOff}
    ?data-dim=${isDim}
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
    </span>
  </div>`;
}
