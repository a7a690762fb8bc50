import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { MapModule } from '../../contracts/map-port.ts';
import type {
  Camera,
  Gestures,
  ToolName,
  ViewerRequest,
  ViewerState,
  ViewState,
} from '../../contracts/state.ts';
import type { Cartography, Conventions, FlavourName, Language } from '../../contracts/theme.ts';
import { createInitialState, isFullLens } from '../../core/initial-state.ts';
import type { findUndrawn } from '../../core/find-undrawn.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { reduce } from '../../core/reduce.ts';
import { createStore } from '../../core/store.ts';
import { toViewState } from '../../core/view-state.ts';
import { atlasMessages } from '../messages/atlas-messages.ts';
import type { FindDetail } from '../plan-search/plan-search.ts';
import type { PlanText } from '../plan-text/plan-text.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { atlasContext } from '../shared/store-context.ts';
import type { Address } from './address.ts';
import type * as AfterText from './after-text.ts';
import { ColumnResize } from './column-resize.ts';
import { flavourSheet } from './flavour-sheet.ts';
import { LensPlay } from './lens-play.ts';
import { LeaderLine } from './leader-line.ts';
import type { LoadedSource } from './load-source.ts';
import { planAtlasStyles } from './plan-atlas-styles.ts';
import {
  createDeferred,
  isFlavour,
  parseCamera,
  toLanguage,
  toProblems,
  wait,
} from './read-attributes.ts';
import { isPaneOpen, renderLayout, type Layout, type LayoutView } from './render-layout.ts';
import { fire, tellHost } from './tell-host.ts';

export interface LoadedPanels {
  /** The cartography as the screen wants it; the same object while its size is the same. */
  readonly cartographyOfScreen: () => Cartography;
  readonly Address: typeof Address;
  readonly findUndrawn: typeof findUndrawn;
  readonly afterText: typeof AfterText;
}

/** What the library joins to the element: conventions, and the code that is loaded on use. */
export interface AtlasParts {
  readonly conventions: Conventions;
  readonly loadMap: () => Promise<MapModule>;
  /** Loads and defines what comes after the text: map shell, panels, address. */
  readonly loadPanels: () => Promise<LoadedPanels>;
  /** Loads and defines what says in words what the lens shows. */
  readonly loadLens: () => Promise<void>;
  /** Loads and defines the element of a tool. */
  readonly loadTool: (name: ToolName) => Promise<void>;
  readonly loadBundle: (source: string | object, signal: AbortSignal) => Promise<LoadedSource>;
}

const ALL_CONTROLS = 'title find lens tools layers list text card zoom';
const PARTS_OF_AN_ATLAS =
  'plan-map, plan-text, plan-layers, plan-list, plan-card, plan-presenter';
const DEFAULT_COLUMN_PX = 400;
/** The proof leaves the map the first go, but not for ever: a map may be out of sight. */
const PROOF_WAIT_MS = 4000;

