import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFeature, PlanBundle } from '../../contracts/bundle.ts';
import type { CompareSide } from '../../contracts/state.ts';
import type { CompareView } from './compare-view.ts';
import { renderDifference } from './render-difference.ts';
import { renderLost, renderOverMaps, type FieldOptions } from './render-field.ts';
import { renderHead } from './render-head.ts';

export interface CompareParts extends FieldOptions {
  /** Null: there are maps; else why there are none, and what builds them anew. */
  readonly lost: { readonly reason: string | null; readonly restart: (() => void) | null } | null;
  readonly isListOpen: boolean;
  readonly chooser: TemplateResult | typeof nothing;
  readonly toggleList: () => void;
  readonly close: () => void;
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly show: (feature: PlanFeature, bundle: PlanBundle) => void;
}

/** The comparison as a whole: head, list, and the maps or what stands in their place. */
export function renderCompare(view: CompareView, parts: CompareParts): TemplateResult {
  const { lost, isListOpen, toggleList, close, chooser } = parts;
  return html`
    <section
      class="compare"
      aria-label=${view.words.label}
      lang=${view.state.lang}
      @keydown=${parts.handleKey}
    >
      ${renderHead(view, { isListOpen, hasMaps: lost === null, toggleList, close })}
      ${
        lost === null
          ? html`<div class="body">${renderList(view, parts)} ${renderField(view, parts)}</div>`
          : html`<div class="body" data-lost>
              ${renderLost(view, lost.reason, lost.restart)} ${chooser} ${renderList(view, parts)}
            </div>`
      }
    </section>
  `;
}

function renderList(view: CompareView, { isListOpen, show }: CompareParts): TemplateResult {
  return html`<section
    id="differences"
    class="differences"
    aria-label=${view.words.list}
    tabindex="-1"
    ?hidden=${!isListOpen}
  >
    ${
      isListOpen
        ? renderDifference(view, {
            show,
            light: (features) =>
              view.request({ type: 'hover', features, phrase: null, origin: 'list' }),
          })
        : nothing
    }
  </section>`;
}

function renderField(view: CompareView, parts: CompareParts): TemplateResult {
  const { pair, layout, other } = view.state.compare;
  const waits = pair === 'bundle' && view.other.status !== 'ready';
  return html`<div
    class="field"
    data-pair=${pair}
    data-layout=${layout}
    data-waits=${waits ? other.side : 'none'}
  >
    ${renderBox(view, 'left')} ${renderBox(view, 'right')} ${renderOverMaps(view, parts)}
    ${parts.chooser}
  </div>`;
}

function renderBox({ words, names, common }: CompareView, side: CompareSide): TemplateResult {
  return html`<div
    id=${side}
    class="box"
    role="region"
    aria-label="${words.maps[side]}${common.colon}${names[side]}"
  ></div>`;
}
