import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { MapEvent, MapInspection } from '../../contracts/map-port.ts';
import type { CompareSide, CompareState, Sides, ViewerState } from '../../contracts/state.ts';
import { viewSide } from '../../core/compare-scene.ts';
import { featuresById } from '../../core/lit.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { compareMessages } from '../messages/compare-messages.ts';
import { hasWebgl2 } from '../plan-map/has-webgl2.ts';
import { PickCycle } from '../plan-map/pick-cycle.ts';
import { planMapStyles } from '../plan-map/plan-map-styles.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { CompareMaps, type MapsInput } from './compare-maps.ts';
import { nameSides, type CompareView } from './compare-view.ts';
import { DifferenceMemo } from './difference-memo.ts';
import { Divider } from './divider.ts';
import { OtherPlan } from './other-plan.ts';
import { planCompareStyles } from './plan-compare-styles.ts';
import { renderChooser } from './render-chooser.ts';
import { renderDifference } from './render-difference.ts';
import { renderLost, renderOverMaps } from './render-field.ts';
import { renderHead } from './render-head.ts';

/** Narrower than this, the list lies over the whole field and yields to the maps on a choice. */
const LIST_BESIDE_PX = 640;

/**
 * Two maps with one camera: the plan before and after, two flavours, or two plans; one over the
 * other with a divider (卷帘), or side by side. Without WebGL2 the difference stands as a list.
 *
 * @csspart head - what is compared and how, with the difference in one sentence
 * @csspart label - name of a side, at its corner of the map
 * @csspart divider - slider between the maps
 * @csspart furniture - scale bar, buttons and notes
 * @fires plan-map-move - internal: the camera is on its way
 * @fires plan-map-idle - internal: both maps are painted
 */
export class PlanCompare extends AtlasElement {
  static override styles = [panelStyles, planMapStyles, planCompareStyles];

  /** Leaves out the zoom buttons; scale bar and notes stay. */
  @property({ type: Boolean, attribute: 'hide-buttons' }) hideButtons = false;

  @state() private isListOpen = false;
  @state() private isChooserOpen = false;
  /** Where the divider is while it is dragged; the state has it once it is let go. */
  @state() private heldAt: number | null = null;
  /** A feature that was picked and that only the other plan has. */
  @state() private stranger: PlanFeature | null = null;

