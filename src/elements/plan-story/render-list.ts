import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StoryScene } from '../../contracts/bundle.ts';
import { findParagraph } from '../../core/story/capture-scene.ts';
import { formatTime } from './format-time.ts';
import type { StoryContext } from './story-context.ts';

/** The scenes in order: one line each, one tab stop for all. */
export function renderList(context: StoryContext): TemplateResult {
  const { story, words, drag } = context;
  return html`<ol
    class="scenes"
    part="scenes"
    aria-label=${words.list}
    data-dragging=${drag !== null}
  >
    ${repeat(
      story.scenes,
      ({ id }) => id,
      (scene, index) => renderRow(context, scene, index),
    )}
  </ol>`;
}

function renderRow(context: StoryContext, scene: StoryScene, index: number): TemplateResult {
  const { words, pick, story, current, shown, opened, drag, bundle } = context;
  const number = index + 1;
  const title = pick(scene.title, scene.titleEn);
  const [clause] = scene.clauses;
  const paragraph = clause ? findParagraph(bundle, clause) : undefined;
  const isStop = current === null ? index === 0 : current === scene.id;
  const from = drag ? story.scenes.findIndex(({ id }) => id === drag.id) : -1;
  const drop =
    !drag || drag.to === from || drag.to !== index ? null : drag.to > from ? 'after' : 'before';
  const stop = isStop ? 0 : -1;
  const kind = scene.compare ? words.compares : scene.lensPlay ? words.plays : null;
  return html`<li
    class="scene"
    data-scene=${scene.id}
    data-shown=${shown === scene.id}
    data-open=${opened === scene.id}
    data-dragged=${drag?.id === scene.id}
    data-drop=${drop ?? nothing}
  >
    <span
      class="handle"
      data-handle=${scene.id}
      title=${words.drag(number)}
      aria-hidden="true"
    ></span>
    <button
      type="button"
      class="show"
      data-action="show"
      tabindex=${stop}
      aria-current=${shown === scene.id ? 'true' : 'false'}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
      @focus=${() => context.do({ type: 'focus', id: scene.id })}
      @click=${() => context.do({ type: 'show', id: scene.id })}
    >
      <span class="number">${number}</span>
      <span class="words">
        <span class="title" lang=${pick('zh-Hans', scene.titleEn && 'en')}>${title}</span>
        <span class="clause" lang=${pick('zh-Hans', paragraph?.titleEn && 'en')}
          >${paragraph ? pick(paragraph.title, paragraph.titleEn) : words.noClause}</span
        >
      </span>
      ${kind === null ? nothing : html`<span class="tag">${kind}</span>`}
      <span class="time number">${formatTime(scene.durationS, words)}</span>
    </button>
    <button
      type="button"
      class="icon"
      data-action="play"
      tabindex=${stop}
      aria-label=${words.play(number)}
      title=${words.play(number)}
      @click=${() => context.do({ type: 'play', id: scene.id })}
    >
      ▶
    </button>
    <button
      type="button"
      class="icon"
      data-action="edit"
      tabindex=${stop}
      aria-label=${words.edit(number)}
      aria-expanded=${opened === scene.id}
      title=${words.edit(number)}
      @click=${() =>
        context.do(opened === scene.id ? { type: 'close' } : { type: 'open', id: scene.id })}
    >
      ✎
    </button>
  </li>`;
}
