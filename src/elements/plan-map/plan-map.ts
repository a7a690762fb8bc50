import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LngLat } from '../../contracts/bundle.ts';
import type {
  MapEvent,
  MapInspection,
  MapModule,
  MapPort,
  MoveOptions,
  SceneStyle,
} from '../../contracts/map-port.ts';
import type { MeasureStep, ViewerState } from '../../contracts/state.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { labelPoint } from '../../core/geometry.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { featuresById } from '../../core/lit.ts';
import { stepMeasure } from '../../core/measure-state.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { isMapHeld, publishMap, type TakePicture } from '../shared/live-map.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { hasWebgl2 } from './has-webgl2.ts';
import {
  answerDrag,
  answerMeasureKey,
  answerPick,
  drawnOf,
  hasCross,
  isMeasuring,
} from './measure-on-map.ts';
import { PickCycle } from './pick-cycle.ts';
import { planMapStyles } from './plan-map-styles.ts';
import { renderCross, renderFurniture } from './render-furniture.ts';
import { renderOutline, type Poster } from './render-outline.ts';
import { renderPicture } from './render-picture.ts';
import type { SleepingHost, SleepingMap } from './sleeping-map.ts';

const EDGE_PX = 36;
/** A map starts this far out of sight. */
const NEAR = '200px';
const RESTORE_WAIT_MS = 2000;
const MAX_RESTARTS = 3;

/**
 * The map. Starts when it is first visible; without WebGL2 it says so and leaves the rest working.
 *
 * @csspart map - the map's area
 * @csspart furniture - scale bar, north arrow, buttons and notes
 * @fires plan-map-move - internal: the camera is on its way, or what is drawn has moved
 * @fires plan-map-idle - internal: everything visible is painted
 */
export class PlanMap extends AtlasElement {
  static override styles = [panelStyles, planMapStyles];

  /** Leaves out the zoom buttons; scale bar and notes stay. */
  @property({ type: Boolean, attribute: 'hide-buttons' }) hideButtons = false;

  /** Device pixels per CSS pixel, for pictures in print; default: the window's. Taken at the start. */
  @property({ type: Number, attribute: 'pixel-ratio' }) pixelRatio: number | undefined;

  /** However many maps the page holds, this one never sleeps. */
  @property({ type: Boolean, attribute: 'stays-awake' }) staysAwake = false;

  @state() private isPainted = false;
  @state() private isStopped = false;
  /** A poster that did not load: the outline stands in its place. */
  @state() private missingPoster: string | null = null;

  #module: MapModule | null = null;
  #port: MapPort | null = null;
  #isStarting = false;
  #style: SceneStyle | null = null;
  #goalSerial = -1;
  #size: ResizeObserver | null = null;
  #picks = new PickCycle();
  #visibility: IntersectionObserver | null = null;
  #isVisible = false;
  #sleep: SleepingMap | null = null;
  #waiting: AbortController | null = null;
  #restoreTimer: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility = new IntersectionObserver(
      (entries) => {
        this.#isVisible = entries.at(-1)!.isIntersecting;
        if (!this.#isWelcome()) this.#waiting?.abort();
        this.#ensureStarted();
        this.#module?.reviewSeats();
      },
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    this.#visibility.observe(this);
    this.#size = new ResizeObserver(() => this.#keepHome());
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility?.disconnect();
    this.#visibility = null;
    this.#size?.disconnect();
    /** An element that only moves in the page keeps its map. */
    setTimeout(() => {
      if (this.isConnected) return;
      this.#isVisible = false;
      this.#waiting?.abort();
      this.#dispose();
      this.#sleep?.forget();
    });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    return [...listDrawn(state), state.goal, state.map, state.camera, state.gestures];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    this.#ensureStarted();
    if (before) this.#tellSleeper(state, before);
    if (before && state.gestures !== before.gestures) this.#port?.setGestures(state.gestures);
    this.#applyScene();
    this.#followGoal();
  }

