import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { toAtlasAddress, type AtlasPlace } from '../../core/embed/atlas-address.ts';
import { drawOutline, type Outline } from '../../core/embed/draw-outline.ts';
import { figureMessages, type FigureMessages } from '../messages/figure-messages.ts';
import type { SliceMessages } from '../messages/slice-messages.ts';
import { EmbeddedAtlas } from '../shared/embedded-atlas.ts';
import { reflect } from '../shared/light-element.ts';
import { SliceElement } from '../shared/slice-element.ts';
import { sliceStyles } from '../shared/slice-styles.ts';
import { findSubject, type FigureSubject } from './find-subject.ts';
import { MapStart } from './map-start.ts';
import { planFigureStyles } from './plan-figure-styles.ts';
import { nameSubject, renderCaption } from './render-caption.ts';
import { renderSketch } from './render-sketch.ts';

const ATTRIBUTES = ['layers', 'poster', 'caption', 'live'] as const;

/**
 * One feature, clause or set of layers in an article: a small map, caption, the plan's words, sources, a link to the
 * full atlas. A picture stands in the map's place until the map has painted, and where there is none.
 *
 * @element plan-figure
 * @slot - the page's own figure for readers without script; shown until ours stands
 * @slot poster - an `<img>` that stands where the map will, in place of the sketch
 * @csspart figure - the whole
 * @csspart map - picture or map, 3 to 2
 * @csspart caption - all words under the map
 * @csspart name - what the figure shows
 * @csspart tags - stage and certainty
 * @csspart quote - a quotation of the plan
 * @csspart source - where it is known from
 * @csspart link - link to the full atlas
 * @csspart button - starts the map, with `live="request"`
 * @cssproperty --plan-paper - ground of the caption
 * @cssproperty --plan-ink - text
 * @cssproperty --plan-accent - links, button
 * @cssproperty --plan-serif - type of the plan's words
 * @cssproperty --plan-sans - type of everything else
 * @cssproperty --plan-map-land - the county in the sketch
 * @cssproperty --plan-map-ground - what lies around it
 * @cssproperty --plan-theme-<id> - colour of a theme in the sketch
 * @attr src - address of a plan bundle: one piece, or a manifest beside its files
 * @attr href - address of the full atlas; without it nothing links there
 * @attr feature - id of the feature that is shown
 * @attr clause - id of a paragraph: all that it speaks of is shown; with `feature`, where the plan is quoted
 * @attr origins - further origins that bundles may come from, by spaces
 * @attr flavour - `auto` (default, follows the system), `light`, `dark` or `projector`
 * @attr layers - layers or themes to show, by spaces or commas
 * @attr poster - address of a picture that stands where the map will
 * @attr caption - the page's own words under the name
 * @attr live - `visible` (default): the map starts when the figure comes into view; `request`: when a button is pressed
 * @attr lang - `en` is English, anything else 简体中文; the plan's words stay as they are
 * @fires plan-ready - caption and picture stand (`map: 'text-only'`), and again when the map has painted
 * @fires plan-error - something could not be loaded or found; detail.problems says what and why
 */
export class PlanFigure extends SliceElement {
  static override readonly observedAttributes = [...super.observedAttributes, ...ATTRIBUTES];
  static override readonly styles = [sliceStyles, planFigureStyles];

  /** Layers or themes to show, by spaces or commas. */
  declare layers: string | null;
  /** Address of a picture that stands where the map will. */
  declare poster: string | null;
  /** The page's own words under the name. */
  declare caption: string | null;
  /** `visible` (default): the map starts when the figure comes into view; `request`: when a button is pressed. */
  declare live: 'visible' | 'request' | null;

