import { css, html, nothing, type TemplateResult } from 'lit';
import type { StageQuery } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { describeStage } from '../../analysis/stage/describe-stage.ts';
import { FULL_LENS } from '../../core/initial-state.ts';
import { lensMessages } from '../messages/lens-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';

const sentences = new WeakMap<PlanBundle, Map<string, Bilingual>>();

/**
 * What the lens shows, in words: one sentence a stage, or one for a year. Empty while the lens shows all.
 *
 * @element plan-lens
 * @tag plan-lens
 * @csspart caption - the sentences
 * @csspart more - shows sentences whole that are cut
 */
export class PlanLens extends AtlasElement {
  static override styles = [
    panelStyles,
    css`
      :host {
        width: min(340px, 100%);
        height: auto;
        overflow: visible;
        background: none !important;
        pointer-events: none !important;
      }
      ul {
        margin: 0;
        padding: 8px 12px;
        border: 1px solid var(--plan-rule, #dcd8cd);
        border-radius: 8px;
        background: var(--plan-card, #fff);
        color: var(--plan-ink, #24231f);
        font: var(--plan-type-small, 12.5px) / 1.5 var(--plan-sans, sans-serif);
        list-style: none;
        opacity: 0.96;
      }
      li {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      ul[data-whole] li {
        display: block;
      }
      ul[data-whole] {
        overflow-y: auto;
        max-height: min(420px, 60vh);
        pointer-events: auto;
      }
      button {
        min-height: max(24px, calc(var(--target) * 0.75));
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        pointer-events: auto;
      }
    `,
  ];

  #isWhole = false;
  #isCut = false;

  protected override slice(state: ViewerState): readonly unknown[] {
    return [state.bundle, state.lens, state.lang];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { bundle, state } = this;
    if (!bundle || !state) return nothing;
    const words = lensMessages[state.lang];
    const { statuses, horizon } = state.lens;
    const isAll = FULL_LENS.statuses.every((status) => statuses.includes(status));
    const queries: readonly StageQuery[] = [
      ...(horizon === null ? [] : [{ horizon }]),
      ...(isAll
        ? []
        : statuses.filter((status) => status !== 'existing').map((status) => ({ status }))),
    ];
    return html`
      <div role="status">
        ${
          queries.length === 0
            ? nothing
            : html`<ul part="caption" ?data-whole=${this.#isWhole}>
                ${queries.map((query) => html`<li>${this.say(sentenceOf(bundle, query))}</li>`)}
                ${
                  this.#isCut || this.#isWhole
                    ? html`<li>
                        <button
                          type="button"
                          part="more"
                          aria-expanded=${this.#isWhole}
                          @click=${this.#toggle}
                        >
                          ${this.#isWhole ? words.less : words.more}
                        </button>
                      </li>`
                    : nothing
                }
              </ul>`
        }
      </div>
    `;
  }

  /** Long sentences are cut to two lines; the button that shows them whole appears only then. */
  protected override updated(): void {
    if (this.#isWhole) return;
    const isCut = [...this.renderRoot.querySelectorAll('li')].some(
      (line) => line.scrollHeight > line.clientHeight + 1,
    );
    if (isCut === this.#isCut) return;
    this.#isCut = isCut;
    this.requestUpdate();
  }

  readonly #toggle = (): void => {
    this.#isWhole = !this.#isWhole;
    this.requestUpdate();
  };
}

/** Lengths take a while to measure: once a bundle and question. */
function sentenceOf(bundle: PlanBundle, query: StageQuery): Bilingual {
  const known = sentences.get(bundle) ?? new Map();
  sentences.set(bundle, known);
  const key = JSON.stringify(query);
  const found = known.get(key) ?? describeStage(bundle, query).text;
  known.set(key, found);
  return found;
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-lens': PlanLens;
  }
}
