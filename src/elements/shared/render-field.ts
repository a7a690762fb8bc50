import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface FieldOptions {
  readonly label: string;
  readonly value: string;
  readonly name: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'number' | 'area';
  /** Called when the field is left, or Enter is pressed in it. */
  readonly change: (value: string) => void;
  /** Called with every key. */
  readonly input?: (value: string) => void;
}

/** A labelled line or box to write in. What is being typed outlives a redraw, for maps move while one types. */
export function renderField(options: FieldOptions): TemplateResult {
  const { label, value, name, hint, kind = 'text', change, input } = options;
  const hear = (event: Event): void => change((event.target as HTMLInputElement).value);
  const hearKey = (event: Event): void => input?.((event.target as HTMLInputElement).value);
  return html`<label class="line">
    <span>${label}</span>
    ${
      kind === 'area'
        ? html`<textarea
            name=${name}
            rows="4"
            .value=${value}
            @change=${hear}
            @input=${hearKey}
          ></textarea>`
        : html`<input
            type="text"
            name=${name}
            inputmode=${kind === 'number' ? 'decimal' : 'text'}
            .value=${value}
            @change=${hear}
            @input=${hearKey}
          />`
    }
    ${hint ? html`<small>${hint}</small>` : nothing}
  </label>`;
}

/** A labelled choice of one. */
export function renderChoice<Value extends string>(
  label: string,
  name: string,
  value: Value,
  choices: readonly { readonly value: Value; readonly label: string }[],
  change: (value: Value) => void,
): TemplateResult {
  return html`<label class="line">
    <span>${label}</span>
    <select
      name=${name}
      .value=${live(value)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value as Value)}
    >
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>
            ${choice.label}
          </option>`,
      )}
    </select>
  </label>`;
}
