import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { zoneOf } from '../../analysis/measure/gauss-kruger.ts';
import type { Crossed, MeasurePoint } from '../../contracts/analysis.ts';
import type { LngLat, PlanBundle } from '../../contracts/bundle.ts';
import type { MeasureAim, MeasureState, MeasureStep, ViewerState } from '../../contracts/state.ts';
import { kmPerLngDegree } from '../../core/geometry.ts';
import { featuresById } from '../../core/lit.ts';
import { encodeMeasure, MOST_LINKED_POINTS } from '../../core/measure-address.ts';
import { stepMeasure } from '../../core/measure-state.ts';
import { buildScaleBar, metresPerPixel } from '../../core/scale-bar.ts';
import { measureMessages, type MeasureMessages } from '../messages/measure-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles } from '../shared/control-styles.ts';
import { KeepFocus } from '../shared/keep-focus.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { CoordinateEntry } from './coordinate-entry.ts';
import { CopyNote } from './copy-note.ts';
import { findCrossedBy } from './find-crossed-by.ts';
import { findSnap, listShown, proveSnaps } from './find-snap.ts';
import type { MeasureContext } from './measure-context.ts';
import { measureFigure, toResult, type FigureReport } from './measure-figure.ts';
import { stepOfKey } from './measure-keys.ts';
import { measureListStyles } from './measure-list-styles.ts';
import { planMeasureStyles } from './plan-measure-styles.ts';
import { renderControls } from './render-controls.ts';
import { renderCrossed } from './render-crossed.ts';
import { renderEmpty } from './render-empty.ts';
import { renderEntry } from './render-entry.ts';
import { renderLegs } from './render-legs.ts';
import { renderPoints } from './render-points.ts';
import { renderResult, tellResult } from './render-result.ts';

/** An arrow key moves a point by a round length of at most this many pixels. */
const STEP_PX = 10;
const STEP_WITHOUT_MAP_M = 10;
const KM_PER_LAT_DEGREE = 111.2;
/** A typed point farther than this from the map's middle may be out of view. */
const IN_VIEW_PX = { x: 220, y: 110 };

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/**
 * Measures distance, area, bearing and coordinates on the CGCS2000 ellipsoid, by clicks on the map,
 * keys or typed coordinates. Says so, with a range, when an inferred or schematic feature is measured.
 *
 * @element plan-measure
 * @fires plan-request - internal: asks the atlas to add, move or take back points
 * @csspart controls - what is measured, snapping, undo
 * @csspart empty - how to measure, while nothing is
 * @csspart result - the measured value
 * @csspart entry - the box for typed coordinates
 * @csspart legs - the table of legs
 * @csspart empty - what to do where nothing is measured yet
 * @csspart crossed - schematic and inferred features that the figure crosses
 * @csspart points - the points with their coordinates
 */
export class PlanMeasure extends AtlasElement {
  static override styles = [
    panelStyles,
    toolStyles,
    controlStyles,
    planMeasureStyles,
    measureListStyles,
  ];

  /** Points of a link that this plan does not have where the link says. */
  @state() private loose: readonly number[] = [];

  readonly #entry = new CoordinateEntry(() => this.requestUpdate());
  readonly #note = new CopyNote(() => this.requestUpdate());
  #report: FigureReport | null = null;
  #reported: readonly unknown[] = [];
  #crossed: readonly Crossed[] = [];
  #crossedFor: readonly unknown[] = [];

