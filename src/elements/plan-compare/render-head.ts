import { html, nothing, svg, type TemplateResult } from 'lit';
import { COMPARE_LAYOUTS, COMPARE_PAIRS, type ComparePair } from '../../contracts/state.ts';
import { swapSides } from '../../core/compare-scene.ts';
import { summarise, type CompareView } from './compare-view.ts';

interface HeadOptions {
  readonly isListOpen: boolean;
  /** Without maps the list stands open for good, and there is nothing to arrange. */
  readonly hasMaps: boolean;
  readonly toggleList: () => void;
}

/** What is compared, how it is arranged, and what it comes to. */
export function renderHead(view: CompareView, options: HeadOptions): TemplateResult {
  const { state, words, change, request } = view;
  const { compare } = state;
  return html`
    <header class="head" part="head">
      <label>
        <span class="hidden">${words.pairLabel}</span>
        <select
          data-control="pair"
          @change=${(event: Event) =>
            change({ pair: (event.target as HTMLSelectElement).value as ComparePair })}
        >
          ${COMPARE_PAIRS.map(
            (pair) =>
              html`<option value=${pair} ?selected=${pair === compare.pair}>
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
      <button
        type="button"
        class="boxed close"
        data-control="close-compare"
        aria-label=${words.close}
        title=${words.close}
        @click=${() => request({ type: 'tool', tool: null })}
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

function renderSummary(view: CompareView, options: HeadOptions): TemplateResult {
  const { difference, words } = view;
  const text = summarise(view);
  const isList =
    difference !== null &&
    difference.added.length + difference.removed.length + difference.changed.length > 0;
  return html`
    <div class="summary">
      <p role="status">${text}</p>
      ${
        isList && options.hasMaps
          ? html`<button
              type="button"
              class="plain"
              data-control="list"
              aria-expanded=${options.isListOpen}
              aria-controls="differences"
              @click=${options.toggleList}
            >
              ${options.isListOpen ? words.closeList : words.list}
            </button>`
          : nothing
      }
    </div>
  `;
}

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${shape}</svg>`;
}
