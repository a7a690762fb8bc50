import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle, StoryScene } from '../../contracts/bundle.ts';
import type { Cartography, Flavour } from '../../contracts/theme.ts';
import { classify } from '../../core/classify.ts';
import { carriersOf, featuresById } from '../../core/lit.ts';
import type { PresentMessages } from '../messages/present-messages.ts';
import { markChinese } from '../shared/mark-chinese.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';

/** More rows than these would be too small to read from the back of a hall. */
const MOST_LEGEND_ROWS = 6;
/** With more quotations each one's paragraph is left to the card. */
const MOST_PLACED_QUOTES = 3;

export interface CaptionView {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography | null;
  readonly flavour: Flavour;
  readonly isEnglish: boolean;
  readonly words: PresentMessages;
}

/** Title, caption, the plan's words, how sure the lit places are, and their legend. */
export function renderCaption(view: CaptionView, scene: StoryScene): TemplateResult {
  const { isEnglish } = view;
  const title = (isEnglish && scene.titleEn) || scene.title;
  return html`
    <h2 id="slide-title" class="title">${markChinese(title, isEnglish)}</h2>
    <p class="text">${markChinese((isEnglish && scene.captionEn) || scene.caption, isEnglish)}</p>
    ${renderCertainty(view, scene)} ${renderQuotes(view, scene)} ${renderLegend(view, scene)}
  `;
}

function renderQuotes(view: CaptionView, scene: StoryScene): TemplateResult | typeof nothing {
  const { bundle, isEnglish, words } = view;
  const docs = [...new Set(scene.clauses.map(({ doc }) => doc))];
  const quoted = scene.clauses.filter(({ quote }) => quote !== undefined);
  return html`${docs.map((id) => {
    const doc = bundle.plan.docs.find((candidate) => candidate.id === id);
    if (!doc) return nothing;
    const own = quoted.filter((clause) => clause.doc === id);
    return html`<figure class="quotes" data-many=${own.length > MOST_PLACED_QUOTES}>
      ${own.map(({ para, quote }) => {
        const paragraph = doc.paragraphs.find((candidate) => candidate.id === para);
        const path = (isEnglish && paragraph?.pathEn) || paragraph?.path;
        const title = (isEnglish && paragraph?.titleEn) || paragraph?.title;
        return html`<blockquote lang="zh-Hans">${quote}</blockquote>
          ${
            own.length <= MOST_PLACED_QUOTES && paragraph
              ? html`<p class="place">
                  ${markChinese([...(path ?? []), title].join(' · '), isEnglish)}
                </p>`
              : nothing
          }`;
      })}
      <figcaption>
        ${markChinese(words.source((isEnglish && doc.titleEn) || doc.title), isEnglish)}
      </figcaption>
    </figure>`;
  })}`;
}

/** What is lit and has a place; the county's own outline is no statement of the plan. */
function litFeatures({ bundle }: CaptionView, { focus = [] }: StoryScene) {
  const byId = featuresById(bundle);
  return [...new Set([...focus, ...carriersOf(bundle, focus)])].flatMap((id) => {
    const feature = byId.get(id);
    return feature?.geometry && feature.properties.layer !== 'boundary' ? [feature] : [];
  });
}

function renderCertainty(view: CaptionView, scene: StoryScene): TemplateResult | typeof nothing {
  const lit = litFeatures(view, scene);
  const count = (certainty: string): number =>
    lit.filter(({ properties }) => properties.accuracy.class === certainty).length;
  const inferred = count('inferred');
  const schematic = count('schematic');
  if (inferred + schematic === 0) return nothing;
  const { words } = view;
  return html`<p class="certainty">
    ${
      inferred > 0
        ? html`${words.inferredOf(inferred, lit.length)}
            <strong class="mark" lang="zh-Hans">${words.inferred}</strong>`
        : nothing
    }
    ${schematic > 0 ? html`<span>${words.schematicOf(schematic, lit.length)}</span>` : nothing}
  </p>`;
}

function renderLegend(view: CaptionView, scene: StoryScene): TemplateResult | typeof nothing {
  const { bundle, cartography, flavour, isEnglish, words } = view;
  if (!cartography) return nothing;
  const rows = new Map<string, TemplateResult>();
  for (const feature of litFeatures(view, scene)) {
    const found = classify(feature, cartography)?.featureClass;
    const image = found && drawFeature(feature, bundle, cartography, flavour, 40);
    if (!found || !image || rows.has(found.id)) continue;
    const name = isEnglish ? found.name.en : found.name.zh;
    rows.set(found.id, html`<li>${swatch(image)} ${name}</li>`);
  }
  if (rows.size === 0 || rows.size > MOST_LEGEND_ROWS) return nothing;
  return html`<ul class="legend" aria-label=${words.legend}>
    ${[...rows.values()]}
  </ul>`;
}
