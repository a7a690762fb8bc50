import { html, nothing, type TemplateResult } from 'lit';
import { formatFigure } from '../../analysis/figure-units.ts';
import type { AuditItem, Figure, WorkingStep } from '../../contracts/analysis.ts';
import type { AuditContext } from './audit-context.ts';
import { formatShare, offBy } from './format-share.ts';
import { renderBadge } from './render-badge.ts';

/** One number of the plan, and what the map says to it. */
export function renderItem(item: AuditItem, context: AuditContext): TemplateResult {
  const { words, say } = context;
  const { badge, kind, note } = item;
  return html`<li class="item" part="item" data-item=${item.id} data-badge=${badge}>
    <div class="verdict">
      ${renderBadge(badge, words.badges[badge])}<span class="kind">${words.kinds[kind]}</span>
    </div>
    <div class="what">
      ${renderSubject(item, context)} ${renderClaim(item, context)}
      ${note ? html`<p class="note">${say(note)}</p>` : nothing}
      ${renderWorking(item.working, context)}
    </div>
    ${renderFigures(item, context)}
  </li>`;
}

function renderSubject(item: AuditItem, { words, say, show }: AuditContext): TemplateResult {
  const subject = say(item.subject);
  if (item.featureIds.length === 0) return html`<p class="subject"><bdi>${subject}</bdi></p>`;
  return html`<p class="subject">
    <button
      type="button"
      class="plain"
      data-show
      title=${words.showOnMap(subject, item.featureIds.length)}
      @click=${(event: Event) => {
        event.stopPropagation();
        show(item.featureIds, item);
      }}
    >
      <bdi>${subject}</bdi>
    </button>
  </p>`;
}

/** The plan's own words lead to their clause; a figure of a card is told by its label. */
function renderClaim(
  { claim, subject }: AuditItem,
  { words, say, titleOf, goToClause }: AuditContext,
): TemplateResult | typeof nothing {
  const { para, quote, text } = claim;
  if (para === undefined) {
    return text.zh === subject.zh ? nothing : html`<p class="claim"><bdi>${say(text)}</bdi></p>`;
  }
  const title = titleOf(para);
  return html`<p class="claim">
    <button
      type="button"
      class="quote"
      data-para=${para}
      title=${words.goToClause(title)}
      @click=${(event: Event) => {
        event.stopPropagation();
        goToClause(para, quote);
      }}
    >
      <q lang="zh-Hans">${quote ?? text.zh}</q>
      <bdi class="cite">${title}</bdi>
    </button>
  </p>`;
}

function renderFigures(item: AuditItem, context: AuditContext): TemplateResult {
  const { words, lang } = context;
  const { claim, found, tolerance } = item;
  const off = offBy(item);
  return html`<dl class="figures number">
    <div>
      <dt>${words.stated}</dt>
      <dd data-stated>${format(claim, context)}</dd>
    </div>
    <div>
      <dt>${words.found}</dt>
      <dd data-found>${found ? format(found, context) : words.notFound}</dd>
    </div>
    ${
      tolerance === null
        ? nothing
        : html`<div>
            <dt>${words.tolerance}</dt>
            <dd data-tolerance>
              ${tolerance === 0 ? words.exact : words.within(formatShare(tolerance, lang))}
              ${
                off === null || off === 0
                  ? nothing
                  : html`<span class="off">${words.offBy(formatShare(off, lang))}</span>`
              }
            </dd>
          </div>`
    }
  </dl>`;
}

function renderWorking(
  steps: readonly WorkingStep[],
  context: AuditContext,
): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing;
  const { words, say } = context;
  return html`<details class="working">
    <summary>${words.working(steps.length)}</summary>
    <ol>
      ${steps.map(
        ({ label, operator, value, unit }) =>
          html`<li>
            <span class="operator" aria-hidden=${operator === null ? 'true' : nothing}
              >${operator ?? ''}</span
            >
            <bdi>${say(label)}</bdi>
            <span class="number">${value === null ? '' : format({ value, unit }, context)}</span>
          </li>`,
      )}
    </ol>
  </details>`;
}

function format({ value, unit }: Figure, { say }: AuditContext): string {
  return say(formatFigure(value, unit));
}
