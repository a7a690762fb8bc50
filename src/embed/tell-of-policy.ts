import type { ViewerRequest } from '../contracts/state.ts';
import { frameMessages } from '../elements/messages/frame-messages.ts';
import { request } from './atlas-slice.ts';
import type { FrameSlice } from './frame-slice.ts';

/**
 * A page without an origin, as a sandbox makes it, starts workers from their code alone (`data:`), which the strict
 * policy forbids: the map would wait for ever. It says so instead, and text and list stand alone.
 */
export function tellOfPolicy({ element, lang }: FrameSlice): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective !== 'worker-src') return;
    const atlas = element.localName === 'plan-atlas' ? element : findAtlas(element);
    if (!atlas) return;
    atlas.addEventListener('plan-request', leaveOutFailure, { capture: true });
    const reason = frameMessages[lang()].noWorker;
    request(atlas, { type: 'map-status', status: 'text-only', reason });
  });
}

const findAtlas = (element: HTMLElement): HTMLElement | null =>
  element.shadowRoot?.querySelector('plan-atlas') ?? null;

/** The renderer says the same once more, and less well. */
function leaveOutFailure(event: CustomEvent<ViewerRequest>): void {
  const { detail } = event;
  if (detail.type === 'notify' && detail.notices.some(({ id }) => id === 'map-failure')) {
    event.stopImmediatePropagation();
  }
}
