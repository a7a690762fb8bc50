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
  choices: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[],
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
          html`<option
            value=${choice.value}
            lang=${choice.lang ?? nothing}
            ?selected=${choice.value === value}
          >
            ${choice.label}
          </option>`,
      )}
    </select>
  </label>`;
}

/** A choice of one from a few, side by side. */
export function renderSegments<Value extends string>(
  label: string,
  name: string,
  value: Value,
  labels: Readonly<Record<Value, string>>,
  change: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${(Object.keys(labels) as Value[]).map(
      (one) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${one}
            .checked=${live(one === value)}
            @change=${() => change(one)}
          /><span>${labels[one]}</span></label
        >`,
    )}
  </div>`;
}

/** A box to tick. */
export function renderCheck(
  label: string,
  name: string,
  isOn: boolean,
  change: (isOn: boolean) => void,
): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      name=${name}
      .checked=${live(isOn)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />${label}</label
  >`;
}

interface RangeOptions {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as it is read. */
  readonly said: string;
  readonly change: (value: number) => void;
}

/** A slider with its value in words. */
export function renderRange(options: RangeOptions): TemplateResult {
  const { label, name, value, min, max, step, said, change } = options;
  return html`<label class="range"
    ><span>${label}</span
    ><input
      type="range"
      name=${name}
      min=${min}
      max=${max}
      step=${step}
      aria-valuetext=${said}
      .value=${live(String(value))}
      @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
    /><span class="number">${said}</span></label
  >`;
}
