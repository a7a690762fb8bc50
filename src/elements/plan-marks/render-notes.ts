import { html, nothing, type TemplateResult } from 'lit';
import { leastPoints } from '../../core/marks/edit-mark.ts';
import { sayTime } from '../../core/marks/minutes.ts';
import type { MarksContext } from './plan-marks.ts';

/** What the reader has to know of saving: unfinished marks, a disk that refuses, damaged records. */
export function renderNotes(context: MarksContext): TemplateResult {
  const { words, state, session, choice, download, downloadQuarantine } = context;
  return html`
    ${
      state.saving === 'memory'
        ? html`<div class="warning" role="alert" data-note="memory">
            <p>${words.memory(state.problem ?? '')}</p>
            <button type="button" class="plain strong" @click=${() => download('geojson')}>
              ${words.download}
            </button>
          </div>`
        : nothing
    }
    ${
      state.quarantined > 0
        ? html`<div class="warning" data-note="quarantine">
            <p>${words.quarantined(state.quarantined)}</p>
            <button type="button" class="plain strong" @click=${downloadQuarantine}>
              ${words.quarantine}
            </button>
          </div>`
        : nothing
    }
    ${
      choice.refused === null
        ? nothing
        : html`<div class="warning" role="alert">
            <p>${words.refused(choice.refused)}</p>
          </div>`
    }
    ${state.orphans.map((draft) => {
      const { kind, points, at } = draft;
      return html`<div class="warning" data-note="orphan" data-points=${points.length}>
        <p>${words.orphan(words.kinds[kind], points.length, sayTime(at))}</p>
        <button
          type="button"
          class="plain strong"
          data-control="resume"
          @click=${() => session.resume(draft)}
        >
          ${words.resume}
        </button>
        ${
          points.length >= leastPoints(kind)
            ? html`<button
                type="button"
                class="plain"
                data-control="keep"
                @click=${() => session.keep(draft)}
              >
                ${words.keep}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="plain"
          data-control="drop"
          @click=${() => session.marks.dropOrphan(draft.id)}
        >
          ${words.drop}
        </button>
      </div>`;
    })}
  `;
}
