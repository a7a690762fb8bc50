import { html, nothing, type TemplateResult } from 'lit';
import { measureGeometry, type GeometrySize } from '../../analysis/measure/measure-geometry.ts';
import { defaultAccuracyM } from '../../core/import-flow/default-accuracy.ts';
import { formatMeasured } from '../../core/format-measured.ts';
import { featuresById } from '../../core/lit.ts';
import { systemOf } from '../../io/crs/systems.ts';
import type { ImportView } from './import-view.ts';

/** The row in hand beside the feature whose geometry it replaces: sizes and certainty, before and after. */
export function renderComparison(view: ImportView): TemplateResult | typeof nothing {
  const { words, link, plan, pick, lang } = view;
  const row = link.inHand;
  if (!row || row.action.type !== 'replace') return nothing;
  const old = featuresById(plan).get(row.action.feature);
  if (!old) return nothing;
  if (!row.taken.geometry) return html`<p data-error>${words.noGeometry}</p>`;
  const [before, after] = [measureGeometry(old.geometry), measureGeometry(row.taken.geometry)];
  const { accuracy, name, nameEn } = old.properties;
  const say = (size: GeometrySize, of: keyof GeometrySize): string => {
    const value = size[of];
    if (value === null) return '—';
    const unit = of === 'lengthM' ? (value < 1000 ? 'm' : 'km') : value < 1e6 ? 'ha' : 'km2';
    return formatMeasured({ value, range: null }, unit, lang);
  };
  const measured = (['lengthM', 'areaM2'] as const).filter(
    (of) => before[of] !== null || after[of] !== null,
  );
  const change = (of: keyof GeometrySize): string => {
    const [was, is] = [before[of], after[of]];
    if (was === null || is === null || was === 0) return '—';
    const percent = ((is - was) / was) * 100;
    return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)}%`;
  };
  const certainty = (text: string, horizontalM: string | undefined): string =>
    horizontalM === undefined ? text : `${text} ±${horizontalM} m`;
  const { certainty: next, horizontal } = link.terms;
  const crsM = systemOf(view.layers.choice.crs)?.errorM ?? 0;
  return html`<table class="comparison">
    <caption>
      ${words.comparison(pick(name, nameEn))}
    </caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col"><span class="key" data-tone="old"></span>${words.before}</th>
        <th scope="col">
          <span class="key" data-tone="new" .style=${`border-color: ${view.previewColour}`}></span
          >${words.after}
        </th>
        <th scope="col">${words.change}</th>
      </tr>
    </thead>
    <tbody>
      ${measured.map(
        (of) =>
          html`<tr>
            <th scope="row">${of === 'lengthM' ? words.length : words.area}</th>
            <td class="number">${say(before, of)}</td>
            <td class="number">${say(after, of)}</td>
            <td class="number">${change(of)}</td>
          </tr>`,
      )}
      <tr>
        <th scope="row">${words.certainty}</th>
        <td>
          ${certainty(
            words.certainties[accuracy.class],
            accuracy.horizontalM === undefined ? undefined : String(accuracy.horizontalM),
          )}
        </td>
        <td>
          ${certainty(words.certainties[next], (horizontal ?? String(defaultAccuracyM(next, crsM))).trim() || undefined)}
        </td>
        <td>${accuracy.class === next ? '—' : '→'}</td>
      </tr>
    </tbody>
  </table>`;
}
