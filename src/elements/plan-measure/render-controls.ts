import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MEASURE_MODES } from '../../contracts/state.ts';
import { leastPoints } from '../../core/measure-state.ts';
import type { MeasureContext } from './measure-context.ts';

/** What is measured, snapping, and steps back and forth. */
export function renderControls(context: MeasureContext): TemplateResult {
  const { measure, words, step } = context;
  const { mode, points, past, future, isDone } = measure;
  const canFinish =
    (mode === 'distance' || mode === 'area') && !isDone && points.length >= leastPoints(mode);
  return html`
    <div class="controls" part="controls">
      <fieldset class="segments" data-control="mode">
        <legend class="hidden">${words.modeLabel}</legend>
        ${MEASURE_MODES.map(
          (name) =>
            html`<label>
              <input
                type="radio"
                name="mode"
                value=${name}
                .checked=${live(mode === name)}
                @change=${() => step({ type: 'mode', mode: name })}
              /><span>${words.modes[name]}</span>
            </label>`,
        )}
      </fieldset>
      <label class="check" title=${words.snapWhat}>
        <input
          type="checkbox"
          data-control="snap"
          .checked=${live(measure.isSnapping)}
          @change=${(event: Event) =>
            step({ type: 'snap', isOn: (event.target as HTMLInputElement).checked })}
        />${words.snap}
      </label>
      <div class="steps">
        ${renderStep('undo', words.undo, past.length > 0, context)}
        ${renderStep('redo', words.redo, future.length > 0, context)}
        ${renderStep('clear', words.clear, points.length > 0, context)}
        ${
          canFinish
            ? html`<button
                type="button"
                class="plain strong"
                data-control="finish"
                @click=${() => step({ type: 'finish' })}
              >
                ${words.finish[mode]}
              </button>`
            : nothing
        }
      </div>
    </div>
  `;
}

/** Keeps its place and the focus while there is nothing to do. */
function renderStep(
  name: 'undo' | 'redo' | 'clear',
  label: string,
  isOn: boolean,
  { step }: MeasureContext,
): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    data-control=${name}
    aria-disabled=${isOn ? nothing : 'true'}
    @click=${() => step({ type: name })}
  >
    ${label}
  </button>`;
}
