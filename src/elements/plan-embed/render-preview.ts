import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { titleOf } from '../../core/embed/write-snippet.ts';
import type { EmbedContext } from './embed-context.ts';

export interface PreviewView {
  /** Address that the frame shows; behind what is chosen by a moment. */
  readonly address: string;
  readonly isRefused: boolean;
  /** Room in CSS pixels; 0: not measured yet. */
  readonly roomPx: number;
  readonly frameCame: (element: Element | undefined) => void;
  readonly loaded: () => void;
  readonly skip: () => void;
  /** The element that stands in for a refused frame. */
  readonly standIn: HTMLElement | null;
}

/** The slice in a real frame at its own size, made smaller where there is no room for it. */
export function renderPreview(context: EmbedContext, view: PreviewView): TemplateResult {
  const { words, options, bundle, choice } = context;
  const title = titleOf(options, bundle);
  const widthPx = choice.widthPx === '100%' ? Math.max(view.roomPx, 320) : choice.widthPx;
  const scale = view.roomPx > 0 ? Math.min(1, view.roomPx / widthPx) : 1;
  const box = `width: ${Math.round(widthPx * scale)}px; height: ${Math.round(choice.heightPx * scale)}px`;
  const inner = `width: ${widthPx}px; height: ${choice.heightPx}px; transform: scale(${scale.toFixed(4)})`;
  return html`<section class="preview" part="preview">
    <header class="row">
      <h3>${words.preview}</h3>
      <span class="note number">
        ${choice.widthPx} ×
        ${choice.heightPx}${scale < 1 ? html` · ${words.scaled(Math.round(scale * 100))}` : nothing}
      </span>
      <button type="button" class="plain skip" data-action="skip-preview" @click=${view.skip}>
        ${words.skipPreview}
      </button>
      <a class="plain" href=${view.address} target="_blank" rel="noopener"
        >${words.openPreview} ↗</a
      >
    </header>
    ${
      view.isRefused
        ? html`<div class="warning" role="alert" data-refused>
            <p><strong>${words.refused}</strong></p>
            <p>${words.refusedHow} ${words.inPage}</p>
          </div>`
        : nothing
    }
    <div class="stage">
      <div class="box" .style=${box}>
        ${
          view.isRefused
            ? html`<div class="stand-in" .style=${inner}>${view.standIn}</div>`
            : keyed(
                view.address,
                html`<iframe
                  title=${words.previewOf(title)}
                  src=${view.address}
                  .style=${inner}
                  ${ref(view.frameCame)}
                  @load=${view.loaded}
                ></iframe>`,
              )
        }
      </div>
    </div>
  </section>`;
}