  constructor() {
    super();
    // Escape takes the figure away, and with it the buttons of its places.
    this.addController(new KeepFocus(this, []));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#note.stop();
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.measure, now.lang, now.map, now.camera, now.layers, now.lens];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.lang !== before?.lang) this.#entry.forget();
    const { aim, points, past } = now.measure;
    if (this.loose.length > 0 && past.length > 0) this.loose = [];
    if (aim) this.#answer(aim);
    else {
      const given = points !== before?.measure.points ? this.#prove(now.measure) : now.measure;
      const measure = this.#measure(given);
      if (measure !== now.measure) this.request({ type: 'measure', measure });
    }
  }

  private get texts(): MeasureMessages {
    return measureMessages[this.state?.lang ?? 'zh-Hans'];
  }

  /** A step with what follows from it, so that the map draws figure and lengths at once. */
  #step(step: MeasureStep): void {
    const measure = this.#measure(stepMeasure(this.state!.measure, step));
    this.request({ type: 'measure', measure });
  }

  /** The pointer asked for a point: it is drawn to a feature that is shown there, or stays free. */
  #answer(aim: MeasureAim): void {
    const { state: now, bundle } = this;
    const snap = now?.measure.isSnapping && bundle ? findSnap(aim, listShown(now, bundle)) : null;
    const point: MeasurePoint = { position: snap?.position ?? aim.position, snap };
    const { index, isHeld } = aim;
    if (index === null) this.#step({ type: 'add', points: [point] });
    else this.#step({ type: 'move', index, point, isHeld });
  }

  /** What came by link, and so has no step before it, is held against the plan. */
  #prove(measure: MeasureState): MeasureState {
    if (!this.bundle || measure.result || measure.past.length > 0) return measure;
    const { points, loose } = proveSnaps(measure.points, this.bundle);
    this.loose = loose;
    return points === measure.points ? measure : { ...measure, points };
  }

  /** Reckons anew when points or mode have changed, here or on the map. */
  #measure(measure: MeasureState): MeasureState {
    const { points, mode } = measure;
    const inputs = [points, mode, this.bundle];
    if (inputs.some((input, index) => input !== this.#reported[index])) {
      this.#report = measureFigure(points, mode, homeZone(this.bundle));
      this.#reported = inputs;
    }
    return this.#report && measure.result?.points !== points
      ? stepMeasure(measure, { type: 'result', result: toResult(points, this.#report) })
      : measure;
  }

  readonly #submit = (): void => {
    const extent = this.bundle?.bundle.extent ?? null;
    const { points, isDone, mode } = this.state!.measure;
    const number = isDone && mode !== 'point' ? 1 : points.length + 1;
    const position = this.#entry.take(extent, number, this.texts, (text) => this.say(text));
    if (!position) return;
    const point: MeasurePoint = { position, snap: null };
    this.#step({ type: 'add', points: [point] });
    if (this.#isFarOff(position)) this.#locate(point);
  };

  #isFarOff([lng, lat]: LngLat): boolean {
    const camera = this.state?.camera;
    if (!camera) return false;
    const pixelM = metresPerPixel(lat, camera.zoom);
    const x = ((lng - camera.center[0]) * kmPerLngDegree(lat) * 1000) / pixelM;
    const y = ((lat - camera.center[1]) * KM_PER_LAT_DEGREE * 1000) / pixelM;
    return Math.abs(x) > IN_VIEW_PX.x || Math.abs(y) > IN_VIEW_PX.y;
  }

  #locate({ position }: MeasurePoint): void {
    const camera = this.state?.camera;
    if (!camera) return;
    const view = { camera: { ...camera, center: position } };
    this.request({ type: 'restore', view, origin: 'api' });
  }

  get #stepM(): number {
    const camera = this.state?.camera;
    return camera
      ? buildScaleBar(camera.center[1], camera.zoom, STEP_PX).metres
      : STEP_WITHOUT_MAP_M;
  }

  #nudge(event: KeyboardEvent, index: number): void {
    const arrow = ARROWS[event.key];
    const point = this.state?.measure.points[index];
    if (!arrow || !point || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const km = (this.#stepM * (event.shiftKey ? 10 : 1)) / 1000;
    const [lng, lat] = point.position;
    const position: LngLat = [
      lng + (arrow[0] * km) / kmPerLngDegree(lat),
      lat + (arrow[1] * km) / KM_PER_LAT_DEGREE,
    ];
    const moved = { position, snap: null };
    this.#step({ type: 'move', index, point: moved, isHeld: true });
  }

  #remove(index: number): void {
    this.#step({ type: 'remove', index });
    void this.updateComplete.then(() => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('[data-remove]');
      const next = buttons[Math.min(index, buttons.length - 1)];
      (next ?? this.renderRoot.querySelector<HTMLElement>('#entry'))?.focus();
    });
  }

  #copy(text: string): void {
    const words = this.texts;
    const [first = '', ...more] = text.split('\n');
    const said = more.length > 0 ? words.places(more.length) : first;
    this.#note.copy(text, words.copied(said), words.notCopied);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isTyping = (event.target as Element).matches('input[type="text"]');
    if (isTyping && event.key === 'Escape' && this.#entry.text !== '') this.#entry.type('');
    else if (isTyping && event.key !== 'Escape') return;
    else {
      const step = stepOfKey(event, this.state!.measure.points.length > 0);
      if (!step) return;
      this.#step(step);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#context();
    if (!context) return nothing;
    const { measure, words } = context;
    return html`
      <div class="body" lang=${context.lang} @keydown=${this.#handleKey}>
        ${renderControls(context)} ${this.#renderLinkNote(context)}
        <div class="first" ?data-alone=${measure.points.length === 0}>
          ${measure.points.length === 0 ? renderEmpty(context, this.state!.map.status !== 'text-only') : renderResult(context)}
          ${renderEntry(this.#entry, words, {
            type: (text) => this.#entry.type(text),
            submit: this.#submit,
          })}
        </div>
        ${
          measure.points.length === 0
            ? nothing
            : html`<div class="second">
                ${measure.mode === 'point' ? nothing : renderLegs(context)}
                ${renderCrossed(context)} ${renderPoints(context)}
              </div>`
        }
        <p class="hidden" role="status">${measure.held === null ? tellResult(context) : nothing}</p>
        <p class="copied" role="status" data-open=${this.#note.text !== ''}>${this.#note.text}</p>
        <p class="hidden" role="alert">${this.#entry.error ?? nothing}</p>
      </div>
    `;
  }

  #renderLinkNote({ measure, words }: MeasureContext): TemplateResult | typeof nothing {
    const isTooLong = measure.points.length > 0 && encodeMeasure(measure) === null;
    const said = [
      this.loose.length > 0 ? words.loose(this.loose.map((index) => index + 1)) : '',
      isTooLong ? words.notLinked(MOST_LINKED_POINTS) : '',
    ].filter(Boolean);
    return said.length === 0
      ? nothing
      : html`<p class="link-note" role="status">${said.join(' ')}</p>`;
  }

  /** Worked out once for the same figure and the same features in view. */
  #cross(now: ViewerState, bundle: PlanBundle, report: FigureReport): readonly Crossed[] {
    const inputs = [report, now.layers, now.lens, bundle];
    if (inputs.some((input, index) => input !== this.#crossedFor[index])) {
      this.#crossed = findCrossedBy(now.measure.points, report, listShown(now, bundle), bundle);
      this.#crossedFor = inputs;
    }
    return this.#crossed;
  }

  #context(): MeasureContext | null {
    const { state: now, bundle, atlas } = this;
    const report = this.#report;
    if (!now || !bundle || !atlas || !report) return null;
    const features = featuresById(bundle);
    return {
      measure: now.measure,
      report,
      crossed: this.#cross(now, bundle, report),
      lang: now.lang,
      words: this.texts,
      featureOf: (id) => features.get(id),
      certainties: atlas.conventions.certainties,
      say: (text) => this.say(text),
      pick: (zh, en) => this.pick(zh, en),
      step: (step) => this.#step(step),
      copy: (text) => this.#copy(text),
      stepM: this.#stepM,
      nudge: (event, index) => this.#nudge(event, index),
      remove: (index) => this.#remove(index),
      locate: now.camera ? (point) => this.#locate(point) : null,
    };
  }
}

/** The 3° zone of the plan's middle. */
function homeZone(bundle: PlanBundle | null): number {
  const [west, , east] = bundle?.bundle.extent ?? [114, 0, 114, 0];
  return zoneOf((west + east) / 2);
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-measure': PlanMeasure;
  }
}
