import { html, nothing, type TemplateResult } from 'lit';
import type { ProfileStop } from '../../contracts/analysis.ts';
import { STOP_NAMES } from '../../analysis/profile/draw-stop.ts';
import { isSoftCertainty, type ProfileContext, sayCertainty, sayKm } from './profile-context.ts';

/** The strip in words: every stop in order, how far along, what it is, how far off, how sure. */
export function renderStops(context: ProfileContext): TemplateResult {
  const { profile, words, say, conventions } = context;
  const { stops, reachKm } = profile;
  const reach = sayKm(context, reachKm);
  return html`<section part="stops">
    <h3 id="stops">${words.stops(stops.length)}</h3>
    ${
      stops.length === 0
        ? html`<p class="quiet">${words.noStops(reach)}</p>`
        : html`<p class="quiet">${words.reach(reach)}</p>
            <table aria-labelledby="stops">
              <thead>
                <tr>
                  <th scope="col">${words.at}</th>
                  <th scope="col">${words.place}</th>
                  <th scope="col">${words.kind}</th>
                  <th scope="col">${words.off}</th>
                  <th scope="col">${words.certainty}</th>
                </tr>
              </thead>
              <tbody>
                ${stops.map(
                  (stop) =>
                    html`<tr data-feature=${stop.id} data-kind=${stop.kind}>
                      <td class="number">${sayKm(context, stop.atKm)}</td>
                      <th scope="row">
                        <button
                          type="button"
                          class="plain"
                          @click=${() => context.selectFeature(stop.id)}
                        >
                          <bdi>${say(stop.name)}</bdi>
                        </button>
                      </th>
                      <td>${say(STOP_NAMES[stop.kind])}</td>
                      <td class="number">${sayOff(stop, context)}</td>
                      <td
                        class="number"
                        data-soft=${isSoftCertainty(conventions, stop.certainty) || nothing}
                      >
                        ${sayCertainty(context, stop.certainty, stop.horizontalM)}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }
  </section>`;
}

/** 偏东 1.2 公里，县界外 0.3 公里 */
function sayOff({ side, offKm, beyondKm }: ProfileStop, context: ProfileContext): string {
  const { words, profile, isEnglish } = context;
  const off =
    side === 'on'
      ? words.onLine
      : words.offBy(words.sides[profile.direction][side], sayKm(context, offKm));
  const parts = beyondKm > 0.05 ? [off, words.beyond(sayKm(context, beyondKm))] : [off];
  return parts.join(isEnglish ? ', ' : '，');
}
