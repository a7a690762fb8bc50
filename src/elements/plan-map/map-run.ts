import type { LitElement, nothing, TemplateResult } from 'lit';
import type { LngLat, PlanBundle } from '../../contracts/bundle.ts';
import type {
  MapEvent,
  MapInspection,
  MapModule,
  MapPort,
  SceneStyle,
  ScreenPoint,
} from '../../contracts/map-port.ts';
import type { MeasureStep, Store, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Cartography, Flavour } from '../../contracts/theme.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { stepMeasure } from '../../core/measure-state.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { restoreBase } from '../plan-base/restore-base.ts';
import { define } from '../shared/define.ts';
import { isOnOwnPage } from '../shared/handout-address.ts';
import { describeLocale } from '../shared/map-locale.ts';
import { isMapHeld, publishMap, type TakePicture } from '../shared/live-map.ts';
import { moveToGoal, paddingOf, wholeCamera } from './goal-on-map.ts';
import { gesturesOf, hasCross, isMeasuring, listDrawn } from './map-slice.ts';
import { answerDrag, answerMeasureKey, answerPick } from './measure-on-map.ts';
import { PickCycle } from './pick-cycle.ts';
import { renderBadge } from './render-badge.ts';
import { renderPicture } from './render-picture.ts';
import { SleepingMap } from './sleeping-map.ts';

const RESTORE_WAIT_MS = 2000;
const MAX_RESTARTS = 3;

/** Everything that a map is made from; at hand from the first start on. */
export interface MapInput {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly flavour: Flavour;
  readonly store: Store;
}

/** What a running map asks of its element. */
export interface RunHost {
  readonly element: LitElement;
  /** Null while there is no plan to show. */
  readonly input: () => MapInput | null;
  readonly request: (request: ViewerRequest) => void;
  readonly isNear: () => boolean;
  readonly staysAwake: () => boolean;
  readonly pixelRatio: () => number | undefined;
  /** Starts the map as soon as it may; does nothing when it runs, starts or has been given up. */
  readonly start: () => void;
  readonly tell: (type: 'plan-map-move' | 'plan-map-idle') => void;
}

/** The map behind `<plan-map>`: started, kept in step with the state, put to sleep and woken, built anew when lost. */
export class MapRun {
  /** Everything has been painted since it started. */
  isPainted = false;
  /** Its graphics were lost again and again. */
  isStopped = false;
  readonly #host: RunHost;
  readonly #module: MapModule;
  readonly #sleep: SleepingMap;
  readonly #picks = new PickCycle();
  #port: MapPort | null = null;
  #style: SceneStyle | null = null;
  #styleInputs: readonly unknown[] = [];
  #goalSerial = -1;
  #restoreTimer: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;

