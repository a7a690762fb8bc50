import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  CERTAINTIES,
  STATUSES,
  type Accuracy,
  type Certainty,
  type PlanFeature,
  type PlanFeatureProperties,
  type Status,
} from '../../contracts/bundle.ts';
import {
  changeFeature,
  createFeature,
  listReferences,
  proposeId,
  removeFeature,
} from '../../core/draft/edits.ts';
import { CiteForm } from './cite-form.ts';
import type { EditView } from './edit-view.ts';
import { GeometryEditor, type GeometryHost } from './geometry-editor.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';

/** Rows drawn at once; the find box narrows the rest. */
const MOST_ROWS = 200;

/** The features of the plan: a list, and the form of the selected one; every field is saved as it is left. */
export class FeaturesTab {
  readonly geometry: GeometryEditor;
  readonly #cites = new CiteForm();
  #query = '';
  #newName = '';
  #open: string | null = null;
  /** Whose form was left last: its row takes the focus back. */
  #left: string | null = null;

  constructor(host: GeometryHost) {
    this.geometry = new GeometryEditor(host);
  }

  render(view: EditView): TemplateResult {
    const selected = view.state.selection.feature;
    const feature = view.bundle.features.features.find(
      ({ properties }) => properties.id === selected,
    );
    const id = feature?.properties.id ?? null;
    if (id !== this.#open) {
      this.#left = this.#open;
      this.#open = id;
      this.geometry.reset();
    }
    return feature ? this.#renderForm(view, feature) : this.#renderList(view);
  }

  #renderList(view: EditView): TemplateResult {
    const { words, bundle, pick } = view;
    const { features } = bundle.features;
    const query = this.#query.trim().toLowerCase();
    const shown = features.filter(({ properties: { id, name, nameEn, ref } }) =>
      [id, name, nameEn ?? '', ref ?? ''].some((text) => text.toLowerCase().includes(query)),
    );
    return html`
      <div class="pair">
        ${renderField({
          label: words.find,
          name: 'find',
          value: this.#query,
          change: () => undefined,
          input: (text) => {
            this.#query = text;
            view.redraw();
          },
        })}
        <form
          class="inline"
          @submit=${(event: Event) => {
            event.preventDefault();
            this.#create(view);
          }}
        >
          ${renderField({
            label: words.newName,
            name: 'new-name',
            value: this.#newName,
            change: (text) => {
              this.#newName = text;
            },
            input: (text) => {
              this.#newName = text;
            },
          })}
          <button type="submit" class="plain strong" data-control="new-feature">
            ${words.newFeature}
          </button>
        </form>
      </div>
      <p class="quiet">
        ${features.length === 0 ? words.none : words.count(shown.length, features.length)}
      </p>
      <ul class="rows">
        ${repeat(
          shown.slice(0, MOST_ROWS),
          ({ properties }) => properties.id,
          ({ properties: { id, name, nameEn, planRefs } }) =>
            html`<li>
              <button
                type="button"
                class="link"
                data-feature=${id}
                ?data-left=${id === this.#left}
                @click=${() => view.request({ type: 'select', feature: id, origin: 'list' })}
              >
                ${pick(name, nameEn)}
              </button>
              <small>${id}</small>
              ${planRefs.length === 0 ? html`<small class="warn">${words.noCites}</small>` : nothing}
            </li>`,
        )}
      </ul>
    `;
  }

