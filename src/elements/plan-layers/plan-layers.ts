import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ViewerState } from '../../contracts/state.ts';
import {
  buildLegend,
  findDimmed,
  type LegendLayer,
  type LegendRow,
  type LegendTheme,
} from '../../core/build-legend.ts';
import { drawSwatch } from '../../core/draw-swatch.ts';
import { findSeen } from '../../core/find-seen.ts';
import { defaultLayers } from '../../core/initial-state.ts';
import { isOnOwnPage } from '../shared/handout-address.ts';
import { followLegendExtra, legendExtraOf } from '../shared/legend-extras.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { swatch } from '../shared/swatch.ts';
import { planLayersStyles } from './plan-layers-styles.ts';
import { renderKeys } from './render-keys.ts';

/**
 * Layers and legend in one tree: themes, their layers with switch and opacity, and the classes that
 * occur in them, drawn from the table that also feeds the map; then stages and accuracy.
 *
 * @element plan-layers
 * @fires plan-request - internal: asks the atlas to switch layers, light up or look at features
 * @csspart scroller - the scrolling region
 * @csspart theme - a theme with its layers
 * @csspart layer - a layer with its legend
 * @csspart row - a legend row
 * @csspart opacity - a layer's opacity control
 */
export class PlanLayers extends PanelElement {
  static override styles = [panelStyles, planLayersStyles];

  /** Layers whose opacity control is open. */
  #open = new Set<string>();
  #hovered: string | null = null;
  /** What the map shows as these rows are drawn; null without a map. */
  #seen: ReadonlySet<string> | null = null;

