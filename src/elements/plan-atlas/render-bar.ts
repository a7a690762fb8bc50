import { html, nothing, type TemplateResult } from 'lit';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Conventions, FlavourName, Language } from '../../contracts/theme.ts';
import { FULL_LENS, isFullLens } from '../../core/initial-state.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';
import type { BarMenus } from './bar-menus.ts';
import { barMessages } from '../messages/bar-messages.ts';
import type { LensPlay } from './lens-play.ts';
import { titleOf, type Layout } from './render-layout.ts';
import { renderPresentButton } from './render-present-button.ts';
import { renderMenu } from './render-menu.ts';
import { renderToolButtons } from './render-tool.ts';

/** Years at which the plan sets its targets. */
const HORIZONS = [2025, 2030, 2035] as const;

const CHOICES: readonly (FlavourName | 'auto')[] = ['auto', 'light', 'dark', 'projector'];

interface BarOptions {
  readonly state: ViewerState;
  readonly layout: Layout;
  readonly conventions: Conventions;
  readonly words: AtlasMessages['atlas'];
  readonly request: (request: ViewerRequest) => void;
  readonly chooseFlavour: (choice: FlavourName | 'auto') => void;
  readonly shows: (control: string) => boolean;
  readonly lensPlay: LensPlay;
  readonly menus: BarMenus;
  /** The page is the atlas's own. */
  readonly ownsPage: boolean;
}

/** Title, find, lens over the stages, tools, panels, appearance and language, as far as there is room. */
export function renderBar(options: BarOptions): TemplateResult {
  const { state, shows, layout } = options;
  const manifest = state.bundle?.bundle;
  const subtitle = (state.lang === 'en' && manifest?.subtitleEn) || manifest?.subtitle;
  const isLoaded = state.bundle !== null;
  const isTall = layout === 'tall';
  const end = html`<div class="end">
    ${shows('tools') ? renderPresentButton(state) : nothing}
    ${isTall ? nothing : renderPanelButtons(options)} ${renderLook(options)}
    ${isTall ? nothing : renderLanguage(options)}
  </div>`;
  return html`
    <header class="bar" part="bar">
      <div class="title" part="title">
        <h1>${titleOf(options)}</h1>
        ${subtitle ? html`<p data-fold="subtitle">${subtitle}</p>` : nothing}
      </div>
      ${isTall ? end : nothing}
      ${
        shows('find') && isLoaded
          ? html`<plan-search
              class="find"
              exportparts="field: find-field, results: find-results"
            ></plan-search>`
          : nothing
      }
      ${shows('lens') && isLoaded ? renderLens(options) : nothing}
      ${shows('tools') && isLoaded ? renderTools(options) : nothing} ${isTall ? nothing : end}
    </header>
  `;
}

function renderTools({ state, request, menus, ownsPage }: BarOptions): TemplateResult {
  return renderMenu(menus, {
    name: 'tools',
    label: barMessages[state.lang].toolsLabel,
    isActive: state.tool !== null,
    body: renderToolButtons(state, ownsPage, (tool) => {
      menus.close();
      request({ type: 'tool', tool });
    }),
  });
}

/** Views of the plan and the flavours; where there is little room the language too. */
function renderLook(options: BarOptions): TemplateResult {
  const { state, layout, words, chooseFlavour, menus, ownsPage } = options;
  return renderMenu(menus, {
    name: 'look',
    label: words.look,
    isActive: state.scene !== null,
    body: html`
      ${state.bundle ? renderViews(options) : nothing}
      <label class="choice">
        <span class="choice-name">${words.flavour}</span>
        <select
          data-control="flavour"
          @change=${(event: Event) =>
            chooseFlavour((event.target as HTMLSelectElement).value as FlavourName | 'auto')}
        >
          ${CHOICES.map(
            (choice) =>
              html`<option value=${choice} ?selected=${state.flavourChoice === choice}>
                ${words.flavours[choice]}
              </option>`,
          )}
        </select>
      </label>
      ${layout === 'tall' ? renderLanguage(options) : nothing}
      ${ownsPage ? renderHelp(state.lang) : nothing}
    `,
  });
}

/** Beside the app; a page that embeds the atlas has help of its own. */
const renderHelp = (lang: Language): TemplateResult =>
  html`<a
    class="plain help"
    data-control="help"
    href="./help/${lang === 'en' ? 'en' : 'index'}.html"
    target="_blank"
    rel="noopener"
    >${barMessages[lang].help}</a
  >`;

