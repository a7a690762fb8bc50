import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SearchResults } from '../../contracts/search.ts';
import type { Cartography, Flavour, Language } from '../../contracts/theme.ts';
import type { SearchMessages } from '../messages/search-messages.ts';
import type { OptionGroup } from './list-options.ts';
import { renderOption } from './render-option.ts';

/** What the box and its list are drawn from. */
export interface SearchView {
  readonly words: SearchMessages;
  readonly lang: Language;
  readonly bundle: PlanBundle | null;
  readonly cartography: Cartography | null;
  readonly flavour: Flavour | null;
  readonly query: string;
  /** Null until the index stands, and for an empty query. */
  readonly results: SearchResults | null;
  readonly groups: readonly OptionGroup[];
  readonly active: string | null;
  readonly current: number;
  readonly isOpen: boolean;
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  readonly spoken: string;
  readonly handle: {
    readonly focus: () => void;
    readonly leave: (event: FocusEvent) => void;
    readonly input: (event: Event) => void;
    readonly composition: (event: CompositionEvent) => void;
    readonly key: (event: KeyboardEvent) => void;
    readonly click: (event: Event) => void;
    readonly point: (event: Event) => void;
    readonly open: () => void;
    readonly clear: () => void;
    readonly step: (by: 1 | -1) => void;
    readonly retry: () => void;
  };
}

const keepFocus = (event: Event): void => event.preventDefault();

/** The box, its count and buttons, and the list of results. */
export function renderSearch(view: SearchView): TemplateResult {
  const { words, handle, isOpen, groups, active, query } = view;
  const isListed = isOpen && groups.length > 0;
  return html`<div class="box" role="search" lang=${view.lang} @focusout=${handle.leave}>
    <div class="field" part="field">
      ${renderGlass()}
      <input
        type="text"
        role="combobox"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        aria-label=${words.label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls="results"
        aria-expanded=${isListed ? 'true' : 'false'}
        aria-activedescendant=${isListed && active !== null ? active : nothing}
        placeholder=${words.hint}
        maxlength="100"
        .value=${live(query)}
        @focus=${handle.focus}
        @click=${handle.open}
        @input=${handle.input}
        @compositionstart=${handle.composition}
        @compositionend=${handle.composition}
        @keydown=${handle.key}
      />
      ${renderButtons(view)}
    </div>
    <div class="results" part="results" ?hidden=${!isOpen} @mousedown=${keepFocus}>
      <div
        id="results"
        role="listbox"
        aria-label=${words.results}
        ?hidden=${!isListed}
        @click=${handle.click}
        @mouseover=${handle.point}
        @mouseleave=${handle.point}
      >
        ${isOpen ? groups.map((group) => renderGroup(group, view)) : nothing}
      </div>
      ${isOpen ? renderBelow(view) : nothing}
    </div>
    <p class="hidden" role="status">${view.spoken}</p>
  </div>`;
}

/** A drawing of our own: a letter would be read out. */
const renderGlass = (): TemplateResult =>
  html`<svg
    class="glass"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
  >
    <circle cx="7" cy="7" r="4.4"></circle>
    <path d="m10.4 10.4 3.6 3.6"></path>
  </svg>`;

function renderButtons(view: SearchView): TemplateResult | typeof nothing {
  const { words, handle, results, current, query } = view;
  if (query === '') return nothing;
  const count = results?.occurrences.length ?? 0;
  const told =
    results === null
      ? ''
      : count === 0
        ? words.hits(results.total)
        : current < 0
          ? words.occurrences(count)
          : words.position(current + 1, count);
  const step = (by: 1 | -1, label: string, sign: string): TemplateResult =>
    html`<button
      type="button"
      data-step=${by}
      aria-label=${label}
      title=${`${label} · ${by < 0 ? 'Shift+F3' : 'F3'}`}
      @click=${() => handle.step(by)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`<div class="after">
    <span class="count number" aria-hidden="true">${told}</span>
    ${count > 0 ? step(-1, words.previous, '↑') : nothing}
    ${count > 0 ? step(1, words.next, '↓') : nothing}
    <button
      class="clear"
      type="button"
      aria-label=${words.clear}
      title=${words.clear}
      @click=${handle.clear}
    >
      <span aria-hidden="true">✕</span>
    </button>
  </div>`;
}

function renderGroup(group: OptionGroup, view: SearchView): TemplateResult {
  const { words, bundle, results } = view;
  const { kind, total, options, isCut } = group;
  if (!bundle || !results) return html``;
  const { length } = results.occurrences;
  const count = kind === 'text' && length > 0 ? words.occurrences(length) : words.hits(total);
  const context = { ...view, bundle, isEnglish: view.lang === 'en', best: results.best };
  return html`<div class="group" role="group" aria-labelledby=${`group-${kind}`}>
    <div class="group-title" role="presentation" id=${`group-${kind}`}>
      <span>${words.groups[kind]}</span> <span class="number">${count}</span>
    </div>
    ${options.map((option) => renderOption(option, context))}
    ${
      isCut
        ? html`<div class="note" role="presentation">
            ${words.onlyFirst(options.length, total)}
          </div>`
        : nothing
    }
  </div>`;
}

/** Keys, or why there is nothing to list. */
function renderBelow(view: SearchView): TemplateResult {
  const { words, results, query, hasFailed, isLoading, handle } = view;
  if (results && results.total > 0) {
    return html`<p class="keys" aria-hidden="true">${words.keys}</p>`;
  }
  if (results) {
    return html`<p class="empty"><bdi>${words.none(query.trim())}</bdi><br />${words.noneHow}</p>`;
  }
  if (hasFailed && !isLoading) {
    return html`<p class="empty">
      ${words.failed}
      <button class="plain" type="button" @click=${handle.retry}>${words.retry}</button>
    </p>`;
  }
  return html`<p class="empty">${words.loading}</p>`;
}
