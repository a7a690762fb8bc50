import { html, nothing, type TemplateResult } from 'lit';
import type { MapMessages } from '../messages/map-messages.ts';

/** The last picture of a map that sleeps. Pointing at it, a press or the keyboard wakes the map. */
export function renderPicture(
  picture: HTMLImageElement,
  isStale: boolean,
  words: MapMessages['map'],
  take: (event: MouseEvent) => void,
): TemplateResult {
  return html`
    <button
      type="button"
      class="picture"
      part="picture"
      aria-label=${words.picture}
      data-stale=${isStale}
      @click=${take}
    >
      ${picture}
    </button>
    ${isStale ? html`<p class="waking" role="status">${words.waking}…</p>` : nothing}
  `;
}
