import { html, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Bilingual, Cartography, Flavour } from '../../contracts/theme.ts';
import { findOccurring } from '../../core/build-legend.ts';
import { drawLineSample } from '../../core/draw-swatch.ts';
import type { PanelWords } from '../messages/panel-messages.ts';
import { swatch } from '../shared/swatch.ts';

/** The stages and accuracies that occur, with what they mean. */
export function renderKeys(
  bundle: PlanBundle,
  cartography: Cartography,
  flavour: Flavour,
  words: PanelWords,
  say: (text: Bilingual) => string,
): TemplateResult {
  const occurring = findOccurring(bundle);
  return html`<section>
      <h2>${words.layers.stages}</h2>
      <ul class="stages">
        ${cartography.statuses
          .filter(({ status }) => occurring.statuses.has(status))
          .map(
            (style) =>
              html`<li class="key" data-status=${style.status}>
                ${swatch(drawLineSample(flavour, { dash: style.dash, isSoft: false }))}
                <span>${say(style.name)}</span>
              </li>`,
          )}
      </ul>
    </section>
    <section>
      <h2>${words.layers.accuracy}</h2>
      <ul>
        ${cartography.certainties
          .filter(({ certainty }) => occurring.certainties.has(certainty))
          .map(
            (style) =>
              html`<li class="key" data-certainty=${style.certainty}>
                ${
                  style.certainty === 'unknown'
                    ? html`<span></span>`
                    : swatch(drawLineSample(flavour, { dash: null, isSoft: style.isSoft }))
                }
                <span>${say(style.name)}<span class="meaning">${say(style.meaning)}</span></span>
              </li>`,
          )}
      </ul>
    </section>`;
}
