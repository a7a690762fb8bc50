import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { zoneOf } from '../../analysis/measure/gauss-kruger.ts';
import { parseCoordinates } from '../../analysis/measure/parse-coordinates.ts';
import { snapPosition } from '../../analysis/measure/snap-position.ts';
import type { MeasurePoint, Snap } from '../../contracts/analysis.ts';
import type { LngLat, PlanBundle } from '../../contracts/bundle.ts';
import type { MeasureAim, MeasureState, MeasureStep, ViewerState } from '../../contracts/state.ts';
import { kmPerLngDegree } from '../../core/geometry.ts';
import { featuresById, isInLens, isShown } from '../../core/lit.ts';
import { stepMeasure } from '../../core/measure-state.ts';
import { buildScaleBar, metresPerPixel } from '../../core/scale-bar.ts';
import { measureMessages, type MeasureMessages } from '../messages/measure-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import type { MeasureContext } from './measure-context.ts';
import { measureFigure, toResult, type FigureReport } from './measure-figure.ts';
import { planMeasureStyles } from './plan-measure-styles.ts';
import { renderControls } from './render-controls.ts';
import { renderEntry } from './render-entry.ts';
import { renderLegs } from './render-legs.ts';
import { renderPoints } from './render-points.ts';
import { renderResult, tellResult } from './render-result.ts';

/** An arrow key moves a point by a round length of at most this many pixels. */
const STEP_PX = 10;
const STEP_WITHOUT_MAP_M = 10;
/** Signs are larger than lines are wide, and may stand beside their place. */
const SIGN_REACH = 3;
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
 * @csspart result - the measured value
 * @csspart entry - the box for typed coordinates
 * @csspart legs - the table of legs
 * @csspart points - the points with their coordinates
 */
export class PlanMeasure extends AtlasElement {
  static override styles = [panelStyles, planMeasureStyles];

  @state() private entry = '';
  @state() private entryError: string | null = null;
  @state() private entryNote: string | null = null;
  @state() private copyNote = '';

  #report: FigureReport | null = null;
  #reported: readonly unknown[] = [];
  #copyTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#copyTimer);
    this.copyNote = '';
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.measure, now.lang, now.map, now.camera];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.lang !== before?.lang) {
      this.entryError = null;
      this.entryNote = null;
    }
    const { aim } = now.measure;
    if (aim) this.#answer(aim);
    else {
      const measure = this.#measure(now.measure);
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
    const snap = this.state!.measure.isSnapping ? this.#snap(aim) : null;
    const point: MeasurePoint = { position: snap?.position ?? aim.position, snap };
    const { index, isHeld } = aim;
    if (index === null) this.#step({ type: 'add', points: [point] });
    else this.#step({ type: 'move', index, point, isHeld });
  }

  /** What lies under the pointer comes first: it is what one means, also where a sign stands aside. */
  #snap({ position, features, toleranceM }: MeasureAim): Snap | null {
    const { state: now, bundle } = this;
    if (!now || !bundle) return null;
    const shown = bundle.features.features.filter(
      (feature) => isShown(feature, now) && isInLens(feature, now),
    );
    for (const id of features) {
      const feature = shown.find(({ properties }) => properties.id === id);
      const reach = feature?.geometry?.type === 'Point' ? SIGN_REACH : 1;
      const snap = feature ? snapPosition(position, [feature], toleranceM * reach) : null;
      if (snap) return snap;
    }
    return snapPosition(position, shown, toleranceM);
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
    const typed = this.entry.trim();
    const words = this.texts;
    this.entryNote = null;
    if (typed === '' || !this.bundle) {
      this.entryError = words.noEntry;
      return;
    }
    const parsed = parseCoordinates(typed, { extent: this.bundle.bundle.extent });
    if (!parsed.isValid) {
      this.entryError = words.badEntry(typed.slice(0, 60), this.say(parsed.reason));
      return;
    }
    const { position, system, warnings } = parsed;
    const point: MeasurePoint = { position, snap: null };
    this.#step({ type: 'add', points: [point] });
    this.entry = '';
    this.entryError = null;
    this.entryNote = [
      words.added(this.state!.measure.points.length, words.systems[system]),
      ...warnings.map(({ message }) => this.say(message)),
    ].join(' ');
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
    const tell = (note: string): void => {
      this.copyNote = note;
      clearTimeout(this.#copyTimer);
      this.#copyTimer = setTimeout(() => {
        this.copyNote = '';
      }, 4000);
    };
    const [first = '', ...more] = text.split('\n');
    const said = more.length > 0 ? words.places(more.length) : first;
    // A page without https has no clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
    written.then(
      () => tell(words.copied(said)),
      () => tell(words.notCopied),
    );
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isTyping = (event.target as Element).matches('input[type="text"]');
    if (event.key === 'Escape') {
      if (isTyping && this.entry !== '') this.#type('');
      else if (this.state!.measure.points.length > 0) this.#step({ type: 'escape' });
      else return;
    } else if (isTyping) return;
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      this.#step({ type: event.shiftKey ? 'redo' : 'undo' });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') {
      this.#step({ type: 'redo' });
    } else if (event.key === 'Backspace') this.#step({ type: 'undo' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #type(text: string): void {
    this.entry = text;
    this.entryError = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#context();
    if (!context) return nothing;
    const { measure, words } = context;
    return html`
      <div class="body" lang=${context.lang} @keydown=${this.#handleKey}>
        ${renderControls(context)}
        <div class="first" ?data-alone=${measure.points.length === 0}>
          ${measure.points.length === 0 ? this.#renderEmpty(context) : renderResult(context)}
          ${renderEntry({ text: this.entry, error: this.entryError, note: this.entryNote }, words, {
            type: (text) => this.#type(text),
            submit: this.#submit,
          })}
        </div>
        ${
          measure.points.length === 0
            ? nothing
            : html`<div class="second">
                ${measure.mode === 'point' ? nothing : renderLegs(context)} ${renderPoints(context)}
              </div>`
        }
        <p class="hidden" role="status">${measure.held === null ? tellResult(context) : nothing}</p>
        <p class="copied" role="status" data-open=${this.copyNote !== ''}>${this.copyNote}</p>
        <p class="hidden" role="alert">${this.entryError ?? nothing}</p>
      </div>
    `;
  }

  #renderEmpty({ measure, words }: MeasureContext): TemplateResult {
    const hasMap = this.state!.map.status !== 'text-only';
    return html`
      <div class="empty" part="empty">
        <p>${hasMap ? words.hints[measure.mode] : words.noMap}</p>
        ${
          hasMap
            ? html`<details>
                <summary>${words.keysLabel}</summary>
                <dl class="keys">
                  ${words.keys.map(
                    ([keys, what]) =>
                      html`<div>
                        <dt><kbd>${keys}</kbd></dt>
                        <dd>${what}</dd>
                      </div>`,
                  )}
                </dl>
              </details>`
            : nothing
        }
      </div>
    `;
  }

  #context(): MeasureContext | null {
    const { state: now, bundle, atlas } = this;
    const report = this.#report;
    if (!now || !bundle || !atlas || !report) return null;
    const features = featuresById(bundle);
    return {
      measure: now.measure,
      report,
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
