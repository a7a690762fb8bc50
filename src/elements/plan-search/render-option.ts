import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SearchHit } from '../../contracts/search.ts';
import type { Cartography, Flavour } from '../../contracts/theme.ts';
import { featuresById } from '../../core/lit.ts';
import type { SearchMessages } from '../messages/search-messages.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';
import type { Option } from './list-options.ts';
import { markText } from './mark-text.ts';

export interface OptionContext {
  readonly bundle: PlanBundle;
  /** Null until the panels are loaded; then rows have swatches. */
  readonly cartography: Cartography | null;
  readonly flavour: Flavour | null;
  readonly words: SearchMessages;
  readonly isEnglish: boolean;
  /** Id of the option that the keys are on. */
  readonly active: string | null;
  /** What the Return key opens when the keys are on none. */
  readonly best: SearchHit | null;
}

/** One row of the results. */
export function renderOption(option: Option, context: OptionContext): TemplateResult {
  const { active, words } = context;
  const isActive = option.id === active;
  if (option.type === 'more') {
    return html`<div
      class="option more"
      role="option"
      id=${option.id}
      data-option=${option.id}
      aria-selected=${isActive ? 'true' : 'false'}
    >
      ${words.showAll(option.total)}
    </div>`;
  }
  const { hit } = option;
  const aside = tellKind(hit, context);
  return html`<div
    class="option"
    part="option"
    role="option"
    id=${option.id}
    data-option=${option.id}
    data-kind=${hit.kind}
    ?data-best=${active === null && hit === context.best}
    aria-selected=${isActive ? 'true' : 'false'}
  >
    ${renderSwatch(hit, context)}
    <span class="line">${renderTitles(hit, context)}${renderAside(hit, aside)}</span>
    ${
      hit.snippet === '' || hit.snippet === aside
        ? nothing
        : html`<span class="snippet" lang=${hit.kind === 'text' ? 'zh-Hans' : nothing}
            ><bdi>${markText(hit.snippet, hit.marks)}</bdi></span
          >`
    }
  </div>`;
}

/** The title in the reader's language, and the other one where that is what matched. */
function renderTitles(hit: SearchHit, { isEnglish }: OptionContext): TemplateResult {
  const { title, titleEn, titleMarks, titleEnMarks } = hit;
  const zh = html`<bdi lang="zh-Hans">${markText(title, titleMarks)}</bdi>`;
  if (titleEn === undefined) return html`<span class="title">${zh}</span>`;
  const en = html`<bdi lang="en">${markText(titleEn, titleEnMarks)}</bdi>`;
  const isOtherMarked = isEnglish
    ? titleMarks.length > 0 || hit.kind !== 'text'
    : titleEnMarks.length > 0 && titleMarks.length === 0;
  return html`<span class="title">${isEnglish ? en : zh}</span>${
      isOtherMarked ? html`<span class="other">${isEnglish ? zh : en}</span>` : nothing
    }`;
}

/** What kind of thing it is, or how often its words are said. */
function tellKind(hit: SearchHit, { bundle, isEnglish, words }: OptionContext): string | undefined {
  if (hit.featureId !== undefined) {
    const feature = featuresById(bundle).get(hit.featureId);
    const layer = bundle.layers.find(({ id }) => id === feature?.properties.layer);
    return (isEnglish && layer?.nameEn) || layer?.name;
  }
  if (hit.indicatorId !== undefined) {
    const indicator = bundle.indicators.find(({ id }) => id === hit.indicatorId);
    return indicator && words.target(indicator.year);
  }
  if (hit.ranges.length > 1) return words.occurrences(hit.ranges.length);
  return hit.ranges[0]?.part.startsWith('heading') ? words.heading : undefined;
}

/** At the end of the line; marked where it is what matched. */
const renderAside = (hit: SearchHit, aside: string | undefined): TemplateResult | typeof nothing =>
  aside === undefined
    ? nothing
    : html`<span class="aside number"
        >${hit.snippet === aside ? markText(aside, hit.marks) : aside}</span
      >`;

function renderSwatch(
  hit: SearchHit,
  { bundle, cartography, flavour }: OptionContext,
): TemplateResult | typeof nothing {
  const feature = hit.featureId === undefined ? null : featuresById(bundle).get(hit.featureId);
  if (!feature || !cartography || !flavour) return nothing;
  const image = drawFeature(feature, bundle, cartography, flavour);
  return html`<span class="symbol">${image ? swatch(image) : nothing}</span>`;
}