  #create(view: EditView): void {
    const name = this.#newName.trim();
    const { bundle } = view;
    if (name === '') return;
    const taken = new Set(bundle.features.features.map(({ properties }) => properties.id));
    const classes = listClasses(view);
    const first = classes[0];
    if (!first) return;
    const [layer = '', kind = ''] = first.value.split('/');
    const id = proposeId(name, 'feature', taken);
    this.#newName = '';
    view.edit(
      createFeature(bundle, {
        type: 'Feature',
        geometry: null,
        properties: {
          id,
          layer,
          kind,
          name,
          status: 'planned',
          planRefs: [],
          sources: bundle.sources[0] ? [bundle.sources[0].id] : [],
          accuracy: { class: 'unknown' },
        },
      }),
    );
    view.request({ type: 'select', feature: id, origin: 'list', fit: false });
  }

  #renderForm(view: EditView, feature: PlanFeature): TemplateResult {
    const { words, bundle, say, cartography, pick } = view;
    const { properties } = feature;
    const { id, accuracy, phase } = properties;
    const change = (patch: Partial<Omit<PlanFeatureProperties, 'id'>>): void =>
      view.edit(changeFeature(bundle, id, patch));
    const text = (value: string): string | undefined => value.trim() || undefined;
    const year = (value: string): number | undefined =>
      /^\d{4}$/.test(value.trim()) ? Number(value) : undefined;
    const accurate = (patch: Partial<Accuracy>): void =>
      change({ accuracy: { ...accuracy, ...patch } });
    return html`
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-control="back"
          @click=${() => view.request({ type: 'clear', origin: 'list' })}
        >
          ← ${words.back}
        </button>
        <strong>${pick(properties.name, properties.nameEn)}</strong>
        <small>${id}</small>
      </div>
      <div class="form">
        <fieldset class="group">
          <legend>${words.name}</legend>
          ${renderField({
            label: words.name,
            name: 'name',
            value: properties.name,
            change: (value) => {
              if (value.trim() !== '') change({ name: value.trim() });
            },
          })}
          ${renderField({
            label: words.nameEn,
            name: 'name-en',
            value: properties.nameEn ?? '',
            change: (value) => change({ nameEn: text(value) }),
          })}
          ${renderField({
            label: words.aka,
            name: 'aka',
            value: (properties.aka ?? []).join('，'),
            change: (value) => {
              const aka = value.split(/[,，、]/).flatMap((one) => text(one) ?? []);
              change({ aka: aka.length > 0 ? aka : undefined });
            },
          })}
          ${renderField({
            label: words.ref,
            name: 'ref',
            value: properties.ref ?? '',
            change: (value) => change({ ref: text(value) }),
          })}
          ${renderChoice(
            words.kind,
            'kind',
            `${properties.layer}/${properties.kind}`,
            withOwn(listClasses(view), `${properties.layer}/${properties.kind}`),
            (value) => {
              const [layer = '', kind = ''] = value.split('/');
              change({ layer, kind });
            },
          )}
          ${renderChoice<Status>(
            words.status,
            'status',
            properties.status,
            STATUSES.map((status) => ({
              value: status,
              label: say(cartography.statuses.find((one) => one.status === status)!.name),
            })),
            (status) => change({ status }),
          )}
          <div class="pair">
            ${renderField({
              label: words.from,
              name: 'from',
              kind: 'number',
              value: String(phase?.from ?? ''),
              change: (value) => change({ phase: tidyPhase({ ...phase, from: year(value) }) }),
            })}
            ${renderField({
              label: words.to,
              name: 'to',
              kind: 'number',
              value: String(phase?.to ?? ''),
              change: (value) => change({ phase: tidyPhase({ ...phase, to: year(value) }) }),
            })}
          </div>
          ${renderField({
            label: words.note,
            name: 'note',
            kind: 'area',
            value: properties.note ?? '',
            change: (value) => change({ note: text(value) }),
          })}
        </fieldset>
        ${this.#cites.render(view, feature)} ${this.geometry.render(view, feature)}
        <fieldset class="group">
          <legend>${words.certainty}</legend>
          ${renderChoice<Certainty>(
            words.certainty,
            'certainty',
            accuracy.class,
            CERTAINTIES.filter((one) => (one === 'unknown') === (feature.geometry === null)).map(
              (one) => ({
                value: one,
                label:
                  words.unknownCertainty[one] ??
                  say(cartography.certainties.find(({ certainty }) => certainty === one)!.name),
              }),
            ),
            (value) => accurate({ class: value }),
          )}
          ${
            feature.geometry
              ? renderField({
                  label: words.horizontal,
                  name: 'horizontal',
                  kind: 'number',
                  value: String(accuracy.horizontalM ?? ''),
                  change: (value) => {
                    const horizontalM = Number(value);
                    if (horizontalM > 0) accurate({ horizontalM });
                  },
                })
              : nothing
          }
          ${renderField({
            label: words.method,
            name: 'method',
            value: accuracy.method ?? '',
            change: (value) => change({ accuracy: withMethod(accuracy, text(value)) }),
          })}
        </fieldset>
        <fieldset class="group">
          <legend>${words.sourcesOf}</legend>
          ${bundle.sources.map(
            ({ id: source, title, titleEn }) =>
              html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${properties.sources.includes(source)}
                  @change=${(event: Event) =>
                    change({
                      sources: (event.target as HTMLInputElement).checked
                        ? [...properties.sources, source]
                        : properties.sources.filter((one) => one !== source),
                    })}
                />
                <span>${pick(title, titleEn)}</span>
              </label>`,
          )}
        </fieldset>
      </div>
      ${view.ask(
        'remove-feature',
        words.remove,
        words.removeAsks(properties.name, listReferences(bundle, id)),
        () => {
          view.request({ type: 'clear', origin: 'list' });
          view.edit(removeFeature(bundle, id));
        },
      )}
    `;
  }
}

function tidyPhase(phase: PlanFeatureProperties['phase']): PlanFeatureProperties['phase'] {
  const entries = Object.entries(phase ?? {}).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function withMethod({ method: _method, ...accuracy }: Accuracy, method?: string): Accuracy {
  return method === undefined ? accuracy : { ...accuracy, method };
}

/** Every kind that the cartography draws and the plan has a layer for. */
export function listClasses({
  bundle,
  cartography,
  say,
}: EditView): readonly { readonly value: string; readonly label: string }[] {
  const layers = new Map(bundle.layers.map((layer) => [layer.id, layer.name]));
  return cartography.themes.flatMap((theme) =>
    theme.classes.flatMap(({ id, layer, kinds, name }) =>
      layers.has(layer)
        ? (kinds ?? [id]).map((kind) => ({
            value: `${layer}/${kind}`,
            label: `${say(theme.name)} › ${say(name)}${(kinds?.length ?? 0) > 1 ? ` (${kind})` : ''}`,
          }))
        : [],
    ),
  );
}

const withOwn = (
  choices: ReturnType<typeof listClasses>,
  value: string,
): ReturnType<typeof listClasses> =>
  choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: value }];
