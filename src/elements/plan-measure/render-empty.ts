import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureContext } from './measure-context.ts';

/** How to measure, while nothing is. */
export function renderEmpty({ measure, words }: MeasureContext, hasMap: boolean): TemplateResult {
  return html`
    <div class="empty" part="empty">
      <p>${hasMap ? words.hints[measure.mode] : words.noMap}</p>
      ${
        hasMap
          ? html`<details>
              <summary>${words.keysLabel}</summary>
              <dl class="keys">
                ${words.keys.map(
                  ([keys, what]) =>
                    html`<div>
                      <dt><kbd>${keys}</kbd></dt>
                      <dd>${what}</dd>
                    </div>`,
                )}
              </dl>
            </details>`
          : nothing
      }
    </div>
  `;
}
