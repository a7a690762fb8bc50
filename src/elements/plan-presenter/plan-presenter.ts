import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Story } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import type { KeyAnswer, PresentCommand, PresentState } from '../../contracts/present.ts';
import type { Camera, ViewerState } from '../../contracts/state.ts';
import type { StageFacts } from '../../contracts/talk.ts';
import { carriersOf } from '../../core/lit.ts';
import { frameScene } from '../../core/present/frame-scene.ts';
import { lensOfSlide } from '../../core/present/lens-of-slide.ts';
import { deckOf, listSlides, type Slide } from '../../core/present/list-slides.ts';
import { createPresent } from '../../core/present/step-present.ts';
import {
  NEW_TIMER,
  pauseTimer,
  resetTimer,
  runTimer,
  turnTimer,
  type TalkTimer,
} from '../../core/present/talk-timer.ts';
import { sceneRequests, storyOf } from '../../core/story/apply-scene.ts';
import { presenterMessages, type PresenterMessages } from '../messages/presenter-messages.ts';
import { drawStyles } from '../plan-player/draw-styles.ts';
import { StageKeys } from '../plan-player/stage-keys.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { fetchAhead, loadersOf } from '../shared/fetch-ahead.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { planPresenterStyles } from './plan-presenter-styles.ts';
import type { PresenterView } from './presenter-context.ts';
import {
  NOTES,
  renderDeskControls,
  renderList,
  renderNext,
  renderNotesPane,
  renderTimes,
} from './render-desk.ts';
import { renderPreview } from './render-preview.ts';
import { showMarks, type ShownMarks } from './show-marks.ts';
import { canLink, TalkLink } from './talk-link.ts';
import { openSession, stageAddress } from './talk-session.ts';
import { TalkStore } from './talk-store.ts';

const TICK_MS = 250;
/** So long the hall's window may take to answer before it is called gone. */
const MEET_MS = 2500;
/** And so long, once it was opened anew. */
const OPEN_MS = 8000;
const WALL: StageFacts = {
  camera: null,
  widthPx: 1920,
  heightPx: 1080,
  captionLeft: 0.3,
  captionBottom: 0,
};

/**
 * The speaker's own window: what is on the wall, what to say, what comes next, and how long it has taken. It lies in
 * an atlas of its own and is joined to the hall's window by `BroadcastChannel`; keys and buttons act in both.
 *
 * @element plan-presenter
 * @fires plan-talk-change - internal: the talk runs or is over
 */
export class PlanPresenter extends AtlasElement {
  static override styles = [panelStyles, drawStyles, planPresenterStyles];

  /** Everything that the story may show here has been fetched: the network may go. */
  isStocked = false;

  @state() private talk: PresentState | null = null;
  @state() private facts: StageFacts | null = null;
  @state() private timer: TalkTimer = NEW_TIMER;
  @state() private nowMs = Date.now();
  @state() private notesPx = NOTES.usualPx;
  /** Null: it may still answer. */
  @state() private isStageThere: boolean | null = null;
  @state() private isRefused = false;

