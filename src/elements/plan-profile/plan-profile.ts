import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { createBundleContext } from '../../analysis/bundle-context.ts';
import { listCorridors } from '../../analysis/list-corridors.ts';
import { buildProfile } from '../../analysis/profile/build-profile.ts';
import { drawProfile } from '../../analysis/profile/draw-profile.ts';
import type { Profile } from '../../contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { SvgImage } from '../../contracts/theme.ts';
import { featuresById, findLit } from '../../core/lit.ts';
import { profileMessages, type ProfileMessages } from '../messages/profile-messages.ts';
import { LitPainter } from '../shared/paint-lit.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { ToolElement, type ToolRow } from '../shared/tool-element.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { softLengthKm } from './list-stretches.ts';
import { planProfileStyles } from './plan-profile-styles.ts';
import { isSoftCertainty, type ProfileContext, sayCertainty, sayKm } from './profile-context.ts';
import { renderAlong } from './render-along.ts';
import { renderClauses } from './render-clauses.ts';
import { renderStops } from './render-stops.ts';

/** Strips are drawn in steps of this width, so that a dragged edge does not draw at every pixel. */
const STEP_PX = 80;
const SIDES_PX = 30;

/**
 * The strip of a corridor through the county (线路剖面): drawn, and as a table of its stops; how sure it is along the
 * way, what the plan says of it, and the drawing as a file.
 *
 * @element plan-profile
 * @fires plan-request - internal: asks the atlas to open another corridor, hover or select
 * @csspart head - the choice of corridor and the export
 * @csspart strip - the drawing
 * @csspart stops - the table of stops
 * @csspart along - certainty along the way
 * @csspart clauses - the plan's words
 */
export class PlanProfile extends ToolElement {
  static override styles = [panelStyles, toolStyles, planProfileStyles];

  @state() private widthPx = 0;
  @state() private note = '';

