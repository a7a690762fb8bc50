import { html, type TemplateResult } from 'lit';
import type { BundleManifest, SceneView, Source } from '../../contracts/bundle.ts';
import {
  declareNonSpatial,
  proposeId,
  putLayer,
  putManifest,
  putSource,
  putView,
  removeSource,
  undeclare,
} from '../../core/draft/edits.ts';
import type { EditView } from './edit-view.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';

type Confidence = NonNullable<Source['confidence']>;
const CONFIDENCES: readonly Confidence[] = ['O', 'S', 'I'];

/** Where facts come from, which paragraphs have no place, views, and the plan's own data. */
export class SourcesTab {
  #newTitle = '';
  #viewTitle = '';
  #reasons = new Map<string, string>();

  render(view: EditView): TemplateResult {
    return html`<div class="form">
      ${this.#renderSources(view)} ${this.#renderDeclarations(view)} ${this.#renderViews(view)}
      ${this.#renderLayers(view)} ${this.#renderManifest(view)}
    </div>`;
  }

  #renderSources(view: EditView): TemplateResult {
    const { words, bundle } = view;
    return html`<fieldset class="group">
      <legend>${words.sourcesTitle}</legend>
      <form
        class="inline"
        @submit=${(event: Event) => {
          event.preventDefault();
          const title = this.#newTitle.trim();
          if (title === '') return;
          this.#newTitle = '';
          const id = proposeId(title, 'source', new Set(bundle.sources.map((one) => one.id)));
          view.edit(putSource({ id, title, confidence: 'S' }));
        }}
      >
        ${renderField({
          label: words.sourceTitle,
          name: 'source-title',
          value: this.#newTitle,
          change: (title) => {
            this.#newTitle = title;
          },
          input: (title) => {
            this.#newTitle = title;
          },
        })}
        <button type="submit" class="plain strong" data-control="add-source">
          ${words.addSource}
        </button>
      </form>
      <ul class="rows">
        ${bundle.sources.map((source) => this.#renderSource(view, source))}
      </ul>
    </fieldset>`;
  }

  #renderSource(view: EditView, source: Source): TemplateResult {
    const { words, bundle } = view;
    const used = bundle.features.features.filter(({ properties }) =>
      properties.sources.includes(source.id),
    ).length;
    const line = (label: string, key: 'title' | 'publisher' | 'date' | 'url' | 'licence') =>
      renderField({
        label,
        name: `source-${key}`,
        value: source[key] ?? '',
        change: (value) => {
          const { [key]: _old, ...rest } = source;
          const text = value.trim();
          if (text === '' && key === 'title') return;
          view.edit(putSource((text === '' ? rest : { ...rest, [key]: text }) as Source));
        },
      });
    return html`<li>
      <details>
        <summary>${view.pick(source.title, source.titleEn)} <small>${source.id}</small></summary>
        ${line(words.sourceTitle, 'title')} ${line(words.publisher, 'publisher')}
        ${line(words.date, 'date')} ${line(words.url, 'url')} ${line(words.licence, 'licence')}
        ${renderChoice<Confidence>(
          words.confidence,
          'confidence',
          source.confidence ?? 'S',
          CONFIDENCES.map((value) => ({ value, label: words.confidences[value] })),
          (confidence) => view.edit(putSource({ ...source, confidence })),
        )}
        <button
          type="button"
          class="plain"
          @click=${() => view.edit(removeSource(bundle, source.id))}
        >
          ${words.removeSource(view.pick(source.title, source.titleEn))}
        </button>
      </details>
      <small>${words.usedBy(used)}</small>
    </li>`;
  }

  #renderDeclarations(view: EditView): TemplateResult {
    const { words, bundle } = view;
    const cited = new Set(
      bundle.features.features.flatMap(({ properties }) =>
        properties.planRefs.map(({ doc, para }) => `${doc}/${para}`),
      ),
    );
    const declared = new Map(bundle.nonSpatial.map((one) => [`${one.doc}/${one.para}`, one]));
    const rows = bundle.plan.docs.flatMap((doc) =>
      doc.paragraphs.flatMap((one) => {
        const key = `${doc.id}/${one.id}`;
        return cited.has(key) ? [] : [{ doc: doc.id, key, ...one, found: declared.get(key) }];
      }),
    );
    const open = rows.filter(({ found }) => !found).length;
    return html`<fieldset class="group">
      <legend>${words.nonSpatialTitle}</legend>
      <p class=${open > 0 ? 'warn' : 'quiet'}>
        ${open > 0 ? words.uncited(open) : words.allCovered}
      </p>
      <ul class="rows">
        ${rows.map(
          ({ doc, id, key, title, found }) =>
            html`<li data-para=${id}>
              <button
                type="button"
                class="link"
                lang="zh-Hans"
                @click=${() => view.request({ type: 'select', clause: id, origin: 'card' })}
              >
                ${title}
              </button>
              ${renderField({
                label: words.reason,
                name: 'reason',
                value: this.#reasons.get(key) ?? found?.reason ?? '',
                change: (reason) => {
                  this.#reasons.set(key, reason);
                  if (found && reason.trim() !== '') {
                    view.edit(declareNonSpatial({ ...found, reason: reason.trim() }));
                  }
                },
                input: (reason) => this.#reasons.set(key, reason),
              })}
              ${
                found
                  ? html`<button
                      type="button"
                      class="plain"
                      @click=${() => view.edit(undeclare(doc, id))}
                    >
                      ${words.undeclare}
                    </button>`
                  : html`<button
                      type="button"
                      class="plain"
                      data-control="declare"
                      @click=${() => {
                        const reason = (this.#reasons.get(key) ?? '').trim();
                        if (reason === '') {
                          view.tell(words.reason);
                          return;
                        }
                        view.edit(declareNonSpatial({ doc, para: id, reason }));
                      }}
                    >
                      ${words.declare}
                    </button>`
              }
            </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  #renderViews(view: EditView): TemplateResult {
    const { words, bundle, state } = view;
    return html`<fieldset class="group">
      <legend>${words.viewsTitle}</legend>
      <form
        class="inline"
        @submit=${(event: Event) => {
          event.preventDefault();
          const title = this.#viewTitle.trim();
          if (title === '' || !state.camera) return;
          this.#viewTitle = '';
          const id = proposeId(title, 'view', new Set(bundle.views.map((one) => one.id)));
          const { center, zoom, bearing, pitch } = state.camera;
          const saved: SceneView = {
            id,
            title,
            camera: { center, zoom, bearing, pitch },
            layers: Object.entries(state.layers).flatMap(([layer, { isVisible }]) =>
              isVisible ? [layer] : [],
            ),
            ...(state.selection.features.length > 0 ? { focus: state.selection.features } : {}),
          };
          view.edit(putView(saved));
        }}
      >
        ${renderField({
          label: words.viewTitle,
          name: 'view-title',
          value: this.#viewTitle,
          change: (title) => {
            this.#viewTitle = title;
          },
          input: (title) => {
            this.#viewTitle = title;
          },
        })}
        <button type="submit" class="plain" ?disabled=${!state.camera}>${words.saveView}</button>
      </form>
      <ul class="rows">
        ${bundle.views.map(
          ({ id, title, titleEn }) =>
            html`<li><span>${view.pick(title, titleEn)}</span><small>${id}</small></li>`,
        )}
      </ul>
    </fieldset>`;
  }

  #renderLayers(view: EditView): TemplateResult {
    const { words, bundle } = view;
    return html`<fieldset class="group">
      <legend>${words.layersTitle}</legend>
      <ul class="rows">
        ${bundle.layers.map(
          (layer) =>
            html`<li>
              ${renderField({
                label: `${words.layerName} (${layer.id})`,
                name: 'layer-name',
                value: layer.name,
                change: (value) => {
                  const name = value.trim();
                  if (name !== '') view.edit(putLayer({ ...layer, name }));
                },
              })}
            </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  #renderManifest(view: EditView): TemplateResult {
    const { words, bundle } = view;
    const manifest = bundle.bundle;
    const line = (label: string, key: 'title' | 'titleEn' | 'compiler' | 'mapApproval') =>
      renderField({
        label,
        name: `manifest-${key}`,
        value: manifest[key] ?? '',
        change: (value) => {
          const { [key]: _old, ...rest } = manifest;
          const text = value.trim();
          if (text === '' && key === 'title') return;
          view.edit(putManifest((text === '' ? rest : { ...rest, [key]: text }) as BundleManifest));
        },
      });
    return html`<fieldset class="group">
      <legend>${words.planData}</legend>
      ${line(words.planTitle, 'title')} ${line(words.nameEn, 'titleEn')}
      ${line(words.compiler, 'compiler')} ${line(words.mapApproval, 'mapApproval')}
      ${renderChoice(
        words.disclosure,
        'disclosure',
        manifest.disclosure,
        (['public', 'internal'] as const).map((value) => ({
          value,
          label: words.disclosures[value],
        })),
        (disclosure) => view.edit(putManifest({ ...manifest, disclosure })),
      )}
    </fieldset>`;
  }
}