  #unfollow: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hovered = null;
    this.#unfollow?.();
    this.#unfollow = null;
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, layers, lens, selection, lang, flavour, hasGraticule, tiles } = state;
    const seen = this.cartography && findSeen(state, this.cartography);
    const hasMap = state.map.status !== 'text-only';
    return [
      ...[bundle, layers, lens, selection.features, lang, flavour, hasGraticule],
      ...[seen, hasMap, tiles],
    ];
  }

  readonly #showAll = (): void => {
    const ids = Object.keys(this.state!.layers);
    this.#request(Object.fromEntries(ids.map((id) => [id, { isVisible: true }])));
  };

  readonly #reset = (): void => {
    if (this.bundle) this.#request(defaultLayers(this.bundle));
  };

  #request(changes: Record<string, { isVisible?: boolean; opacity?: number }>): void {
    this.request({ type: 'layers', changes });
  }

  #switchLayers(layers: readonly LegendLayer[], event: Event): void {
    const isVisible = (event.target as HTMLInputElement).checked;
    this.#request(Object.fromEntries(layers.map((layer) => [layer.layerId, { isVisible }])));
  }

  #toggleOpacity(layerId: string): void {
    if (!this.#open.delete(layerId)) this.#open.add(layerId);
    this.requestUpdate();
  }

  #light(row: LegendRow | null): void {
    const key = row && `${row.layerId} ${row.classId}`;
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.request({
      type: 'hover',
      features: row?.featureIds ?? [],
      phrase: null,
      origin: 'layers',
    });
  }

  protected override render(): TemplateResult {
    const { bundle, cartography, flavour, words, state } = this;
    this.#seen = cartography && findSeen(state!, cartography);
    const legend = bundle && cartography ? buildLegend(bundle, cartography, state!) : [];
    return html`<div
      class="scroller"
      part="scroller"
      lang=${state!.lang}
      role="region"
      tabindex="0"
      aria-label=${words.layers.label}
    >
      ${
        legend.length === 0
          ? html`<p class="empty">
              ${state!.phase === 'loading' ? words.common.loading : words.layers.none}
            </p>`
          : html`<div class="actions">
                <button class="plain" type="button" data-action="show-all" @click=${this.#showAll}>
                  ${words.layers.showAll}
                </button>
                <button class="plain" type="button" data-action="reset" @click=${this.#reset}>
                  ${words.layers.reset}
                </button>
              </div>
              <ul>
                ${legend.map((theme) => this.#renderTheme(theme))}
              </ul>
              ${
                bundle && cartography && flavour
                  ? renderKeys(bundle, cartography, flavour, words, (text) => this.say(text))
                  : nothing
              }`
      }
      ${this.#renderExtra()}
      ${
        bundle
          ? html`<section>
                <label
                  ><input
                    type="checkbox"
                    role="switch"
                    data-graticule
                    .checked=${live(state!.hasGraticule)}
                    @change=${this.#toggleGraticule}
                  />${words.layers.graticule}</label
                >
                ${this.#renderBase()}
              </section>
              <p class="colours">${words.layers.coloursNote}</p>`
          : nothing
      }
    </div>`;
  }

  /** The way to base map and terrain, where the page is the atlas's own. */
  #renderBase(): TemplateResult | typeof nothing {
    if (import.meta.env.MODE === 'standalone' || !isOnOwnPage(this)) return nothing;
    return html`<button
      class="plain"
      type="button"
      data-action="base"
      @click=${() => this.request({ type: 'tool', tool: { name: 'base', target: null } })}
    >
      ${this.words.layers.base}
    </button>`;
  }

  /** What is on the map besides the plan. */
  #renderExtra(): TemplateResult | typeof nothing {
    const { atlas } = this;
    if (!atlas) return nothing;
    this.#unfollow ??= followLegendExtra(atlas.store, () => this.requestUpdate());
    const extra = legendExtraOf(atlas.store);
    if (!extra) return nothing;
    return html`<section class="extra" data-extra>
      <h3>${this.say(extra.title)}</h3>
      <ul>
        ${extra.rows.map(({ name, image }) => html`<li>${swatch(image)} ${this.say(name)}</li>`)}
      </ul>
    </section>`;
  }

  readonly #toggleGraticule = (event: Event): void => {
    this.request({ type: 'graticule', isOn: (event.target as HTMLInputElement).checked });
  };

  #renderTheme(theme: LegendTheme): TemplateResult {
    const { layers } = theme;
    const name = theme.name ? this.say(theme.name) : theme.themeId || this.words.layers.otherTheme;
    const shown = layers.filter((layer) => layer.isVisible).length;
    const [only] = layers;
    const isSingle = layers.length === 1 && only !== undefined;
    const second = isSingle && this.say(only.name) !== name ? this.say(only.name) : null;
    return html`<li
      class="theme"
      part="theme"
      data-theme=${theme.themeId}
      data-layer=${isSingle ? only.layerId : nothing}
      ?data-off=${shown === 0}
    >
      <div class="line">
        <label
          ><input
            type="checkbox"
            data-theme-switch=${theme.themeId}
            data-layer-switch=${isSingle ? only.layerId : nothing}
            .checked=${live(shown === layers.length)}
            .indeterminate=${live(shown > 0 && shown < layers.length)}
            @change=${(event: Event) => this.#switchLayers(layers, event)}
          /><span
            ><bdi>${name}</bdi>${
              second === null ? nothing : html` <bdi class="second">${second}</bdi>`
            }</span
          ></label
        >
        ${isSingle ? this.#renderLayerEnd(only) : nothing}
      </div>
      ${
        isSingle
          ? [this.#renderOpacity(only), this.#renderTiles(only), this.#renderRows(only)]
          : html`<ul class="layers">
              ${layers.map((layer) => this.#renderLayer(layer))}
            </ul>`
      }
    </li>`;
  }

  #renderLayer(layer: LegendLayer): TemplateResult {
    const name = this.say(layer.name);
    const [row] = layer.rows;
    // A layer of one class is its own legend row.
    const only = layer.rows.length === 1 && row ? row : null;
    return html`<li part="layer" data-layer=${layer.layerId} ?data-off=${!layer.isVisible}>
      <div
        class="line"
        @mouseenter=${() => only && this.#light(only)}
        @mouseleave=${() => this.#light(null)}
      >
        <label class="box"
          ><input
            type="checkbox"
            id=${`layer-${layer.layerId}`}
            data-layer-switch=${layer.layerId}
            .checked=${live(layer.isVisible)}
            @change=${(event: Event) => this.#switchLayers([layer], event)}
        /></label>
        ${only ? this.#renderLook(only, name) : nothing}
        <label for=${`layer-${layer.layerId}`} title=${layer.note ? this.say(layer.note) : nothing}
          ><span class="named"
            ><bdi>${name}</bdi>${only ? this.#renderTag(only, name) : nothing}</span
          ></label
        >
        ${this.#renderLayerEnd(layer)}
      </div>
      ${this.#renderOpacity(layer)} ${this.#renderTiles(layer)}
      ${only ? nothing : this.#renderRows(layer)}
    </li>`;
  }

  /** How many of a class the map shows; null when that need not be said: all, the layer is off, or there is no map. */
  #countSeen({ layerId, featureIds }: LegendRow): number | null {
    if (!this.#seen || this.state!.layers[layerId]?.isVisible === false) return null;
    const count = featureIds.filter((id) => this.#seen!.has(id)).length;
    return count === featureIds.length ? null : count;
  }

  /** The number of features: “8”, or “3/8” while the map shows three of them. */
  #renderCount(row: LegendRow): TemplateResult {
    const { words } = this;
    const seen = this.#countSeen(row);
    const dimmed = findDimmed(row, this.state!);
    return html`<span class="count number"
      ><span aria-hidden="true">${seen === null ? row.count : `${seen}/${row.count}`}</span
      ><span class="hidden"
        >${words.common.features(row.count)}${
          seen === null ? nothing : ` · ${words.list.countInView(seen)}`
        }${
          dimmed === null
            ? nothing
            : ` · ${dimmed === 'all' ? words.list.outOfLens : words.layers.drawnOutOfLens}`
        }</span
      ></span
    >`;
  }

  /** The swatch of a layer of one class; leads to its features on the map. */
  #renderLook(row: LegendRow, name: string): TemplateResult {
    const label = this.words.layers.showOnMap(name, row.count);
    return html`<button
      class="look"
      part="row"
      type="button"
      data-class=${row.classId}
      ?data-dim=${findDimmed(row, this.state!) !== null}
      ?data-away=${this.#countSeen(row) === 0}
      aria-label=${label}
      title=${label}
      @focus=${() => this.#light(row)}
      @blur=${() => this.#light(null)}
      @click=${() => this.request({ type: 'fit', features: row.featureIds })}
    >
      ${this.#renderSwatch(row)}
    </button>`;
  }

  #renderLayerEnd(layer: LegendLayer): TemplateResult {
    const { words } = this;
    const [row] = layer.rows;
    const count =
      row && layer.rows.length === 1 && row.count === layer.count
        ? this.#renderCount(row)
        : html`<span class="count number"
            ><span aria-hidden="true">${layer.count}</span
            ><span class="hidden">${words.common.features(layer.count)}</span></span
          >`;
    return html`${count}<button
        class="more"
        type="button"
        aria-expanded=${this.#open.has(layer.layerId) ? 'true' : 'false'}
        aria-label=${words.layers.opacityOf(this.say(layer.name))}
        title=${words.layers.opacity}
        data-opacity-toggle=${layer.layerId}
        @click=${() => this.#toggleOpacity(layer.layerId)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.3" />
          <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </svg>
      </button>`;
  }

  #renderOpacity(layer: LegendLayer): TemplateResult | typeof nothing {
    if (!this.#open.has(layer.layerId)) return nothing;
    const { words } = this;
    return html`<div class="opacity" part="opacity">
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${words.layers.opacityOf(this.say(layer.name))}
        aria-valuetext=${words.layers.percent(layer.opacity)}
        data-opacity=${layer.layerId}
        .value=${live(String(Math.round(layer.opacity * 100)))}
        @input=${(event: Event) =>
          this.#request({
            [layer.layerId]: { opacity: Number((event.target as HTMLInputElement).value) / 100 },
          })}
      /><span class="number">${words.layers.percent(layer.opacity)}</span>
    </div>`;
  }

  /** How a layer's tiles fare; its code is there once some plan has tiles. */
  #renderTiles({ layerId }: LegendLayer): TemplateResult | typeof nothing {
    return this.state!.tiles?.[layerId]
      ? html`<plan-tiles .layer=${layerId}></plan-tiles>`
      : nothing;
  }

  #renderRows(layer: LegendLayer): TemplateResult {
    return html`<ul class="rows">
      ${layer.rows.map((row) => html`<li>${this.#renderRow(row)}</li>`)}
    </ul>`;
  }

  #renderSwatch(row: LegendRow): TemplateResult {
    const { cartography, flavour } = this;
    const dash = cartography?.statuses.find((style) => style.status === row.status)?.dash ?? null;
    const image =
      cartography && flavour
        ? drawSwatch(row.featureClass, flavour, cartography, {
            dash,
            isSoft: row.isSoft,
            status: row.status ?? 'existing',
          })
        : null;
    return image ? swatch(image) : html`<span></span>`;
  }

  /** Says 推断 unless the name itself does. */
  #renderTag(row: LegendRow, name: string): TemplateResult | typeof nothing {
    const { inferredShort } = this.words.common;
    return row.isInferred && !name.toLowerCase().includes(inferredShort.toLowerCase())
      ? html`<span class="tag" data-kind="inferred">${inferredShort}</span>`
      : nothing;
  }

  #renderRow(row: LegendRow): TemplateResult {
    const { words } = this;
    const name = this.say(row.name);
    return html`<button
      class="row"
      part="row"
      type="button"
      data-class=${row.classId}
      ?data-dim=${findDimmed(row, this.state!) !== null}
      ?data-away=${this.#countSeen(row) === 0}
      title=${words.layers.showOnMap(name, row.count)}
      @mouseenter=${() => this.#light(row)}
      @mouseleave=${() => this.#light(null)}
      @focus=${() => this.#light(row)}
      @blur=${() => this.#light(null)}
      @click=${() => this.request({ type: 'fit', features: row.featureIds })}
    >
      ${this.#renderSwatch(row)}
      <span class="named">${name}${this.#renderTag(row, name)}</span>
      ${this.#renderCount(row)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-layers': PlanLayers;
  }
}
