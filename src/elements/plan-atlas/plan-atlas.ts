import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type {
  Camera,
  Gestures,
  ViewerRequest,
  ViewerState,
  ViewState,
} from '../../contracts/state.ts';
import type { Cartography, FlavourName } from '../../contracts/theme.ts';
import { createInitialState, isFullLens } from '../../core/initial-state.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { reduce } from '../../core/reduce.ts';
import { createStore } from '../../core/store.ts';
import { toViewState } from '../../core/view-state.ts';
import { atlasMessages } from '../messages/atlas-messages.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { atlasContext } from '../shared/store-context.ts';
import type { AtlasFrame } from './atlas-frame.ts';
import type { AtlasParts } from './atlas-parts.ts';
import { chooseLayout, showsControl } from './choose-layout.ts';
import { FlavourChoice } from './flavour-choice.ts';
import { planAtlasStyles } from './plan-atlas-styles.ts';
import { readPoster, tellPoster } from './take-poster.ts';
import { PlanLoader } from './plan-loader.ts';
import { isFlavour, parseCamera, toLanguage } from './read-attributes.ts';
import { Readiness } from './readiness.ts';
import { isPaneOpen, renderLayout, type Layout, type LayoutView } from './render-layout.ts';
import { renderBareNotices, renderPhase } from './render-phase.ts';
import { tellHost } from './tell-host.ts';
import { ViewNews } from './view-news.ts';

const PARTS_OF_AN_ATLAS = 'plan-map, plan-text, plan-layers, plan-list, plan-card, plan-presenter';
const DEFAULT_COLUMN_PX = 400;
const DRAWING_EVENTS = ['plan-map-move', 'plan-map-idle', 'plan-text-scroll'];

/**
 * A spatial plan on a map and in its own words at once.
 *
 * @slot - `<plan-map>`, `<plan-text>`, `<plan-layers>`, `<plan-list>`, `<plan-card>` placed by the host replace the built-in layout
 * @csspart frame - the whole widget
 * @csspart bar - top bar
 * @csspart lens - switches of the stages
 * @csspart layers-panel - left panel
 * @csspart list-panel - feature list
 * @csspart map-panel - the map
 * @csspart text-panel - the plan's text
 * @csspart card-panel - the selection's card
 * @csspart notices - messages
 * @cssproperty --plan-paper - ground of the panels
 * @cssproperty --plan-ink - text
 * @cssproperty --plan-accent - links, buttons, highlights
 * @cssproperty --plan-sans - interface type
 * @cssproperty --plan-serif - type of the plan's text
 * @attr page-keys - F5 and the keys of a talk are heard from the whole page; with `permalink` they always are
 * @fires plan-ready - the bundle is loaded, and the map painted or text-only mode decided
 * @fires plan-error - something could not be loaded; detail.problems says what and why
 * @fires plan-feature-select - detail: featureId, layerId, clauseIds, feature, featureIds
 * @fires plan-clause-select - likewise
 * @fires plan-hover - likewise
 * @fires plan-layers-change - detail.layers: ids of the visible layers
 * @fires plan-view-change - detail: the view state, at most five times a second
 */
export class PlanAtlas extends LitElement {
  static override styles = [panelStyles, planAtlasStyles];
  /** Set once by the library's entry. */
  static parts: AtlasParts | null = null;

  /** Address of a plan bundle: one piece, or a manifest beside its files. */
  @property() src: string | null = null;
  /** Which controls are shown, parted by spaces: title find lens tools layers (or legend) list text card zoom; empty: all. */
  @property() controls: string | null = null;
  /** `greedy` (default) or `cooperative`: scrolling the host page over the map does not zoom it. */
  @property() gestures: Gestures = 'greedy';
  /** Keeps the page's address in step with the view, and takes the keys of find; for pages that the atlas fills. */
  @property({ type: Boolean }) permalink = false;
  /** Address of a picture that stands in the map's place until the map has painted. */
  @property() poster: string | null = null;

  @state() private layout: Layout = 'wide';
  @state() private columnPx = DEFAULT_COLUMN_PX;
  @state() private announcement = '';
  /** Compact layout: which panel lies over the map. */
  @state() private overlay: 'layers' | 'text' | null = null;

