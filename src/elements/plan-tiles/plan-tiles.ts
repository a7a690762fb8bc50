import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ViewerState } from '../../contracts/state.ts';
import { tileMessages } from '../messages/tile-messages.ts';
import { nameBaseProblem } from '../plan-base/name-base-problem.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { tileSessionOf } from './tile-session.ts';

export { startTiles } from './tile-session.ts';

/**
 * How the tiles of one layer fare, below its row in the legend: offered, coming, shown, missing, and what to do.
 *
 * @element plan-tiles
 */
export class PlanTiles extends AtlasElement {
  static override styles = [
    panelStyles,
    css`
      :host {
        display: block;
        height: auto;
        overflow: visible;
        padding: 0 0 4px 33px;
        font-size: calc(var(--type) * 0.86);
        color: var(--ink-2);
      }
      p {
        margin: 0;
      }
      [data-error] {
        color: var(--ink);
      }
    `,
  ];

  /** Id of the bundle layer. */
  @property({ attribute: false }) layer = '';

  protected override slice({ tiles, layers, lang, map }: ViewerState): readonly unknown[] {
    return [tiles?.[this.layer], layers[this.layer], lang, map.status];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tiles, layers, lang, map } = this.state!;
    const now = tiles?.[this.layer];
    if (!now || layers[this.layer]?.isVisible === false || map.status === 'text-only') {
      return nothing;
    }
    const texts = tileMessages[lang];
    const { host, isWanted, report } = now;
    if (!isWanted) {
      return html`<p>${texts.offered(host ?? location.host)}</p>
        ${this.#renderButton('load', texts.load)}`;
    }
    if (!report) return nothing;
    const { status, problem } = report;
    const named =
      problem &&
      (nameBaseProblem(problem.code, lang) ?? { what: problem.message, remedy: problem.remedy });
    return html`<div role="status" data-status=${status}>
        <p>${texts.status[status]}${host === null ? nothing : ` · ${texts.from(host)}`}</p>
        ${named ? html`<p data-error>${named.what} · ${texts.remedy}${named.remedy}</p>` : nothing}
      </div>
      ${problem ? this.#renderButton('retry', texts.retry) : nothing}
      ${status === 'opening' || host !== null ? this.#renderButton('stop', texts.stop) : nothing}`;
  }

  #renderButton(action: 'load' | 'stop' | 'retry', text: string): TemplateResult {
    const session = this.atlas && tileSessionOf(this.atlas.store);
    const act = { load: 'allow', stop: 'stop', retry: 'retry' } as const;
    return html`<button
      type="button"
      class="plain"
      data-action=${action}
      @click=${() => session?.[act[action]](this.layer)}
    >
      ${text}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-tiles': PlanTiles;
  }
}
