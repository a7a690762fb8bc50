import { html, nothing, type TemplateResult } from 'lit';
import type { Crossed, Range } from '../../contracts/analysis.ts';
import { formatMeasured, formatRange } from '../../core/format-measured.ts';
import type { MeasureContext } from './measure-context.ts';
import { sayRadius } from './render-result.ts';

/** What is not surely there and yet lies in the way of the figure: by name, with the range that its accuracy allows. */
export function renderCrossed(context: MeasureContext): TemplateResult | typeof nothing {
  const { crossed, words } = context;
  if (crossed.length === 0) return nothing;
  return html`
    <section part="crossed">
      <h3>${words.crossed}</h3>
      <ul class="crossed">
        ${crossed.map((one) => renderOne(one, context))}
      </ul>
      <p class="note">${words.crossedNote}</p>
    </section>
  `;
}

function renderOne(crossed: Crossed, context: MeasureContext): TemplateResult {
  const { featureOf, certainties, say, pick, lang } = context;
  const { featureId, certainty, horizontalM } = crossed;
  const feature = featureOf(featureId);
  const name = feature ? pick(feature.properties.name, feature.properties.nameEn) : featureId;
  const style = certainties.find((one) => one.certainty === certainty);
  const radius = horizontalM === null ? '' : ` ±${sayRadius(horizontalM, lang)}`;
  return html`<li data-feature=${featureId}>
    <bdi>${name}</bdi>
    <span class="tag" data-kind=${certainty}>${style ? say(style.name) : certainty}${radius}</span>
    ${sayCrossed(crossed, context).map((line) => html`<span class="how number">${line}</span>`)}
  </li>`;
}

/** 穿过第 1–2 段，段内 3.2 公里：1.1–5.4 公里 */
function sayCrossed(
  { isArea, legs, meetings, run, overlap }: Crossed,
  { words, measure, lang, report }: MeasureContext,
): readonly string[] {
  const nameLeg = (index: number): string => {
    const leg = report.legs[index];
    return leg ? `${leg.from + 1}–${leg.to + 1}` : '';
  };
  const length = (value: number, range: Range | null): string => {
    const unit = measure.units.length;
    const said = formatMeasured({ value, range }, unit, lang);
    return range === null ? said : words.withRange(said, formatRange(range, unit, lang));
  };
  const area = (value: number, range: Range | null): string => {
    const unit = measure.units.area;
    const said = formatMeasured({ value, range }, unit, lang);
    return range === null ? said : words.withRange(said, formatRange(range, unit, lang));
  };
  const runLegs = legs.filter((leg) => !meetings.some((meeting) => meeting.leg === leg));
  const names = runLegs.map(nameLeg);
  return [
    ...(overlap ? [words.overlaps(area(overlap.value, overlap.range))] : []),
    ...(run
      ? [(isArea ? words.runsThrough : words.runsAlong)(names, length(run.value, run.range))]
      : []),
    ...meetings.map(({ leg, atM, range }) =>
      words.meets(nameLeg(leg), (report.legs[leg]?.from ?? 0) + 1, length(atM, range)),
    ),
  ];
}
