import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MarkKind } from '../../contracts/marks.ts';
import type { Language } from '../../contracts/theme.ts';
import { marksMessages } from '../messages/marks-messages.ts';
import { swatch } from '../shared/swatch.ts';
import { drawMark } from './mark-swatch.ts';
import type { TalkMarks } from './talk-marks.ts';

/** Freehand first: what a hand at the wall does. */
const KINDS: readonly MarkKind[] = ['freehand', 'line', 'arrow', 'area', 'point', 'text'];

/** The few tools that a talk needs, in one bar on the map. */
export function renderTalkTools(marks: TalkMarks, lang: Language): TemplateResult {
  const words = marksMessages[lang];
  const { session, look } = marks;
  const { choice } = session;
  const { canUndo, marks: all } = session.marks.getState();
  const chosen = all.find(({ id }) => id === choice.chosen);
  const end = html`<button
    type="button"
    class="plain strong"
    data-control="end-drawing"
    @click=${() => marks.setDrawing(false)}
  >
    ${words.stageEnd}
  </button>`;
  if (!marks.canDraw) {
    return html`<div class="draw-tools" role="group" aria-label=${words.stageTools}>
      <p role="status">${words.stageRefusal}</p>
      ${end}
    </div>`;
  }
  return html`<div class="draw-tools" role="group" aria-label=${words.stageTools}>
    <div class="choices" role="group" aria-label=${words.toolLabel}>
      ${KINDS.map(
        (kind) =>
          html`<button
            type="button"
            class="plain"
            data-kind=${kind}
            aria-pressed=${choice.tool === kind}
            title=${words.kinds[kind]}
            @click=${() => session.choose({ tool: kind })}
          >
            ${swatch(drawMark(kind, choice.colour, look))}<span>${words.kinds[kind]}</span>
          </button>`,
      )}
    </div>
    <div class="choices" role="group" aria-label=${words.colourLabel}>
      ${look.colours.map(
        ({ id, name }) =>
          html`<button
            type="button"
            class="plain"
            data-colour=${id}
            aria-pressed=${choice.colour === id}
            aria-label=${lang === 'en' ? name.en : name.zh}
            title=${lang === 'en' ? name.en : name.zh}
            @click=${() => session.choose({ colour: id })}
          >
            ${swatch(drawMark('point', id, look))}
          </button>`,
      )}
    </div>
    <div class="choices">
      <button
        type="button"
        class="plain"
        data-control="undo-mark"
        aria-disabled=${!canUndo && choice.points.length === 0}
        @click=${() => session.undo()}
      >
        ${words.undo}
      </button>
      ${
        choice.points.length > 0 && choice.tool !== 'freehand'
          ? html`<button
              type="button"
              class="plain"
              data-control="finish-mark"
              @click=${() => session.finish()}
            >
              ${words.finish}
            </button>`
          : nothing
      }
      ${end}
    </div>
    ${
      chosen && choice.points.length === 0
        ? html`<input
            type="text"
            data-control="mark-note"
            autocomplete="off"
            enterkeyhint="done"
            aria-label=${chosen.kind === 'text' ? words.textNote : words.stageNote}
            placeholder=${chosen.kind === 'text' ? words.textNote : words.stageNote}
            .value=${live(chosen.note)}
            @input=${(event: Event) =>
              session.note(chosen.id, (event.target as HTMLInputElement).value)}
            @change=${(event: Event) =>
              session.note(chosen.id, (event.target as HTMLInputElement).value, true)}
          />`
        : nothing
    }
  </div>`;
}
