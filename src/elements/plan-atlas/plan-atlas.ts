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
import { builtInPlan } from '../shared/built-in-plan.ts';
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
/** One that the host gives a slot stands there, in the built-in layout. */
const OWN_LAYOUT = `:scope > :is(${PARTS_OF_AN_ATLAS}):not([slot])`;
const DEFAULT_COLUMN_PX = 400;
const DRAWING_EVENTS = ['plan-map-move', 'plan-map-idle', 'plan-text-scroll'];

/**
 * A spatial plan on a map and in its own words at once.
 *
 * @element plan-atlas
 * @slot - `<plan-map>`, `<plan-text>`, `<plan-layers>`, `<plan-list>`, `<plan-card>` placed by the host replace the built-in layout; anything else is shown until the plan's text stands, and where it cannot be loaded
 * @slot top-left - over the map, beside its buttons
 * @slot top-right - over the map, below its buttons
 * @slot bottom-left - over the map, above scale bar and notes
 * @slot bottom-right - over the map, beside scale bar and notes
 * @slot overlay - over the whole map, below buttons and notes; the map has the pointer where nothing stands
 * @slot document-panel - in the place of the plan's text
 * @slot legend - in the place of layers and legend
 * @csspart frame - the whole widget
 * @csspart bar - top bar
 * @csspart title - titles in the top bar
 * @csspart lens - switches of the stages
 * @csspart tabs - tabs of the panels
 * @csspart layers-panel - left panel
 * @csspart list-panel - feature list
 * @csspart map-panel - the map
 * @csspart text-panel - the plan's text
 * @csspart card-panel - the selection's card
 * @csspart drawer - the tool in use
 * @csspart handle - edge of the text pane, which sets its width
 * @csspart panel-buttons - what opens the panels of the small layout
 * @csspart leader - lines from phrases to features
 * @csspart notices - messages
 * @csspart toast - short messages that go by themselves
 * @csspart phase - what stands in the place of a plan that is not there
 * @csspart map - the map's area
 * @csspart furniture - the map's buttons, with the north arrow
 * @csspart notes - scale bar and notes
 * @csspart corner - what the host has put into a corner of the map
 * @csspart document - one document of the plan
 * @csspart clause - a paragraph with its margin mark
 * @csspart phrase - a linked phrase
 * @csspart mark - a paragraph's margin mark
 * @csspart non-spatial - why a paragraph has no place on the map
 * @csspart indicators - table of targets and last known values
 * @csspart legend-theme - a theme with its layers
 * @csspart legend-layer - a layer with its legend
 * @csspart legend-row - a legend row
 * @csspart list-filter - the list's filter box with its count
 * @csspart list-row - one feature of the list
 * @csspart card-header - the card's name and close button
 * @csspart card-badges - its stage and accuracy
 * @csspart card-clauses - the plan's words in it
 * @csspart card-facts - its figures and attributes
 * @csspart card-sources - its list of sources
 * @csspart card-actions - its buttons
 * @csspart find-field - the box of find
 * @csspart find-results - the list below it
 * @cssproperty --plan-paper - ground of the panels
 * @cssproperty --plan-card - ground of cards, fields and buttons
 * @cssproperty --plan-ink - text
 * @cssproperty --plan-ink-2 - quieter text
 * @cssproperty --plan-ink-3 - the quietest text
 * @cssproperty --plan-rule - lines and borders
 * @cssproperty --plan-accent - links, buttons, highlights
 * @cssproperty --plan-accent-ink - text on the accent
 * @cssproperty --plan-accent-soft - ground of what is chosen
 * @cssproperty --plan-lit - ground of lit words
 * @cssproperty --plan-lit-strong - ground of selected words
 * @cssproperty --plan-find - ground of what was found
 * @cssproperty --plan-find-current - ground of the occurrence in focus
 * @cssproperty --plan-find-ink - text on either
 * @cssproperty --plan-good - what agrees
 * @cssproperty --plan-warn - warnings, and what is inferred
 * @cssproperty --plan-warn-soft - ground of warnings
 * @cssproperty --plan-error - errors
 * @cssproperty --plan-error-soft - ground of errors
 * @cssproperty --plan-shadow - shadow of what lies over something
 * @cssproperty --plan-theme-<id> - underline of a theme's phrases
 * @cssproperty --plan-map-ground - round the county, before the map has come
 * @cssproperty --plan-map-land - the county, before the map has come
 * @cssproperty --plan-sans - interface type
 * @cssproperty --plan-serif - type of the plan's text
 * @cssproperty --plan-type - size of the interface's type
 * @cssproperty --plan-type-small - size of notes and badges
 * @cssproperty --plan-type-body - size of the plan's words
 * @cssproperty --plan-type-title - size of titles
 * @cssproperty --plan-type-least - no type is smaller
 * @cssproperty --plan-target - height of buttons
 * @cssproperty --plan-px - what one pixel of the projector's flavour comes to
 * @cssproperty --plan-controls-top - how far below the map's edge its buttons begin
 * @cssproperty --plan-notes-start - how far from the map's left edge its notes begin
 * @cssproperty --plan-notes-bottom - how far above the map's lower edge they end
 * @attr page-keys - F5 and the keys of a talk are heard from the whole page; with `permalink` they always are
 * @attr no-present - no talk starts here; for atlases in another page's frame
 * @fires plan-ready - the bundle is loaded, and the map painted or text-only mode decided
 * @fires plan-error - something could not be loaded; detail.problems says what and why
 * @fires plan-feature-select - detail: featureId, layerId, clauseIds, feature, featureIds
 * @fires plan-clause-select - likewise
 * @fires plan-hover - likewise
 * @fires plan-layers-change - detail.layers: ids of the visible layers
 * @fires plan-present - internal: the button asks for the talk
 * @fires plan-view-change - detail: the view state, at most five times a second
 * @fires plan-load - internal: the plan has come; its map may not have
 */
