import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MARK_KINDS } from '../../contracts/marks.ts';
import { swatch } from '../shared/swatch.ts';
import { drawMark } from './mark-swatch.ts';
import type { MarksContext } from './plan-marks.ts';

/** What is drawn, in which colour, and what becomes of the mark in hand. */
export function renderTools(context: MarksContext): TemplateResult {
  const { words, choice, state, look, session, say } = context;
  const kind = choice.tool === 'select' ? null : choice.tool;
  const option = (value: (typeof choice)['tool'], name: string, picture: unknown) => html`
    <label data-tool=${value}>
      <input
        type="radio"
        name="tool"
        value=${value}
        .checked=${live(choice.tool === value)}
        @change=${() => session.choose({ tool: value })}
      />
      ${picture}<span>${name}</span>
    </label>
  `;
  return html`
    <div class="tools" part="tools">
      <fieldset class="segments">
        <legend class="hidden">${words.toolLabel}</legend>
        ${option('select', words.select, nothing)}
        ${MARK_KINDS.map((one) =>
          option(one, words.kinds[one], swatch(drawMark(one, choice.colour, look))),
        )}
      </fieldset>
      <fieldset class="segments colours">
        <legend class="hidden">${words.colourLabel}</legend>
        ${look.colours.map(
          ({ id, name }) => html`
            <label data-colour=${id}>
              <input
                type="radio"
                name="colour"
                value=${id}
                .checked=${live(choice.colour === id)}
                @change=${() => session.choose({ colour: id })}
              />
              ${swatch(drawMark('point', id, look))}<span>${say(name)}</span>
            </label>
          `,
        )}
      </fieldset>
      <div class="steps">
        <button
          type="button"
          class="plain"
          data-control="undo"
          aria-disabled=${!state.canUndo && choice.points.length === 0}
          @click=${() => session.undo()}
        >
          ${words.undo}
        </button>
        <button
          type="button"
          class="plain"
          data-control="redo"
          aria-disabled=${!state.canRedo}
          @click=${() => session.marks.redo()}
        >
          ${words.redo}
        </button>
      </div>
      <label class="check" title=${words.snapWhat}>
        <input
          type="checkbox"
          data-control="snap"
          .checked=${live(choice.isSnapping)}
          @change=${(event: Event) =>
            session.choose({ isSnapping: (event.target as HTMLInputElement).checked })}
        />${words.snap}
      </label>
      <label class="check">
        <input
          type="checkbox"
          data-control="show"
          .checked=${live(choice.isShown)}
          @change=${(event: Event) =>
            session.choose({ isShown: (event.target as HTMLInputElement).checked })}
        />${words.show}
      </label>
      ${
        choice.points.length > 0 && kind
          ? html`<div class="open" data-points=${choice.points.length}>
              <span>${words.drawing(words.kinds[kind], choice.points.length)}</span>
              <button
                type="button"
                class="plain strong"
                data-control="finish"
                @click=${() => session.finish()}
              >
                ${words.finish}
              </button>
              <button
                type="button"
                class="plain"
                data-control="cancel"
                @click=${() => session.cancel()}
              >
                ${words.cancel}
              </button>
            </div>`
          : nothing
      }
    </div>
  `;
}
