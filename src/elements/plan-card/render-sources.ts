import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFeature, Source } from '../../contracts/bundle.ts';
import { markChinese } from '../shared/mark-chinese.ts';
import { safeHref } from '../shared/safe-href.ts';
import type { CardContext } from './card-context.ts';

/** Ids of a feature's sources and of its attributes' sources, numbered from 1 as the card prints them. */
export function numberSources(feature: PlanFeature): Map<string, number> {
  const numbers = new Map<string, number>();
  const { sources, attributes } = feature.properties;
  for (const id of [...sources, ...(attributes ?? []).map(({ source }) => source)]) {
    if (id !== undefined && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

export function renderSources(
  numbers: ReadonlyMap<string, number>,
  context: CardContext,
): TemplateResult {
  const { words, bundle, isCompact } = context;
  const known = new Map(bundle.sources.map((source) => [source.id, source]));
  return html`<details class="sources" part="sources" ?open=${!isCompact}>
    <summary>
      <span>${words.card.sources}</span> <span class="number count">${numbers.size}</span>
    </summary>
    ${numbers.size === 0 ? html`<p class="quiet">${words.card.noSources}</p>` : nothing}
    <ol>
      ${[...numbers].map(
        ([id, number]) =>
          html`<li data-source=${id}>
            <span class="number order">[${number}]</span>
            <div>${renderSource(known.get(id), id, context)}</div>
          </li>`,
      )}
    </ol>
  </details>`;
}

function renderSource(
  source: Source | undefined,
  id: string,
  { words, pick, lang }: CardContext,
): TemplateResult {
  if (!source) return html`<bdi>${id}</bdi>`;
  const { title, titleEn, publisher, date, url, confidence } = source;
  const href = safeHref(url);
  return html`<bdi>${pick(title, titleEn)}</bdi>
    <span class="basis">
      ${publisher ? html`<bdi>${markChinese(publisher, lang === 'en')}</bdi>` : nothing}
      ${date ? html`<span class="number">${date}</span>` : nothing}
      ${confidence ? html`<span>${words.card.confidence[confidence]}</span>` : nothing}
    </span>
    ${
      href
        ? html`<a class="address" href=${href} target="_blank" rel="noopener noreferrer"
            >${url}<span class="hidden"
              >${words.common.bracket(words.common.opensNewWindow)}</span
            ></a
          >`
        : url
          ? html`<span class="address">${url}</span>`
          : nothing
    }`;
}
