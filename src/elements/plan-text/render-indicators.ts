import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, Source } from '../../contracts/bundle.ts';
import type { Messages } from '../messages/messages.ts';
import { safeHref } from '../shared/safe-href.ts';

export interface IndicatorContext {
  readonly words: Messages;
  readonly sources: ReadonlyMap<string, Source>;
  readonly pick: (zh: string, en: string | undefined) => string;
}

/** Whole-county targets beside their last known values, each with its year and source. */
export function renderIndicators(
  indicators: readonly Indicator[],
  context: IndicatorContext,
): TemplateResult | typeof nothing {
  if (indicators.length === 0) return nothing;
  const { text } = context.words;
  return html`<div class="indicators" part="indicators">
    <p class="indicators-title">${text.indicators}</p>
    <ul>
      ${indicators.map((indicator) => renderIndicator(indicator, context))}
    </ul>
  </div>`;
}

function renderIndicator(indicator: Indicator, context: IndicatorContext): TemplateResult {
  const { words, pick } = context;
  const known = indicator.known.toSorted((a, b) => b.year - a.year);
  return html`<li data-indicator=${indicator.id}>
    <p class="indicator-name"><bdi>${pick(indicator.name, indicator.nameEn)}</bdi></p>
    <dl>
      <div ?data-wide=${known.length === 0}>
        <dt>
          ${words.text.target} <span class="number">${words.common.year(indicator.year)}</span>
        </dt>
        <dd class="figure number">${pick(indicator.target.text, indicator.target.textEn)}</dd>
      </div>
      <div ?data-wide=${known.length === 0}>
        <dt>${words.text.lastKnown}</dt>
        ${known.length === 0 ? html`<dd class="when">${words.text.noValue}</dd>` : nothing}
        ${known.map(
          (value) =>
            html`<dd>
              <span class="figure number">${pick(value.text, value.textEn)}</span>
              <span class="when number">${words.common.year(value.year)}</span>
              ${renderSource(value.source, context)}
            </dd>`,
        )}
      </div>
    </dl>
    ${
      indicator.note ? html`<p class="note">${pick(indicator.note, indicator.noteEn)}</p>` : nothing
    }
  </li>`;
}

/** The word 来源 alone, so that figures line up; the source's title is its name and tooltip. */
function renderSource(id: string, { sources, words, pick }: IndicatorContext): TemplateResult {
  const source = sources.get(id);
  const title = source ? pick(source.title, source.titleEn) : id;
  const href = safeHref(source?.url);
  const label = `${words.text.source}${words.common.colon}${title}`;
  return href
    ? html`<a
        class="source"
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        title=${title}
        aria-label=${label}
        >${words.text.source}</a
      >`
    : html`<span class="when">${label}</span>`;
}
