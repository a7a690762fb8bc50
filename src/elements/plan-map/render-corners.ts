import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { MapMessages } from '../messages/map-messages.ts';
import { renderButtons, renderNotes } from './render-furniture.ts';

interface CornerOptions {
  readonly hasButtons: boolean;
  /** Least type of the flavour, in CSS pixels. */
  readonly leastTypePx: number;
  readonly request: (request: ViewerRequest) => void;
  /** What must be told on the map. */
  readonly badge: TemplateResult | typeof nothing;
}

/**
 * The corners of the map: the host's own content, stacked with the map's furniture so that neither covers
 * the other.
 * @param bundle null where there is no map to put furniture on
 */
export function renderCorners(
  bundle: PlanBundle | null,
  state: ViewerState,
  words: MapMessages['map'],
  { hasButtons, leastTypePx, request, badge }: CornerOptions,
): TemplateResult {
  const corner = (name: string): TemplateResult =>
    html`<div class="corner" part="corner"><slot name=${name}></slot></div>`;
  return html`<div class="corners">
    <div class="edge">
      ${corner('top-left')}
      <div class="stack">
        ${bundle && hasButtons ? renderButtons(state, words, request) : nothing}
        ${corner('top-right')}
      </div>
    </div>
    <div class="edge">
      <div class="stack">
        ${corner('bottom-left')} ${badge}
        ${bundle ? renderNotes(bundle, state, words, leastTypePx) : nothing}
      </div>
      ${corner('bottom-right')}
    </div>
  </div>`;
}