  readonly #session = openSession();
  #story: Story | null = null;
  #slides: readonly Slide[] = [];
  #link: TalkLink | null = null;
  #kept: TalkStore | null = null;
  #shown = '';
  #frame = 0;
  #shownMarks: ShownMarks | null = null;
  /** The small map was moved by hand while drawing, and goes back to the wall's picture. */
  #wasDrawing = false;
  #tick: ReturnType<typeof setInterval> | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;
  readonly #keys = new StageKeys({
    host: () => this,
    state: () =>
      this.talk ?? createPresent({ hasOpening: false, sceneCount: 0, hasClosing: false }),
    hasOverlay: () => false,
    answer: (answer) => this.#answer(answer),
    marks: () => this.#shownMarks?.marks ?? null,
  });

  /** The talk as it stands; null before there is a plan. */
  get present(): PresentState | null {
    return this.talk;
  }

  /** The red-lines that stand on the small map. */
  get marks(): readonly Mark[] {
    return this.#shownMarks?.marks.session.marks.getState().marks ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    /** It fills its page, so that keys are heard wherever the focus is. */
    this.toggleAttribute('page-keys', true);
    this.#keys.connect();
    this.#tick = setInterval(() => {
      this.nowMs = Date.now();
    }, TICK_MS);
    this.#takeAddress();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keys.disconnect();
    clearInterval(this.#tick);
    clearTimeout(this.#wait);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#link?.close();
    this.#link = null;
    this.#shownMarks?.marks.dispose();
    this.#shownMarks = null;
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.lang, now.flavour];
  }

  protected override sliceChanged(): void {
    this.#open();
  }

  protected override updated(): void {
    const isDrawing = this.#shownMarks?.marks.isDrawing ?? false;
    if (this.#wasDrawing && !isDrawing) this.#shown = '';
    this.#wasDrawing = isDrawing;
    this.#follow();
    this.renderRoot
      .querySelector('[aria-current=true]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** The hall's window gives its language on. */
  #takeAddress(): void {
    if (new URLSearchParams(location.search).get('lang') === 'en') {
      this.request({ type: 'lang', lang: 'en' });
    }
  }

  #open(): void {
    const { bundle } = this;
    const story = bundle && storyOf(bundle);
    if (!bundle || !story || this.#link || !this.isConnected || !canLink()) return;
    this.#kept = new TalkStore(bundle.bundle.id, this.#session);
    const kept = this.#kept.read();
    this.timer = kept.timer ?? NEW_TIMER;
    this.notesPx = kept.notesPx ?? NOTES.usualPx;
    this.#take(story);
    this.#link = new TalkLink({
      bundleId: bundle.bundle.id,
      session: this.#session,
      role: 'presenter',
      state: kept.state ?? createPresent(deckOf(story)),
      heard: (talk) => this.#turn(talk),
      met: (isThere) => {
        clearTimeout(this.#wait);
        this.isStageThere = isThere;
        this.isRefused = false;
      },
      heardFacts: (facts) => {
        this.facts = facts;
      },
      heardStory: (heard) => this.#take(heard),
    });
    this.#turn(this.#link.state);
    this.#wait = setTimeout(() => {
      this.isStageThere ??= false;
    }, MEET_MS);
    void this.#prepare();
  }

  /** All that a scene may show here comes now; the marks of the meeting are seen here as on the wall. */
  async #prepare(): Promise<void> {
    const loaders = loadersOf(this);
    try {
      if (loaders) await fetchAhead(loaders);
      this.isStocked = true;
      const { bundle, cartography } = this;
      if (!bundle || !cartography || !this.isConnected) return;
      const shown = await showMarks({
        store: this.atlas!.store,
        cartography,
        planId: bundle.bundle.id,
        takesPictures: false,
        changed: () => this.requestUpdate(),
      });
      if (!this.isConnected) {
        shown.marks.dispose();
        return;
      }
      this.#shownMarks = shown;
      this.#placeMarks();
      this.requestUpdate();
    } catch (error) {
      this.#report(error);
    }
  }

  /** Marks are made in the scene that is on the wall. */
  #placeMarks(): void {
    const { talk } = this;
    const slide = this.#slide();
    const scene = talk?.isRunning && slide?.kind === 'scene' ? slide.scene : null;
    this.#shownMarks?.marks.setScene(scene, scene !== null && scene.compare === undefined);
  }

  #draw(): void {
    const marks = this.#shownMarks?.marks;
    if (!marks || !this.talk?.isRunning) return;
    const isOn = !marks.isDrawing;
    if (isOn && this.talk.isLaserOn) this.#send({ type: 'laser', isOn: false });
    marks.setDrawing(isOn);
    if (isOn) void this.updateComplete.then(() => marks.focusMap());
  }

  #report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.request({
      type: 'notify',
      notices: [
        {
          id: 'presenter-load',
          severity: 'warning',
          problem: {
            code: 'presenter-load',
            severity: 'warning',
            file: 'plan-presenter',
            message,
            remedy: 'Check the connection and reload this window.',
          },
        },
      ],
    });
  }

  #take(story: Story): void {
    this.#story = story;
    this.#slides = listSlides(story);
    this.#shown = '';
    this.requestUpdate();
  }

  #send(command: PresentCommand): void {
    if (this.#link) this.#turn(this.#link.act(command));
  }

  /** The talk is where it is now: the watch turns with the slide, and what is kept, too. */
  #turn(talk: PresentState): void {
    const before = this.talk;
    const now = Date.now();
    if (talk.index !== before?.index || talk.isRunning !== before.isRunning) {
      this.#shownMarks?.marks.leaveScene();
    }
    this.talk = talk;
    if (!talk.isRunning) this.#shownMarks?.marks.setDrawing(false);
    this.#placeMarks();
    if (talk.isRunning !== (before?.isRunning ?? false)) {
      this.dispatchEvent(new CustomEvent('plan-talk-change', { bubbles: true, composed: true }));
    }
    this.#kept?.writeState(talk);
    let { timer } = this;
    const isNew = talk.isRunning && talk.startedAt !== before?.startedAt;
    if (isNew && before !== null) timer = runTimer(resetTimer(timer, now), now);
    else if (talk.isRunning && before === null && timer === NEW_TIMER) timer = runTimer(timer, now);
    else if (before?.isRunning && !talk.isRunning) timer = pauseTimer(timer, now);
    this.#setTimer(turnTimer(timer, talk.index, now));
  }

  #setTimer(timer: TalkTimer): void {
    if (timer === this.timer) return;
    this.timer = timer;
    this.nowMs = Date.now();
    this.#kept?.write({ timer });
  }

  #slide(): Slide | null {
    return this.#slides[this.talk?.index ?? 0] ?? this.#slides[0] ?? null;
  }

  #answer(answer: KeyAnswer): void {
    switch (answer.type) {
      case 'command':
        this.#send(answer.command);
        break;
      case 'start':
        this.#start(answer.from === 'first' ? 0 : (this.talk?.index ?? 0));
        break;
      case 'spotlight':
        this.#toggleSpotlight();
        break;
      case 'divide': {
        const slide = this.#slide();
        const compare = slide?.kind === 'scene' ? slide.scene.compare : undefined;
        const at = this.talk?.divider ?? compare?.at ?? 0.5;
        if (compare) this.#send({ type: 'divide', at: at + answer.by });
        break;
      }
      case 'draw':
        this.#draw();
        break;
      case 'list':
        this.renderRoot.querySelector<HTMLElement>('.list [aria-current=true]')?.focus();
        break;
      case 'full-screen':
        if (document.fullscreenElement) void document.exitFullscreen();
        else void this.requestFullscreen().catch(() => undefined);
        break;
      /** The keys are always in sight here, and the wall's colours are chosen at the wall. */
      case 'help':
      case 'flavour':
      case 'swallow':
        break;
      default:
        answer satisfies never;
    }
  }

  #start(index: number): void {
    this.#send({ type: 'start', index, at: Date.now() });
  }

  #toggleSpotlight(): void {
    const slide = this.#slide();
    if (slide?.kind !== 'scene' || !slide.scene.focus?.length) return;
    this.#send({ type: 'spotlight', isSceneSpotlit: slide.scene.spotlight ?? false });
  }

  #reopen(): void {
    const slide = this.#slide();
    const { lang } = this.state!;
    const address = stageAddress(
      this.#session,
      slide?.id ?? '',
      lang,
      this.talk?.isRunning ?? false,
    );
    window.open(address, '_blank', 'noopener,popup,width=1280,height=720');
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => {
      this.isRefused = this.isStageThere === false;
    }, OPEN_MS);
  }

  readonly #moveLaser = (event: PointerEvent): void => {
    if (!this.talk?.isLaserOn || this.#frame !== 0) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const at = {
      x: (event.clientX - box.left) / Math.max(1, box.width),
      y: (event.clientY - box.top) / Math.max(1, box.height),
    };
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#send({ type: 'laser-move', at });
    });
  };

  readonly #leaveLaser = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.talk?.laser) this.#send({ type: 'laser-move', at: null });
  };

  /** The small map shows what the wall shows: the same scene, lens and piece of land. */
  #follow(): void {
    const { bundle, talk } = this;
    const slide = this.#slide();
    const now = this.atlas?.store.getState();
    const map = this.renderRoot.querySelector<HTMLElement>('plan-map');
    if (!bundle || !talk || !slide || !now || !map) return;
    const scene =
      slide.kind === 'scene'
        ? slide.scene
        : slide.kind === 'opening'
          ? this.#story!.scenes[0]
          : null;
    const widthPx = map.clientWidth;
    if (!scene || widthPx === 0) return;
    const lens = lensOfSlide(slide, talk);
    const { camera, ...wall } = this.facts ?? WALL;
    const key = JSON.stringify([slide.id, lens, camera, wall, widthPx]);
    if (key === this.#shown) return;
    const isNew = !this.#shown.startsWith(JSON.stringify([slide.id, lens]).slice(0, -1));
    this.#shown = key;
    if (isNew) {
      const { lens: _, compare: __, ...view } = scene;
      const focus = [
        ...new Set([...(scene.focus ?? []), ...carriersOf(bundle, scene.focus ?? [])]),
      ];
      const left = wall.captionLeft * wall.widthPx;
      const bottom = wall.captionBottom * wall.heightPx;
      const edge = Math.round(wall.heightPx * 0.05);
      const padding = { top: edge, right: edge, bottom: bottom + edge, left: left + edge };
      const goal = frameScene(bundle, scene, { ...wall, padding });
      for (const request of sceneRequests(scene, now, { opensCompare: false })) {
        this.request(
          request.type === 'scene'
            ? { ...request, view: { ...view, focus, camera: this.#shrink(goal, wall, widthPx) } }
            : request,
        );
      }
      this.request({ type: 'lens', lens });
    } else if (camera && slide.kind === 'scene') {
      this.request({
        type: 'restore',
        view: { camera: this.#shrink(camera, wall, widthPx) },
        origin: 'scene',
      });
    }
  }

  /** The same piece of land in a smaller picture. */
  #shrink(camera: Camera, wall: Pick<StageFacts, 'widthPx'>, widthPx: number): Camera {
    return { ...camera, zoom: camera.zoom - Math.log2(wall.widthPx / widthPx) };
  }

  #describe(): PresenterView | null {
    const { talk, state: now } = this;
    const slide = this.#slide();
    if (!talk || !slide || !this.#story || !now) return null;
    return {
      talk,
      story: this.#story,
      slides: this.#slides,
      slide,
      next: this.#slides[talk.index + 1] ?? null,
      facts: this.facts,
      timer: this.timer,
      nowMs: this.nowMs,
      notesPx: this.notesPx,
      words: this.#texts,
      isEnglish: this.isEnglish,
      lang: now.lang,
      send: (command) => this.#send(command),
      toggleSpotlight: () => this.#toggleSpotlight(),
      isDrawing: this.#shownMarks?.marks.isDrawing ?? false,
      draw: () => this.#draw(),
      start: (index) => this.#start(index),
      setTimer: (act) => {
        const ms = Date.now();
        const acts = { run: runTimer, pause: pauseTimer, reset: resetTimer };
        this.#setTimer(acts[act](this.timer, ms));
      },
      setNotesPx: (px) => {
        this.notesPx = Math.min(NOTES.mostPx, Math.max(NOTES.leastPx, px));
        this.#kept?.write({ notesPx: this.notesPx });
      },
    };
  }

  get #texts(): PresenterMessages {
    return presenterMessages[this.state?.lang ?? 'zh-Hans'];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { bundle } = this;
    const words = this.#texts;
    if (!bundle) return nothing;
    const lang = this.state!.lang;
    if (!storyOf(bundle) || !canLink()) {
      return html`<p class="refusal" role="alert" lang=${lang}>
        ${canLink() ? words.noStory : words.noChannel}
      </p>`;
    }
    const view = this.#describe();
    if (!view) return nothing;
    return html`
      <div class="desk" lang=${lang}>
        <header class="top">
          <h1>${words.title}</h1>
          <p>${this.pick(view.story.title, view.story.titleEn)}</p>
        </header>
        ${this.isStageThere === false ? this.#renderGone(words) : nothing}
        ${renderPreview(view, {
          move: this.#moveLaser,
          leave: this.#leaveLaser,
          marks: this.#shownMarks,
        })}
        ${renderDeskControls(view)} ${renderTimes(view)}
        <div class="say">${renderNotesPane(view)} ${renderNext(view)}</div>
        ${renderList(view)}
        <p class="keys"><strong>${words.keys}</strong> ${words.keysHow}</p>
      </div>
    `;
  }

  #renderGone(words: PresenterMessages): TemplateResult {
    return html`<div class="gone" role="alert">
      <p><strong>${words.gone}</strong> ${this.isRefused ? words.popup : words.goneHow}</p>
      <button type="button" class="control" data-control="reopen" @click=${() => this.#reopen()}>
        ${words.reopen}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-presenter': PlanPresenter;
  }
}
