import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Story, StoryScene } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import type {
  KeyAnswer,
  PresentCommand,
  PresentState,
  StagePoint,
} from '../../contracts/present.ts';
import type { Padding, ViewerState } from '../../contracts/state.ts';
import { carriersOf } from '../../core/lit.ts';
import { frameScene } from '../../core/present/frame-scene.ts';
import { isSpotlit, lensOfSlide } from '../../core/present/lens-of-slide.ts';
import { deckOf, listSlides, secondsOf, type Slide } from '../../core/present/list-slides.ts';
import { createPresent, sceneNumberAt, stepPresent } from '../../core/present/step-present.ts';
import { sceneRequests } from '../../core/story/apply-scene.ts';
import { presentMessages, type PresentMessages } from '../messages/present-messages.ts';
import type { TalkMarks } from '../plan-marks/talk-marks.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { handoutAddress } from '../shared/handout-address.ts';
import { holdMap } from '../shared/live-map.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import type { ShownMarks } from '../plan-presenter/show-marks.ts';
import { drawStyles, stageDrawStyles } from './draw-styles.ts';
import { FullScreen } from './full-screen.ts';
import { JumpList, titleOfSlide } from './jump-list.ts';
import {
  forgetStoredView,
  keepView,
  type KeptView,
  restoreRequests,
  storeView,
  takeStoredView,
} from './kept-view.ts';
import { Laser, LaserTrail, TRAIL_MS } from './laser.ts';
import { planPlayerStyles } from './plan-player-styles.ts';
import { renderCaption } from './render-caption.ts';
import { renderControls } from './render-controls.ts';
import { renderCross, renderHelp, renderLaser, renderPage } from './render-over.ts';
import { SlideClock } from './slide-clock.ts';
import { StageKeys } from './stage-keys.ts';
import { StageSheet } from './stage-sheet.ts';
import { Swipe } from './swipe.ts';

/** Buttons and pointer go when nobody has moved for so long. */
const IDLE_MS = 3000;
/** A scene that plays the lens shows its first look for so long. */
const LOOK_MS = 2500;
/** Wider than high by so much, and the caption stands beside the map, where no head in front hides it. */
const SIDE_RATIO = 1.15;
const SIDE_LEAST_PX = 700;
const MOST_TIGHT = 5;

export interface PresentDetail {
  readonly state: PresentState;
  readonly story: Story;
  readonly slide: Slide | null;
}

/**
 * Runs a story: full screen, by keys, clicker, mouse and touch. It fills the atlas that it is put into, shows its
 * slides by requests to the atlas's state, and gives back the view that was there before when it is left.
 *
 * @element plan-player
 * @csspart caption - title, caption and the plan's words
 * @csspart controls - buttons
 * @fires plan-presenter-open - internal: the speaker wants a window of their own
 * @fires plan-present-change - the talk's state changed; detail: `PresentDetail`
 */
export class PlanPlayer extends AtlasElement {
  static override styles = [panelStyles, planPlayerStyles, drawStyles, stageDrawStyles];

  /** Everything that the story may show has been fetched: the network may go. */
  isStocked = false;

  @state() private talk: PresentState = createPresent({
    hasOpening: false,
    sceneCount: 0,
    hasClosing: false,
  });
  /** The speaker's own window is there; null: this page cannot open one. */
  @property({ attribute: false }) hasPresenter: boolean | null = null;
  /** A line for the speaker that goes by itself. */
  @property({ attribute: false }) notice = '';

  @state() private isIdle = false;
  @state() private overlay: 'list' | 'help' | null = null;
  @state() private trail: readonly StagePoint[] = [];

