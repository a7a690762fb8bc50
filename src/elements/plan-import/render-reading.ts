import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  CHARSETS,
  type Charset,
  type CoordinateColumns,
  type CrsCandidate,
  type CrsId,
  type LayerSummary,
} from '../../contracts/import.ts';
import { placeOfData } from '../../core/import-flow/place-of-data.ts';
import { systemOf } from '../../io/crs/systems.ts';
import { renderChoice } from '../shared/render-field.ts';
import type { ImportView } from './import-view.ts';

/** Alternatives that stand open; the rest is a click away. */
const MOST_OPEN = 5;

/** How the chosen layer is read: its characters, its columns, its system. */
export function renderReading(view: ImportView): TemplateResult | typeof nothing {
  const { layer } = view.layers;
  return html`${renderLayers(view)}
  ${
    layer
      ? html`<div class="reading" part="reading">
          ${renderCharset(layer, view)} ${renderColumns(layer, view)} ${renderCrs(layer, view)}
        </div>`
      : nothing
  }`;
}

function renderLayers({ words, files, layers, act }: ImportView): TemplateResult | typeof nothing {
  const all = files.summary.layers;
  if (all.length === 0) return nothing;
  return html`<fieldset class="layers" part="layers">
    <legend>${words.layer}</legend>
    ${all.map((one) => {
      const kinds = Object.entries(one.geometry)
        .map(([kind, count]) => `${words.geometry[kind] ?? kind} ${count}`)
        .join(words.separator);
      return html`<label class="check">
        <input
          type="radio"
          name="layer"
          value=${one.id}
          .checked=${live(layers.layer?.id === one.id)}
          @change=${() => act.chooseLayer(one.id)}
        />
        <span
          ><b>${one.name}</b>
          <small
            >${words.formatNames[one.format]}${words.separator}${words.features(one.count)}${words.separator}${kinds}</small
          ></span
        >
      </label>`;
    })}
  </fieldset>`;
}

function renderCharset(
  { file }: LayerSummary,
  { words, files, act }: ImportView,
): TemplateResult | typeof nothing {
  const guess = files.summary.charsets[file];
  if (!guess) return nothing;
  return html`<div class="charset">
    ${renderChoice<Charset>(
      words.charset,
      'charset',
      guess.charset,
      CHARSETS.map((value) => ({ value, label: words.charsetNames[value] })),
      (charset) => act.reread(file, { charset }),
    )}
    <small>${words.charsetBasis(guess, words.charsetNames[guess.charset])}</small>
    ${guess.sample === '' ? nothing : html`<small>${words.sample(guess.sample)}</small>`}
  </div>`;
}

function renderColumns(
  { file, table }: LayerSummary,
  { words, act }: ImportView,
): TemplateResult | typeof nothing {
  if (!table) return nothing;
  const columns: CoordinateColumns = table.columns ?? { kind: 'xy', x: 0, y: 1 };
  const choices = table.header.map((name, at) => ({
    value: String(at),
    label: name === '' ? String(at + 1) : name,
  }));
  const choose = (next: CoordinateColumns): void => act.reread(file, { columns: next });
  const pick = (label: string, name: string, value: number, put: (at: number) => void) =>
    renderChoice(label, name, String(value), choices, (at) => put(Number(at)));
  return html`<fieldset class="columns">
    <legend>${words.columns}</legend>
    ${table.columns === null ? html`<p data-error role="alert">${words.noColumns}</p>` : nothing}
    <div class="pair">
      ${renderChoice(
        words.columnKind,
        'column-kind',
        columns.kind,
        (['xy', 'one'] as const).map((value) => ({ value, label: words.columnKinds[value] })),
        (kind) =>
          choose(
            kind === 'one'
              ? { kind, column: 0 }
              : { kind, x: 0, y: Math.min(1, choices.length - 1) },
          ),
      )}
      ${
        columns.kind === 'one'
          ? pick(words.columnBoth, 'column', columns.column, (column) =>
              choose({ kind: 'one', column }),
            )
          : html`${pick(words.columnX, 'column-x', columns.x, (x) => choose({ ...columns, x }))}
            ${pick(words.columnY, 'column-y', columns.y, (y) => choose({ ...columns, y }))}`
      }
    </div>
  </fieldset>`;
}

