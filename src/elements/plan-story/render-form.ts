import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { StoryScene } from '../../contracts/bundle.ts';
import type { SceneWay } from '../messages/story-messages.ts';
import { renderNotes } from '../shared/render-notes.ts';
import { changeWay, wayOf } from './scene-way.ts';
import { partOf, type StoryContext } from './story-context.ts';

/** Seconds that a scene may last, as the schema has it. */
const LEAST_S = 5;
const MOST_S = 600;
const WAYS: readonly SceneWay[] = ['plain', 'play', 'swipe', 'side'];

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Everything of one scene that is written or chosen; what is seen comes from the view. */
export function renderForm(context: StoryContext): TemplateResult | typeof nothing {
  const { story, opened, words } = context;
  const index = story.scenes.findIndex(({ id }) => id === opened);
  const scene = story.scenes[index];
  if (!scene) return nothing;
  const change = (part: Partial<StoryScene>, isHeld = false): void =>
    context.edit({ type: 'change', id: scene.id, change: part, isHeld });
  const notes = partOf(scene, 'notes', context.isEnglish).value;
  return html`${keyed(
    scene.id,
    html`<section class="form" part="form" aria-label=${words.form(index + 1)}>
      <header>
        <h3>${words.form(index + 1)}</h3>
        <button
          type="button"
          class="plain"
          data-action="close"
          @click=${() => context.do({ type: 'close' })}
        >
          ${words.close}
        </button>
      </header>
      ${renderText(context, scene, 'title')} ${renderText(context, scene, 'caption')}
      ${renderText(context, scene, 'notes')}
      ${
        notes === ''
          ? nothing
          : html`<details class="preview">
              <summary>${words.preview}</summary>
              <div class="notes">${renderNotes(notes)}</div>
            </details>`
      }
      <div class="row">
        <label class="field short">
          <span>${words.duration}</span>
          <input
            type="number"
            data-field="duration"
            min=${LEAST_S}
            max=${MOST_S}
            step="5"
            .value=${String(scene.durationS)}
            @input=${(event: Event) => {
              const field = event.target as HTMLInputElement;
              const seconds = field.valueAsNumber;
              const isGood = seconds >= LEAST_S && seconds <= MOST_S;
              tell(field, isGood ? '' : words.durationRange(LEAST_S, MOST_S));
              if (isGood) change({ durationS: seconds }, true);
            }}
          />
          <span class="error" hidden></span>
        </label>
        <label class="field">
          <span>${words.look}</span>
          <select
            data-field="look"
            @change=${(event: Event) =>
              change(changeWay(scene, (event.target as HTMLSelectElement).value as SceneWay))}
          >
            ${WAYS.map(
              (way) =>
                html`<option value=${way} ?selected=${wayOf(scene) === way}>
                  ${words.looks[way]}
                </option>`,
            )}
          </select>
        </label>
      </div>
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            data-field="spotlight"
            .checked=${scene.spotlight === true}
            ?disabled=${(scene.focus ?? []).length === 0}
            @change=${(event: Event) =>
              change({ spotlight: (event.target as HTMLInputElement).checked || undefined })}
          />
          ${words.spotlight}
        </label>
        <label class="check">
          <input
            type="checkbox"
            data-field="pulse"
            .checked=${scene.pulse !== false}
            @change=${(event: Event) =>
              change({ pulse: (event.target as HTMLInputElement).checked ? undefined : false })}
          />
          ${words.pulse}
        </label>
      </div>
      ${renderButtons(context, scene, index)}
    </section>`,
  )}`;
}

function renderText(
  context: StoryContext,
  scene: StoryScene,
  name: 'title' | 'caption' | 'notes',
): TemplateResult {
  const { words, isEnglish } = context;
  const { part, value } = partOf(scene, name, isEnglish);
  const isNeeded = !isEnglish && name !== 'notes';
  const take = (event: Event): void => {
    const field = event.target as Field;
    const text = field.value;
    const isEmpty = text.trim() === '';
    tell(field, isNeeded && isEmpty ? words.required : '');
    if (isNeeded && isEmpty) return;
    const change = { [part]: isEmpty ? undefined : text };
    context.edit({ type: 'change', id: scene.id, change, isHeld: true });
  };
  const lang = isEnglish ? 'en' : 'zh-Hans';
  return html`<label class="field">
    <span>${words[name]}</span>
    ${
      name === 'title'
        ? html`<input
            type="text"
            data-field=${name}
            lang=${lang}
            maxlength="200"
            .value=${value}
            @input=${take}
          />`
        : html`<textarea
            data-field=${name}
            lang=${lang}
            rows=${name === 'caption' ? 2 : 7}
            .value=${value}
            @input=${take}
          ></textarea>`
    }
    ${name === 'notes' ? html`<span class="how">${words.notesHow}</span>` : nothing}
    <span class="error" hidden></span>
  </label>`;
}

/** Says beside a field what is wrong with it; the story keeps its last good value. */
function tell(field: Field, fault: string): void {
  const place = field.closest('label')?.querySelector<HTMLElement>('.error');
  if (!place) return;
  place.textContent = fault;
  place.hidden = fault === '';
  field.setAttribute('aria-invalid', String(fault !== ''));
}

function renderButtons(context: StoryContext, { id }: StoryScene, index: number): TemplateResult {
  const { words, story } = context;
  return html`<div class="row buttons">
    <button
      type="button"
      class="plain strong"
      data-action="recapture"
      title=${words.recaptureHow}
      @click=${() => context.do({ type: 'recapture', id })}
    >
      ${words.recapture}
    </button>
    <button
      type="button"
      class="plain"
      data-action="up"
      ?disabled=${index === 0}
      @click=${() => context.do({ type: 'move', id, to: index - 1 })}
    >
      ${words.up}
    </button>
    <button
      type="button"
      class="plain"
      data-action="down"
      ?disabled=${index === story.scenes.length - 1}
      @click=${() => context.do({ type: 'move', id, to: index + 1 })}
    >
      ${words.down}
    </button>
    <button
      type="button"
      class="plain"
      data-action="remove"
      @click=${() => context.do({ type: 'remove', id })}
    >
      ${words.remove}
    </button>
  </div>`;
}
