import { html, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';

/**
 * The plan as a bundle (编制): its text, features, sources and proof, kept as it is made.
 *
 * @element plan-edit
 */
export class PlanEdit extends AtlasElement {
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
    'plan-edit': PlanEdit;
  }
}
