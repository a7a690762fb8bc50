import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { StagePoint } from '../../contracts/present.ts';
import { renderCross } from '../plan-player/render-over.ts';
import type { ShownMarks } from './show-marks.ts';
import {
  captionOfSlide,
  nameOfSlide,
  titleOfSlide,
  type PresenterView,
} from './presenter-context.ts';

interface PreviewHandlers {
  readonly move: (event: PointerEvent) => void;
  readonly leave: () => void;
  readonly marks: ShownMarks | null;
}

/** The hall's picture, small: its map with what it lights up, its caption, its black screen, its dot. */
export function renderPreview(view: PresenterView, handlers: PreviewHandlers): TemplateResult {
  const { talk, slide, words, facts, isEnglish } = view;
  const isDrawing = handlers.marks?.marks.isDrawing ?? false;
  const isPage = slide.kind !== 'scene';
  const isSide = !isPage && (facts?.captionLeft ?? 0) > 0;
  const size = (element?: Element): void => {
    const style = (element as HTMLElement | undefined)?.style;
    style?.setProperty('--ratio', String(facts ? facts.widthPx / facts.heightPx : 16 / 9));
    style?.setProperty('--left', `${isSide ? facts!.captionLeft * 100 : 0}%`);
    style?.setProperty('--bottom', `${isSide || isPage ? 0 : (facts?.captionBottom ?? 0) * 100}%`);
  };
  return html`<section class="now" aria-labelledby="now-title">
    <header>
      <h2 id="now-title">${words.now}</h2>
      <p class="where" role="status">
        ${talk.isRunning ? nameOfSlide(slide, talk, words) : words.notRunning}
        ${talk.digits === '' ? nothing : html`<strong>${words.goTo(talk.digits)}</strong>`}
      </p>
    </header>
    <div
      class="preview"
      data-page=${isPage}
      data-laser=${talk.isLaserOn}
      ${ref(size)}
      @pointermove=${handlers.move}
      @pointerleave=${handlers.leave}
    >
      <plan-map hide-buttons stays-awake ?inert=${!isDrawing}></plan-map>
      <div class="caption" data-side=${isSide}>
        <h3>${titleOfSlide(slide, isEnglish)}</h3>
        <p>${captionOfSlide(slide, isEnglish)}</p>
      </div>
      ${handlers.marks?.marks.isByKey ? renderCross() : nothing}
      ${talk.isBlank ? html`<p class="black">${words.isBlank}</p>` : nothing}
      ${talk.laser ? html`<i class="dot" ${ref((e) => e && place(e, talk.laser!))}></i>` : nothing}
    </div>
    ${isDrawing ? handlers.marks!.renderTools(handlers.marks!.marks, view.lang) : nothing}
    <p class="hint">
      ${
        talk.isLaserOn
          ? words.laserHow
          : isPage
            ? words.isPage
            : slide.scene.compare
              ? words.isCompare
              : html`&nbsp;`
      }
    </p>
  </section>`;
}

function place(element: Element, { x, y }: StagePoint): void {
  const { style } = element as HTMLElement;
  style.setProperty('left', `${x * 100}%`);
  style.setProperty('top', `${y * 100}%`);
}
