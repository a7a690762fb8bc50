import { html, type TemplateResult } from 'lit';
import type { ColumnResize } from './column-resize.ts';
import type { LayoutView } from './render-layout.ts';

/** The edge of the text column, to be dragged or moved by keys. */
export function renderHandle(
  { words, columnPx }: LayoutView,
  resize: ColumnResize,
): TemplateResult {
  return html`
    <div
      class="handle"
      part="handle"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${words.resize}
      aria-valuenow=${columnPx}
      aria-valuemin="300"
      aria-valuemax="720"
      @pointerdown=${resize.handlePointerDown}
      @keydown=${resize.handleKey}
      @dblclick=${resize.reset}
    ></div>
  `;
}
