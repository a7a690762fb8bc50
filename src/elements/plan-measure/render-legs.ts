import { html, nothing, type TemplateResult } from 'lit';
import { formatMeasured, formatRange } from '../../core/format-measured.ts';
import { sayQuadrant, sayTurn } from './bearing.ts';
import type { MeasureContext } from './measure-context.ts';
import type { Leg } from './measure-figure.ts';

/** Every leg with its length, range and bearing. */
export function renderLegs(context: MeasureContext): TemplateResult | typeof nothing {
  const { report, words } = context;
  if (report.legs.length === 0) return nothing;
  return html`
    <section part="legs">
      <h3>${words.legs}</h3>
      <table class="legs">
        <thead>
          <tr>
            <th scope="col">${words.leg}</th>
            <th scope="col">${words.length}</th>
            <th scope="col">${words.trueBearing}</th>
          </tr>
        </thead>
        <tbody>
          ${report.legs.map((leg, index) => renderLeg(leg, index, context))}
        </tbody>
      </table>
      ${
        context.measure.mode === 'bearing'
          ? html`<p class="note">${words.bearingNote}</p>`
          : nothing
      }
    </section>
  `;
}

function renderLeg(leg: Leg, index: number, context: MeasureContext): TemplateResult {
  const { measure, words, lang, crossed } = context;
  const isCrossing = crossed.some(({ legs }) => legs.includes(index));
  const unit = measure.units.length;
  const { length, sum, bearing } = leg;
  return html`
    <tr>
      <th scope="row" class="number">${leg.from + 1}–${leg.to + 1}</th>
      <td class="number" data-soft=${length.isSoft}>
        ${formatMeasured(length, unit, lang)}
        ${length.range ? html`<small>${formatRange(length.range, unit, lang)}</small>` : nothing}
        ${
          index > 0 ? html`<small>${words.sum} ${formatMeasured(sum, unit, lang)}</small>` : nothing
        }
        ${isCrossing ? html`<small class="crosses">${words.crosses}</small>` : nothing}
      </td>
      <td class="number">
        ${bearing.toFixed(4)}°
        <small>${sayQuadrant(bearing, words)}</small>
        ${length.range ? html`<small>${sayTurn(length, words)}</small>` : nothing}
      </td>
    </tr>
  `;
}