  readonly #maps = new CompareMaps({
    input: () => this.#mapsInput(),
    loadMap: () => this.atlas!.loadMap(),
    boxes: async () => {
      await this.updateComplete;
      return this.#boxes();
    },
    request: (request) => this.request(request),
    hear: (side, event) => this.#hear(side, event),
    tell: (type) => this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })),
    changed: () => this.#mapsChanged(),
  });
  readonly #other = new OtherPlan(
    () => this.atlas!.loadBundle,
    () => this.#otherChanged(),
  );
  readonly #divider = new Divider({
    field: () => this.#field()!.getBoundingClientRect(),
    get: () => this.state!.compare.at,
    set: (at, isHeld) => this.#moveDivider(at, isHeld),
  });
  readonly #differences = new DifferenceMemo();
  readonly #picks: Sides<PickCycle> = { left: new PickCycle(), right: new PickCycle() };
  #visibility: IntersectionObserver | null = null;
  #size: ResizeObserver | null = null;
  #isVisible = false;
  /** Without WebGL2 there is nothing to try again. */
  #canRestart = false;
  #drawnLayout: CompareState['layout'] | null = null;
  /**
   * What the renderers really show; null before the maps have started. For the project's own tests.
   * @internal
   */
  get inspections(): Sides<MapInspection> | null {
    const { pair } = this.#maps;
    return pair && { left: pair.port('left').inspection, right: pair.port('right').inspection };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility = new IntersectionObserver(
      (entries) => {
        this.#isVisible = entries.some(({ isIntersecting }) => isIntersecting);
        this.#ensureStarted();
      },
      { rootMargin: '200px' },
    );
    this.#visibility.observe(this);
    this.#openLinked();
    this.#size = new ResizeObserver(() => this.#maps.resized(false));
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility?.disconnect();
    this.#visibility = null;
    this.#size?.disconnect();
    /** An element that only moves in the page keeps its maps. */
    setTimeout(() => {
      if (this.isConnected) return;
      this.#maps.dispose();
      this.#other.close();
    });
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [
      now.bundle,
      now.selection,
      now.hover,
      now.highlight,
      now.layers,
      now.lens,
      now.flavour,
      now.lang,
      now.goal,
      now.padding,
      now.hasGraticule,
      now.camera,
      now.gestures,
      now.compare,
    ];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.selection !== before?.selection) this.stranger = null;
    if (now.compare.pair !== before?.compare.pair) this.isChooserOpen = false;
    this.#openLinked();
    this.#ensureStarted();
    this.#maps.follow(before);
  }

  protected override updated(): void {
    const { layout } = this.state!.compare;
    this.#field()?.style.setProperty('--at', String(this.#at));
    if (this.#drawnLayout !== null && layout !== this.#drawnLayout) this.#maps.resized(true);
    this.#drawnLayout = layout;
  }

  /** The plan that the link or the state names; what is there or on its way is left alone. */
  #openLinked(): void {
    const { pair, other } = this.state?.compare ?? {};
    if (pair === 'bundle' && other?.src && other.src !== this.#other.src) {
      this.#other.openAddress(other.src);
    }
  }

  get #at(): number {
    return this.heldAt ?? this.state!.compare.at;
  }

  #field(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.field');
  }

  #boxes(): Sides<HTMLElement> | null {
    const left = this.renderRoot.querySelector<HTMLElement>('#left');
    const right = this.renderRoot.querySelector<HTMLElement>('#right');
    return this.isConnected && left && right ? { left, right } : null;
  }

  #ensureStarted(): void {
    if (!this.#isVisible || !this.isConnected || this.#maps.phase !== 'waiting') return;
    if (!this.#mapsInput()) return;
    this.#canRestart = hasWebgl2();
    if (this.#canRestart) this.#maps.ensureStarted();
    else this.#maps.giveUp(mapMessages[this.state!.lang].map.noWebgl);
  }

  #mapsInput(): MapsInput | null {
    const { bundle, cartography, atlas } = this;
    if (!bundle || !cartography || !atlas || !this.state) return null;
    const { lang } = this.state;
    const { cooperative } = mapMessages[lang].map;
    /** Out of sight until the other plan is there. */
    const own = { bundle, flavour: this.state.flavour, statuses: null };
    const view = (side: CompareSide) =>
      viewSide(this.state!, side, bundle, this.#other.bundle) ?? own;
    return {
      state: this.state,
      bundle,
      cartography,
      views: { left: view('left'), right: view('right') },
      labels: compareMessages[lang].maps,
      locale: {
        'CooperativeGesturesHandler.WindowsHelpText': cooperative.windows,
        'CooperativeGesturesHandler.MacHelpText': cooperative.mac,
        'CooperativeGesturesHandler.MobileHelpText': cooperative.touch,
      },
    };
  }

  #mapsChanged(): void {
    const { phase, reason } = this.#maps;
    if (phase === 'lost') {
      const words = mapMessages[this.state!.lang].map;
      /** So that who waits for the map no longer does; a map that runs behind is left alone. */
      if (this.state!.map.status !== 'ready') {
        this.request({ type: 'map-status', status: 'text-only', reason: reason ?? words.lost });
      }
    }
    this.requestUpdate();
  }

  #otherChanged(): void {
    if (this.#other.state.status === 'ready') this.isChooserOpen = false;
    this.requestUpdate();
    if (this.state) this.#maps.follow(this.state);
  }

  #hear(side: CompareSide, event: MapEvent): void {
    if (event.type === 'pick') {
      const feature = this.#picks[side].next(event.features, event.point);
      if (feature === null) this.request({ type: 'clear', origin: 'map' });
      else this.#select(feature, side);
    } else if (event.type === 'hover') {
      this.request({ type: 'hover', features: event.features, phrase: null, origin: 'map' });
    } else if (event.type === 'failure') this.#report(event.message);
  }

  #select(id: string, side: CompareSide): void {
    const other = this.state!.compare.other.side === side ? this.#other.bundle : null;
    if (featuresById(this.bundle!).has(id)) {
      this.request({ type: 'select', feature: id, origin: 'map', fit: false });
    } else this.stranger = (other && featuresById(other).get(id)) ?? null;
  }

  #report(message: string): void {
    this.request({
      type: 'notify',
      notice: {
        id: 'map-failure',
        severity: 'warning',
        problem: {
          code: 'map-failure',
          severity: 'warning',
          file: 'map',
          message,
          remedy: mapMessages[this.state!.lang].map.reload,
        },
      },
    });
  }

  #moveDivider(at: number, isHeld: boolean): void {
    this.heldAt = isHeld ? at : null;
    if (!isHeld) this.request({ type: 'compare', change: { at } });
  }

  #openAddress(src: string): void {
    const { other } = this.state!.compare;
    if (other.src === src) this.#other.openAddress(src);
    else this.request({ type: 'compare', change: { other: { ...other, src } } });
  }

  /** A file has no address, so a link to it cannot be given. */
  #openFile(file: File): void {
    const { other } = this.state!.compare;
    this.request({ type: 'compare', change: { other: { ...other, src: null } } });
    this.#other.openFile(file);
  }

  #cancelChoice(): void {
    if (this.#other.state.status === 'ready') {
      this.isChooserOpen = false;
      return;
    }
    this.#other.close();
    const { other } = this.state!.compare;
    this.request({ type: 'compare', change: { other: { ...other, src: null } } });
  }

  #showFromList(feature: PlanFeature, bundle: PlanBundle): void {
    const { id } = feature.properties;
    if (this.clientWidth < LIST_BESIDE_PX && this.#maps.phase !== 'lost') this.isListOpen = false;
    if (featuresById(this.bundle!).has(id)) {
      this.request({ type: 'select', feature: id, origin: 'list' });
      return;
    }
    this.stranger = feature;
    this.#maps.show(bundle, [id]);
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isListOpen) return;
    event.preventDefault();
    this.isListOpen = false;
    this.renderRoot.querySelector<HTMLElement>('[data-control=list]')?.focus();
  }

  #describe(bundle: PlanBundle): CompareView {
    const now = this.state!;
    const base = {
      state: now,
      bundle,
      other: this.#other.state,
      conventions: this.atlas!.conventions,
      cartography: this.cartography,
      flavour: this.flavour!,
      words: compareMessages[now.lang],
      common: this.words.common,
      say: this.say.bind(this),
      pick: this.pick.bind(this),
    };
    return {
      ...base,
      names: nameSides(base),
      difference: this.#differences.of(bundle, this.#other.bundle, now.compare),
      request: (request) => this.request(request),
      change: (change) => this.request({ type: 'compare', change }),
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { bundle } = this;
    if (!bundle) return nothing;
    const view = this.#describe(bundle);
    const { compare } = view.state;
    const hasMaps = this.#maps.phase !== 'lost';
    const waits = compare.pair === 'bundle' && view.other.status !== 'ready';
    const isListOpen = (this.isListOpen || !hasMaps) && view.difference !== null;
    const chooser =
      compare.pair === 'bundle' && (waits || this.isChooserOpen)
        ? this.#renderChooser(view)
        : nothing;
    return html`
      <section
        class="compare"
        aria-label=${view.words.label}
        lang=${view.state.lang}
        @keydown=${(event: KeyboardEvent) => this.#handleKey(event)}
      >
        ${renderHead(view, {
          isListOpen,
          hasMaps,
          toggleList: () => {
            this.isListOpen = !this.isListOpen;
          },
        })}
        ${
          hasMaps
            ? html`<div class="body">
                ${this.#renderList(view, isListOpen)} ${this.#renderField(view, chooser, waits)}
              </div>`
            : html`<div class="body" data-lost>
                ${renderLost(view, this.#maps.reason, this.#canRestart ? () => this.#maps.restart() : null)}
                ${chooser} ${this.#renderList(view, isListOpen)}
              </div>`
        }
      </section>
    `;
  }

  #renderList(view: CompareView, isOpen: boolean): TemplateResult {
    return html`<section
      id="differences"
      class="differences"
      aria-label=${view.words.list}
      tabindex="-1"
      ?hidden=${!isOpen}
    >
      ${
        isOpen
          ? renderDifference(view, {
              show: (feature, from) => this.#showFromList(feature, from),
              light: (features) =>
                this.request({ type: 'hover', features, phrase: null, origin: 'list' }),
            })
          : nothing
      }
    </section>`;
  }

  #renderField(
    view: CompareView,
    chooser: TemplateResult | typeof nothing,
    waits: boolean,
  ): TemplateResult {
    const { pair, layout, other } = view.state.compare;
    return html`<div
      class="field"
      data-pair=${pair}
      data-layout=${layout}
      data-waits=${waits ? other.side : 'none'}
    >
      ${this.#renderBox(view, 'left')} ${this.#renderBox(view, 'right')}
      ${this.#renderOverMaps(view)} ${chooser}
    </div>`;
  }

  #renderBox({ words, names, common }: CompareView, side: CompareSide): TemplateResult {
    return html`<div
      id=${side}
      class="box"
      role="region"
      aria-label="${words.maps[side]}${common.colon}${names[side]}"
    ></div>`;
  }

  #renderOverMaps(view: CompareView): TemplateResult {
    return renderOverMaps(view, {
      isPainted: this.#maps.isPainted,
      hasButtons: !this.hideButtons,
      at: this.#at,
      divider: this.#divider,
      stranger: this.stranger,
      openChooser: () => {
        this.isChooserOpen = true;
      },
    });
  }

  #renderChooser(view: CompareView): TemplateResult {
    const canCancel = view.other.status === 'loading' || view.other.status === 'ready';
    return renderChooser(view, {
      openAddress: (src) => this.#openAddress(src),
      openFile: (file) => this.#openFile(file),
      cancel: canCancel ? () => this.#cancelChoice() : null,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-compare': PlanCompare;
  }
}
