import { nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { MapEvent, MapInspection } from '../../contracts/map-port.ts';
import type { CompareSide, CompareState, Sides, ViewerState } from '../../contracts/state.ts';
import { featuresById } from '../../core/lit.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { compareMessages } from '../messages/compare-messages.ts';
import { hasWebgl2 } from '../plan-map/has-webgl2.ts';
import { PickCycle } from '../plan-map/pick-cycle.ts';
import { planMapStyles } from '../plan-map/plan-map-styles.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { compareChooserStyles } from './compare-chooser-styles.ts';
import { compareFieldStyles } from './compare-field-styles.ts';
import { compareHeadStyles } from './compare-head-styles.ts';
import { compareListStyles } from './compare-list-styles.ts';
import { CompareMaps } from './compare-maps.ts';
import { describeCompare, type CompareView } from './compare-view.ts';
import { DifferenceMemo } from './difference-memo.ts';
import { Divider } from './divider.ts';
import { reportMapFailure } from './map-failure.ts';
import { PlanChoice } from './plan-choice.ts';
import { describeMaps, listInputs, type MapsInput } from './maps-input.ts';
import { isAbroad } from './render-apart.ts';
import { renderCompare } from './render-compare.ts';
import { WatchBox } from './watch-box.ts';

/** Narrower than this, the list lies over the whole field and yields to the maps on a choice. */
const LIST_BESIDE_PX = 640;

/**
 * Two maps with one camera: the plan before and after, two flavours, or two plans; one over the
 * other with a divider (卷帘), or side by side. Without WebGL2 the difference stands as a list.
 *
 * @element plan-compare
 * @csspart head - what is compared and how, with the difference in one sentence
 * @csspart label - name of a side, at its corner of the map
 * @csspart divider - slider between the maps
 * @csspart furniture - the buttons, with the north arrow
 * @csspart notes - scale bar and notes
 * @fires plan-map-move - internal: the camera is on its way
 * @fires plan-map-idle - internal: both maps are painted
 */
export class PlanCompare extends AtlasElement {
  static override styles = [
    panelStyles,
    planMapStyles,
    compareHeadStyles,
    compareFieldStyles,
    compareChooserStyles,
    compareListStyles,
  ];

  /** Leaves out the zoom buttons; scale bar and notes stay. */
  @property({ type: Boolean, attribute: 'hide-buttons' }) hideButtons = false;

  @state() private isListOpen = false;
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
  readonly #choice = new PlanChoice({
    atlas: () => this.atlas!,
    compare: () => this.state?.compare ?? null,
    change: (change) => this.request({ type: 'compare', change }),
    changed: () => this.#otherChanged(),
  });
  readonly #divider = new Divider({
    field: () => this.#field()!.getBoundingClientRect(),
    get: () => this.state!.compare.at,
    set: (at, isHeld) => this.#moveDivider(at, isHeld),
  });
  readonly #differences = new DifferenceMemo();
  readonly #picks: Sides<PickCycle> = { left: new PickCycle(), right: new PickCycle() };
  #watch: WatchBox | null = null;
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
    this.#watch = new WatchBox(
      this,
      () => this.#ensureStarted(),
      () => this.#maps.resized(false),
    );
    this.#watch.connect();
    this.#choice.openLinked();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
    /** An element that only moves in the page keeps its maps. */
    setTimeout(() => {
      if (this.isConnected) return;
      this.#maps.dispose();
      this.#choice.other.close();
    });
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return listInputs(now);
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.tool?.name !== 'compare') {
      this.#leave(now);
      return;
    }
    if (now.selection !== before?.selection) this.stranger = null;
    if (now.compare.pair !== before?.compare.pair) this.#choice.open(false);
    this.#choice.openLinked();
    this.#ensureStarted();
    this.#maps.follow(before);
  }

  protected override updated(): void {
    const { layout } = this.state!.compare;
    this.#field()?.style.setProperty('--at', String(this.#at));
    if (this.#drawnLayout !== null && layout !== this.#drawnLayout) this.#maps.resized(true);
    this.#drawnLayout = layout;
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
    if (!this.#watch?.isVisible || !this.isConnected || this.#maps.phase !== 'waiting') return;
    if (!this.#mapsInput()) return;
    this.#canRestart = hasWebgl2();
    if (this.#canRestart) this.#maps.ensureStarted();
    else this.#maps.giveUp(mapMessages[this.state!.lang].map.noWebgl);
  }

  #mapsInput(): MapsInput | null {
    const { bundle, cartography, atlas } = this;
    return bundle && cartography && atlas && this.state
      ? describeMaps(this.state, bundle, cartography, this.#choice.other.bundle)
      : null;
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
    } else if (event.type === 'failure') {
      this.request(reportMapFailure(event.message, this.state!.lang));
    }
  }

  #select(id: string, side: CompareSide): void {
    const other = this.state!.compare.other.side === side ? this.#choice.other.bundle : null;
    if (featuresById(this.bundle!).has(id)) {
      this.request({ type: 'select', feature: id, origin: 'map', fit: false });
    } else this.stranger = (other && featuresById(other).get(id)) ?? null;
  }

  #moveDivider(at: number, isHeld: boolean): void {
    this.heldAt = isHeld ? at : null;
    if (!isHeld) this.request({ type: 'compare', change: { at } });
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
    return describeCompare({
      state: now,
      bundle,
      other: this.#choice.other.state,
      conventions: this.atlas!.conventions,
      cartography: this.cartography,
      flavour: this.flavour!,
      words: compareMessages[now.lang],
      common: this.words.common,
      say: this.say.bind(this),
      pick: this.pick.bind(this),
      difference: this.#differences.of(bundle, this.#choice.other.bundle, now.compare),
      request: (request) => this.request(request),
    });
  }

  #close(): void {
    this.request({ type: 'tool', tool: null });
  }

  /** The map behind has no place for where the other plan lies. */
  #leave({ camera, bundle, goal }: ViewerState): void {
    if (goal.kind !== 'home' && bundle && isAbroad(camera, bundle.bundle.extent)) {
      this.request({ type: 'home' });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { bundle } = this;
    if (!bundle) return nothing;
    const view = this.#describe(bundle);
    const { phase, reason } = this.#maps;
    const isLost = phase === 'lost';
    return renderCompare(view, {
      lost: isLost
        ? { reason, restart: this.#canRestart ? () => this.#maps.restart() : null }
        : null,
      isListOpen: (this.isListOpen || isLost) && view.difference !== null,
      chooser: this.#choice.isOpen ? this.#choice.render(view) : nothing,
      isPainted: this.#maps.isPainted,
      hasButtons: !this.hideButtons,
      at: this.#at,
      divider: this.#divider,
      stranger: this.stranger,
      openChooser: () => this.#choice.open(true),
      toggleList: () => {
        this.isListOpen = !this.isListOpen;
      },
      close: () => this.#close(),
      handleKey: (event) => this.#handleKey(event),
      show: (feature, from) => this.#showFromList(feature, from),
      showPlace: (bounds) => this.#maps.showPlace(bounds),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-compare': PlanCompare;
  }
}