  /** Position of a feature's anchor in the window's CSS pixels; null when it has none or is out of view. */
  getAnchor(featureId: string): { readonly x: number; readonly y: number } | null {
    const feature = this.bundle && featuresById(this.bundle).get(featureId);
    const at = feature ? labelPoint(feature) : null;
    return at && (this.isPainted || this.#sleep?.picture) ? this.projectToWindow(at) : null;
  }

  /** A position in the window's CSS pixels; null before the map has started or when out of view. */
  projectToWindow(position: LngLat): { readonly x: number; readonly y: number } | null {
    const at = this.#port ? this.#port.project(position) : this.#sleep?.project(position);
    if (!at) return null;
    const { clientWidth, clientHeight } = this;
    if (at.x < 0 || at.y < 0 || at.x > clientWidth || at.y > clientHeight) return null;
    const box = this.getBoundingClientRect();
    // The page may show the atlas larger or smaller than it is laid out.
    return {
      x: box.left + (at.x * box.width) / clientWidth,
      y: box.top + (at.y * box.height) / clientHeight,
    };
  }

  /** Whether there is a map to take a picture of; one that sleeps wakes for it. */
  get hasStarted(): boolean {
    return this.#port !== null || this.#sleep?.isAsleep === true;
  }

  /** The map as PNG once all is at rest, without what stands over it; rejects before it has started. */
  capture(): Promise<Blob> {
    return this.hasStarted
      ? this.#take('at rest')
      : Promise.reject(new Error('map: it has not started, so there is no picture of it.'));
  }

  readonly #take: TakePicture = (when) =>
    this.#sleep!.whileAwake((port) => (when === 'now' ? port.captureAtOnce() : port.capture()));

  /**
   * What the renderer really shows; null before the map has started. For the project's own tests.
   * @internal
   */
  get inspection(): MapInspection | null {
    return this.#port?.inspection ?? null;
  }

  /** It may start here and now: it is near, or someone asks for it. */
  #isWelcome(): boolean {
    return this.#isVisible || this.#sleep?.isWanted === true;
  }