  constructor(host: RunHost, module: MapModule) {
    this.#host = host;
    this.#module = module;
    this.#sleep = new SleepingMap({
      element: host.element,
      port: () => this.#port,
      isPainted: () => this.isPainted,
      isNear: host.isNear,
      isInUse: () => this.#isInUse(),
      drawn: () => this.#listDrawn(),
      start: host.start,
      review: module.reviewSeats,
      end: () => this.#fallAsleep(),
      redraw: () => host.element.requestUpdate(),
    });
  }

  get isRunning(): boolean {
    return this.#port !== null;
  }

  get isAsleep(): boolean {
    return this.#sleep.isAsleep;
  }

  /** It must start wherever it is. */
  get isWanted(): boolean {
    return this.#sleep.isWanted;
  }

  /** There is something to see: the map, or its last picture. */
  get isSeen(): boolean {
    return this.isPainted || this.#sleep.picture !== null;
  }

  get inspection(): MapInspection | null {
    return this.#port?.inspection ?? null;
  }

  /** From the upper left corner of the map as it is laid out; null before it has started. */
  project(position: LngLat): ScreenPoint | null {
    return this.#port ? this.#port.project(position) : this.#sleep.project(position);
  }

  readonly take: TakePicture = (when) =>
    this.#sleep.whileAwake((port) => (when === 'now' ? port.captureAtOnce() : port.capture()));

  /** It came near or went away. */
  moved(): void {
    this.#module.reviewSeats();
  }

  /**
   * Waits for graphics and starts the map.
   * @throws when it cannot start, or with the signal's reason
   */
  async start(signal: AbortSignal): Promise<void> {
    const released = await this.#module.takeSeat(this.#sleep.seat, signal);
    try {
      await this.#open(released);
    } catch (error) {
      this.#sleep.fail(error instanceof Error ? error : new Error(String(error)));
      throw error;
    } finally {
      if (!this.#port) released();
    }
  }

  follow(state: ViewerState, before: ViewerState): void {
    if (state.goal.serial !== before.goal.serial) this.#sleep.lead(state.goal);
    else if (!isSameList(listDrawn(state), listDrawn(before))) this.#sleep.follow();
    const gestures = gesturesOf(state);
    if (gestures !== gesturesOf(before)) this.#port?.setGestures(gestures);
    if (state.lang !== before.lang) {
      this.#port?.setLocale(describeLocale(state.lang, mapMessages[state.lang].map.label));
    }
    if (state.bundle !== before.bundle) this.#startTiles();
    this.#applyScene();
    this.#followGoal();
  }

  /** While the whole county is shown, it stays whole when the map's size changes. */
  resized(): void {
    const { input, element } = this.#host;
    const { state } = input() ?? {};
    if (this.isAsleep && this.#sleep.isStale) this.#sleep.follow();
    if (!this.#port || !this.#style || state?.goal.kind !== 'home') return;
    this.#port.resize();
    const padding = paddingOf(element, state);
    this.#port.fit(this.#style.home, { padding, isInstant: true });
  }

  /** After it was given up. */
  reload(): void {
    this.#restarts = 0;
    this.isStopped = false;
    this.#host.request({ type: 'map-status', status: 'waiting' });
    this.#host.start();
  }

  /** The element has left the page. */
  end(): void {
    this.#dispose();
    this.#sleep.forget();
  }

  /** True: the key was for what is measured. */
  answerKey(event: KeyboardEvent): boolean {
    const answer = answerMeasureKey(event, this.#host.input()!.state);
    if (answer) this.#stepMeasure(answer);
    return answer !== null;
  }

  /** Its last picture, while it sleeps and until it has painted again; null: nothing stands in its place. */
  renderPicture(): TemplateResult | null {
    const { picture, isStale, take } = this.#sleep;
    const { lang } = this.#host.input()!.state;
    return picture && renderPicture(picture, isStale, mapMessages[lang].map, take);
  }

  /** What must be told of the base map; nothing while it is well. */
  renderBadge(): TemplateResult | typeof nothing {
    return renderBadge(this.#host.input()!.state, this.#host.request);
  }

  async #open(released: () => void): Promise<void> {
    const { element, request, pixelRatio } = this.#host;
    await element.updateComplete;
    const container = element.renderRoot.querySelector<HTMLElement>('#map');
    const input = this.#host.input();
    if (!element.isConnected || !container || !input) return;
    const { state, store } = input;
    const isWaking = this.isAsleep;
    const port = await this.#module.createMap({
      container,
      style: this.#buildStyle(input),
      camera: this.#startCamera(state),
      padding: paddingOf(element, state),
      gestures: gesturesOf(state),
      locale: describeLocale(state.lang, mapMessages[state.lang].map.label),
      prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      pixelRatio: pixelRatio(),
      released,
    });
    if (!element.isConnected) {
      port.dispose();
      return;
    }
    this.#port = port;
    this.#sleep.started(port);
    publishMap(store, { port, element }, this.take);
    port.listen((event) => this.#hear(event));
    if (!isWaking) request({ type: 'map-status', status: 'ready' });
    if (import.meta.env.MODE !== 'standalone' && isOnOwnPage(element)) void restoreBase(store);
    this.#startTiles();
    this.#applyScene();
    // What was asked for while it slept is where it wakes.
    this.#followGoal(isWaking);
  }

  /** Where it slept; else a camera that was asked for before the start; a fit is done once the size is known. */
  #startCamera({ goal, camera }: ViewerState): ViewerState['camera'] {
    if (this.isAsleep && goal.kind !== 'home') return this.#sleep.camera;
    const asked = wholeCamera(goal);
    if (asked || goal.kind === 'home') this.#goalSerial = goal.serial;
    return goal.kind === 'home' ? null : (asked ?? camera);
  }

  /** Few plans have tiles: the code comes with the first. */
  #startTiles(): void {
    const { bundle, store } = this.#host.input() ?? {};
    if (!this.#port || !bundle?.layers.some(({ tiles }) => tiles)) return;
    void import('../plan-tiles/plan-tiles.ts').then(({ startTiles, PlanTiles }) => {
      define('plan-tiles', PlanTiles);
      startTiles(store!, this.#host.element);
    });
  }

  #applyScene(): void {
    const input = this.#host.input();
    if (!this.#port || !input) return;
    const { state, bundle, cartography } = input;
    const style = this.#buildStyle(input);
    this.#port.apply(this.#module.buildScene(state, bundle, cartography, style));
  }

  #buildStyle({ bundle, flavour, cartography, state }: MapInput): SceneStyle {
    const inputs = [bundle, flavour, state.lang];
    if (!this.#style || !isSameList(inputs, this.#styleInputs)) {
      this.#style = this.#module.buildStyle(bundle, cartography, flavour, state.lang);
      this.#styleInputs = inputs;
    }
    return this.#style;
  }

  #followGoal(isAtOnce = false): void {
    const input = this.#host.input();
    if (!this.#port || !input || input.state.goal.serial === this.#goalSerial) return;
    const { bundle, state } = input;
    const { goal } = state;
    this.#goalSerial = goal.serial;
    const padding = paddingOf(this.#host.element, state);
    const options = { padding, isInstant: isAtOnce || goal.isInstant };
    moveToGoal(this.#port, goal, { bundle, home: this.#style!.home, options });
  }

  #hear(event: MapEvent): void {
    const { request, tell, input } = this.#host;
    const { state } = input()!;
    switch (event.type) {
      case 'pick':
        if (isMeasuring(state)) this.#stepMeasure(answerPick(event, state));
        else this.#choose(event);
        break;
      case 'drag':
        if (isMeasuring(state)) this.#stepMeasure(answerDrag(event, state));
        break;
      case 'hover':
        request({ type: 'hover', features: event.features, phrase: null, origin: 'map' });
        break;
      case 'camera':
        this.#sleep.arrived();
        request({
          type: 'camera-moved',
          camera: event.camera,
          bounds: event.bounds,
          frame: event.frame,
          isByUser: event.isByUser,
        });
        tell('plan-map-move');
        break;
      case 'move':
        this.#sleep.moving();
        tell('plan-map-move');
        break;
      case 'load':
        this.#sleep.loaded();
        break;
      case 'idle':
        this.#becomePainted();
        break;
      case 'failure':
        this.#report(event.message, state);
        break;
      case 'no-worker':
        this.#dispose();
        this.#stop('noWorker');
        break;
      case 'context-lost':
        this.#setPainted(false);
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
    const { request } = this.#host;
    const feature = this.#picks.next(event.features, event.point);
    if (feature === null) request({ type: 'clear', origin: 'map' });
    else request({ type: 'select', feature, origin: 'map', fit: false });
  }

  #stepMeasure(step: MeasureStep): void {
    const { measure } = this.#host.input()!.state;
    this.#host.request({ type: 'measure', measure: stepMeasure(measure, step) });
  }

  /** The picture goes; whoever stood on it with the keyboard stands on the map. */
  #becomePainted(): void {
    const { element, tell } = this.#host;
    const isOnPicture = element.shadowRoot!.activeElement?.matches('.picture') === true;
    this.#setPainted(true);
    this.#sleep.painted(this.#port!);
    if (isOnPicture) element.renderRoot.querySelector('canvas')?.focus({ preventScroll: true });
    tell('plan-map-idle');
  }

  #setPainted(isPainted: boolean): void {
    if (this.isPainted === isPainted) return;
    this.isPainted = isPainted;
    this.#host.element.requestUpdate();
  }

  /** The context did not come back: build the map anew, three times at most. */
  #restart(): void {
    this.#restarts += 1;
    this.#dispose();
    if (this.#restarts > MAX_RESTARTS) this.#stop('lost');
    else this.#host.start();
  }

  /** Until it is asked for again. */
  #stop(why: 'lost' | 'noWorker'): void {
    this.isStopped = true;
    this.#sleep.forget();
    const reason = mapMessages[this.#host.input()!.state.lang].map[why];
    this.#host.request({ type: 'map-status', status: 'text-only', reason });
  }

  #dispose(): void {
    clearTimeout(this.#restoreTimer);
    const store = this.#host.input()?.store;
    if (this.#port && store) publishMap(store, null);
    this.#port?.dispose();
    this.#port = null;
    this.#style = null;
    this.#goalSerial = -1;
    this.#setPainted(false);
  }

  /** Gives its graphics back; where it was, and what was asked of it, stays known. */
  #fallAsleep(): void {
    const goalSerial = this.#goalSerial;
    const { store } = this.#host.input()!;
    this.#dispose();
    this.#goalSerial = goalSerial;
    publishMap(store, null, this.take);
  }

  #isInUse(): boolean {
    const input = this.#host.input();
    if (!input) return false;
    return this.#host.staysAwake() || hasCross(input.state) || isMapHeld(input.store);
  }

  #listDrawn(): readonly unknown[] {
    const input = this.#host.input();
    return input ? [input.cartography, ...listDrawn(input.state)] : [];
  }

  #report(message: string, { lang }: ViewerState): void {
    const severity = 'warning';
    const remedy = mapMessages[lang].map.reload;
    const problem = { code: 'map-failure', severity, file: 'map', message, remedy } as const;
    this.#host.request({ type: 'notify', notices: [{ id: 'map-failure', severity, problem }] });
  }
}
