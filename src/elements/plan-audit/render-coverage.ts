import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ParagraphCoverage } from '../../contracts/analysis.ts';
import type { AuditContext } from './audit-context.ts';

/** How far the map covers the text, and how sure what it shows is. */
export function renderCoverage(context: AuditContext): TemplateResult {
  const { words, report } = context;
  const { coverage } = report;
  const { total, mapped, nonSpatial, unaccounted } = coverage;
  const most = Math.max(1, ...coverage.paragraphs.map(({ featureIds }) => featureIds.length));
  return html`<section class="coverage" part="coverage" aria-labelledby="coverage">
    <h3 id="coverage">${words.coverage}</h3>
    <h4>${words.paragraphs(total)}</h4>
    <p>${words.coverageTold(mapped, nonSpatial, unaccounted)}</p>
    ${renderBar(
      [
        ['mapped', mapped],
        ['non-spatial', nonSpatial],
        ['unaccounted', unaccounted],
      ],
      total,
    )}
    <h4>${words.byCertainty}</h4>
    <ul class="certainties">
      ${coverage.byCertainty.map((entry) => renderCertainty(entry, context))}
    </ul>
    <h4>${words.perParagraph}</h4>
    <p class="note">${words.perParagraphNote}</p>
    <ul class="paragraphs">
      ${coverage.paragraphs.map((entry) => renderParagraph(entry, most, context))}
    </ul>
    ${renderUnlinked(context)}
  </section>`;
}

function renderCertainty(
  { certainty, featureIds }: AuditContext['report']['coverage']['byCertainty'][number],
  { certainties, say, show, words, report }: AuditContext,
): TemplateResult {
  const style = certainties.find((candidate) => candidate.certainty === certainty);
  const name = style ? say(style.name) : certainty;
  const total = report.coverage.byCertainty.reduce((sum, one) => sum + one.featureIds.length, 0);
  return html`<li data-certainty=${certainty}>
    ${
      featureIds.length === 0
        ? html`<span class="label">${name}</span>`
        : html`<button
            type="button"
            class="plain label"
            title=${words.showOnMap(name, featureIds.length)}
            @click=${() => show(featureIds)}
          >
            ${name}
          </button>`
    }
    ${renderBar([[style?.isSoft ? 'soft' : 'sure', featureIds.length]], total)}
    <span class="number">${featureIds.length}</span>
  </li>`;
}

function renderParagraph(
  entry: ParagraphCoverage,
  most: number,
  { words, say, goToClause }: AuditContext,
): TemplateResult {
  const { state, featureIds, namedIds, para, reason } = entry;
  const title = say(entry.title);
  return html`<li data-paragraph=${para} data-state=${state}>
    <button
      type="button"
      class="plain label"
      title=${words.goToClause(title)}
      @click=${() => goToClause(para)}
    >
      <bdi>${title}</bdi>
    </button>
    ${
      state === 'mapped'
        ? html`${renderBar(
              [
                ['sure', namedIds.length],
                ['soft', featureIds.length - namedIds.length],
              ],
              most,
            )}<span class="number">${words.featuresOf(featureIds.length, namedIds.length)}</span>`
        : html`<span class="why"
            ><span class="tag" data-kind=${state === 'unaccounted' ? 'inferred' : nothing}
              >${words.states[state]}</span
            >
            ${reason ? say(reason) : nothing}</span
          >`
    }
  </li>`;
}

function renderUnlinked({
  words,
  report,
  goToClause,
  titleOf,
}: AuditContext): TemplateResult | typeof nothing {
  const { unlinked } = report.coverage;
  if (unlinked.length === 0) return nothing;
  return html`<p class="unlinked">
    ${words.unlinked(unlinked.length)}${unlinked.map(
      ({ para, text }) =>
        html`<button
          type="button"
          class="plain"
          lang="zh-Hans"
          title=${words.goToClause(titleOf(para))}
          @click=${() => goToClause(para)}
        >
          ${text}
        </button>`,
    )}
  </p>`;
}

/** Parts of a whole side by side; the numbers stand beside it as text. */
function renderBar(
  parts: readonly (readonly [name: string, count: number])[],
  total: number,
): TemplateResult {
  let start = 0;
  return html`<svg class="bar" height="10" aria-hidden="true">
    ${parts.map(([name, count]) => {
      const x = (start / Math.max(1, total)) * 100;
      start += count;
      return count === 0
        ? nothing
        : svg`<rect data-part=${name} x="${x}%" y="0.5" height="9" width="${(count / Math.max(1, total)) * 100}%" />`;
    })}
  </svg>`;
}
