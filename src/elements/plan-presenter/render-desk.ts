import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { secondsOf } from '../../core/present/list-slides.ts';
import { isSpotlit } from '../../core/present/lens-of-slide.ts';
import { formatDuration, readTimer } from '../../core/present/talk-timer.ts';
import { renderNotes } from '../shared/render-notes.ts';
import {
  captionOfSlide,
  nameOfSlide,
  titleOfSlide,
  type PresenterView,
} from './presenter-context.ts';

export const NOTES = { leastPx: 14, mostPx: 44, stepPx: 2, usualPx: 20 };

/** Clock and stop watch; the scene's own time against what was planned for it. */
export function renderTimes(view: PresenterView): TemplateResult {
  const { timer, nowMs, words, slide, isEnglish, story, setTimer } = view;
  const { totalMs, slideMs } = readTimer(timer, nowMs);
  const plannedMs = secondsOf(slide) * 1000;
  const isOver = slideMs > plannedMs;
  const plannedInAll = view.slides.reduce((sum, each) => sum + secondsOf(each) * 1000, 0);
  const time = new Date(nowMs).toLocaleTimeString(isEnglish ? 'en-GB' : 'zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  return html`<section class="times" aria-label=${words.timer} data-story=${story.id}>
    <dl>
      <div>
        <dt>${words.clock}</dt>
        <dd class="number">${time}</dd>
      </div>
      <div>
        <dt>${words.total}</dt>
        <dd class="number" data-time="total">${formatDuration(totalMs)}</dd>
        <dd class="planned number">${words.planned(formatDuration(plannedInAll))}</dd>
      </div>
      <div data-over=${isOver}>
        <dt>${words.slide}</dt>
        <dd class="number" data-time="slide">${formatDuration(slideMs)}</dd>
        <dd class="planned number">
          ${
            isOver
              ? words.over(formatDuration(slideMs - plannedMs))
              : words.planned(formatDuration(plannedMs))
          }
        </dd>
      </div>
    </dl>
    <div class="watch">
      <button
        type="button"
        class="plain"
        data-control="watch"
        @click=${() => setTimer(timer.since === null ? 'run' : 'pause')}
      >
        ${timer.since === null ? words.run : words.pause}
      </button>
      <button type="button" class="plain" data-control="reset" @click=${() => setTimer('reset')}>
        ${words.reset}
      </button>
    </div>
  </section>`;
}

/** What the speaker says, in a size that is read from where they stand. */
export function renderNotesPane(view: PresenterView): TemplateResult {
  const { words, slide, isEnglish, notesPx, setNotesPx } = view;
  const { notes, notesEn } = slide.kind === 'scene' ? slide.scene : slide.page;
  const isOwnLanguage = isEnglish && notesEn !== undefined;
  const text = isOwnLanguage ? notesEn : notes;
  const setSize = (element?: Element): void => {
    (element as HTMLElement | undefined)?.style.setProperty('font-size', `${notesPx}px`);
  };
  const button = (name: 'smaller' | 'larger', by: number, sign: string) =>
    html`<button
      type="button"
      class="plain"
      data-control=${name}
      aria-label="${sign} ${words[name]}"
      title=${words[name]}
      ?disabled=${by < 0 ? notesPx <= NOTES.leastPx : notesPx >= NOTES.mostPx}
      @click=${() => setNotesPx(notesPx + by)}
    >
      ${sign}
    </button>`;
  return html`<div class="notes">
    <header>
      <h2 id="notes-title">${words.notes}</h2>
      <span>
        ${button('smaller', -NOTES.stepPx, 'A−')} ${button('larger', NOTES.stepPx, 'A+')}
      </span>
    </header>
    <div
      class="scroller words"
      tabindex="0"
      role="region"
      aria-labelledby="notes-title"
      lang=${isOwnLanguage ? 'en' : 'zh-Hans'}
      ${ref(setSize)}
    >
      ${text ? renderNotes(text) : html`<p class="none">${words.noNotes}</p>`}
    </div>
  </div>`;
}

/** What comes after this slide. */
export function renderNext({ next, words, isEnglish, talk }: PresenterView): TemplateResult {
  return html`<section class="next" aria-labelledby="next-title">
    <h2 id="next-title">${words.upNext}</h2>
    ${
      next === null
        ? html`<p>${words.end}</p>`
        : html`<p class="what">${nameOfSlide(next, talk, words)}</p>
            <h3>${titleOfSlide(next, isEnglish)}</h3>
            <p>${captionOfSlide(next, isEnglish)}</p>`
    }
  </section>`;
}

/** All slides; the one on stage is marked. */
export function renderList({ slides, talk, words, isEnglish, send, start }: PresenterView) {
  return html`<nav class="list" aria-labelledby="list-title">
    <h2 id="list-title">${words.list}</h2>
    <div class="scroller" tabindex="-1">
      <ol>
        ${slides.map(
          (slide, index) =>
            html`<li>
              <button
                type="button"
                data-slide=${slide.id}
                aria-current=${index === talk.index ? 'true' : nothing}
                @click=${() => (talk.isRunning ? send({ type: 'go', index }) : start(index))}
              >
                <span class="number">${slide.kind === 'scene' ? slide.number : '·'}</span>
                <span class="name">${titleOfSlide(slide, isEnglish)}</span>
                <span class="number time">${formatDuration(secondsOf(slide) * 1000)}</span>
              </button>
            </li>`,
        )}
      </ol>
    </div>
  </nav>`;
}

/** Everything that a key does, as a button. */
export function renderDeskControls(view: PresenterView): TemplateResult {
  const { talk, slide, words, send, start, toggleSpotlight } = view;
  const scene = slide.kind === 'scene' ? slide.scene : null;
  const button = (name: string, label: string, act: () => void, isPressed?: boolean) =>
    html`<button
      type="button"
      class="control"
      data-control=${name}
      aria-pressed=${isPressed ?? nothing}
      @click=${act}
    >
      ${label}
    </button>`;
  if (!talk.isRunning) {
    return html`<div class="controls" role="group" aria-label=${words.controls}>
      ${button('start', words.start, () => start(0))}
      ${talk.index > 0 ? button('start-here', words.startHere, () => start(talk.index)) : nothing}
    </div>`;
  }
  return html`<div class="controls" role="group" aria-label=${words.controls}>
    ${button('previous', `← ${words.previous}`, () => send({ type: 'previous' }))}
    ${button('next', `${words.next} →`, () => send({ type: 'next' }))}
    ${button('blank', words.blank, () => send({ type: 'blank' }), talk.isBlank)}
    ${button(
      'autoplay',
      talk.isAutoplay ? words.pausePlay : words.autoplay,
      () => send({ type: 'autoplay' }),
      talk.isAutoplay,
    )}
    ${button('draw', words.draw, view.draw, view.isDrawing)}
    ${button('laser', words.laser, () => send({ type: 'laser' }), talk.isLaserOn)}
    ${
      scene?.focus?.length
        ? button('spotlight', words.spotlight, toggleSpotlight, isSpotlit(talk, scene))
        : nothing
    }
    ${scene?.lensPlay ? button('play', words.play, () => send({ type: 'play' }), talk.isPlayed) : nothing}
    ${button('stop', words.stop, () => send({ type: 'stop' }))}
  </div>`;
}
