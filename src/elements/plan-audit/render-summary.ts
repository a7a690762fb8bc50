import { html, type TemplateResult } from 'lit';
import type { Badge } from '../../contracts/analysis.ts';
import type { AuditContext } from './audit-context.ts';
import { renderBadge, renderIcon } from './render-badge.ts';

const BADGES: readonly Badge[] = ['agrees', 'differs', 'schematic', 'unanswerable'];

/** How many checks have which result; each result is a filter. */
export function renderSummary({ report, filter, words, choose }: AuditContext): TemplateResult {
  const total = report.items.length;
  const shown = filter === null ? total : report.tally[filter];
  return html`<div class="summary" part="summary">
    <div class="filters" role="group" aria-label=${words.filterLabel}>
      <button
        type="button"
        data-filter="all"
        aria-pressed=${filter === null}
        @click=${() => choose(null)}
      >
        ${words.all} <span class="number">${total}</span>
      </button>
      ${BADGES.map(
        (badge) =>
          html`<button
            type="button"
            data-filter=${badge}
            data-badge=${badge}
            aria-pressed=${filter === badge}
            @click=${() => choose(filter === badge ? null : badge)}
          >
            ${renderIcon(badge)}${words.badges[badge]}
            <span class="number">${report.tally[badge]}</span>
          </button>`,
      )}
    </div>
    <p class="hidden" role="status">${words.shown(shown, total)}</p>
    <details class="about">
      <summary>${words.howJudged}</summary>
      <dl>
        ${BADGES.map(
          (badge) =>
            html`<div>
              <dt>${renderBadge(badge, words.badges[badge])}</dt>
              <dd>${words.meanings[badge]}</dd>
            </div>`,
        )}
      </dl>
    </details>
  </div>`;
}
