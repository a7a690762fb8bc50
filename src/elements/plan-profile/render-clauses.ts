import { html, nothing, type TemplateResult } from 'lit';
import type { ProfileContext } from './profile-context.ts';

/** The plan's own words on the corridor, and what else is known of it. */
export function renderClauses(context: ProfileContext): TemplateResult {
  const { profile, words, say, isEnglish } = context;
  const { clauses, note, sources } = profile;
  return html`<section part="clauses">
    <h3>${clauses.length === 0 ? words.noClauses : words.clauses(clauses.length)}</h3>
    <ul class="clauses">
      ${clauses.map(
        ({ para, title, quote, role, basis }) =>
          html`<li>
            <button
              type="button"
              data-clause=${para}
              aria-description=${words.goToClause(say(title))}
              @click=${() => context.selectClause(para)}
            >
              <q lang="zh-Hans">${quote}</q>
              <span class="quiet">${words.roles[role]} · <bdi>${say(title)}</bdi></span>
              ${
                basis === 'reading'
                  ? html`<span class="tag" data-kind="inferred">${words.reading}</span>`
                  : nothing
              }
            </button>
          </li>`,
      )}
    </ul>
    ${note ? html`<p class="quiet">${say(note)}</p>` : nothing}
    ${
      sources.length === 0
        ? nothing
        : html`<p class="quiet">
            ${words.sources}${isEnglish ? ': ' : '：'}${sources.map(say).join(isEnglish ? '; ' : '；')}
          </p>`
    }
  </section>`;
}