/** A system as a list writes it: `CGCS2000 3°带…（EPSG:4547）`. */
export function nameSystem(crs: CrsId, { words, say, lang }: ImportView): string {
  const system = systemOf(crs);
  if (!system) return words.fileSystem;
  const name = say(system.name);
  if (name.includes(crs)) return name;
  return lang === 'en' ? `${name} (${crs})` : `${name}（${crs}）`;
}

function renderCrs(layer: LayerSummary, view: ImportView): TemplateResult | typeof nothing {
  const { words, layers, say, act } = view;
  if (!layer.extent) return nothing;
  const { choice } = layers;
  const unique = listSystemsOnce(layer.guess.candidates, choice.isSwapped);
  const near = unique.filter(({ isNear }, at) => isNear || at === 0).slice(0, MOST_OPEN);
  const open = unique.filter((one) => near.includes(one) || one.crs === choice.crs);
  const rest = unique.filter((one) => !open.includes(one));
  const system = systemOf(choice.crs);
  const { candidate } = layers;
  return html`<fieldset class="crs" part="crs">
    <legend>${words.crs}</legend>
    <p class="sureness" data-open=${layers.isOpen}>
      <b>${words.sureness[layers.isChosen ? 'chosen' : layer.guess.sureness]}</b>
      ${candidate ? say(candidate.reason) : nothing}
    </p>
    ${renderPlace(view)}
    ${system?.warning ? html`<p class="warn">${say(system.warning)}</p>` : nothing}
    ${
      system && system.errorM > 0 && !system.warning
        ? html`<p><small>${words.crsError(String(system.errorM))}</small></p>`
        : nothing
    }
    <div role="radiogroup" aria-label=${words.near}>
      ${open.map((one) => renderSystem(one, view))}
    </div>
    ${
      rest.length > 0
        ? html`<details class="more">
            <summary>${words.moreSystems(rest.length)}</summary>
            ${rest.map((one) => renderSystem(one, view))}
          </details>`
        : nothing
    }
    <label class="check">
      <input
        type="checkbox"
        name="swapped"
        .checked=${live(choice.isSwapped)}
        @change=${() => act.chooseCrs({ ...choice, isSwapped: !choice.isSwapped })}
      />
      <span>${words.swapped} <small>${words.swappedNote}</small></span>
    </label>
    ${
      view.hasMap
        ? html`<button
            type="button"
            class="plain strong"
            data-control="preview"
            aria-pressed=${view.isShown}
            @click=${act.togglePreview}
          >
            ${view.isShown ? words.hideOnMap : words.showOnMap}
          </button>`
        : html`<p><small>${words.noMap}</small></p>`
    }
    ${layers.preview?.isThinned ? html`<p><small>${words.thinned}</small></p>` : nothing}
  </fieldset>`;
}

/** Of a system's two readings the one that lies in the plan; where that tells nothing, the order in use. */
function listSystemsOnce(
  candidates: readonly CrsCandidate[],
  isSwapped: boolean,
): readonly CrsCandidate[] {
  const once = new Map<CrsId, CrsCandidate>();
  for (const one of candidates) {
    const other = once.get(one.crs);
    const isBetter =
      !other || (one.isNear === other.isNear ? one.isSwapped === isSwapped : one.isNear);
    if (isBetter) once.set(one.crs, one);
  }
  return [...once.values()];
}

function renderSystem(candidate: CrsCandidate, view: ImportView): TemplateResult {
  const { crs, isSwapped } = candidate;
  const { choice } = view.layers;
  return html`<label class="check">
    <input
      type="radio"
      name="crs"
      value=${crs}
      .checked=${live(choice.crs === crs)}
      @change=${() => view.act.chooseCrs({ crs, isSwapped })}
    />
    <span>${nameSystem(crs, view)}</span>
  </label>`;
}

/** Where the layer lies, said in words for those who cannot see it. */
function renderPlace({ words, layers, plan, placeName: title }: ImportView): TemplateResult {
  const { preview } = layers;
  if (!preview) return html`<p role="status">${words.locating}</p>`;
  const place = placeOfData(preview.bounds, plan.bundle.extent);
  const said =
    place.kind === 'outside' || place.kind === 'far'
      ? words.place[place.kind](
          title,
          place.distanceKm.toFixed(0),
          words.directions[place.direction],
        )
      : place.kind === 'nowhere'
        ? words.place.nowhere
        : words.place[place.kind](title);
  return html`<p role="status" class="place" data-place=${place.kind}>${said}</p>`;
}