  readonly #map = new MapStart({
    loadAtlas: () => this.parts.loadAtlas(),
    changed: () => this.requestUpdate(),
  });
  readonly #atlas = new EmbeddedAtlas();
  /** Address of the poster that could not be had. */
  #failedPoster: string | null = null;
  #subject: {
    readonly key: string;
    readonly plan: PlanBundle;
    readonly value: FigureSubject | Problem;
  } | null = null;
  #outline: { readonly subject: FigureSubject; readonly value: Outline | null } | null = null;

  static {
    reflect(this, ATTRIBUTES);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#map.stop();
  }

  protected override findFault(plan: PlanBundle): Problem | null {
    const found = this.#find(plan);
    return 'code' in found ? found : null;
  }

  /** Kept while plan and attributes stay the same. */
  #find(plan: PlanBundle): FigureSubject | Problem {
    const { feature, clause } = this;
    const layers = (this.layers ?? '').split(/[\s,]+/).filter(Boolean);
    const key = JSON.stringify([feature, clause, layers]);
    if (this.#subject?.plan !== plan || this.#subject.key !== key) {
      this.#subject = { key, plan, value: findSubject(plan, { feature, clause, layers }) };
    }
    return this.#subject.value;
  }

  protected override get words(): SliceMessages & FigureMessages {
    return { ...super.words, ...figureMessages[this.language] };
  }

  protected override updated(): void {
    super.updated();
    const place = this.shadowRoot!.querySelector('.map[data-waits]');
    this.#map.watch(this.live === 'request' ? null : place);
  }

  readonly #handlePosterError = (): void => {
    this.#failedPoster = this.poster;
    this.requestUpdate();
  };

  #addressOf(place: AtlasPlace): string | null {
    if (this.href === null) return null;
    const lang = this.language === 'en' ? 'en' : null;
    return toAtlasAddress(this.href, document.baseURI, { ...place, lang });
  }

  protected override renderWaiting(): TemplateResult | typeof nothing {
    // The page's own figure is the better picture, and one is enough.
    if (hasOwnWords(this)) return nothing;
    return html`<div class="map" part="map">${this.#renderPoster(null, '')}</div>`;
  }

  protected override renderPlan(plan: PlanBundle): TemplateResult {
    const { words, feature, clause } = this;
    const subject = this.#find(plan) as FigureSubject;
    const { zh, en } = nameSubject(subject, plan);
    const layers = subject.layers.map(({ id }) => id);
    const address = this.#addressOf({ feature, clause, layers });
    return html`<figure part="figure">
      ${this.#renderMap(plan, subject, words.pictureOf(this.pick(zh, en)))}
      <figcaption part="caption">
        ${renderCaption({
          plan,
          subject,
          conventions: this.parts.conventions,
          caption: this.caption,
          words,
          isEnglish: this.language === 'en',
          pick: this.pick,
          addressOf: ({ paragraph }) => this.#addressOf({ feature, clause: paragraph.id }),
        })}
        ${
          address
            ? html`<a
                class="open"
                part="link"
                href=${address}
                aria-label=${words.openAt(this.pick(zh, en))}
                >${words.open}</a
              >`
            : nothing
        }
      </figcaption>
    </figure>`;
  }

  #renderMap(plan: PlanBundle, subject: FigureSubject, label: string): TemplateResult {
    const { words } = this;
    const { state, canRetry } = this.#map;
    if (this.#outline?.subject !== subject) {
      this.#outline = { subject, value: drawOutline(plan, subject.features) };
    }
    const outline = this.#outline.value;
    const isPlaced = subject.feature === null || subject.feature.geometry !== null;
    const hasPlace = outline !== null && (outline.shapes.length > 0 || isPlaced);
    const isAsked = state === 'starting' || state === 'live';
    const isButton = (state === 'waiting' && this.live === 'request') || canRetry;
    const note = hasPlace ? this.#note(outline) : words.noPlace;
    return html`<div
      class="map"
      part="map"
      ?data-live=${state === 'live'}
      ?data-waits=${hasPlace && state === 'waiting'}
      @plan-ready=${this.#map.hearReady}
      @plan-error=${this.#map.hearError}
    >
      ${isAsked && hasPlace ? this.#showAtlas(plan, subject) : nothing}
      ${this.#renderPoster(outline, label)}
      ${
        hasPlace && isButton
          ? html`<button type="button" part="button" @click=${this.#map.start}>
              ${words.live}
            </button>`
          : nothing
      }
      ${state === 'live' ? nothing : html`<p class="note" role="status">${note}</p>`}
    </div>`;
  }

  /** What the picture is, and why there is no map yet. */
  #note(outline: Outline): string {
    const { words } = this;
    const { state, reason } = this.#map;
    if (state === 'none') return words[reason];
    if (state === 'loading' || state === 'starting') return `${words.mapLoading}…`;
    if (this.#picture !== 'sketch') return '';
    const isUnsure = outline.shapes.some(({ isSoft }) => isSoft);
    return isUnsure ? `${words.sketch}${words.colon}${words.unsure}` : words.sketch;
  }

  get #picture(): 'attribute' | 'slot' | 'sketch' {
    if (this.poster !== null && this.poster !== this.#failedPoster) return 'attribute';
    return this.querySelector(':scope > [slot=poster]') ? 'slot' : 'sketch';
  }

  #renderPoster(outline: Outline | null, label: string): TemplateResult {
    switch (this.#picture) {
      case 'attribute':
        return html`<div class="poster">
          <img src=${this.poster!} alt=${label} @error=${this.#handlePosterError} />
        </div>`;
      case 'slot':
        return html`<div class="poster"><slot name="poster"></slot></div>`;
      case 'sketch':
        return html`<div class="poster">${outline ? renderSketch(outline, label) : nothing}</div>`;
    }
  }

  #showAtlas(plan: PlanBundle, { layers }: FigureSubject): Element {
    return this.#atlas.show(plan, {
      feature: this.feature,
      clause: this.clause,
      layers: layers.map(({ id }) => id).join(' ') || null,
      flavour: this.drawnFlavour,
      lang: this.language,
    });
  }
}

/** Whether the page wrote something of its own between the tags, but for a poster. */
function hasOwnWords(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element ? node.slot === '' : node instanceof Text && node.data.trim() !== '',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-figure': PlanFigure;
  }
}