function renderLanguage({ state, words, request }: BarOptions): TemplateResult {
  const other = state.lang === 'en' ? 'zh-Hans' : 'en';
  return html`<button
    class="plain"
    data-control="lang"
    type="button"
    lang=${other}
    @click=${() => request({ type: 'lang', lang: other })}
  >
    ${words.language}
  </button>`;
}

function renderLens(options: BarOptions): TemplateResult {
  const { words, menus } = options;
  const { lens } = options.state;
  const isFull = isFullLens(lens);
  const count = isFull ? '' : ` ${lens.statuses.length}/${FULL_LENS.statuses.length}`;
  const until = lens.horizon === null ? '' : ` ≤ ${lens.horizon}`;
  return renderMenu(menus, {
    name: 'lens',
    label: `${words.lens}${count}${until}`,
    isActive: !isFull,
    body: renderStages(options),
  });
}

function renderStages({
  state,
  conventions,
  words,
  request,
  lensPlay,
}: BarOptions): TemplateResult {
  const { statuses } = state.lens;
  /** Each of two compared sides has stages of its own. */
  const isOff = state.tool?.name === 'compare' && state.compare.pair === 'status';
  const why = isOff ? barMessages[state.lang].lensOff : nothing;
  const rows = conventions.statuses.filter(({ status }) => FULL_LENS.statuses.includes(status));
  return html`
    <div class="lens" role="group" aria-label=${words.lens} part="lens">
      ${rows.map(({ status, name }) => {
        const isOn = statuses.includes(status);
        const next = FULL_LENS.statuses.filter((other) =>
          other === status ? !isOn : statuses.includes(other),
        );
        return html`<button
          type="button"
          data-status=${status}
          aria-pressed=${isOn}
          aria-disabled=${isOff ? 'true' : nothing}
          title=${why}
          @click=${() => isOff || request({ type: 'lens', lens: { statuses: next } })}
        >
          ${state.lang === 'en' ? name.en : name.zh}
        </button>`;
      })}
      <button
        type="button"
        data-control="lens-play"
        aria-pressed=${lensPlay.isPlaying}
        aria-label=${words.lensPlay}
        aria-disabled=${isOff ? 'true' : nothing}
        title=${isOff ? why : lensPlay.isPlaying ? words.lensStop : words.lensPlay}
        @click=${() => isOff || lensPlay.toggle()}
      >
        ${lensPlay.isPlaying ? '■' : '▶'}
      </button>
    </div>
    <label class="choice">
      <span class="choice-name">${words.horizonLabel}</span>
      <select
        data-control="horizon"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          request({ type: 'lens', lens: { horizon: value === '' ? null : Number(value) } });
        }}
      >
        <option value="" ?selected=${state.lens.horizon === null}>${words.horizon}</option>
        ${HORIZONS.map(
          (year) =>
            html`<option value=${year} ?selected=${state.lens.horizon === year}>
              ${words.byYear(year)}
            </option>`,
        )}
      </select>
    </label>
  `;
}

function renderViews({ state, words, request }: BarOptions): TemplateResult | typeof nothing {
  const { views } = state.bundle!;
  if (views.length === 0) return nothing;
  return html`
    <label class="choice">
      <span class="choice-name">${words.views}</span>
      <select
        data-control="views"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          request({ type: 'scene', scene: value || null });
        }}
      >
        <option value="" ?selected=${state.scene === null}>${words.chooseView}</option>
        ${views.map(
          (view) =>
            html`<option value=${view.id} ?selected=${state.scene === view.id}>
              ${(state.lang === 'en' && view.titleEn) || view.title}
            </option>`,
        )}
      </select>
    </label>
  `;
}

function renderPanelButtons({ state, words, request }: BarOptions): TemplateResult {
  const toggle = (panel: 'layers' | 'text', name: string) => {
    const isOpen = state.panels[panel];
    return html`<button
      class="plain"
      type="button"
      data-control="panel-${panel}"
      aria-pressed=${isOpen}
      title=${isOpen ? words.hidePanel(name) : words.showPanel(name)}
      @click=${() => request({ type: 'panel', panel, isOpen: !isOpen })}
    >
      ${name}
    </button>`;
  };
  return html`<div class="panels" role="group" aria-label=${words.label}>
    ${toggle('layers', words.layersPanel)}${toggle('text', words.textPanel)}
  </div>`;
}
