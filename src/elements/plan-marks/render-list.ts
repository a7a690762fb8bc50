import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LngLat } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import { pointsOf, removePoint, splitAfter } from '../../core/marks/edit-mark.ts';
import { sayTime } from '../../core/marks/minutes.ts';
import { swatch } from '../shared/swatch.ts';
import { drawMark } from './mark-swatch.ts';
import type { MarksContext } from './plan-marks.ts';

/** Marks with more points are moved as a whole. */
const MOST_GRIPS = 40;

/** Every mark with its remark, author, time and citations; the chosen one can be changed. */
export function renderList(context: MarksContext): TemplateResult {
  const { state, words } = context;
  return html`
    <section class="list" part="list">
      <div class="head">
        <h3>${words.list(state.marks.length)}</h3>
        <p class="label">${words.notPlan}</p>
      </div>
      ${
        state.phase === 'loading'
          ? html`<p class="note">${words.loading}</p>`
          : state.marks.length === 0
            ? html`<p class="note">${words.empty}</p>`
            : html`<ol>
                ${state.marks.map((mark, index) => renderMark(mark, index + 1, context))}
              </ol>`
      }
    </section>
  `;
}

function renderMark(mark: Mark, number: number, context: MarksContext): TemplateResult {
  const { words, choice, state, look, session, remove, citesOf, sceneOf } = context;
  const name = words.markName(number, words.kinds[mark.kind]);
  const isChosen = choice.chosen === mark.id;
  const isSaved = !state.unsaved.has(mark.id);
  const cites = citesOf(mark);
  return html`
    <li data-mark=${mark.id} data-kind=${mark.kind} data-saved=${isSaved} ?data-chosen=${isChosen}>
      <div class="row">
        <button
          type="button"
          class="pick"
          aria-expanded=${isChosen}
          title=${words.open}
          @click=${() =>
            session.choose(isChosen ? { chosen: null } : { tool: 'select', chosen: mark.id })}
        >
          ${swatch(drawMark(mark.kind, mark.colour, look))}
          <b class="number">${name}</b>
          <span class="said">${mark.note || words.noNote}</span>
        </button>
        <span class="by"
          >${mark.author || words.unsigned} · <time>${sayTime(mark.createdAt)}</time>${
            isSaved ? nothing : html` · <em>${words.unsaved}</em>`
          }</span
        >
        <button
          type="button"
          class="plain"
          data-control="remove"
          aria-label=${words.removeMark(name)}
          @click=${() => remove(mark, name)}
        >
          ${words.remove}
        </button>
      </div>
      ${
        sceneOf(mark) === null
          ? nothing
          : html`<p class="cited" data-scene=${mark.scene}>${words.madeIn(sceneOf(mark)!)}</p>`
      }
      ${
        !isChosen && cites.length > 0
          ? html`<p class="cited">${cites.map((cite) => cite.name).join('；')}</p>`
          : nothing
      }
      ${isChosen ? renderEditor(mark, name, context) : nothing}
    </li>
  `;
}

function renderEditor(mark: Mark, name: string, context: MarksContext): TemplateResult {
  const { words, session, citesOf, cite, go, locate, look, say } = context;
  const cites = citesOf(mark);
  return html`
    <div class="editor" part="editor">
      <label class="field-label" for="note"
        >${mark.kind === 'text' ? words.textNote : words.note}</label
      >
      <textarea
        id="note"
        rows="2"
        .value=${live(mark.note)}
        @input=${(event: Event) =>
          session.note(mark.id, (event.target as HTMLTextAreaElement).value)}
        @change=${(event: Event) =>
          session.note(mark.id, (event.target as HTMLTextAreaElement).value, true)}
      ></textarea>
      <div class="cites" part="cites">
        <span class="field-label">${words.cites}</span>
        ${
          cites.length === 0
            ? html`<span class="note">${words.citesNone}</span>`
            : html`<ul>
                ${cites.map(
                  (one) =>
                    html`<li>
                      <button
                        type="button"
                        class="plain"
                        aria-label=${words.goTo(one.name)}
                        @click=${() => go(one)}
                      >
                        ${one.name}</button
                      ><button
                        type="button"
                        class="plain"
                        aria-label=${words.removeCite(one.name)}
                        @click=${() => session.change(one.without(mark))}
                      >
                        ×
                      </button>
                    </li>`,
                )}
              </ul>`
        }
        <button
          type="button"
          class="plain strong"
          data-control="cite"
          title=${words.citeWhat}
          @click=${() => cite(mark)}
        >
          ${words.citeSelection}
        </button>
      </div>
      <fieldset class="segments colours small">
        <legend class="hidden">${words.colourLabel} ${name}</legend>
        ${look.colours.map(
          ({ id, name: colour }) => html`
            <label>
              <input
                type="radio"
                name="mark-colour"
                value=${id}
                .checked=${live(mark.colour === id)}
                @change=${() => session.change({ ...mark, colour: id })}
              />
              ${swatch(drawMark('point', id, look))}<span>${say(colour)}</span>
            </label>
          `,
        )}
      </fieldset>
      ${renderGrips(mark, context)}
      ${
        locate
          ? html`<button
              type="button"
              class="plain"
              data-control="locate"
              @click=${() => locate(mark)}
            >
              ${words.locate}
            </button>`
          : nothing
      }
    </div>
  `;
}

function renderGrips(mark: Mark, context: MarksContext): TemplateResult {
  const { words, stepName, nudge, session } = context;
  const points = pointsOf(mark);
  const canReshape = points.length > 1 && points.length <= MOST_GRIPS;
  const hint = words.moveHint(stepName);
  const handle = (event: KeyboardEvent, index: number | null): void => {
    if (index !== null && (event.key === 'Delete' || event.key === 'Insert')) {
      event.preventDefault();
      event.stopPropagation();
      const changed = event.key === 'Delete' ? removePoint(mark, index) : splitAfter(mark, index);
      if (changed) session.change(changed);
    } else nudge(event, mark, index);
  };
  const grip = (index: number | null, label: string, shown: string) => html`
    <button
      type="button"
      class="grip"
      data-grip=${index ?? 'all'}
      aria-label=${`${label}: ${hint}`}
      title=${hint}
      @keydown=${(event: KeyboardEvent) => handle(event, index)}
    >
      ${shown}
    </button>
  `;
  return html`
    <div class="grips" part="grips">
      <span class="field-label">${words.points}</span>
      ${grip(null, words.moveAll, words.moveAll)}
      ${canReshape ? points.map((_: LngLat, index) => grip(index, words.movePoint(index + 1), String(index + 1))) : nothing}
    </div>
  `;
}
