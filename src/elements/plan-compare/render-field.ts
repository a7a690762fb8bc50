import { html, nothing, type TemplateResult } from 'lit';
import type { Bounds, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { renderButtons, renderNotes } from '../plan-map/render-furniture.ts';
import { renderOutline } from '../plan-map/render-outline.ts';
import type { CompareView } from './compare-view.ts';
import type { Divider } from './divider.ts';
import { renderApart } from './render-apart.ts';
import { renderDivider, renderLabel } from './render-sides.ts';

export interface FieldOptions {
  readonly isPainted: boolean;
  readonly hasButtons: boolean;
  readonly at: number;
  readonly divider: Divider;
  /** A picked feature that only the other plan has. */
  readonly stranger: PlanFeature | null;
  readonly openChooser: () => void;
  readonly showPlace: (bounds: Bounds) => void;
}

/** What stands over the maps: the outline while they start, divider, names of the sides, furniture. */
export function renderOverMaps(view: CompareView, options: FieldOptions): TemplateResult {
  const { state, bundle, request } = view;
  const mapWords = mapMessages[state.lang].map;
  const { stranger, openChooser } = options;
  return html`
    ${
      options.isPainted
        ? nothing
        : renderOutline(bundle, false, null, mapWords, {
            canRestart: false,
            poster: null,
            restart: () => undefined,
          })
    }
    ${renderDivider(view, options.at, options.divider)} ${renderLabel(view, 'left', openChooser)}
    ${renderLabel(view, 'right', openChooser)}
    ${options.hasButtons ? renderButtons(state, mapWords, request) : nothing}
    ${renderNotes(withNotesOfBoth(view), state, mapWords, view.flavour.leastTypePx)}
    <p class="stranger" role="status" data-open=${stranger !== null}>
      ${stranger ? nameStranger(view, stranger) : nothing}
    </p>
    ${renderApart(view, options.showPlace)}
  `;
}

/** In the maps' place when there can be none. */
export function renderLost(
  view: CompareView,
  reason: string | null,
  restart: (() => void) | null,
): TemplateResult {
  const words = mapMessages[view.state.lang].map;
  return html`<div class="lost" role="status">
    <p><strong>${reason ?? words.lost}</strong></p>
    <p>${view.words.noMap}</p>
    ${
      restart
        ? html`<button type="button" class="boxed" data-control="restart" @click=${restart}>
            ${words.reload}
          </button>`
        : nothing
    }
  </div>`;
}

function nameStranger(
  { conventions, words, say, pick }: CompareView,
  { properties }: PlanFeature,
): string {
  const stage = conventions.statuses.find(({ status }) => status === properties.status);
  return words.onlyThere(pick(properties.name, properties.nameEn), stage ? say(stage.name) : '');
}

/** Every map that is shown must carry its notes: approval numbers and sources of both plans. */
function withNotesOfBoth({ state, bundle, other, common }: CompareView): PlanBundle {
  if (state.compare.pair !== 'bundle' || other.status !== 'ready') return bundle;
  const approvals = [bundle.bundle.mapApproval, other.bundle.bundle.mapApproval].filter(Boolean);
  const mapApproval = [...new Set(approvals)].join(common.separator);
  return {
    ...bundle,
    bundle: { ...bundle.bundle, ...(mapApproval ? { mapApproval } : {}) },
    sources: [...bundle.sources, ...other.bundle.sources],
  };
}