export class PlanAtlas extends LitElement {
  static override styles = [panelStyles, planAtlasStyles];
  /** Set once by the library's entry. */
  static parts: AtlasParts | null = null;

  /** Address of a plan bundle: one piece, or a manifest beside its files. */
  @property() src: string | null = null;
  /** Which controls are shown, parted by spaces: title find lens tools layers (or legend) list text card zoom; empty: all. */
  @property() controls: string | null = null;
  /** Further origins that bundles may come from, parted by spaces; the page's and the library's own always count. */
  @property() origins: string | null = null;
  /** `cooperative`: scrolling the host page over the map does not zoom it; `greedy`: it does. Null: cooperative, unless `permalink`. */
  @property() gestures: Gestures | null = null;
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
    listOrigins: () => this.#listOrigins(),
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
    // A framework that hands over all its properties at every drawing asks for nothing new.
    if (value === this.#given && this.#store.getState().phase !== 'failed') return;
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
        loadBundle: (source, signal) => parts.loadBundle(source, signal, this.#listOrigins()),
        listOrigins: () => this.#listOrigins(),
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
    if (changed.has('gestures') || changed.has('permalink')) {
      const isNamed = this.gestures === 'cooperative' || this.gestures === 'greedy';
      const usual = this.permalink ? 'greedy' : 'cooperative';
      this.#send({ type: 'gestures', gestures: isNamed ? this.gestures! : usual });
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
    const { phase } = this.#store.getState();
    // What was refused for its origin is asked for again once that is listed.
    const isAskedAgain = changed.has('origins') && phase === 'failed';
    if (this.src !== null && (changed.has('src') || isAskedAgain)) {
      this.#given = null;
      void this.#loader.load(this.src);
    } else if (phase === 'empty') {
      const given = this.#given ?? (this.src === null ? builtInPlan() : null);
      if (given) void this.#loader.load(given);
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

  #listOrigins(): readonly string[] {
    return [PlanAtlas.parts!.ownOrigin, ...(this.origins?.split(/[\s,]+/) ?? [])].filter(Boolean);
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

  readonly #redraw = (): void => this.requestUpdate();

  #announce(text: string): void {
    this.announcement = text;
    setTimeout(() => {
      if (this.announcement === text) this.announcement = '';
    }, 4000);
  }

  protected override render(): TemplateResult {
    const hasOwnLayout = this.querySelector(OWN_LAYOUT) !== null;
    const now = this.#store.getState();
    const { notices, lang } = now;
    const view = this.#describeLayout(now);
    const frame = this.#frame;
    return html`
      <section
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
        ${frame ? svg`<svg class="leader" part="leader" aria-hidden="true"></svg>` : nothing}
        ${
          notices.length === 0
            ? nothing
            : (frame?.renderNotices?.(notices, lang, view.words, (id) =>
                this.#send({ type: 'dismiss', id }),
              ) ?? renderBareNotices(notices))
        }
        ${renderPhase(
          now,
          view.words,
          this.src ?? this.#given,
          (source) => void this.#loader.load(source),
          !hasOwnLayout && this.querySelector(':scope > :not([slot])') !== null,
        )}
        <div class="toast" part="toast" role="status" data-open=${this.announcement !== ''}>
          ${this.announcement}
        </div>
      </section>
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
      fills: (slot) => this.querySelector(`:scope > [slot='${slot}']`) !== null,
      slotChanged: this.#redraw,
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
