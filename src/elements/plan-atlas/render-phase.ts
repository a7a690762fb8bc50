import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, ViewerState } from '../../contracts/state.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';

/** More notices at once would hide the plan; the others are counted. */
export const MOST_NOTICES = 5;

/**
 * What stands in the place of a plan that was not given or could not be loaded; and what the page itself wrote between
 * the tags, until the plan's text stands there.
 */
export function renderPhase(
  { phase, bundle }: ViewerState,
  words: AtlasMessages['atlas'],
  source: string | object | null,
  load: (source: string | object) => void,
  hasOwnWords: boolean,
): TemplateResult | typeof nothing {
  const own = hasOwnWords ? html`<div class="own-words"><slot></slot></div>` : nothing;
  if (phase === 'empty' && !source) {
    return html`<div class="phase" part="phase" role="status">
      ${own}
      <p><strong>${words.empty}</strong></p>
      <p>${words.emptyHow}</p>
    </div>`;
  }
  if (bundle || (phase !== 'failed' && !hasOwnWords)) return nothing;
  if (phase !== 'failed') return html`<div class="phase" part="phase">${own}</div>`;
  return html`<div class="phase" part="phase" role="status">
    ${own}
    <p><strong>${words.failed}</strong></p>
    <button type="button" class="retry" @click=${() => load(source ?? '')}>${words.retry}</button>
  </div>`;
}

/** Before the code of the notices is there, and where it cannot be had, their bare words. */
export function renderBareNotices(notices: readonly Notice[]): TemplateResult {
  const more = notices.length - MOST_NOTICES;
  return html`<div class="notices" role="alert" lang="en">
    ${notices
      .slice(0, MOST_NOTICES)
      .map(
        ({ problem }) =>
          html`<p class="notice">${problem.file}: ${problem.message} (${problem.code})</p>`,
      )}
    ${more > 0 ? html`<p>+ ${more}</p>` : nothing}
  </div>`;
}
