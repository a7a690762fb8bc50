import { html, nothing, type TemplateResult } from 'lit';
import type { BundleLayer, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { ChangeKind } from '../../core/compare-difference.ts';
import { areNeighbours } from '../../core/compare-scene.ts';
import { featuresById } from '../../core/lit.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';
import { drawFeature, swatch } from '../shared/swatch.ts';
import { summarise, type CompareView } from './compare-view.ts';

const MOST_PROBLEMS = 5;

export interface DifferenceOptions {
  /** Goes to a feature of the plan that has it. */
  readonly show: (feature: PlanFeature, bundle: PlanBundle) => void;
  readonly light: (features: readonly string[]) => void;
}

/** The difference in words: what was added, what went, what changed, layer by layer. */
export function renderDifference(view: CompareView, options: DifferenceOptions): TemplateResult {
  const { difference, words, names, bundle, other, state } = view;
  const isBundle = state.compare.pair === 'bundle';
  const otherBundle = isBundle && other.status === 'ready' ? other.bundle : null;
  const isOtherLeft = state.compare.other.side === 'left';
  const left = otherBundle && isOtherLeft ? otherBundle : bundle;
  const right = otherBundle && !isOtherLeft ? otherBundle : bundle;
  if (!difference) return html``;
  const { added, removed, changed } = difference;
  const kinds = new Map(changed.map((change) => [change.id, change.kinds]));
  const isEmpty = added.length + removed.length + changed.length === 0;
  const group = (
    name: string,
    title: string,
    ids: readonly string[],
    from: PlanBundle,
  ): TemplateResult | typeof nothing =>
    ids.length === 0
      ? nothing
      : html`<section class="group" data-group=${name}>
          <h3>${title}</h3>
          ${byLayer(ids, from).map(
            ({ layer, features }) => html`
              <h4>
                ${layer ? view.pick(layer.name, layer.nameEn) : nothing}
                <span class="number">${features.length}</span>
              </h4>
              <ul>
                ${features.map((feature) =>
                  renderRow(view, feature, from, kinds.get(feature.properties.id) ?? [], options),
                )}
              </ul>
            `,
          )}
        </section>`;
  return html`
    <p class="hint whole">${summarise(view)}</p>
    ${otherBundle && !areNeighbours(bundle, otherBundle) ? html`<p class="hint">${words.apart}</p>` : nothing}
    ${renderFaults(view)} ${isEmpty ? html`<p class="hint">${words.noneListed}</p>` : nothing}
    ${group('added', words.addedTo(names.left, names.right, added.length), added, right)}
    ${group('removed', words.removedFrom(names.left, names.right, removed.length), removed, left)}
    ${group(
      'changed',
      words.changedTitle(changed.length),
      changed.map(({ id }) => id),
      bundle,
    )}
  `;
}

interface LayerGroup {
  readonly layer: BundleLayer | undefined;
  readonly features: readonly PlanFeature[];
}

/** In the order of the plan's layers. */
function byLayer(ids: readonly string[], bundle: PlanBundle): readonly LayerGroup[] {
  const byId = featuresById(bundle);
  const features = ids.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(bundle.layers.map(({ id }) => id));
  const groups: readonly LayerGroup[] = [
    ...bundle.layers.map((layer) => ({
      layer,
      features: features.filter(({ properties }) => properties.layer === layer.id),
    })),
    {
      layer: undefined,
      features: features.filter(({ properties }) => !known.has(properties.layer)),
    },
  ];
  return groups.filter((group) => group.features.length > 0);
}

function renderRow(
  view: CompareView,
  feature: PlanFeature,
  bundle: PlanBundle,
  kinds: readonly ChangeKind[],
  { show, light }: DifferenceOptions,
): TemplateResult {
  const { conventions, cartography, common, words, say, pick, state } = view;
  const { id, name, nameEn, status } = feature.properties;
  const stage = conventions.statuses.find((style) => style.status === status);
  const image = cartography && drawFeature(feature, bundle, cartography, view.flavour);
  return html`<li>
    <button
      type="button"
      class="row"
      data-feature=${id}
      aria-pressed=${state.selection.features.includes(id)}
      @click=${() => show(feature, bundle)}
      @pointerenter=${() => light([id])}
      @pointerleave=${() => light([])}
      @focus=${() => light([id])}
      @blur=${() => light([])}
    >
      ${image ? swatch(image) : html`<span class="swatch"></span>`}
      <bdi class="name">${pick(name, nameEn)}</bdi>
      <span class="marks">
        ${kinds.length > 0 ? kinds.map((kind) => words.kinds[kind]).join(common.separator) : nothing}
        ${kinds.length === 0 && stage ? say(stage.name) : nothing}
        ${feature.geometry === null ? html`<span class="tag">${common.textOnly}</span>` : nothing}
      </span>
    </button>
  </li>`;
}

function renderFaults({ other, words, state }: CompareView): TemplateResult | typeof nothing {
  if (state.compare.pair !== 'bundle' || other.status !== 'ready' || other.problems.length === 0) {
    return nothing;
  }
  const { problems } = other;
  return html`<details class="faults">
    <summary>${words.problems(problems.length)}</summary>
    <ul>
      ${problems.slice(0, MOST_PROBLEMS).map(({ code, file, message }) => {
        const named = nameProblem(code, state.lang);
        return html`<li>
          ${named ? html`<strong>${named.what}</strong>` : nothing}
          <span lang="en">${file}: ${message} <code>${code}</code></span>
        </li>`;
      })}
      ${problems.length > MOST_PROBLEMS ? html`<li>+ ${problems.length - MOST_PROBLEMS}</li>` : nothing}
    </ul>
  </details>`;
}
