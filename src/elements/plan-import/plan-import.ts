import { html, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';

/**
 * Own data (导入): files read on this machine, shown where they lie, and put under the clauses they belong to.
 *
 * @element plan-import
 */
export class PlanImport extends AtlasElement {
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
    'plan-import': PlanImport;
  }
}