  readonly #store = createStore(createInitialState(), reduce);
  #cartography: (() => Cartography) | null = null;
  readonly #context = new ContextProvider(this, { context: atlasContext });
  readonly #readiness = new Readiness(this, this.#store);
  readonly #flavour = new FlavourChoice(this, this.#store, () => PlanAtlas.parts?.conventions);
  readonly #viewNews = new ViewNews(this, this.#store);
  readonly #loader = new PlanLoader({
    element: this,
    store: this.#store,
    parts: () => PlanAtlas.parts!,
    starts: () => this.#readiness.restart(),
    takeWish: () => {
      const wish = this.#wish;
      this.#wish = {};
      return wish;
    },
    panelsCame: (cartographyOfScreen) => {
      this.#cartography = cartographyOfScreen;
      this.#fitScreen();
      tellPoster(this, this.poster, this.#store);
      this.requestUpdate();
    },
    frameCame: (Frame) => this.#takeFrame(Frame),
    ownsPage: () => this.permalink,
  });
  #frame: AtlasFrame | null = null;
  /** Parts of a view that were asked for before there was a plan. */
  #wish: Partial<ViewState> = {};
  #given: object | null = null;
  #resize: ResizeObserver | null = null;
  #unsubscribe: (() => void) | null = null;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.#send({ type: 'lang', lang: toLanguage(value) });
  }

  /** The loaded bundle in one piece; set it to show a bundle that the page already has. */
  @property({ attribute: false })
  get bundle(): PlanBundle | null {
    return this.#store.getState().bundle;
  }
  set bundle(value: object | null) {
    this.#given = value;
    if (value && this.isConnected) void this.#loader.load(value);
  }

  /** Id of the selected feature. */
  @property()
  get feature(): string | null {
    return this.#store.getState().selection.feature;
  }
  set feature(id: string | null) {
    const { clause } = this;
    this.#restore(id !== null && clause !== null ? { feature: id, clause } : { feature: id });
  }

  /** Id of the paragraph in focus. */
  @property()
  get clause(): string | null {
    return this.#store.getState().selection.clause;
  }
  set clause(id: string | null) {
    const { feature, bundle } = this;
    const refs = bundle && feature !== null ? linkClauses(bundle).refsOf.get(feature) : undefined;
    // A host that sets both, in either order, means the feature at the clause.
    const isOfFeature = id === null || refs?.some(({ para }) => para === id);
    this.#restore(feature !== null && isOfFeature ? { feature, clause: id } : { clause: id });
  }

  /** Ids of the visible layers; as an attribute parted by spaces or commas; a theme's id stands for its layers. */
  @property({ converter: (text) => (text === null ? null : text.split(/[\s,]+/).filter(Boolean)) })
  get layers(): readonly string[] | null {
    const current = this.#store.getState();
    return current.bundle ? toViewState(current).layers : (this.#wish.layers ?? null);
  }
  set layers(ids: readonly string[] | string | null) {
    const list = typeof ids === 'string' ? ids.split(/[\s,]+/).filter(Boolean) : ids;
    if (list) this.#restore({ layers: list });
  }

  /** `lng,lat,zoom[,bearing,pitch]` or a camera object. */
  @property({ converter: (text) => text })
  get camera(): Camera | null {
    return this.#store.getState().camera;
  }
  set camera(value: Camera | string | null) {
    const camera = typeof value === 'string' ? parseCamera(value) : value;
    if (camera) this.#restore({ camera });
  }

  /** `auto`, `light`, `dark` or `projector`. */
  @property()
  get flavour(): FlavourName | 'auto' {
    return this.#store.getState().flavourChoice;
  }
  set flavour(choice: FlavourName | 'auto' | null) {
    this.#flavour.choose(isFlavour(choice) ? choice : 'auto');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { parts } = PlanAtlas;
    if (!parts) throw new Error('plan-atlas: import the library entry, not the element alone.');
    if (!this.#context.value) {
      this.#context.setValue({
        store: this.#store,
        conventions: parts.conventions,
        cartography: null,
        loadMap: parts.loadMap,
        loadBundle: parts.loadBundle,
      });
    }
    this.#unsubscribe = this.#store.subscribe((now, before, request) =>
      this.#follow(now, before, request),
    );
    this.#flavour.connect();
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this);
    this.addEventListener('plan-request', this.#hearRequest);
    this.addEventListener('keydown', this.#handleKey);
    for (const type of DRAWING_EVENTS) this.addEventListener(type, this.#followDrawing);
    this.#frame?.connect();
    if (this.permalink) this.#frame?.ownPage();
    this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#flavour.disconnect();
    this.#resize?.disconnect();
    this.#frame?.disconnect();
    this.#viewNews.stop();
    this.removeEventListener('plan-request', this.#hearRequest);
    this.removeEventListener('keydown', this.#handleKey);
    for (const type of DRAWING_EVENTS) this.removeEventListener(type, this.#followDrawing);
  }

  /** Resolves when the map is idle with all visible features painted, or text-only mode is decided. */
  viewOnReady(): Promise<void> {
    return this.#readiness.promise;
  }

  /** Selects a feature, a clause, or a feature at one of its clauses; nothing given clears. */
  select(target: { feature?: string | null; clause?: string | null } = {}): void {
    this.#send({ type: 'select', ...target, origin: 'api' });
  }

  /** Lights features and clauses without selecting them; empty lists put the light out. */
  highlight(
    target: { features?: readonly string[]; clauses?: readonly string[]; fit?: boolean } = {},
  ): void {
    const { features = [], clauses = [], fit = false } = target;
    this.#send({ type: 'highlight', features, clauses, fit });
  }

  /** Moves the map so that all of these features are seen. */
  fit(ids: readonly string[]): void {
    this.#send({ type: 'fit', features: ids });
  }

  /** The view as a plain object. */
  getViewState(): ViewState {
    return toViewState(this.#store.getState());
  }

  /** Takes a view, or any part of one. */
  setViewState(view: Partial<ViewState>): void {
    if (view.flavour && isFlavour(view.flavour)) this.#flavour.choose(view.flavour);
    if (view.padding) this.#send({ type: 'padding', padding: view.padding });
    this.#restore(view);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gestures')) {
      this.#send({
        type: 'gestures',
        gestures: this.gestures === 'cooperative' ? 'cooperative' : 'greedy',
      });
    }
    if (changed.has('poster')) {
      this.#context.setValue({
        ...this.#context.value,
        poster: readPoster(this.poster, document.baseURI),
      });
      if (this.#cartography) tellPoster(this, this.poster, this.#store);
    }
    if (changed.has('permalink') && this.isConnected) {
      if (this.permalink) this.#frame?.ownPage();
      else this.#frame?.leavePage();
    }
    if (changed.has('src') && this.src !== null) void this.#loader.load(this.src);
    else if (this.#given && this.#store.getState().phase === 'empty') {
      void this.#loader.load(this.#given);
    }
  }

  protected override updated(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    frame?.style.setProperty('--column', `${this.columnPx}px`);
    frame?.style.setProperty('--frame-height', `${this.clientHeight}px`);
    this.#frame?.drawn();
    this.#padForOverlays();
  }

  #send(request: ViewerRequest): void {
    this.#store.send(request);
  }

  /** Takes part of a view now, or when the bundle has come. */
  #restore(view: Partial<ViewState>): void {
    if (view.lang) this.#send({ type: 'lang', lang: view.lang });
    if (this.#store.getState().bundle) this.#send({ type: 'restore', view, origin: 'api' });
    else this.#wish = { ...this.#wish, ...view };
  }

  #takeFrame(Frame: typeof AtlasFrame): AtlasFrame {
    if (this.#frame) return this.#frame;
    this.#frame = new Frame({
      element: this,
      store: this.#store,
      layout: () => this.layout,
      column: {
        get: () => ({
          width: this.columnPx,
          right: this.getBoundingClientRect().right,
          range: { min: 300, max: Math.max(300, Math.min(720, this.clientWidth - 480)) },
        }),
        set: (widthPx) => {
          this.columnPx = widthPx;
        },
        reset: () => {
          this.columnPx = DEFAULT_COLUMN_PX;
        },
      },
      announce: (text) => this.#announce(text),
    });
    if (this.isConnected) this.#frame.connect();
    this.requestUpdate();
    return this.#frame;
  }

  #follow(now: ViewerState, before: ViewerState, request: ViewerRequest): void {
    tellHost(this, now, before);
    if (now.flavour !== before.flavour) this.#flavour.paint();
    if (now.lens !== before.lens && !isFullLens(now.lens)) void this.#loader.openTool('lens');
    if (now.tool && now.tool.name !== before.tool?.name) void this.#loader.openTool(now.tool.name);
    if (now.tool !== before.tool) this.#frame?.follow(now, before);
    if (now.map.status === 'text-only') this.#readiness.reach('text-only');
    if (now.hover !== before.hover && request.type === 'hover') {
      this.#frame?.drawLines();
      return;
    }
    if (request.type !== 'camera-moved') {
      if (now.selection !== before.selection && now.selection.features.length > 0) {
        if (this.layout === 'compact' && now.selection.origin === 'text') this.overlay = null;
      }
      this.requestUpdate();
    }
    this.#viewNews.tell();
  }

  /** A larger screen wants larger signs. */
  #fitScreen(): void {
    const cartography = this.#cartography?.() ?? null;
    const { value } = this.#context;
    if (value.cartography !== cartography) this.#context.setValue({ ...value, cartography });
  }

  #measure(): void {
    this.#fitScreen();
    // As it is laid out; the page may show it larger or smaller.
    const { offsetWidth: width, offsetHeight: height } = this;
    if (width > 0) this.layout = chooseLayout(width, height);
    this.#frame?.drawn();
  }

  /** In the compact layout the card lies over the map: fits keep clear of it. */
  #padForOverlays(): void {
    const card = this.renderRoot.querySelector<HTMLElement>('.card-pane');
    const { padding } = this.#store.getState();
    const bottom =
      this.layout === 'compact' && card && !card.hidden ? Math.round(card.offsetHeight) + 12 : 0;
    if (padding.bottom !== bottom) {
      this.#send({ type: 'padding', padding: { ...padding, bottom } });
    }
  }

  readonly #hearRequest = (event: CustomEvent<ViewerRequest>): void => {
    event.stopPropagation();
    this.#send(event.detail);
  };

  readonly #followDrawing = (event: Event): void => {
    event.stopPropagation();
    this.#frame?.drawLines();
    if (event.type === 'plan-map-idle') this.#readiness.reach('ready');
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#frame?.escape(event)) return;
    if (this.overlay) this.overlay = null;
    else this.#send({ type: 'clear', origin: 'api' });
  };

  #announce(text: string): void {
    this.announcement = text;
    setTimeout(() => {
      if (this.announcement === text) this.announcement = '';
    }, 4000);
  }

  protected override render(): TemplateResult {
    const hasOwnLayout = this.querySelector(`:scope > :is(${PARTS_OF_AN_ATLAS})`) !== null;
    const now = this.#store.getState();
    const { notices, lang } = now;
    const view = this.#describeLayout(now);
    const frame = this.#frame;
    return html`
      <div
        class="frame"
        part="frame"
        data-layout=${hasOwnLayout ? 'own' : this.layout}
        data-flavour=${now.flavour}
        data-layers=${isPaneOpen(view, 'layers') ? 'open' : 'closed'}
        data-text=${isPaneOpen(view, 'text') ? 'open' : 'closed'}
        data-open-tool=${now.tool?.name ?? nothing}
        lang=${lang}
      >
        ${hasOwnLayout ? html`<slot></slot>` : renderLayout(view)}
        ${frame ? svg`<svg class="leader" aria-hidden="true"></svg>` : nothing}
        ${
          notices.length === 0
            ? nothing
            : frame
              ? frame.renderNotices(notices, lang, view.words, (id) =>
                  this.#send({ type: 'dismiss', id }),
                )
              : renderBareNotices(notices)
        }
        ${renderPhase(now, view.words, this.src ?? this.#given, (source) => {
          void this.#loader.load(source);
        })}
        <div class="toast" role="status" data-open=${this.announcement !== ''}>
          ${this.announcement}
        </div>
      </div>
    `;
  }

  #describeLayout(state: ViewerState): LayoutView {
    return {
      state,
      layout: this.layout,
      overlay: this.overlay,
      columnPx: this.columnPx,
      words: atlasMessages[state.lang].atlas,
      conventions: PlanAtlas.parts!.conventions,
      shows: (control) => showsControl(this.controls, control),
      send: (request) => this.#send(request),
      chooseFlavour: (choice) => this.#flavour.choose(choice),
      setOverlay: (overlay) => {
        this.overlay = overlay;
      },
      focusTab: (tab) =>
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.focus(),
        ),
      frame: this.#frame,
      poster: this.#context.value.poster ?? null,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-atlas': PlanAtlas;
  }
}
