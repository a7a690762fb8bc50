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
    <table>
      <caption>
        ${text.indicators}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.indicatorName}</th>
          <th scope="col">${text.target}</th>
          <th scope="col">${text.lastKnown}</th>
        </tr>
      </thead>
      <tbody>
        ${indicators.map((indicator) => renderRow(indicator, context))}
      </tbody>
    </table>
  </div>`;
}

function renderRow(indicator: Indicator, context: IndicatorContext): TemplateResult {
  const { words, pick } = context;
  const known = indicator.known.toSorted((a, b) => b.year - a.year);
  return html`<tr data-indicator=${indicator.id}>
    <th scope="row">
      <bdi>${pick(indicator.name, indicator.nameEn)}</bdi>
      ${
        indicator.note
          ? html`<p class="note">${pick(indicator.note, indicator.noteEn)}</p>`
          : nothing
      }
    </th>
    <td>
      <span class="figure number">${pick(indicator.target.text, indicator.target.textEn)}</span>
      <span class="when number">${words.common.year(indicator.year)}</span>
    </td>
    <td>
      ${known.length === 0 ? html`<span class="when">${words.text.noValue}</span>` : nothing}
      ${known.map(
        (value) => html`
          <span class="figure number">${pick(value.text, value.textEn)}</span>
          <span class="when number">${words.common.year(value.year)}</span>
          ${renderSource(value.source, context)}
        `,
      )}
    </td>
  </tr>`;
}

function renderSource(id: string, { sources, words, pick }: IndicatorContext): TemplateResult {
  const source = sources.get(id);
  const title = source ? pick(source.title, source.titleEn) : id;
  const href = safeHref(source?.url);
  const label = `${words.text.source}${words.common.colon}${title}`;
  return href
    ? html`<a
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        title=${title}
        aria-label=${label}
        >${words.text.source}</a
      >`
    : html`<span class="when">${label}</span>`;
}
