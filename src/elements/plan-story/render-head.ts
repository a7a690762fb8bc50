import { html, nothing, type TemplateResult } from 'lit';
import { totalSeconds } from '../../core/story/apply-scene.ts';
import { formatTime } from './format-time.ts';
import type { StoryContext } from './story-context.ts';

/** Total, where it is kept, and what can be done with the whole story. */
export function renderHead(context: StoryContext): TemplateResult {
  const { words, story, edits, isEdited } = context;
  const button = (action: 'add' | 'undo' | 'redo', isOff = false): TemplateResult =>
    html`<button
      type="button"
      class="plain ${action === 'add' ? 'strong' : ''}"
      data-action=${action}
      ?disabled=${isOff}
      @click=${() => context.do({ type: action })}
    >
      ${words[action]}
    </button>`;
  return html`<div class="head" part="head">
    <p class="total">
      <strong>${words.total(story.scenes.length, formatTime(totalSeconds(story), words))}</strong>
      ${isEdited ? html`<span class="tag">${words.edited}</span>` : nothing}
      ${renderKeeping(context)}
      <span class="told" role="status">${context.told}</span>
    </p>
    <div class="row">
      ${button('add')} ${button('undo', edits.past.length === 0)}
      ${button('redo', edits.future.length === 0)} ${renderHandout(context)} ${renderFile(context)}
    </div>
  </div>`;
}

function renderKeeping({ keeping, words }: StoryContext): TemplateResult {
  return html`<span class="keeping" data-keeping=${keeping.kind}
    >${keeping.kind === 'memory' ? nothing : words.keeping[keeping.kind]}</span
  >`;
}

/** In a window of its own, which reads the story as this device keeps it: edits in memory only would not be printed. */
function renderHandout({
  words,
  handout,
  isUnsaved,
}: StoryContext): TemplateResult | typeof nothing {
  if (handout === null) return nothing;
  if (isUnsaved) {
    return html`<button type="button" class="plain" data-action="handout" disabled>
      ${words.handoutUnsaved}
    </button>`;
  }
  return html`<a class="plain" data-action="handout" href=${handout} target="_blank" rel="noopener">
    ${words.handout}
  </a>`;
}

function renderFile(context: StoryContext): TemplateResult {
  const { words, isEdited, bundle } = context;
  const item = (
    type: 'export-story' | 'export-bundle' | 'reset',
    label: string,
    isOff = false,
  ): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      data-action=${type}
      ?disabled=${isOff}
      @click=${() => context.do({ type })}
    >
      ${label}
    </button>`;
  return html`<details class="file">
    <summary>${words.file}</summary>
    <div class="items">
      ${item('export-story', words.exportStory)} ${item('export-bundle', words.exportBundle)}
      <label class="import">
        <input
          type="file"
          accept="application/json,.json"
          data-action="import"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const [file] = input.files ?? [];
            input.value = '';
            if (file) context.do({ type: 'import', file });
          }}
        />
        <span>${words.importStory}</span>
      </label>
      ${item('reset', words.reset, !isEdited || !bundle.story)}
    </div>
  </details>`;
}

/** What must be known before all else: not kept, not imported, older edits. */
export function renderWarnings(context: StoryContext): TemplateResult {
  const { words, keeping, problems, hasOlder } = context;
  return html`
    ${
      keeping.kind === 'memory'
        ? html`<div class="warning" role="alert">
            <p>${words.memory(keeping.reason)}</p>
            <button
              type="button"
              class="plain strong"
              data-action="download"
              @click=${() => context.do({ type: 'export-story' })}
            >
              ${words.download}
            </button>
          </div>`
        : nothing
    }
    ${
      problems
        ? html`<div class="warning" role="alert" data-warning="import">
            <div>
              <p>${words.importFailed(problems.file, problems.list.length)}</p>
              <ul lang="en">
                ${problems.list
                  .slice(0, 8)
                  .map(({ message, remedy }) => html`<li>${message}. ${remedy}</li>`)}
              </ul>
            </div>
            <button
              type="button"
              class="plain"
              data-action="dismiss"
              @click=${() => context.do({ type: 'dismiss' })}
            >
              ${words.close}
            </button>
          </div>`
        : nothing
    }
    ${
      hasOlder
        ? html`<div class="warning" role="status">
            <p>${words.older}</p>
            <button
              type="button"
              class="plain strong"
              data-action="take-older"
              @click=${() => context.do({ type: 'take-older' })}
            >
              ${words.takeOlder}
            </button>
            <button
              type="button"
              class="plain"
              data-action="leave-older"
              @click=${() => context.do({ type: 'leave-older' })}
            >
              ${words.leaveOlder}
            </button>
          </div>`
        : nothing
    }
  `;
}