  #known: { bundle: PlanBundle; corridors: readonly PlanFeature[] } | null = null;
  #built: { bundle: PlanBundle; id: string; profile: Profile | null } | null = null;
  #drawn: { from: readonly unknown[]; image: SvgImage } | null = null;
  #resize: ResizeObserver | null = null;
  #painter = new LitPainter((id) =>
    this.renderRoot.querySelectorAll(`[data-feature="${CSS.escape(id)}"]`),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    if (typeof ResizeObserver === 'undefined') return;
    this.#resize = new ResizeObserver(([entry]) => {
      const room = (entry?.contentRect.width ?? 0) - SIDES_PX;
      this.widthPx = Math.max(0, Math.floor(room / STEP_PX) * STEP_PX);
    });
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#resize = null;
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    const { bundle, tool, lang, flavour, phase, selection, hover, highlight } = now;
    return [bundle, tool, lang, flavour, phase, selection, hover, highlight];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.tool !== before?.tool || now.lang !== before.lang) this.note = '';
  }

  protected override updated(): void {
    const { hovered, selected } = findLit(this.state!);
    this.#painter.reset(this.renderRoot.querySelectorAll('[data-feature][data-lit]'));
    this.#painter.paint(hovered, selected);
  }

  private get texts(): ProfileMessages {
    return profileMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #corridors(): readonly PlanFeature[] {
    const { bundle } = this;
    if (!bundle) return [];
    if (this.#known?.bundle !== bundle) {
      this.#known = { bundle, corridors: listCorridors(createBundleContext(bundle)) };
    }
    return this.#known.corridors;
  }

  /** The corridor that is asked for; the first when none is. */
  get #target(): string | null {
    const { tool } = this.state!;
    const asked = tool?.name === 'profile' ? tool.target : null;
    return asked ?? this.#corridors[0]?.properties.id ?? null;
  }

  #build(id: string): Profile | null {
    const bundle = this.bundle!;
    if (this.#built?.bundle !== bundle || this.#built.id !== id) {
      this.#built = { bundle, id, profile: buildProfile(bundle, id) };
    }
    return this.#built.profile;
  }

  #draw(profile: Profile): SvgImage {
    const flavour = this.flavour!;
    const { lang } = this.state!;
    const from = [profile, flavour, lang, this.widthPx];
    if (!this.#drawn || from.some((part, index) => part !== this.#drawn!.from[index])) {
      const widthPx = this.widthPx / flavour.scale;
      const image = drawProfile(
        profile,
        flavour,
        lang,
        this.atlas!.conventions,
        widthPx > 0 ? { widthPx } : {},
      );
      this.#drawn = { from, image };
    }
    return this.#drawn.image;
  }

  protected override rowOf(event: Event): ToolRow | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-feature]')?.dataset['feature'];
    return id === undefined ? null : { id, featureIds: [id] };
  }

  readonly #handleChoice = (event: Event): void => {
    const target = (event.target as HTMLSelectElement).value;
    this.request({ type: 'tool', tool: { name: 'profile', target } });
  };

  /** On paper: the light colours, and the usual width whatever the drawer's. */
  #export(profile: Profile): void {
    const { conventions } = this.atlas!;
    const { light } = this.cartography!.flavours;
    const { svg } = drawProfile(profile, light, this.state!.lang, conventions);
    const file = `profile-${profile.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_')}.svg`;
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = file;
    link.click();
    // The browser reads the file after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    this.note = this.texts.exported(file);
  }

  protected override render(): TemplateResult {
    const { texts: words, bundle, words: common } = this;
    const id = bundle ? this.#target : null;
    if (!bundle || id === null) {
      const isLoading = this.state!.phase === 'loading';
      return html`<p class="empty" lang=${this.state!.lang}>
        ${isLoading ? common.common.loading : words.none}
      </p>`;
    }
    const profile = this.#build(id);
    return html`<div class="body" lang=${this.state!.lang}>
      ${this.#renderHead(id, profile)}
      ${profile ? this.#renderProfile(profile) : this.#renderUnknown(id)}
      <p class="hidden" role="status">${this.note}</p>
    </div>`;
  }

  #renderHead(id: string, profile: Profile | null): TemplateResult {
    const { texts: words } = this;
    const corridors = this.#corridors;
    const isListed = corridors.some(({ properties }) => properties.id === id);
    return html`<div class="head" part="head">
      <label>
        <span>${words.corridor}</span>
        <select data-control="corridor" @change=${this.#handleChoice}>
          ${
            isListed
              ? nothing
              : html`<option value=${id} ?disabled=${!profile} .selected=${live(true)}>
                  ${profile ? this.say(profile.name) : words.choose}
                </option>`
          }
          ${corridors.map(
            ({ properties: { id: own, name, nameEn } }) =>
              html`<option value=${own} .selected=${live(own === id)}>
                ${this.pick(name, nameEn)}
              </option>`,
          )}
        </select>
      </label>
      ${profile ? this.#renderFigures(profile) : nothing}
    </div>`;
  }

  #renderFigures(profile: Profile): TemplateResult {
    const { texts: words } = this;
    const { conventions } = this.atlas!;
    const context = { say: this.say.bind(this) };
    const softKm = softLengthKm(profile, (certainty) => isSoftCertainty(conventions, certainty));
    return html`<dl class="figures number">
        <div>
          <dt>${words.inCounty}</dt>
          <dd>${sayKm(context, profile.lengthInCountyKm)}</dd>
        </div>
        <div>
          <dt>${words.strip}</dt>
          <dd>${sayKm(context, profile.axisKm)} · ${words.directions[profile.direction]}</dd>
        </div>
        <div data-soft=${softKm > 0 || nothing}>
          <dt>${words.certainty}</dt>
          <dd>${softKm > 0 ? words.soft(sayKm(context, softKm)) : words.allSure}</dd>
        </div>
        <div data-soft=${isSoftCertainty(conventions, profile.certainty) || nothing}>
          <dt>${words.grouping}</dt>
          <dd>${sayCertainty({ conventions, ...context }, profile.certainty, null)}</dd>
        </div>
      </dl>
      <button
        type="button"
        class="strong"
        data-control="export"
        @click=${() => this.#export(profile)}
      >
        ${words.export}
      </button>`;
  }

  #renderUnknown(id: string): TemplateResult {
    const feature = featuresById(this.bundle!).get(id);
    const { texts: words } = this;
    return html`<p class="empty" role="alert">
      ${
        feature
          ? words.noLine(this.pick(feature.properties.name, feature.properties.nameEn))
          : words.unknown(id.slice(0, 60))
      }
    </p>`;
  }

  #renderProfile(profile: Profile): TemplateResult {
    const image = this.#draw(profile);
    const context: ProfileContext = {
      profile,
      words: this.texts,
      conventions: this.atlas!.conventions,
      isEnglish: this.isEnglish,
      say: (text) => this.say(text),
      selectFeature: (feature) => this.request({ type: 'select', feature, origin: 'card' }),
      selectClause: (clause) =>
        this.request({ type: 'select', feature: profile.id, clause, origin: 'card' }),
    };
    const label = this.texts.picture(this.say(profile.name));
    return html`<div class="strip" part="strip" role="region" tabindex="0" aria-label=${label}>
        <img
          alt=${label}
          src="data:image/svg+xml,${encodeURIComponent(image.svg)}"
          width=${image.widthPx}
          height=${image.heightPx}
        />
      </div>
      <div
        class="tables"
        @mouseover=${this.handleEnter}
        @mouseleave=${this.handleLeave}
        @focusin=${this.handleEnter}
        @focusout=${this.handleLeave}
      >
        ${renderStops(context)}
        <div class="side">${renderAlong(context)} ${renderClauses(context)}</div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-profile': PlanProfile;
  }
}
