import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { COMPARE_LAYOUTS, COMPARE_PAIRS, type ComparePair } from '../../contracts/state.ts';
import { swapSides } from '../../core/compare-scene.ts';
import { summarise, type CompareView } from './compare-view.ts';

interface HeadOptions {
  readonly isListOpen: boolean;
  /** Without maps the list stands open for good, and there is nothing to arrange. */
  readonly hasMaps: boolean;
  readonly toggleList: () => void;
  readonly close: () => void;
}

/** What is compared, how it is arranged, and what it comes to. */
export function renderHead(view: CompareView, options: HeadOptions): TemplateResult {
  const { state, words, change } = view;
  const { compare } = state;
  return html`
    <header class="head" part="head">
      <div class="choices">
        <label>
          <span class="hidden">${words.pairLabel}</span>
          <select
            data-control="pair"
            @change=${(event: Event) =>
              change({ pair: (event.target as HTMLSelectElement).value as ComparePair })}
          >
            ${COMPARE_PAIRS.map(
              (pair) =>
                html`<option value=${pair} .selected=${live(pair === compare.pair)}>
                  ${words.pairs[pair]}
                </option>`,
            )}
          </select>
        </label>
        ${options.hasMaps ? renderLayouts(view) : nothing}
        <button
          type="button"
          class="boxed"
          data-control="swap"
          aria-label=${words.swap}
          title=${words.swap}
          @click=${() => change(swapSides(compare))}
        >
          ${icon(svg`<path d="M3 7h13M13 4l3 3-3 3M17 13H4M7 10l-3 3 3 3" />`)}
        </button>
        ${renderSummary(view, options)}
      </div>
      <button
        type="button"
        class="boxed"
        data-control="close-compare"
        aria-label=${words.close}
        title=${words.close}
        @click=${options.close}
      >
        ${icon(svg`<path d="M5 5l10 10M15 5L5 15" />`)}
      </button>
    </header>
  `;
}

function renderLayouts({ state, words, change }: CompareView): TemplateResult {
  return html`
    <div class="segments" role="group" aria-label=${words.layoutLabel}>
      ${COMPARE_LAYOUTS.map(
        (layout) =>
          html`<button
            type="button"
            data-layout=${layout}
            aria-pressed=${layout === state.compare.layout}
            @click=${() => change({ layout })}
          >
            ${words.layouts[layout]}
          </button>`,
      )}
    </div>
  `;
}

/** Where there is little room, the sentence is for the ear and the list, and the button says how many. */
function renderSummary(view: CompareView, options: HeadOptions): TemplateResult {
  const { difference, words } = view;
  const count = difference
    ? difference.added.length + difference.removed.length + difference.changed.length
    : 0;
  return html`
    <p class="summary" role="status">${summarise(view)}</p>
    ${
      count > 0 && options.hasMaps
        ? html`<button
            type="button"
            class="plain"
            data-control="list"
            aria-expanded=${options.isListOpen}
            aria-controls="differences"
            @click=${options.toggleList}
          >
            <span class="when-wide">${options.isListOpen ? words.closeList : words.list}</span>
            <span class="when-narrow">${words.listCount(count)}</span>
          </button>`
        : nothing
    }
  `;
}

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${shape}</svg>`;
}
