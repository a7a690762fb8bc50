import { html, nothing, type TemplateResult } from 'lit';
import type { MeasurePoint, PlanePosition, PositionReadout } from '../../contracts/analysis.ts';
import { nameUnit } from '../../core/format-measured.ts';
import { pointInHand, surenessOf } from '../../core/measure-state.ts';
import type { MeasureContext } from './measure-context.ts';
import { sayRadius } from './render-result.ts';

const METRE_DIGITS = 2;

/** Every point with its coordinates in each system, to be copied, moved and removed. */
export function renderPoints(context: MeasureContext): TemplateResult | typeof nothing {
  const { measure, report, words, copy } = context;
  if (measure.points.length === 0) return nothing;
  const inHand = pointInHand(measure);
  return html`
    <section part="points">
      <div class="head">
        <h3>${words.points}</h3>
        <button
          type="button"
          class="plain"
          data-control="copy-all"
          @click=${() => copy(listAll(report.readouts, words.copyHead))}
        >
          ${words.copyAll}
        </button>
      </div>
      <ol class="points">
        ${measure.points.map((point, index) => {
          const readout = report.readouts[index]!;
          return html`<li
            data-point=${index}
            data-sure=${surenessOf(point)}
            aria-current=${index === inHand ? 'true' : nothing}
          >
            ${renderHead(point, index, context)}
            <dl>${renderReadout(readout, index, context)}</dl>
          </li>`;
        })}
      </ol>
    </section>
  `;
}

function renderHead(point: MeasurePoint, index: number, context: MeasureContext): TemplateResult {
  const { words, step: ask, nudge, remove, locate, stepM, lang } = context;
  const number = index + 1;
  const step = `${stepM >= 1000 ? stepM / 1000 : stepM} ${nameUnit(stepM >= 1000 ? 'km' : 'm', lang)}`;
  const select = (): void => ask({ type: 'select', index });
  return html`
    <div class="point-head">
      <button
        type="button"
        class="grip number"
        data-grip=${index}
        aria-label=${`${words.move(number)}: ${words.moveHint(step)}`}
        title=${words.moveHint(step)}
        @focus=${select}
        @blur=${select}
        @keydown=${(event: KeyboardEvent) => nudge(event, index)}
      >
        ${number}
      </button>
      <span class="origin">${renderSnap(point, context)}</span>
      ${
        locate
          ? html`<button
              type="button"
              class="plain"
              aria-label=${words.locatePoint(number)}
              @click=${() => locate(point)}
            >
              ${words.locate}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="plain"
        data-remove=${index}
        aria-label=${words.removePoint(number)}
        @click=${() => remove(index)}
      >
        ${words.remove}
      </button>
    </div>
  `;
}

function renderSnap(
  { snap }: MeasurePoint,
  { words, featureOf, certainties, say, pick, lang }: MeasureContext,
): TemplateResult | string {
  if (!snap) return words.free;
  const feature = featureOf(snap.featureId);
  const name = feature ? pick(feature.properties.name, feature.properties.nameEn) : snap.featureId;
  const style = certainties.find(({ certainty }) => certainty === snap.certainty);
  const radius = snap.horizontalM === null ? '' : ` ±${sayRadius(snap.horizontalM, lang)}`;
  return html`<bdi>${words.snappedTo(name)}</bdi>
    <span class="tag" data-kind=${snap.certainty}
      >${style ? say(style.name) : snap.certainty}${radius}</span
    >`;
}

function renderReadout(
  readout: PositionReadout,
  index: number,
  context: MeasureContext,
): readonly TemplateResult[] {
  const { words, say } = context;
  const { plane, planeWithZone, zone, centralMeridian } = readout;
  const rows: readonly (readonly [label: string, shown: string, copied: string])[] = [
    [words.lngLat, readout.decimal, readout.decimal],
    [words.dms, say(readout.dms), say(readout.dms)],
    [words.plane(plane.epsg, zone, centralMeridian), sayPlane(plane, context), listPlane(plane)],
    [
      words.planeWithZone(planeWithZone.epsg),
      sayPlane(planeWithZone, context),
      listPlane(planeWithZone),
    ],
  ];
  return rows.map(
    ([label, shown, copied]) => html`
      <div class="readout">
        <dt>${label}</dt>
        <dd class="number">${shown}</dd>
        <dd class="act">
          <button
            type="button"
            class="plain copy"
            aria-label=${words.copyOf(label, index + 1)}
            @click=${() => context.copy(copied)}
          >
            ${words.copy}
          </button>
        </dd>
      </div>
    `,
  );
}

function sayPlane({ northingM, eastingM }: PlanePosition, { words }: MeasureContext): string {
  return `${words.northing} ${northingM.toFixed(METRE_DIGITS)}  ${words.easting} ${eastingM.toFixed(METRE_DIGITS)}`;
}

/** Northing first, as the coordinate system defines its axes. */
function listPlane({ northingM, eastingM }: PlanePosition): string {
  return `${northingM.toFixed(METRE_DIGITS)}, ${eastingM.toFixed(METRE_DIGITS)}`;
}

/** A table that a spreadsheet takes: one line a point, parted by tabs. */
function listAll(readouts: readonly PositionReadout[], head: readonly string[]): string {
  const rows = readouts.map(({ lngLat, plane, planeWithZone }, index) => [
    String(index + 1),
    ...lngLat.map((degrees) => degrees.toFixed(6)),
    plane.northingM.toFixed(METRE_DIGITS),
    plane.eastingM.toFixed(METRE_DIGITS),
    planeWithZone.eastingM.toFixed(METRE_DIGITS),
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}
