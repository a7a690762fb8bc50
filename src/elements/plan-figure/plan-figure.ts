import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { toAtlasAddress, type AtlasPlace } from '../../core/embed/atlas-address.ts';
import { drawOutline, type Outline } from '../../core/embed/draw-outline.ts';
import { figureMessages, type FigureMessages } from '../messages/figure-messages.ts';
import type { SliceMessages } from '../messages/slice-messages.ts';
import { hasWebgl2 } from '../plan-map/has-webgl2.ts';
import { reflect } from '../shared/light-element.ts';
import { SliceElement } from '../shared/slice-element.ts';
import { sliceStyles } from '../shared/slice-styles.ts';
import { findSubject, type FigureSubject } from './find-subject.ts';
import { planFigureStyles } from './plan-figure-styles.ts';
import { nameSubject, renderCaption } from './render-caption.ts';
import { renderSketch } from './render-sketch.ts';

/** How far below the visible part of the page the map is started. */
const AHEAD = '200px';
const ATTRIBUTES = ['layers', 'poster', 'caption', 'live'] as const;

/** `none`: it could not be loaded or started. */
type MapState = 'waiting' | 'loading' | 'starting' | 'live' | 'none';

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

  #map: MapState = 'waiting';
  /** Address of the poster that could not be had. */
  #failedPoster: string | null = null;

  #reason: 'noWebgl' | 'noMap' | 'mapFailed' = 'noMap';
  #visibility: IntersectionObserver | null = null;
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
    this.#visibility?.disconnect();
    this.#visibility = null;
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
    this.#watch();
  }

  /** Starts the map once its place comes near the visible part of the page. */
  #watch(): void {
    const place = this.shadowRoot!.querySelector('.map[data-waits]');
    if (!place || this.live === 'request' || !this.isConnected) {
      this.#visibility?.disconnect();
      this.#visibility = null;
      return;
    }
    if (this.#visibility) return;
    this.#visibility = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#start();
      },
      { rootMargin: AHEAD },
    );
    this.#visibility.observe(place);
  }

  readonly #start = async (): Promise<void> => {
    if (this.#map !== 'waiting' && this.#map !== 'none') return;
    if (!hasWebgl2()) {
      this.#giveUp('noWebgl');
      return;
    }
    this.#show('loading');
    try {
      await this.parts.loadAtlas();
      this.#show('starting');
    } catch {
      this.#giveUp('mapFailed');
    }
  };

  #giveUp(reason: 'noWebgl' | 'noMap' | 'mapFailed'): void {
    this.#reason = reason;
    this.#show('none');
  }

  #show(map: MapState): void {
    this.#map = map;
    this.requestUpdate();
  }

  /** The atlas within has painted, or never will. */
  readonly #hearReady = (event: CustomEvent<{ readonly map: 'ready' | 'text-only' }>): void => {
    if (event.detail.map === 'ready') this.#show('live');
    else this.#giveUp('noMap');
  };

  /** The code of the map did not come, though the atlas itself did. */
  readonly #hearError = (event: CustomEvent<{ readonly code: string }>): void => {
    if (this.#map === 'starting' && event.detail.code === 'load-failed') this.#giveUp('mapFailed');
  };

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
    const { words, language } = this;
    const map = this.#map;
    if (this.#outline?.subject !== subject) {
      this.#outline = { subject, value: drawOutline(plan, subject.features) };
    }
    const outline = this.#outline.value;
    const hasPlace = outline !== null && (outline.shapes.length > 0 || subject.feature?.geometry !== null);
    const isAsked = map === 'starting' || map === 'live';
    const isLive = map === 'live';
    const canStart =
      hasPlace && (map === 'waiting' || (map === 'none' && this.#reason === 'mapFailed'));
    return html`<div
      class="map"
      part="map"
      ?data-live=${isLive}
      ?data-waits=${hasPlace && map === 'waiting'}
      @plan-ready=${this.#hearReady}
      @plan-error=${this.#hearError}
    >
      ${isAsked && hasPlace ? this.#renderAtlas(plan, subject) : nothing}
      ${this.#renderPoster(outline, label)}
      ${
        canStart && (this.live === 'request' || map === 'none')
          ? html`<button type="button" part="button" @click=${this.#start}>${words.live}</button>`
          : nothing
      }
      ${isLive ? nothing : html`<p class="note" lang=${language} role="status">${this.#note(outline, hasPlace)}</p>`}
    </div>`;
  }

  /** What the picture is, and why there is no map yet. */
  #note(outline: Outline | null, hasPlace: boolean): string {
    const { words } = this;
    const map = this.#map;
    if (!hasPlace) return words.noPlace;
    if (map === 'none') return words[this.#reason];
    if (map === 'loading' || map === 'starting') return `${words.mapLoading}…`;
    if (this.#picture !== 'sketch') return '';
    const isUnsure = outline?.shapes.some(({ isSoft }) => isSoft) ?? false;
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

  #renderAtlas(plan: PlanBundle, subject: FigureSubject): TemplateResult {
    const layers = subject.layers.map(({ id }) => id).join(' ');
    return html`<plan-atlas
      .bundle=${plan}
      feature=${this.feature ?? nothing}
      clause=${this.clause ?? nothing}
      layers=${layers || nothing}
      controls="zoom legend"
      gestures="cooperative"
      flavour=${this.drawnFlavour}
      lang=${this.language}
    ></plan-atlas>`;
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
