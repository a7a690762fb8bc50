import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EmbedMessages } from '../messages/embed-messages.ts';
import type { FinderView } from './embed-context.ts';
import type { ListedChoice } from './list-choices.ts';

const ROWS = 5;

/** The filter, and what the caller lets choose below it. */
export function renderFinder(
  words: EmbedMessages,
  finder: FinderView,
  lists: TemplateResult,
): TemplateResult {
  return html`<div class="finder">
    <label class="row">
      <span class="name">${words.filter}</span>
      <input
        type="text"
        data-field="filter"
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        placeholder=${words.filterHint}
        .value=${live(finder.query)}
        @focus=${finder.prepare}
        @input=${(event: Event) => finder.find((event.target as HTMLInputElement).value)}
      />
    </label>
    ${lists}
  </div>`;
}

interface ChoiceList {
  readonly field: string;
  readonly label: string;
  readonly listed: readonly ListedChoice[];
  readonly chosen: string | null;
  readonly words: EmbedMessages;
  readonly choose: (id: string) => void;
}

/** The chosen one stays in the list, whatever is looked for. */
export function renderChoiceList(list: ChoiceList, all: readonly ListedChoice[]): TemplateResult {
  const { field, label, listed, chosen, words, choose } = list;
  const isListed = listed.some(({ id }) => id === chosen);
  const shown = isListed ? listed : [...all.filter(({ id }) => id === chosen), ...listed];
  return html`<label class="row">
      <span class="name">${label}</span>
      <select
        data-field=${field}
        size=${ROWS}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${shown.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`,
        )}
      </select>
    </label>
    <p class="note" role="status">
      ${listed.length === 0 ? words.noneFound : words.found(listed.length)}
    </p>`;
}

/** One of a few, side by side. */
export function renderSegments<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [id: T, name: string])[],
  chosen: T,
  choose: (id: T) => void,
): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${options.map(
      ([id, text]) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${id}
            .checked=${live(id === chosen)}
            @change=${() => choose(id)}
          /><span>${text}</span>
        </label>`,
    )}
  </div>`;
}

/** One of several. */
export function renderSelect<T extends string>(
  field: string,
  label: string,
  options: readonly (readonly [id: T, name: string, isOff?: boolean])[],
  chosen: T,
  choose: (id: T) => void,
): TemplateResult {
  return html`<label class="row">
    <span class="name">${label}</span>
    <select
      data-field=${field}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}
    >
      ${options.map(
        ([id, name, isOff]) =>
          html`<option value=${id} .selected=${id === chosen} ?disabled=${isOff === true}>
            ${name}
          </option>`,
      )}
    </select>
  </label>`;
}

/** Boxes to tick. */
export function renderChecks<T extends string>(
  group: string,
  label: string,
  options: readonly (readonly [id: T, name: string])[],
  chosen: readonly T[],
  choose: (ids: readonly T[]) => void,
): TemplateResult {
  return html`<fieldset class="checks">
    <legend class="name">${label}</legend>
    ${options.map(
      ([id, name]) =>
        html`<label class="check">
          <input
            type="checkbox"
            data-check="${group}-${id}"
            .checked=${live(chosen.includes(id))}
            @change=${() =>
              choose(
                options.flatMap(([other]) =>
                  (other === id ? !chosen.includes(id) : chosen.includes(other)) ? [other] : [],
                ),
              )}
          />${name}
        </label>`,
    )}
  </fieldset>`;
}

export const renderNote = (text: string | null): TemplateResult | typeof nothing =>
  text === null ? nothing : html`<p class="note">${text}</p>`;
