import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDms } from '../../analysis/measure/read-position.ts';
import type { AreaUnit, LengthUnit, Measured } from '../../contracts/state.ts';
import { formatMeasured, formatRange, nameUnit } from '../../core/format-measured.ts';
import { sayQuadrant, sayTurn } from './bearing.ts';
import type { MeasureContext } from './measure-context.ts';

const LENGTH_UNITS: readonly LengthUnit[] = ['km', 'm'];
const AREA_UNITS: readonly AreaUnit[] = ['km2', 'ha', 'mu'];

/** The measured value in large type, its units, and between which values the true one is expected. */
export function renderResult(context: MeasureContext): TemplateResult {
  const { measure, words } = context;
  const { value, more } = sayResult(context);
  const range = sayRange(context);
  const isArea = measure.mode === 'area';
  return html`
    <section class="result" part="result" aria-label=${words.result}>
      <p class="value number">${value ?? '—'}</p>
      ${isArea ? renderUnits('area', AREA_UNITS, context) : nothing}
      ${more.map((line) => html`<p class="more number">${line}</p>`)}
      ${measure.mode === 'point' ? nothing : renderUnits('length', LENGTH_UNITS, context)}
      ${range ? html`<p class="range" data-soft=${range.isSoft}>${range.text}</p>` : nothing}
      ${
        context.crossed.length > 0
          ? html`<p class="crossing">${words.crossesSome(context.crossed.length)}</p>`
          : nothing
      }
      ${measure.isDone && measure.mode !== 'point' ? html`<p class="note">${words.done}</p>` : nothing}
    </section>
  `;
}

/** Value and range as one sentence, for those who listen; empty while there is nothing to say. */
export function tellResult(context: MeasureContext): string {
  const { value } = sayResult(context);
  return value === null ? '' : [value, sayRange(context)?.text].filter(Boolean).join('. ');
}

interface Said {
  readonly value: string | null;
  readonly more: readonly string[];
}

function sayResult(context: MeasureContext): Said {
  const { measure, report, words, lang } = context;
  const { units } = measure;
  const { length, area } = report;
  const sayLength = (measured: Measured): string => formatMeasured(measured, units.length, lang);
  switch (measure.mode) {
    case 'distance':
      return { value: length && sayLength(length), more: [] };
    case 'area':
      return {
        value: area && formatMeasured(area, units.area, lang),
        more: area
          ? [
              AREA_UNITS.filter((unit) => unit !== units.area)
                .map((unit) => formatMeasured(area, unit, lang))
                .join(' · '),
              `${words.perimeter} ${sayLength(length!)}`,
            ]
          : [],
      };
    case 'bearing': {
      const leg = report.legs.at(-1);
      if (!leg) return { value: null, more: [] };
      const { bearing, backBearing } = leg;
      return {
        value: sayQuadrant(bearing, words),
        more: [
          `${words.trueBearing} ${formatDms(bearing)} = ${bearing.toFixed(4)}°`,
          `${words.backBearing} ${formatDms(backBearing)}`,
          `${words.gridBearing} ${formatDms(leg.gridBearing)}`,
          `${words.length} ${sayLength(leg.length)}`,
        ],
      };
    }
    case 'point':
      return {
        value: report.readouts.length === 0 ? null : words.places(report.readouts.length),
        more: [],
      };
    default:
      return measure.mode satisfies never;
  }
}

function sayRange(
  context: MeasureContext,
): { readonly text: string; readonly isSoft: boolean } | null {
  const { measure, report, words, lang } = context;
  const { mode, units } = measure;
  const measured =
    mode === 'area' ? report.area : mode === 'bearing' ? lastLeg(context) : report.length;
  if (!measured) return null;
  const { range, isSoft } = measured;
  const features = report.softIds.map((id) => nameUnsure(id, context));
  if (range === null) return isSoft ? { text: words.unsureNoRange(features), isSoft } : null;
  const said =
    mode === 'bearing'
      ? sayTurn(measured, words)
      : keepTogether(formatRange(range, mode === 'area' ? units.area : units.length, lang));
  return { text: isSoft ? words.unsureRange(features, said) : words.accuracyRange(said), isSoft };
}

function lastLeg({ report }: MeasureContext): Measured | null {
  return report.legs.at(-1)?.length ?? null;
}

function nameUnsure(
  id: string,
  { featureOf, certainties, words, say, pick, lang }: MeasureContext,
): string {
  const feature = featureOf(id);
  if (!feature) return id;
  const { name, nameEn, accuracy } = feature.properties;
  const style = certainties.find(({ certainty }) => certainty === accuracy.class);
  const radius = accuracy.horizontalM;
  return words.unsure(
    style ? say(style.name) : accuracy.class,
    pick(name, nameEn),
    radius === undefined ? null : sayRadius(radius, lang),
  );
}

/** ±400 米, ±6 公里 */
export function sayRadius(radiusM: number, lang: MeasureContext['lang']): string {
  const unit = radiusM >= 1000 ? 'km' : 'm';
  return keepTogether(formatMeasured({ value: radiusM, range: null }, unit, lang));
}

/** No line ends between a figure and its unit. */
function keepTogether(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

function renderUnits<U extends LengthUnit | AreaUnit>(
  kind: 'length' | 'area',
  units: readonly U[],
  { measure, words, lang, step }: MeasureContext,
): TemplateResult {
  return html`
    <fieldset class="segments small" data-control=${`${kind}-unit`}>
      <legend class="hidden">${kind === 'area' ? words.areaUnit : words.lengthUnit}</legend>
      ${units.map(
        (unit) =>
          html`<label>
            <input
              type="radio"
              name=${`${kind}-unit`}
              value=${unit}
              .checked=${live(measure.units[kind] === unit)}
              @change=${() => step({ type: 'units', units: { [kind]: unit } })}
            /><span>${nameUnit(unit, lang)}</span>
          </label>`,
      )}
    </fieldset>
  `;
}
