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
import { featuresById } from '../../core/lit.ts';
import { stepMeasure } from '../../core/measure-state.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { describeLocale } from '../shared/map-locale.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { publishMap } from '../shared/live-map.ts';
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
import { renderCorners } from './render-corners.ts';
import { renderCross } from './render-furniture.ts';
import { renderOutline } from './render-outline.ts';

const EDGE_PX = 36;
const RESTORE_WAIT_MS = 2000;
const MAX_RESTARTS = 3;

/**
 * The map. Starts when it is first visible; without WebGL2 it says so and leaves the rest working.
 *
 * @element plan-map
 * @slot top-left - over the map, beside its buttons
 * @slot top-right - over the map, below its buttons
 * @slot bottom-left - over the map, above scale bar and notes
 * @slot bottom-right - over the map, beside scale bar and notes
 * @slot overlay - over the whole map, below buttons and notes; the map has the pointer where nothing stands
 * @csspart map - the map's area
 * @csspart furniture - the buttons, with the north arrow
 * @csspart notes - scale bar and notes
 * @csspart corner - what the host has put into a corner
 * @fires plan-map-move - internal: the camera is on its way, or what is drawn has moved
 * @fires plan-map-idle - internal: everything visible is painted
 */
export class PlanMap extends AtlasElement {
  static override styles = [panelStyles, planMapStyles];

  /** Leaves out the zoom buttons; scale bar and notes stay. */
  @property({ type: Boolean, attribute: 'hide-buttons' }) hideButtons = false;

  /** Device pixels per CSS pixel, for pictures in print; default: the window's. Taken at the start. */
  @property({ type: Number, attribute: 'pixel-ratio' }) pixelRatio: number | undefined;

  @state() private isPainted = false;
  @state() private isStopped = false;

  #module: MapModule | null = null;
  #port: MapPort | null = null;
  #isStarting = false;
  #style: SceneStyle | null = null;
  #goalSerial = -1;
  #size: ResizeObserver | null = null;
  #picks = new PickCycle();
  #visibility: IntersectionObserver | null = null;
  #isVisible = false;
  #restoreTimer: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;

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
      if (!this.isConnected) this.#dispose();
    });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    return [
      state.bundle,
      state.selection,
      state.hover,
      state.highlight,
      state.layers,
      state.lens,
      state.flavour,
      state.lang,
      state.goal,
      state.hasGraticule,
      state.map,
      state.camera,
      state.gestures,
      state.tool,
      ...drawnOf(state.measure),
    ];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    this.#ensureStarted();
    if (before && state.gestures !== before.gestures) this.#port?.setGestures(state.gestures);
    if (before && state.lang !== before.lang) {
      this.#port?.setLocale(describeLocale(state.lang, mapMessages[state.lang].map.label));
    }
    this.#applyScene();
    this.#followGoal();
  }

  /** Position of a feature's anchor in the window's CSS pixels; null when it has none or is out of view. */
  getAnchor(featureId: string): { readonly x: number; readonly y: number } | null {
    const feature = this.bundle && featuresById(this.bundle).get(featureId);
    const at = feature ? labelPoint(feature) : null;
    if (!at || !this.#port || !this.isPainted) return null;
    return this.projectToWindow(at);
  }

  /** A position in the window's CSS pixels; null before the map has started or when out of view. */
  projectToWindow(position: LngLat): { readonly x: number; readonly y: number } | null {
    if (!this.#port) return null;
    const { x, y } = this.#port.project(position);
    const box = this.getBoundingClientRect();
    const isInView = x >= 0 && y >= 0 && x <= box.width && y <= box.height;
    return isInView ? { x: box.left + x, y: box.top + y } : null;
  }

  /** Whether there is a map to take a picture of. */
  get hasStarted(): boolean {
    return this.#port !== null;
  }

  /** The map as PNG once all is at rest, without what stands over it; rejects before it has started. */
  capture(): Promise<Blob> {
    return this.#port
      ? this.#port.capture()
      : Promise.reject(new Error('map: it has not started, so there is no picture of it.'));
  }

  /**
   * What the renderer really shows; null before the map has started. For the project's own tests.
   * @internal
   */
  get inspection(): MapInspection | null {
    return this.#port?.inspection ?? null;
  }

  #ensureStarted(): void {
    if (this.#isStarting || this.#port || !this.#isVisible || !this.isConnected) return;
    if (!this.bundle || !this.cartography || !this.atlas || this.isStopped) return;
    /** Set first: the start tells its status, and the answer comes back here. */
    this.#isStarting = true;
    void this.#startMap().finally(() => {
      this.#isStarting = false;
    });
  }

  async #startMap(): Promise<void> {
    const words = mapMessages[this.state!.lang].map;
    if (!hasWebgl2()) {
      this.request({ type: 'map-status', status: 'text-only', reason: words.noWebgl });
      return;
    }
    this.request({ type: 'map-status', status: 'starting' });
    try {
      this.#module = await this.atlas!.loadMap();
      await this.updateComplete;
      const container = this.renderRoot.querySelector<HTMLElement>('#map');
      if (!this.isConnected || !container || !this.state || !this.bundle) return;
      this.#style = this.#buildStyle();
      const port = await this.#module.createMap({
        container,
        style: this.#style,
        camera: this.#startCamera(),
        padding: this.#padding(),
        gestures: this.state.gestures,
        locale: describeLocale(this.state.lang, words.label),
        prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        pixelRatio: this.pixelRatio,
      });
      if (!this.isConnected) {
        port.dispose();
        return;
      }
      this.#port = port;
      publishMap(this.atlas!.store, { port, element: this });
      port.listen((event) => this.#hear(event));
      this.request({ type: 'map-status', status: 'ready' });
      this.#applyScene();
      this.#followGoal();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.request({ type: 'map-status', status: 'text-only', reason });
    }
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
      if (this.#style === null || this.#styleInputs.length > 0) this.#style = this.#buildStyle();
      this.#styleInputs = inputs;
    }
    return this.#style;
  }

  #followGoal(): void {
    const { state } = this;
    if (!this.#port || !state || state.goal.serial === this.#goalSerial) return;
    const { goal } = state;
    this.#goalSerial = goal.serial;
    const options: MoveOptions = { padding: this.#padding(), isInstant: goal.isInstant };
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
        this.#tell('plan-map-move');
        break;
      case 'move':
        this.#tell('plan-map-move');
        break;
      case 'idle':
        this.isPainted = true;
        this.#tell('plan-map-idle');
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
      ${
        this.isPainted && !isTextOnly
          ? nothing
          : renderOutline(this.bundle, isTextOnly, state!.map.reason, words, {
              canRestart: this.isStopped,
              restart: () => this.#reload(),
            })
      }
      <div class="overlay"><slot name="overlay"></slot></div>
      ${renderCorners(isTextOnly ? null : this.bundle, state!, words, {
        hasButtons: !this.hideButtons,
        leastTypePx: this.flavour?.leastTypePx ?? 0,
        request: (request) => this.request(request),
      })}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-map': PlanMap;
  }
}
