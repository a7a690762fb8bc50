import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../../contracts/errors.ts';
import type { Language } from '../../contracts/theme.ts';
import { sliceMessages } from '../messages/slice-messages.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';

/** What failed in a figure or quote, what to do, and a way to try again; loaded only when something did. */
export function renderFailure(
  problems: readonly Problem[],
  lang: Language,
  retry: (() => void) | null,
): TemplateResult {
  const words = sliceMessages[lang];
  return html`${retry ? html`<p><strong>${words.failed}</strong></p>` : nothing}
  ${problems.map(({ code, file, message, remedy }) => {
    const named = nameProblem(code, lang);
    return html`${named ? html`<p>${named.what}</p>` : nothing}
      <p lang="en"><bdi>${file}: ${message}</bdi> <code>${code}</code></p>
      <p>${words.remedy}${named?.remedy ?? remedy}</p>`;
  })}
  ${
    retry
      ? html`<button type="button" class="retry" @click=${retry}>${words.retry}</button>`
      : nothing
  }`;
}