  #ensureStarted(): void {
    if (this.#isStarting || this.#port || !this.#isWelcome() || !this.isConnected) return;
    if (!this.bundle || !this.cartography || !this.atlas || this.isStopped) return;
    /** Set first: the start tells its status, and the answer comes back here. */
    this.#isStarting = true;
    const waiting = new AbortController();
    this.#waiting = waiting;
    void this.#startMap(waiting.signal).finally(() => {
      this.#isStarting = false;
      this.#waiting = null;
      // It went out of sight and is back, while nobody looked.
      if (waiting.signal.aborted) this.#ensureStarted();
    });
  }

  async #startMap(signal: AbortSignal): Promise<void> {
    const words = mapMessages[this.state!.lang].map;
    if (!hasWebgl2()) {
      this.request({ type: 'map-status', status: 'text-only', reason: words.noWebgl });
      return;
    }
    if (!this.#sleep?.isAsleep) this.request({ type: 'map-status', status: 'starting' });
    try {
      const [module, { SleepingMap: Sleeper }] = await Promise.all([
        this.atlas!.loadMap(),
        import('./sleeping-map.ts'),
      ]);
      this.#module = module;
      this.#sleep ??= new Sleeper(this.#sleepingHost);
      const released = await module.takeSeat(this.#sleep.seat, signal);
      try {
        await this.#openPort(module, this.#sleep, released);
      } finally {
        if (!this.#port) released();
      }
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error : new Error(String(error));
      this.request({ type: 'map-status', status: 'text-only', reason: reason.message });
      this.#sleep?.failed(reason);
    }
  }

  async #openPort(module: MapModule, sleep: SleepingMap, released: () => void): Promise<void> {
    await this.updateComplete;
    const container = this.renderRoot.querySelector<HTMLElement>('#map');
    if (!this.isConnected || !container || !this.state || !this.bundle) return;
    const words = mapMessages[this.state.lang].map;
    const port = await module.createMap({
      container,
      style: this.#buildStyleIfChanged(),
      camera: this.#startCamera(),
      padding: this.#padding(),
      gestures: this.state.gestures,
      locale: {
        'Map.Title': words.label,
        'CooperativeGesturesHandler.WindowsHelpText': words.cooperative.windows,
        'CooperativeGesturesHandler.MacHelpText': words.cooperative.mac,
        'CooperativeGesturesHandler.MobileHelpText': words.cooperative.touch,
      },
      prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      pixelRatio: this.pixelRatio,
      released,
    });
    if (!this.isConnected) {
      port.dispose();
      return;
    }
    const isWaking = sleep.isAsleep;
    this.#port = port;
    sleep.started(port);
    publishMap(this.atlas!.store, { port, element: this }, this.#take);
    port.listen((event) => this.#hear(event));
    if (this.state.map.status !== 'ready') this.request({ type: 'map-status', status: 'ready' });
    this.#applyScene();
    // What was asked for while it slept is where it wakes.
    this.#followGoal(isWaking);
  }

  readonly #sleepingHost: SleepingHost = {
    element: this,
    port: () => this.#port,
    isPainted: () => this.isPainted,
    isNear: () => this.#isVisible,
    isInUse: () =>
      this.staysAwake ||
      (this.state !== null && hasCross(this.state)) ||
      isMapHeld(this.atlas!.store),
    drawn: () => (this.state ? [this.cartography, ...listDrawn(this.state)] : []),
    start: () => this.#ensureStarted(),
    review: () => this.#module?.reviewSeats(),
    end: () => this.#fallAsleep(),
    redraw: () => this.requestUpdate(),
  };

  #tellSleeper(state: ViewerState, before: ViewerState): void {
    if (state.goal.serial !== before.goal.serial) this.#sleep?.lead(state.goal);
    else if (!isSameList(listDrawn(state), listDrawn(before))) this.#sleep?.follow();
  }

  #buildStyle(): SceneStyle {
    return this.#module!.buildStyle(
      this.bundle!,
      this.cartography!,
      this.flavour!,
      this.state!.lang,
    );
  }

  /** A camera that was asked for before the map started; a fit is done once the size is known. */
  #startCamera(): ViewerState['camera'] {
    const { goal, camera } = this.state!;
    if (this.#sleep?.isAsleep && goal.kind !== 'home') return this.#sleep.camera;
    if (goal.kind === 'camera' && goal.camera.center && goal.camera.zoom !== undefined) {
      this.#goalSerial = goal.serial;
      return {
        center: goal.camera.center,
        zoom: goal.camera.zoom,
        bearing: 0,
        pitch: 0,
        ...goal.camera,
      };
    }
    if (goal.kind === 'home') this.#goalSerial = goal.serial;
    return goal.kind === 'home' ? null : camera;
  }

  #applyScene(): void {
    if (!this.#port || !this.bundle || !this.cartography || !this.state) return;
    const style = this.#buildStyleIfChanged();
    this.#port.apply(this.#module!.buildScene(this.state, this.bundle, this.cartography, style));
  }

  #styleInputs: readonly unknown[] = [];

  #buildStyleIfChanged(): SceneStyle {
    const inputs = [this.bundle, this.flavour, this.state!.lang];
    if (!this.#style || inputs.some((input, index) => input !== this.#styleInputs[index])) {
      this.#style = this.#buildStyle();
      this.#styleInputs = inputs;
    }
    return this.#style;
  }

  #followGoal(isAtOnce = false): void {
    const { state } = this;
    if (!this.#port || !state || state.goal.serial === this.#goalSerial) return;
    const { goal } = state;
    this.#goalSerial = goal.serial;
    const options: MoveOptions = {
      padding: this.#padding(),
      isInstant: isAtOnce || goal.isInstant,
    };
    switch (goal.kind) {
      case 'none':
        break;
      case 'home':
        this.#port.fit(this.#style!.home, options);
        break;
      case 'features': {
        const bounds = featureBounds(this.bundle!, goal.features);
        if (bounds) this.#port.fit(bounds, options);
        break;
      }
      case 'camera':
        this.#port.moveTo(goal.camera, options);
        break;
      case 'zoom':
        this.#port.moveTo({ zoom: this.#port.getCamera().zoom + goal.by }, options);
        break;
      case 'pan':
        this.#port.panBy(goal.byPx, options);
        break;
      default:
        return goal satisfies never;
    }
  }

  /** While the whole county is shown, it stays whole when the map's size changes. */
  #keepHome(): void {
    if (!this.#port || !this.#style || this.state?.goal.kind !== 'home') return;
    this.#port.resize();
    this.#port.fit(this.#style.home, { padding: this.#padding(), isInstant: true });
  }

  #padding(): MoveOptions['padding'] {
    const { width, height } = this.getBoundingClientRect();
    const { top, right, bottom, left } = this.state!.padding;
    const edge = Math.min(EDGE_PX, width / 8, height / 8);
    return { top: top + edge, right: right + edge, bottom: bottom + edge, left: left + edge };
  }

  #hear(event: MapEvent): void {
    switch (event.type) {
      case 'pick':
        if (isMeasuring(this.state!)) this.#stepMeasure(answerPick(event, this.state!));
        else this.#choose(event);
        break;
      case 'drag':
        this.#stepMeasure(answerDrag(event, this.state!));
        break;
      case 'hover':
        this.request({ type: 'hover', features: event.features, phrase: null, origin: 'map' });
        break;
      case 'camera':
        this.request({
          type: 'camera-moved',
          camera: event.camera,
          bounds: event.bounds,
          frame: event.frame,
          isByUser: event.isByUser,
        });
        this.#sleep!.arrived();
        this.#tell('plan-map-move');
        break;
      case 'move':
        this.#sleep!.moving();
        this.#tell('plan-map-move');
        break;
      case 'load':
        this.#sleep!.loaded();
        break;
      case 'idle':
        this.#becomePainted();
        break;
      case 'failure':
        this.#report(event.message);
        break;
      case 'context-lost':
        this.isPainted = false;
        this.#restoreTimer = setTimeout(() => this.#restart(), RESTORE_WAIT_MS);
        break;
      case 'context-restored':
        clearTimeout(this.#restoreTimer);
        break;
      default:
        return event satisfies never;
    }
  }

  /** The picture goes; whoever stood on it with the keyboard stands on the map. */
  #becomePainted(): void {
    const isOnPicture = this.shadowRoot!.activeElement?.matches('.picture') === true;
    this.isPainted = true;
    this.#sleep!.painted(this.#port!);
    if (isOnPicture) {
      this.renderRoot.querySelector('canvas')?.focus({ preventScroll: true });
    }
    this.#tell('plan-map-idle');
  }

  #choose(event: Extract<MapEvent, { type: 'pick' }>): void {
    const feature = this.#picks.next(event.features, event.point);
    if (feature === null) this.request({ type: 'clear', origin: 'map' });
    else this.request({ type: 'select', feature, origin: 'map', fit: false });
  }

  /** The context did not come back: build the map anew, three times at most. */
  #restart(): void {
    this.#restarts += 1;
    this.#dispose();
    if (this.#restarts > MAX_RESTARTS) {
      this.isStopped = true;
      this.#sleep?.forget();
      const reason = mapMessages[this.state!.lang].map.lost;
      this.request({ type: 'map-status', status: 'text-only', reason });
    } else this.#ensureStarted();
  }

  #reload(): void {
    this.#restarts = 0;
    this.isStopped = false;
    this.request({ type: 'map-status', status: 'waiting' });
    this.#ensureStarted();
  }

  #dispose(): void {
    clearTimeout(this.#restoreTimer);
    if (this.#port && this.atlas) publishMap(this.atlas.store, null);
    this.#port?.dispose();
    this.#port = null;
    this.#style = null;
    this.#styleInputs = [];
    this.#goalSerial = -1;
    this.isPainted = false;
  }

  /** Gives its graphics back; where it was, and what was asked of it, stays known. */
  #fallAsleep(): void {
    const goalSerial = this.#goalSerial;
    const { store } = this.atlas!;
    this.#dispose();
    this.#goalSerial = goalSerial;
    publishMap(store, null, this.#take);
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

  #tell(type: 'plan-map-move' | 'plan-map-idle'): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
  }

  #stepMeasure(step: MeasureStep): void {
    this.request({ type: 'measure', measure: stepMeasure(this.state!.measure, step) });
  }

  #handleKey(event: KeyboardEvent): void {
    const answer = answerMeasureKey(event, this.state!);
    if (answer) {
      event.preventDefault();
      event.stopPropagation();
      this.#stepMeasure(answer);
    } else if (event.key === 'Escape') this.request({ type: 'clear', origin: 'map' });
  }

  /** Its last picture, the poster or the county's outline, as long as there is no map to see. */
  #renderInPlace(isTextOnly: boolean): TemplateResult | typeof nothing {
    const words = mapMessages[this.state!.lang].map;
    const { picture, isStale = false, take } = this.#sleep ?? {};
    if (picture && !isTextOnly) return renderPicture(picture, isStale, words, take!);
    if (this.isPainted && !isTextOnly) return nothing;
    return renderOutline(this.bundle, isTextOnly, this.state!.map.reason, words, {
      canRestart: this.isStopped,
      restart: () => this.#reload(),
      poster: this.#poster(),
    });
  }

  #poster(): Poster | null {
    const address = this.atlas?.poster;
    if (!address || address === this.missingPoster) return null;
    const { title = '', titleEn } = this.bundle?.bundle ?? {};
    return {
      address,
      alt: this.pick(title, titleEn),
      fail: () => {
        this.missingPoster = address;
      },
    };
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const words = mapMessages[state!.lang].map;
    const isTextOnly = state!.map.status === 'text-only';
    return html`
      <div
        id="map"
        part="map"
        ?hidden=${isTextOnly}
        @keydown=${(event: KeyboardEvent) => this.#handleKey(event)}
      ></div>
      ${hasCross(state!) && !isTextOnly ? renderCross() : nothing}
      ${this.#renderInPlace(isTextOnly)}
      ${
        isTextOnly || !this.bundle
          ? nothing
          : renderFurniture(this.bundle, state!, words, {
              hasButtons: !this.hideButtons,
              leastTypePx: this.flavour?.leastTypePx ?? 0,
              request: (request) => this.request(request),
            })
      }
    `;
  }
}

/** What the map is drawn from, besides its cartography. */
function listDrawn(state: ViewerState): readonly unknown[] {
  const { bundle, selection, hover, highlight, layers, lens, flavour, lang, goal } = state;
  const { hasGraticule, tool, measure } = state;
  const looks = [bundle, selection, hover, highlight, layers, lens, flavour, lang, hasGraticule];
  return [...looks, tool, goal.serial, ...drawnOf(measure)];
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-map': PlanMap;
  }
}
