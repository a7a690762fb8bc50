import { html, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';

/**
 * Base map and terrain (底图), at the user's wish.
 *
 * @element plan-base
 */
export class PlanBase extends AtlasElement {
  static override styles = [panelStyles];

  protected override slice(state: ViewerState): readonly unknown[] {
    return [state.bundle, state.lang];
  }

  protected override render(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-base': PlanBase;
  }
}