/**
 * A spatial plan on a map and in its own words at once.
 *
 * @slot - `<plan-map>`, `<plan-text>`, `<plan-layers>`, `<plan-list>`, `<plan-card>`, `<plan-presenter>` placed by the host replace the built-in layout
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
  /** Keeps the page's address in step with the view; for pages that the atlas fills. */
  @property({ type: Boolean }) permalink = false;

  @state() private layout: Layout = 'wide';
  @state() private columnPx = DEFAULT_COLUMN_PX;
  @state() private announcement = '';
  /** Compact layout: which panel lies over the map. */
  @state() private overlay: 'layers' | 'text' | null = null;

  readonly #store = createStore(createInitialState(), reduce);
  readonly #context = new ContextProvider(this, { context: atlasContext });
  #wish: Partial<ViewState> = {};
  #given: object | null = null;
  #loading: AbortController | null = null;
  #resize: ResizeObserver | null = null;
  #leader: LeaderLine | null = null;
  #address: Address | null = null;
  #presenting: ReturnType<typeof AfterText.attachPresenting> | null = null;
  #afterText: typeof AfterText | null = null;
  #cartography: (() => Cartography) | null = null;
  readonly #lensPlay = new LensPlay(
    this,
    (request) => this.#send(request),
    () => this.requestUpdate(),
  );
  #unsubscribe: (() => void) | null = null;
  #scheme: MediaQueryList | null = null;
  #ready = createDeferred();
  #isReady = false;
  #viewTimer: ReturnType<typeof setTimeout> | undefined;
  #flavourSheet: CSSStyleSheet | null = null;
  readonly #columnResize = new ColumnResize(
    () => ({
      width: this.columnPx,
      right: this.getBoundingClientRect().right,
      range: { min: 300, max: Math.max(300, Math.min(720, this.clientWidth - 480)) },
    }),
    (widthPx) => {
      this.columnPx = widthPx;
    },
  );

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
    if (value && this.isConnected) void this.#load(value);
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
    this.#chooseFlavour(isFlavour(choice) ? choice : 'auto');
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
    this.#scheme = matchMedia('(prefers-color-scheme: dark)');
    this.#scheme.addEventListener('change', this.#followScheme);
    this.#chooseFlavour(this.#store.getState().flavourChoice);
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this);
    this.addEventListener('plan-request', this.#hearRequest);
    this.addEventListener('plan-copy-link', this.#copyLink);
    this.addEventListener('plan-find', this.#markFound);
    this.addEventListener('keydown', this.#handleKey);
    for (const type of ['plan-map-move', 'plan-map-idle', 'plan-text-scroll']) {
      this.addEventListener(type, this.#followDrawing);
    }
    if (this.permalink) this.#address?.connect();
    this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#scheme?.removeEventListener('change', this.#followScheme);
    this.#resize?.disconnect();
    this.#address?.disconnect();
    this.#leader?.stop();
    this.#lensPlay.stop();
    clearTimeout(this.#viewTimer);
    this.#viewTimer = undefined;
    this.removeEventListener('plan-request', this.#hearRequest);
    this.removeEventListener('plan-copy-link', this.#copyLink);
    this.removeEventListener('plan-find', this.#markFound);
    this.removeEventListener('keydown', this.#handleKey);
    for (const type of ['plan-map-move', 'plan-map-idle', 'plan-text-scroll']) {
      this.removeEventListener(type, this.#followDrawing);
    }
  }

  /** Resolves when the map is idle with all visible features painted, or text-only mode is decided. */
  viewOnReady(): Promise<void> {
    return this.#ready.promise;
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
    if (view.flavour && isFlavour(view.flavour)) this.#chooseFlavour(view.flavour);
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
    if (changed.has('permalink') && this.isConnected) {
      if (this.permalink) this.#address?.connect();
      else this.#address?.disconnect();
    }
    if (changed.has('src') && this.src !== null) void this.#load(this.src);
    else if (this.#given && this.#store.getState().phase === 'empty') void this.#load(this.#given);
  }

  protected override firstUpdated(): void {
    const lines = this.renderRoot.querySelector<SVGSVGElement>('.leader');
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (lines && frame) this.#leader = new LeaderLine(frame, lines, this.#store);
  }

  protected override updated(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    frame?.style.setProperty('--column', `${this.columnPx}px`);
    frame?.style.setProperty('--frame-height', `${this.clientHeight}px`);
    this.#leader?.schedule();
    this.#padForOverlays();
  }

  #send(request: ViewerRequest): void {
    this.#store.send(request);
  }

  /** Takes part of a view now, or when the bundle has come. */
  #restore(view: Partial<ViewState>): void {
    if (view.lang) this.#send({ type: 'lang', lang: view.lang });
    if (this.#store.getState().bundle) {
      this.#send({ type: 'restore', view, origin: 'api' });
    } else this.#wish = { ...this.#wish, ...view };
  }

  async #load(source: string | object): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    if (this.#isReady) {
      this.#isReady = false;
      this.#ready = createDeferred();
    }
    this.#send({ type: 'load-start' });
    try {
      const loaded = await PlanAtlas.parts!.loadBundle(source, loading.signal);
      if (loading.signal.aborted) return;
      const { bundle, problems } = loaded;
      this.#send({ type: 'load-done', bundle, problems });
      const wish = this.#wish;
      this.#wish = {};
      this.#send({ type: 'restore', view: wish, origin: 'api' });
      if (problems.length > 0) this.#tellProblems(problems);
      await this.#prove(loaded, loading.signal);
    } catch (error) {
      if (loading.signal.aborted) return;
      const problems = toProblems(error, source);
      this.#send({ type: 'load-failed', problems });
      void PlanAtlas.parts!.loadPanels().then(({ afterText }) => {
        this.#afterText = afterText;
        this.requestUpdate();
      });
      this.#tellProblems(problems);
    }
  }

  /** The text stands: the panels come, then the proof, whose findings are told beside what is shown. */
  async #prove({ prove }: LoadedSource, signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    await this.#openPanels();
    await Promise.race([this.viewOnReady(), wait(PROOF_WAIT_MS)]);
    const found = await prove();
    if (signal.aborted || found.length === 0) return;
    for (const [index, problem] of found.entries()) {
      this.#send({
        type: 'notify',
        notice: { id: `${problem.code}-proof-${index}`, severity: problem.severity, problem },
      });
    }
    this.#tellProblems(found);
  }

  async #openPanels(): Promise<void> {
    const panels = await PlanAtlas.parts!.loadPanels();
    const { Address: Reader } = panels;
    this.#cartography = panels.cartographyOfScreen;
    const cartography = this.#cartography();
    this.#afterText = panels.afterText;
    const problem = panels.findUndrawn(this.bundle!, cartography);
    if (problem) {
      this.#send({ type: 'notify', notice: { id: problem.code, severity: 'warning', problem } });
      this.#tellProblems([problem]);
    }
    if (!this.#address) {
      this.#address = new Reader(this.#store);
      this.#fitScreen();
      this.#presenting = panels.afterText.attachPresenting(
        this,
        this.#store,
        this.#address,
        PlanAtlas.parts!,
      );
      this.requestUpdate();
    }
    if (this.permalink && this.isConnected) {
      this.#address.connect();
      this.#address.read();
      this.#presenting?.resume();
    }
  }

  async #openTool(name: ToolName): Promise<void> {
    try {
      await PlanAtlas.parts!.loadTool(name);
      this.requestUpdate();
    } catch (error) {
      const problems = toProblems(error, name);
      for (const problem of problems) {
        this.#send({
          type: 'notify',
          notice: { id: `tool-${name}`, severity: problem.severity, problem },
        });
      }
      this.#tellProblems(problems);
    }
  }

  #tellProblems(problems: readonly Problem[]): void {
    fire(this, 'plan-error', { code: problems[0]!.code, problems });
  }

  #follow(now: ViewerState, before: ViewerState, request: ViewerRequest): void {
    tellHost(this, now, before);
    if (now.flavour !== before.flavour) this.#paintFlavour();
    if (now.lens !== before.lens && !isFullLens(now.lens)) void PlanAtlas.parts!.loadLens();
    if (now.tool && now.tool.name !== before.tool?.name) void this.#openTool(now.tool.name);
    if (now.map.status === 'text-only') this.#becomeReady('text-only');
    if (now.hover !== before.hover && request.type === 'hover') {
      this.#leader?.schedule();
      return;
    }
    if (request.type === 'camera-moved') {
      this.#tellView();
      return;
    }
    if (now.selection !== before.selection && now.selection.features.length > 0) {
      if (this.layout === 'compact' && now.selection.origin === 'text') this.overlay = null;
    }
    this.requestUpdate();
    this.#tellView();
  }

  #tellView(): void {
    this.#viewTimer ??= setTimeout(() => {
      this.#viewTimer = undefined;
      fire(this, 'plan-view-change', this.getViewState());
    }, 200);
  }

  #becomeReady(map: 'ready' | 'text-only'): void {
    const { bundle, phase } = this.#store.getState();
    // While the next plan loads, the map still paints the one before.
    if (this.#isReady || !bundle || phase !== 'ready') return;
    this.#isReady = true;
    this.#ready.resolve();
    fire(this, 'plan-ready', { bundle, map });
  }

  #chooseFlavour(choice: FlavourName | 'auto'): void {
    const isDark = this.#scheme?.matches ?? false;
    const drawn = choice === 'auto' ? (isDark ? 'dark' : 'light') : choice;
    this.#send({ type: 'flavour', choice, drawn });
    this.#paintFlavour();
  }

  readonly #followScheme = (): void => {
    if (this.#store.getState().flavourChoice === 'auto') this.#chooseFlavour('auto');
  };

  #paintFlavour(): void {
    const root = this.shadowRoot;
    const conventions = PlanAtlas.parts?.conventions;
    if (!root || !conventions) return;
    const sheet = flavourSheet(conventions.looks[this.#store.getState().flavour]);
    if (sheet === this.#flavourSheet) return;
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets.filter((other) => other !== this.#flavourSheet),
      sheet,
    ];
    this.#flavourSheet = sheet;
  }

  #fitScreen(): void {
    const cartography = this.#cartography?.() ?? null;
    const { value } = this.#context;
    if (value.cartography !== cartography) this.#context.setValue({ ...value, cartography });
  }

  #measure(): void {
    this.#fitScreen();
    const { width, height } = this.getBoundingClientRect();
    const layout: Layout =
      width >= 900 && height >= 420 ? 'wide' : width < 900 && height >= 560 ? 'tall' : 'compact';
    if (width > 0 && layout !== this.layout) this.layout = layout;
    this.#leader?.schedule();
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
    this.#leader?.schedule();
    if (event.type === 'plan-map-idle') this.#becomeReady('ready');
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.overlay) this.overlay = null;
    else this.#send({ type: 'clear', origin: 'api' });
  };

  /** Marks what was found in the text, and opens the text when something in it is to be seen. */
  readonly #markFound = (event: Event): void => {
    event.stopPropagation();
    const { ranges, current, reveal } = (event as CustomEvent<FindDetail>).detail;
    const text =
      this.renderRoot.querySelector<PlanText>('plan-text') ??
      this.querySelector<PlanText>('plan-text');
    if (reveal) {
      this.#send({ type: 'panel', panel: 'text', isOpen: true });
      if (this.layout === 'tall') this.#send({ type: 'tab', tab: 'text' });
    }
    void text?.markRanges(ranges, current);
    if (reveal) void this.updateComplete.then(() => text?.revealRange(reveal));
  };

  readonly #copyLink = (event: Event): void => {
    event.stopPropagation();
    const target = (event as CustomEvent<{ feature: string | null; clause: string | null }>).detail;
    const words = atlasMessages[this.#store.getState().lang].atlas;
    const link = this.#address?.linkTo(target) ?? location.href;
    navigator.clipboard.writeText(link).then(
      () => this.#announce(words.copied),
      () => this.#announce(words.notCopied),
    );
  };

  #announce(text: string): void {
    this.announcement = text;
    setTimeout(() => {
      if (this.announcement === text) this.announcement = '';
    }, 4000);
  }

  #shows(control: string): boolean {
    const wanted = this.controls?.trim() || ALL_CONTROLS;
    const list = wanted.split(/[\s,]+/);
    return list.includes(control) || (control === 'layers' && list.includes('legend'));
  }

  protected override render(): TemplateResult {
    const hasOwnLayout = this.querySelector(`:scope > :is(${PARTS_OF_AN_ATLAS})`) !== null;
    const now = this.#store.getState();
    const words = atlasMessages[now.lang].atlas;
    const view = this.#describeLayout(now);
    return html`
      <div
        class="frame"
        part="frame"
        data-layout=${hasOwnLayout ? 'own' : this.layout}
        data-flavour=${now.flavour}
        data-layers=${isPaneOpen(view, 'layers') ? 'open' : 'closed'}
        data-text=${isPaneOpen(view, 'text') ? 'open' : 'closed'}
        lang=${now.lang}
      >
        ${hasOwnLayout ? html`<slot></slot>` : renderLayout(view)}
        ${svg`<svg class="leader" aria-hidden="true"></svg>`}
        ${now.notices.length > 0 ? this.#renderNotices(now, words) : nothing}
        ${this.#renderPhase(now, words)}
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
      shows: (control) => this.#shows(control),
      send: (request) => this.#send(request),
      chooseFlavour: (choice) => this.#chooseFlavour(choice),
      setOverlay: (overlay) => {
        this.overlay = overlay;
      },
      focusTab: (tab) =>
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.focus(),
        ),
      resize: this.#columnResize,
      lensPlay: this.#lensPlay,
      afterText: this.#afterText,
      resetColumn: () => {
        this.columnPx = DEFAULT_COLUMN_PX;
      },
    };
  }

  /** Before the code of the notices is there, and where it cannot be had, their bare words. */
  #renderNotices(
    now: ViewerState,
    words: (typeof atlasMessages)[Language]['atlas'],
  ): TemplateResult {
    return this.#afterText
      ? this.#afterText.renderNotices(now.notices, now.lang, words, (id) =>
          this.#send({ type: 'dismiss', id }),
        )
      : html`<div class="notices" role="alert" lang="en">
          ${now.notices.map(
            ({ problem }) =>
              html`<p class="notice">${problem.file}: ${problem.message} (${problem.code})</p>`,
          )}
        </div>`;
  }

  #renderPhase(
    now: ViewerState,
    words: (typeof atlasMessages)[Language]['atlas'],
  ): TemplateResult | typeof nothing {
    if (now.phase === 'empty' && !this.src && !this.#given) {
      return html`<div class="phase" role="status">
        <p><strong>${words.empty}</strong></p>
        <p>${words.emptyHow}</p>
      </div>`;
    }
    if (now.phase === 'failed' && !now.bundle) {
      return html`<div class="phase" role="status">
        <p><strong>${words.failed}</strong></p>
        <button
          type="button"
          class="retry"
          @click=${() => void this.#load(this.src ?? this.#given ?? '')}
        >
          ${words.retry}
        </button>
      </div>`;
    }
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-atlas': PlanAtlas;
  }
}
