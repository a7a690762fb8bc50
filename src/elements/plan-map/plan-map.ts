import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LngLat } from '../../contracts/bundle.ts';
import type { MapInspection } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { labelPoint } from '../../core/geometry.ts';
import { featuresById } from '../../core/lit.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { hasWebgl2 } from './has-webgl2.ts';
import type { MapInput, MapRun } from './map-run.ts';
import { hasCross, listDrawn } from './map-slice.ts';
import { planMapStyles } from './plan-map-styles.ts';
import { renderCorners } from './render-corners.ts';
import { renderCross } from './render-furniture.ts';
import { renderOutline, type Poster } from './render-outline.ts';

/** A map starts this far out of sight. */
const NEAR = '200px';

/**
 * The map. Starts when it is first visible, and sleeps behind its last picture while other maps of the page need the
 * graphics; without WebGL2 it says so and leaves the rest working.
 *
 * @element plan-map
 * @slot top-left - over the map, beside its buttons
 * @slot top-right - over the map, below its buttons
 * @slot bottom-left - over the map, above scale bar and notes
 * @slot bottom-right - over the map, beside scale bar and notes
 * @slot overlay - over the whole map, below buttons and notes; the map has the pointer where nothing stands
 * @csspart map - the map's area
 * @csspart picture - the last picture of a map that sleeps
 * @csspart poster - the host's picture in the place of a map that has not painted yet
 * @csspart furniture - the buttons, with the north arrow
 * @csspart notes - scale bar and notes
 * @csspart badge - says that a base map or terrain does not come
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

  /** However many maps the page holds, this one never sleeps. */
  @property({ type: Boolean, attribute: 'stays-awake' }) staysAwake = false;

  /** A poster that did not load: the outline stands in its place. */
  @state() private missingPoster: string | null = null;

  #run: MapRun | null = null;
  /** Calls off a start that waits for its graphics; null when none is under way. */
  #starting: AbortController | null = null;
  #size: ResizeObserver | null = null;
  #visibility: IntersectionObserver | null = null;
  #isNear = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility = new IntersectionObserver((entries) => this.#see(entries), {
      rootMargin: NEAR,
      scrollMargin: NEAR,
    });
    this.#visibility.observe(this);
    this.#size = new ResizeObserver(() => this.#run?.resized());
    this.#size.observe(this);
    // The observer answers a frame later, after the panels have been drawn; the map's code can come meanwhile.
    this.#isNear ||= isInWindow(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility?.disconnect();
    this.#visibility = null;
    this.#size?.disconnect();
    /** An element that only moves in the page keeps its map. */
    setTimeout(() => {
      if (this.isConnected) return;
      this.#isNear = false;
      this.#starting?.abort();
      this.#run?.end();
    });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    return [...listDrawn(state), state.goal, state.map, state.camera, state.gestures];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    this.#ensureStarted();
    if (before) this.#run?.follow(state, before);
  }

  /** Position of a feature's anchor in the window's CSS pixels; null when it has none or is out of view. */
  getAnchor(featureId: string): { readonly x: number; readonly y: number } | null {
    const feature = this.bundle && featuresById(this.bundle).get(featureId);
    const at = feature ? labelPoint(feature) : null;
    return at && this.#run?.isSeen ? this.projectToWindow(at) : null;
  }

  /** A position in the window's CSS pixels; null before the map has started or when out of view. */
  projectToWindow(position: LngLat): { readonly x: number; readonly y: number } | null {
    const at = this.#run?.project(position);
    const { clientWidth: width, clientHeight: height } = this;
    if (!at || at.x < 0 || at.y < 0 || at.x > width || at.y > height) return null;
    const box = this.getBoundingClientRect();
    // The page may show the atlas larger or smaller than it is laid out.
    return { x: box.left + (at.x * box.width) / width, y: box.top + (at.y * box.height) / height };
  }

  /** Whether there is a map to take a picture of; one that sleeps wakes for it. */
  get hasStarted(): boolean {
    return this.#run !== null && (this.#run.isRunning || this.#run.isAsleep);
  }

  /** The map as PNG once all is at rest, without what stands over it; rejects before it has started. */
  capture(): Promise<Blob> {
    return this.hasStarted
      ? this.#run!.take('at rest')
      : Promise.reject(new Error('map: it has not started, so there is no picture of it.'));
  }

  /**
   * What the renderer really shows; null while the map does not run. For the project's own tests.
   * @internal
   */
  get inspection(): MapInspection | null {
    return this.#run?.inspection ?? null;
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    this.#isNear = entries.at(-1)!.isIntersecting;
    if (!this.#isNear && !this.#run?.isWanted) this.#starting?.abort();
    this.#ensureStarted();
    this.#run?.moved();
  }

  #ensureStarted(): void {
    const run = this.#run;
    if (this.#starting || run?.isRunning || run?.isStopped || !this.isConnected) return;
    if (!(this.#isNear || run?.isWanted) || !this.#input()) return;
    /** Set first: the start tells its status, and the answer comes back here. */
    const starting = new AbortController();
    this.#starting = starting;
    void this.#start(starting.signal).finally(() => {
      this.#starting = null;
      // It went out of sight and is back, while nobody looked.
      if (starting.signal.aborted) this.#ensureStarted();
    });
  }

  async #start(signal: AbortSignal): Promise<void> {
    if (!hasWebgl2()) {
      const reason = mapMessages[this.state!.lang].map.noWebgl;
      this.request({ type: 'map-status', status: 'text-only', reason });
      return;
    }
    if (!this.#run?.isAsleep) this.request({ type: 'map-status', status: 'starting' });
    try {
      await (await this.#load()).start(signal);
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.request({ type: 'map-status', status: 'text-only', reason });
    }
  }

  async #load(): Promise<MapRun> {
    if (this.#run) return this.#run;
    const [module, { MapRun: Run }] = await Promise.all([
      this.atlas!.loadMap(),
      import('./map-run.ts'),
    ]);
    this.#run = new Run(
      {
        element: this,
        input: () => this.#input(),
        request: (request) => this.request(request),
        isNear: () => this.#isNear,
        staysAwake: () => this.staysAwake,
        pixelRatio: () => this.pixelRatio,
        start: () => this.#ensureStarted(),
        tell: (type) => {
          this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
        },
      },
      module,
    );
    return this.#run;
  }

  #input(): MapInput | null {
    const { state, bundle, cartography, flavour, atlas } = this;
    return state && bundle && cartography && flavour && atlas
      ? { state, bundle, cartography, flavour, store: atlas.store }
      : null;
  }

  #handleKey(event: KeyboardEvent): void {
    if (this.#run?.answerKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape') this.request({ type: 'clear', origin: 'map' });
  }

  /** Its last picture, the poster or the county's outline, as long as there is no map to see. */
  #renderInPlace(isTextOnly: boolean): TemplateResult | typeof nothing {
    const run = this.#run;
    if (run?.isSeen && !isTextOnly) return run.renderPicture() ?? nothing;
    const { lang, map } = this.state!;
    return renderOutline(this.bundle, isTextOnly, map.reason, mapMessages[lang].map, {
      canRestart: run?.isStopped ?? false,
      restart: () => run?.reload(),
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
      <div class="overlay"><slot name="overlay"></slot></div>
      ${renderCorners(isTextOnly ? null : this.bundle, state!, words, {
        hasButtons: !this.hideButtons,
        leastTypePx: this.flavour?.leastTypePx ?? 0,
        request: (request) => this.request(request),
        badge: (!isTextOnly && this.#run?.renderBadge()) || nothing,
      })}
    `;
  }
}

function isInWindow(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    right > left &&
    bottom > top &&
    right > 0 &&
    bottom > 0 &&
    left < innerWidth &&
    top < innerHeight
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-map': PlanMap;
  }
}
