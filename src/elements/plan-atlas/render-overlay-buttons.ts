import { html, nothing, type TemplateResult } from 'lit';
import type { PanelName } from '../../contracts/state.ts';
import type { LayoutView } from './render-layout.ts';

/** Compact layout: what opens the panels over the map. */
export function renderOverlayButtons(view: LayoutView): TemplateResult {
  const { words, overlay, shows, setOverlay } = view;
  const button = (panel: PanelName, name: string) => html`
    <button
      type="button"
      data-control="overlay-${panel}"
      aria-expanded=${overlay === panel}
      aria-controls="pane-${panel}"
      @click=${() => setOverlay(overlay === panel ? null : panel)}
    >
      ${overlay === panel ? words.closePanel : name}
    </button>
  `;
  return html`
    <div class="overlay-buttons" part="panel-buttons">
      ${shows('layers') ? button('layers', words.layersPanel) : nothing}
      ${shows('text') ? button('text', words.textPanel) : nothing}
    </div>
  `;
}