  #story: Story | null = null;
  #slides: readonly Slide[] = [];
  /** What is on the map, so that nothing is asked for twice. */
  #shown = { slide: '', lens: '' };
  #covered: Pick<Padding, 'left' | 'bottom'> = { left: 0, bottom: 0 };
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #trailTimer: ReturnType<typeof setTimeout> | undefined;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  #size: ResizeObserver | null = null;
  #sheet: StageSheet | null = null;
  #letMapGo: (() => void) | null = null;
  #full: FullScreen | null = null;
  /** The view before the talk. */
  #kept: KeptView | null = null;
  #backTo: Element | null = null;
  #shownMarks: ShownMarks | null = null;
  #marksComing: Promise<void> | null = null;
  readonly #list = new JumpList();
  readonly #trail = new LaserTrail();
  readonly #clock = new SlideClock(
    () => this.send({ type: 'advance' }),
    () => this.requestUpdate(),
  );
  readonly #keys = new StageKeys({
    host: () => this.#host,
    state: () => this.talk,
    hasOverlay: () => this.overlay !== null,
    answer: (answer) => this.#answer(answer),
    marks: () => this.#marks,
  });
  readonly #laser = new Laser({
    stage: this,
    isOn: () => this.talk.isLaserOn && !this.#isDrawing,
    isFree: (event) => !this.#isDrawing && this.#isOnMap(event),
    move: (at) => this.#moveLaser(at),
  });
  readonly #swipe = new Swipe({
    isFree: (event) =>
      this.talk.isRunning &&
      !this.#isDrawing &&
      event.composedPath().includes(this.#host) &&
      !event
        .composedPath()
        .some((node) => node instanceof Element && node.matches('[role=slider], .over, .controls')),
    turn: (to) => this.send({ type: to }),
  });

  /** The talk as it stands. */
  get present(): PresentState {
    return this.talk;
  }

  /** The story on stage; null before the start. */
  get story(): Story | null {
    return this.#story;
  }

  /** The red-lines that stand on this window's map. */
  get marks(): readonly Mark[] {
    return this.#marks?.session.marks.getState().marks ?? [];
  }

  /** What makes the next state of a command: this window alone, or all windows of the talk together. */
  step: (state: PresentState, command: PresentCommand) => PresentState = stepPresent;

  /** Pixels of the stage that the caption covers. */
  get covered(): Pick<Padding, 'left' | 'bottom'> {
    return this.#covered;
  }

  /** The red-lines of the meeting stand on the stage, too, and can be drawn there. */
  showMarks(): Promise<void> {
    this.#marksComing ??= this.#openMarks().finally(() => {
      this.#marksComing = null;
    });
    return this.#marksComing;
  }

  async #openMarks(): Promise<void> {
    const { bundle, cartography, atlas } = this;
    if (!bundle || !cartography || !atlas || this.#shownMarks) return;
    const { showMarks } = await import('../plan-presenter/show-marks.ts');
    const shown = await showMarks({
      store: atlas.store,
      cartography,
      planId: bundle.bundle.id,
      takesPictures: true,
      changed: () => this.requestUpdate(),
    });
    if (!this.talk.isRunning || !this.isConnected) {
      shown.marks.dispose();
      return;
    }
    this.#shownMarks = shown;
    this.#placeMarks();
    this.requestUpdate();
  }

  get #marks(): TalkMarks | null {
    return this.#shownMarks?.marks ?? null;
  }

  get #isDrawing(): boolean {
    return this.#marks?.isDrawing ?? false;
  }

  #placeMarks(): void {
    const scene = this.#scene();
    this.#marks?.setScene(scene, scene !== null && scene.compare === undefined);
  }

  /** Begins to draw, or ends it; the hall's pointer and the clock of the slides stand still meanwhile. */
  async #toggleDrawing(): Promise<void> {
    await this.showMarks();
    const marks = this.#marks;
    if (!marks) return;
    if (marks.isDrawing) {
      marks.setDrawing(false);
      this.focus({ preventScroll: true });
      return;
    }
    if (this.talk.isLaserOn) this.send({ type: 'laser', isOn: false });
    if (this.talk.isAutoplay) this.send({ type: 'autoplay', isOn: false });
    marks.setDrawing(true);
    marks.focusMap();
  }

  /** A story to be told later, when another window says so. */
  prepare(story: Story): void {
    if (!this.talk.isRunning) this.#take(story);
  }

  /** Takes the talk of another window as it is. */
  join(talk: PresentState): void {
    const isNew = talk.isRunning && !this.talk.isRunning;
    if (isNew) this.#enter(true);
    this.#apply({ type: 'join', state: talk });
    if (isNew) void this.showMarks().catch(() => undefined);
  }

  /** Starts a talk, or goes on at a slide (from 0). `isFullScreen`: ask the browser for the whole screen. */
  start(story: Story, index: number, isFullScreen: boolean): void {
    const isNew = !this.talk.isRunning;
    this.#take(story);
    if (isNew) this.#enter(isFullScreen);
    this.#apply({ type: 'start', index, at: Date.now() });
    if (isFullScreen) void this.#full?.enter();
    this.focus({ preventScroll: true });
  }

  /** What a key, a button or another window asks for. */
  send(command: PresentCommand): void {
    this.#apply(command);
  }

  /** The story was edited while it runs; the talk stays at its scene where that is still there. */
  replaceStory(story: Story): void {
    const id = this.#slides[this.talk.index]?.id;
    this.#take(story);
    const at = this.#slides.findIndex((slide) => slide.id === id);
    this.#shown = { slide: '', lens: '' };
    this.#apply({ type: 'deck', deck: deckOf(story), ...(at < 0 ? {} : { index: at }) });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = -1;
    if (this.talk.isRunning) this.#hold();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#marks?.dispose();
    this.#shownMarks = null;
    this.#release();
  }

  protected override willUpdate(): void {
    // It stands beside the frame, which has the language of the interface, and takes the focus itself.
    this.lang = this.state?.lang ?? '';
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.lang, now.flavour, now.compare.at];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (!this.talk.isRunning || !before) return;
    if (now.flavour !== before.flavour) this.#shown = { ...this.#shown, slide: '' };
    const isMoved = now.compare.at !== before.compare.at && now.compare.at !== this.#dividerAt();
    if (isMoved && this.#scene()?.compare) this.#apply({ type: 'divide', at: now.compare.at });
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.talk.isRunning) return;
    const track = this.renderRoot.querySelector<HTMLElement>('.track i');
    const count = Math.max(1, this.#slides.length - 1);
    track?.style.setProperty('--share', `${(this.talk.index / count) * 100}%`);
    this.#tighten();
    this.#show();
    if (changed.has('overlay') && this.overlay !== null) {
      const selector = this.overlay === 'list' ? '.list input' : '[data-control=close-help]';
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #take(story: Story): void {
    this.#story = story;
    this.#slides = listSlides(story);
    if (!this.talk.isRunning) this.talk = createPresent(deckOf(story));
  }

  /** Started by the reader, it keeps what is seen now; resumed after a reload, what was seen before the talk. */
  #enter(isByReader: boolean): void {
    const bundle = this.bundle!;
    const store = this.atlas!.store;
    const root = this.getRootNode() as ShadowRoot;
    this.#backTo = root.activeElement ?? document.activeElement;
    const stored = isByReader ? null : takeStoredView(bundle.bundle.id);
    this.#kept = stored ?? keepView(store.getState());
    if (!stored) storeView(bundle.bundle.id, this.#kept);
    this.#hold();
    this.request({ type: 'gestures', gestures: 'greedy' });
    if (innerWidth >= SIDE_LEAST_PX) this.#chooseFlavour('projector');
  }

  /** Takes hold of the window: its room, its keys, its pointer. */
  #hold(): void {
    const root = this.getRootNode() as ShadowRoot;
    this.#sheet = new StageSheet(root);
    this.#sheet.put();
    this.#letMapGo = holdMap(this.atlas!.store);
    this.#full = new FullScreen(
      this.#host,
      () => this.requestUpdate(),
      () => this.send({ type: 'stop' }),
    );
    this.#full.connect();
    this.#keys.connect();
    this.#laser.connect();
    this.#swipe.connect();
    this.#size = new ResizeObserver(() => this.requestUpdate());
    this.#size.observe(this);
    for (const type of ['pointermove', 'pointerdown', 'focusin'] as const) {
      addEventListener(type, this.#wake, true);
    }
    for (const type of ['pointerdown', 'wheel'] as const) {
      addEventListener(type, this.#takeOver, { capture: true, passive: true });
    }
    this.#wake();
    this.#shown = { slide: '', lens: '' };
  }

  /** Lets go of all that was taken hold of; the view is given back only when the talk was ended. */
  #release(): void {
    this.#clock.pause();
    clearTimeout(this.#idleTimer);
    clearTimeout(this.#lookTimer);
    clearTimeout(this.#trailTimer);
    this.#keys.disconnect();
    this.#laser.disconnect();
    this.#swipe.disconnect();
    this.#size?.disconnect();
    this.#full?.disconnect();
    this.#sheet?.take();
    this.#sheet = null;
    this.#letMapGo?.();
    for (const type of ['pointermove', 'pointerdown', 'focusin'] as const) {
      removeEventListener(type, this.#wake, true);
    }
    for (const type of ['pointerdown', 'wheel'] as const) {
      removeEventListener(type, this.#takeOver, true);
    }
  }

  #leave(): void {
    void this.#full?.leave();
    this.#marks?.dispose();
    this.#shownMarks = null;
    this.#release();
    this.overlay = null;
    for (const request of this.#kept ? restoreRequests(this.#kept) : []) this.request(request);
    this.#kept = null;
    if (this.bundle) forgetStoredView(this.bundle.bundle.id);
    this.#shown = { slide: '', lens: '' };
    const back = this.#backTo;
    this.#backTo = null;
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  }

  #apply(command: PresentCommand): void {
    const before = this.talk;
    const now = this.step(before, command);
    if (now === before) return;
    const isNew = now.index !== before.index || now.isRunning !== before.isRunning;
    if (isNew) this.#marks?.leaveScene();
    this.talk = now;
    if (now.isRunning && (isNew || command.type === 'start')) this.#arrive();
    if (now.isRunning && now.isAutoplay) this.#clock.run();
    else this.#clock.pause();
    if (now.isAutoplay && !before.isAutoplay) this.overlay = null;
    if (now.divider !== null && now.divider !== before.divider) {
      if (this.state!.compare.at !== now.divider) {
        this.request({ type: 'compare', change: { at: now.divider } });
      }
    }
    if (before.isRunning && !now.isRunning) this.#leave();
    this.dispatchEvent(
      new CustomEvent<PresentDetail>('plan-present-change', {
        detail: { state: now, story: this.#story!, slide: this.#slides[now.index] ?? null },
        bubbles: true,
        composed: true,
      }),
    );
  }

  /** A slide comes on stage: its time runs anew, and a scene of two looks goes over to the second. */
  #arrive(): void {
    const slide = this.#slides[this.talk.index];
    clearTimeout(this.#lookTimer);
    this.#placeMarks();
    if (!slide) return;
    this.#clock.set(secondsOf(slide));
    if (slide.kind === 'scene' && slide.scene.lensPlay) {
      this.#lookTimer = setTimeout(() => this.send({ type: 'play', isOn: true }), LOOK_MS);
    }
  }

  #answer(answer: KeyAnswer): void {
    switch (answer.type) {
      case 'command':
        if (this.overlay !== null && answer.command.type === 'stop') this.#close();
        else {
          if (this.overlay === 'help') this.#close();
          this.send(answer.command);
        }
        break;
      case 'spotlight':
        this.#toggleSpotlight();
        break;
      case 'divide': {
        const at = this.#scene()?.compare ? this.state!.compare.at : null;
        if (at !== null) this.send({ type: 'divide', at: at + answer.by });
        break;
      }
      case 'list':
        this.#toggle('list');
        break;
      case 'help':
        this.#toggle('help');
        break;
      case 'draw':
        this.#draw();
        break;
      case 'full-screen':
        this.#toggleFullScreen();
        break;
      case 'flavour':
        this.#toggleFlavour();
        break;
      case 'start':
      case 'swallow':
        break;
      default:
        answer satisfies never;
    }
  }

  #show(): void {
    const { bundle, talk } = this;
    const state = this.atlas?.store.getState();
    const slide = this.#slides[talk.index];
    const scene = slide?.kind === 'closing' ? null : (this.#scene() ?? this.#story?.scenes[0]);
    const padding = this.#measure(scene ?? null);
    if (!bundle || !state || !slide || !scene) return;
    const { width, height } = this.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const key = [scene.id, talk.index, width, height, ...Object.values(padding)].join();
    const lens = lensOfSlide(slide, talk);
    const lensKey = JSON.stringify(lens);
    if (key !== this.#shown.slide) {
      const left = scene.compare ? padding.left - this.#sideEdge(width) : 0;
      const camera = frameScene(bundle, scene, {
        widthPx: width - left,
        heightPx: height,
        padding: { ...padding, left: padding.left - left },
      });
      const focus = [
        ...new Set([...(scene.focus ?? []), ...carriersOf(bundle, scene.focus ?? [])]),
      ];
      /** The lens follows by itself, for it may change while the scene stays. */
      const { lens: _, ...withoutLens } = scene;
      const opens = scene.compare !== undefined && state.tool?.name !== 'compare';
      for (const request of sceneRequests(scene, state)) {
        this.request(
          request.type === 'scene'
            ? { ...request, view: { ...withoutLens, focus, camera } }
            : request,
        );
      }
      if (opens && state.bounds) {
        /** The compared maps start where this scene looks, not where the map behind them was. */
        const { bounds } = state;
        this.request({ type: 'camera-moved', camera, bounds, isByUser: false, from: 'compare' });
      }
      const { divider } = talk;
      if (divider !== null) this.request({ type: 'compare', change: { at: divider } });
    }
    if (key !== this.#shown.slide || lensKey !== this.#shown.lens) {
      this.request({ type: 'lens', lens });
    }
    this.#shown = { slide: key, lens: lensKey };
  }

  #isSpotlit(scene: StoryScene | null): boolean {
    return isSpotlit(this.talk, scene);
  }

  /** Pixels that the caption covers, and a margin for names; tells the map where its notes may stand. */
  #measure(scene: StoryScene | null): Padding {
    const { width, height } = this.getBoundingClientRect();
    const caption = this.renderRoot.querySelector('.caption')?.getBoundingClientRect();
    const isSide = this.#isSide();
    const isPage = this.#scene() === null;
    const left = isSide ? (isPage ? Math.round(width * 0.3) : Math.round(caption?.width ?? 0)) : 0;
    const bottom = isSide
      ? 0
      : isPage
        ? Math.round(height * 0.4)
        : Math.round(caption?.height ?? 0);
    const frame = (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.frame');
    frame?.style.setProperty('--stage-left', `${left}px`);
    frame?.style.setProperty('--stage-bottom', `${bottom}px`);
    frame?.style.setProperty('--compare-left', scene?.compare ? `${left}px` : '0px');
    frame?.style.setProperty('--compare-bottom', scene?.compare ? `${bottom}px` : '0px');
    this.#covered = isPage ? { left: 0, bottom: 0 } : { left, bottom };
    /** Below stand scale and notes, at the sides names that reach beyond what they name. */
    const edge = this.#edge(height);
    const side = this.#sideEdge(width);
    return { top: edge, right: side, bottom: bottom + edge * 2, left: left + side };
  }

  #edge(height: number): number {
    return Math.round(Math.min(height * 0.05, 80));
  }

  #sideEdge(width: number): number {
    return Math.round(Math.min(width * 0.06, 120));
  }

  #isSide(): boolean {
    const { width, height } = this.getBoundingClientRect();
    return width >= SIDE_LEAST_PX && width / Math.max(1, height) >= SIDE_RATIO;
  }

  /** Closes the lines up by a step at a time until all of the caption is seen without scrolling. */
  #tighten(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    const scroll = this.renderRoot.querySelector<HTMLElement>('.scroll');
    if (!stage) return;
    stage.dataset['band'] = this.#isSide() ? 'side' : 'bottom';
    delete stage.dataset['tight'];
    if (!scroll) return;
    for (let step = 1; step <= MOST_TIGHT; step += 1) {
      if (scroll.scrollHeight <= scroll.clientHeight + 1) break;
      stage.dataset['tight'] = String(step);
    }
  }

  get #host(): HTMLElement {
    return (this.getRootNode() as ShadowRoot).host as HTMLElement;
  }

  get #words(): PresentMessages {
    return presentMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #scene(): StoryScene | null {
    const slide = this.#slides[this.talk.index];
    return slide?.kind === 'scene' ? slide.scene : null;
  }

  #dividerAt(): number | null {
    return this.talk.divider ?? this.#scene()?.compare?.at ?? (this.#scene()?.compare ? 0.5 : null);
  }

  #chooseFlavour(choice: 'projector'): void {
    this.request({ type: 'flavour', choice, drawn: choice });
  }

  #toggleFlavour(): void {
    if (this.state!.flavour !== 'projector') this.#chooseFlavour('projector');
    else {
      const own = this.#kept?.flavour === 'projector' ? 'light' : (this.#kept?.flavour ?? 'light');
      const choice = this.#kept?.view.flavour === 'projector' ? 'light' : this.#kept!.view.flavour;
      this.request({ type: 'flavour', choice, drawn: own });
    }
  }

  #toggleSpotlight(): void {
    const scene = this.#scene();
    if (!scene?.focus?.length) return;
    this.send({ type: 'spotlight', isSceneSpotlit: scene.spotlight ?? false });
  }

  #toggleFullScreen(): void {
    if (this.#full?.isOn) void this.#full.leave();
    else void this.#full?.enter();
  }

  #draw(): void {
    this.#toggleDrawing().catch((error: unknown) => {
      this.notice = error instanceof Error ? error.message : String(error);
    });
  }

  #openPresenter(): void {
    this.dispatchEvent(new CustomEvent('plan-presenter-open', { bubbles: true, composed: true }));
  }

  #toggle(overlay: 'list' | 'help'): void {
    if (this.overlay === overlay) {
      this.#close();
      return;
    }
    if (overlay === 'list') this.#list.open(this.talk.index);
    this.overlay = overlay;
  }

  #close(): void {
    this.overlay = null;
    this.focus({ preventScroll: true });
  }

  #moveLaser(at: StagePoint | null): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.trail = isStill ? [] : this.#trail.follow(at, performance.now());
    clearTimeout(this.#trailTimer);
    if (this.trail.length > 0) {
      this.#trailTimer = setTimeout(() => {
        this.trail = [];
      }, TRAIL_MS);
    }
    this.send({ type: 'laser-move', at });
  }

  /** A press on the map itself: not on the caption, a button or a list. */
  #isOnMap(event: Event): boolean {
    const path = event.composedPath();
    return (
      this.talk.isRunning &&
      path.includes(this.#host) &&
      !path.some(
        (node) =>
          node instanceof Element &&
          node.matches('button, input, select, [role=slider], .over, .caption'),
      )
    );
  }

  readonly #wake = (event?: Event): void => {
    clearTimeout(this.#idleTimer);
    if (this.isIdle) this.isIdle = false;
    if (event?.type === 'pointerdown' && this.#marks) this.#marks.isByKey = false;
    this.#idleTimer = setTimeout(() => {
      this.isIdle = true;
    }, IDLE_MS);
  };

  /** Whoever touches the stage wants it to stay; the pause button does so by itself. */
  readonly #takeOver = (event: Event): void => {
    const path = event.composedPath();
    const isOnPause = path.some(
      (node) => node instanceof Element && node.matches('[data-control=pause]'),
    );
    if (!this.talk.isAutoplay || isOnPause || !path.includes(this.#host)) return;
    this.send({ type: 'autoplay', isOn: false });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { talk, state, bundle } = this;
    const slide = this.#slides[talk.index];
    if (!talk.isRunning || !slide || !bundle || !state) return nothing;
    const words = this.#words;
    const isPage = slide.kind !== 'scene';
    return html`
      <section
        class="stage"
        aria-label=${words.stage}
        lang=${state.lang}
        data-page=${isPage}
        data-idle=${this.isIdle && this.overlay === null && !this.#isDrawing}
        data-drawing=${this.#isDrawing}
      >
        ${talk.isLaserOn && !this.#isDrawing ? html`<div class="shield"></div>` : nothing}
        <div class="caption" part="caption">
          ${
            isPage
              ? renderPage(slide.page, this.isEnglish)
              : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="slide-title">
                  ${renderCaption(
                    {
                      bundle,
                      cartography: this.cartography,
                      flavour: this.flavour!,
                      isEnglish: this.isEnglish,
                      words,
                    },
                    slide.scene,
                  )}
                </div>`
          }
          ${this.#renderFoot(words)}
        </div>
        ${this.#renderDrawing()}
        ${talk.isBlank ? html`<div class="blank" role="img" aria-label=${words.blankHow}></div>` : nothing}
        ${talk.digits === '' ? nothing : html`<p class="typed" role="status">${words.goTo(talk.digits)}</p>`}
        ${this.notice === '' ? nothing : html`<p class="typed" role="status">${this.notice}</p>`}
        ${renderLaser(talk.laser, this.trail)} ${this.#renderOverlay(words)}
        <p class="hidden" role="status" aria-live="polite">
          ${`${this.#nameOf(slide)} ${titleOfSlide(slide, this.isEnglish)}`}
        </p>
      </section>
    `;
  }

  #renderDrawing(): TemplateResult | typeof nothing {
    const shown = this.#shownMarks;
    if (!shown?.marks.isDrawing) return nothing;
    return html`${shown.renderTools(shown.marks, this.state!.lang)}
    ${shown.marks.isByKey ? renderCross() : nothing}`;
  }

  #nameOf(slide: Slide): string {
    const { deck } = this.talk;
    return slide.kind === 'scene'
      ? this.#words.scene(slide.number, deck.sceneCount)
      : this.#words[slide.kind];
  }

  #renderFoot(words: PresentMessages): TemplateResult {
    const { talk } = this;
    const number = sceneNumberAt(talk.deck, talk.index);
    const scene = this.#scene();
    return html`<footer class="foot">
      <div class="progress">
        <span class="counter">
          ${
            number === null
              ? this.#nameOf(this.#slides[talk.index]!)
              : html`<span aria-label=${words.scene(number, talk.deck.sceneCount)} role="img"
                  >${number} / ${talk.deck.sceneCount}</span
                >`
          }
        </span>
        ${
          talk.isAutoplay
            ? html`<span class="countdown" role="timer"
                >▶ ${words.seconds(this.#clock.leftS)}</span
              >`
            : nothing
        }
      </div>
      <div class="track" aria-hidden="true"><i></i></div>
      ${renderControls({
        state: talk,
        words,
        isSpotlit: this.#isSpotlit(scene),
        hasFocus: (scene?.focus?.length ?? 0) > 0,
        hasPlay: scene?.lensPlay !== undefined,
        isProjector: this.state!.flavour === 'projector',
        isFullScreen: this.#full?.isOn ?? false,
        canFullScreen: this.#full?.canBe ?? false,
        isListOpen: this.overlay === 'list',
        isHelpOpen: this.overlay === 'help',
        send: (command) => this.send(command),
        toggleSpotlight: () => this.#toggleSpotlight(),
        toggleFlavour: () => this.#toggleFlavour(),
        toggleFullScreen: () => this.#toggleFullScreen(),
        toggleList: () => this.#toggle('list'),
        toggleHelp: () => this.#toggle('help'),
        isDrawing: this.#isDrawing,
        draw: () => this.#draw(),
        hasPresenter: this.hasPresenter,
        openPresenter: () => this.#openPresenter(),
      })}
    </footer>`;
  }

  #renderOverlay(words: PresentMessages): TemplateResult | typeof nothing {
    if (this.overlay === 'help') return renderHelp(words, () => this.#close());
    if (this.overlay !== 'list') return nothing;
    return this.#list.render({
      slides: this.#slides,
      handout: handoutAddress(this, this.state!.lang),
      index: this.talk.index,
      isEnglish: this.isEnglish,
      words,
      go: (index) => {
        this.#close();
        this.send({ type: 'go', index });
      },
      close: () => this.#close(),
      changed: () => {
        this.requestUpdate();
        void this.updateComplete.then(() =>
          this.renderRoot
            .querySelector('[aria-selected=true]')
            ?.scrollIntoView({ block: 'nearest' }),
        );
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-player': PlanPlayer;
  }
  interface HTMLElementEventMap {
    'plan-present-change': CustomEvent<PresentDetail>;
  }
}
