import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';
import { nameProblem } from './name-problem.ts';
import { MOST_NOTICES } from './render-phase.ts';

/** What went wrong, where, and what to do; stays until it is dismissed. */
export function renderNotices(
  notices: readonly Notice[],
  lang: Language,
  words: AtlasMessages['atlas'],
  dismiss: (id: string) => void,
): TemplateResult {
  const shown = notices.slice(0, MOST_NOTICES);
  return html`
    <div class="notices" role="alert" part="notices">
      ${shown.map(({ id, severity, problem }) => {
        const named = nameProblem(problem.code, lang);
        const remedy = named?.remedy ?? problem.remedy;
        return html`
          <div class="notice" data-severity=${severity} data-code=${problem.code}>
            <div>
              ${named ? html`<p><strong>${named.what}</strong></p>` : nothing}
              <p lang="en">
                <strong>${problem.file}</strong>
                ${problem.message} <code>${problem.code}</code>
              </p>
              ${remedy ? html`<p>${words.remedy}${remedy}</p>` : nothing}
            </div>
            <button type="button" class="plain" @click=${() => dismiss(id)}>
              ${words.dismiss}
            </button>
          </div>
        `;
      })}
      ${
        notices.length > MOST_NOTICES
          ? html`<p class="more">+ ${notices.length - MOST_NOTICES}</p>`
          : nothing
      }
    </div>
  `;
}
