import { html, nothing, type TemplateResult } from 'lit';
import { listStretches, type ListedStretch } from './list-stretches.ts';
import {
  isSoftCertainty,
  type ProfileContext,
  sayCertainty,
  sayKm,
  sayStage,
} from './profile-context.ts';

/** How sure the line is from place to place, and which of the corridor's parts have no line at all. */
export function renderAlong(context: ProfileContext): TemplateResult {
  const { profile, words, say } = context;
  const lineless = profile.members.filter(({ track }) => track === null);
  return html`<section part="along">
    <h3 id="along">${words.along}</h3>
    <table aria-labelledby="along">
      <thead>
        <tr>
          <th scope="col">${words.stretch}</th>
          <th scope="col">${words.line}</th>
          <th scope="col">${words.stage}</th>
          <th scope="col">${words.certainty}</th>
        </tr>
      </thead>
      <tbody>
        ${listStretches(profile).map((stretch) => renderStretch(stretch, context))}
      </tbody>
    </table>
    ${
      lineless.length === 0
        ? nothing
        : html`<ul class="lineless">
            ${lineless.map(
              ({ id, name, certainty, horizontalM }) =>
                html`<li data-feature=${id}>
                  <button type="button" class="plain" @click=${() => context.selectFeature(id)}>
                    <bdi>${say(name)}</bdi>
                  </button>
                  <span class="quiet number"
                    >${words.offStrip}${context.isEnglish ? ', ' : '，'}${sayCertainty(context, certainty, horizontalM)}</span
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function renderStretch(stretch: ListedStretch, context: ProfileContext): TemplateResult {
  const { profile, words, say, conventions } = context;
  const { kind, fromKm, toKm, member, track } = stretch;
  const range = html`<td class="number">${fromKm.toFixed(1)}–${sayKm(context, toKm)}</td>`;
  if (kind === 'gap') {
    return html`<tr data-stretch="gap">
      ${range}
      <td colspan="3" class="quiet">${words.gap}</td>
    </tr>`;
  }
  const { id, name, status, certainty } = member ?? profile;
  const tag = kind === 'outside' ? words.outside : track > 0 ? words.beside : null;
  return html`<tr data-feature=${id} data-stretch=${kind}>
    ${range}
    <th scope="row">
      <button type="button" class="plain" @click=${() => context.selectFeature(id)}>
        <bdi>${say(name)}</bdi>
      </button>
      ${tag === null ? nothing : html`<span class="tag">${tag}</span>`}
    </th>
    <td>${sayStage(context, status)}</td>
    <td class="number" data-soft=${isSoftCertainty(conventions, certainty) || nothing}>
      ${sayCertainty(context, certainty, member?.horizontalM ?? null)}
    </td>
  </tr>`;
}
