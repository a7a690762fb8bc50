import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { FEATURE_SORTS, type FeatureSort } from '../../core/sort-features.ts';
import type { PanelWords } from '../messages/panel-messages.ts';

export interface OrderView {
  readonly sort: FeatureSort;
  readonly isViewFirst: boolean;
  /** Listed features that the map shows; null: not asked for, or the map has not told yet. */
  readonly countInView: number | null;
  /** False: the plan is read without a map, and nothing is in view. */
  readonly hasMap: boolean;
  readonly words: PanelWords;
  readonly setSort: (sort: FeatureSort) => void;
  readonly setViewFirst: (isOn: boolean) => void;
}

/** In which order, and whether what the map shows comes first. */
export function renderOrder(view: OrderView): TemplateResult {
  const { words, sort, isViewFirst, countInView, hasMap } = view;
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const chosen = FEATURE_SORTS.find((name) => name === value);
    if (chosen) view.setSort(chosen);
  };
  return html`<div class="order" part="order">
    <label>
      <span>${words.list.sort}</span>
      <select data-control="sort" @change=${choose}>
        ${FEATURE_SORTS.map(
          (name) =>
            html`<option value=${name} .selected=${live(name === sort)}>
              ${words.list.sorts[name]}
            </option>`,
        )}
      </select>
    </label>
    ${
      hasMap
        ? html`<label class="switch">
            <input
              type="checkbox"
              data-control="view-first"
              .checked=${live(isViewFirst)}
              @change=${(event: Event) =>
                view.setViewFirst((event.target as HTMLInputElement).checked)}
            />
            <span>${words.list.viewFirst}</span>
            ${
              countInView === null
                ? nothing
                : html`<span class="quiet number">${words.list.countInView(countInView)}</span>`
            }
          </label>`
        : nothing
    }
  </div>`;
}
