import { html, nothing, type TemplateResult } from 'lit';
import type { PanelName, SheetTab, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Conventions, FlavourName } from '../../contracts/theme.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';
import type { AtlasFrame } from './atlas-frame.ts';

/** `wide`: three columns; `tall`: map above, one sheet below; `compact`: the map, panels on demand. */
export type Layout = 'wide' | 'tall' | 'compact';

export interface LayoutView {
  readonly state: ViewerState;
  readonly layout: Layout;
  /** Compact: which panel lies over the map. */
  readonly overlay: PanelName | null;
  readonly columnPx: number;
  readonly words: AtlasMessages['atlas'];
  readonly conventions: Conventions;
  readonly shows: (control: string) => boolean;
  readonly send: (request: ViewerRequest) => void;
  readonly chooseFlavour: (choice: FlavourName | 'auto') => void;
  readonly setOverlay: (overlay: PanelName | null) => void;
  readonly focusTab: (tab: SheetTab) => void;
  /** Null until its code is there; then bar, drawer and handle are drawn. */
  readonly frame: AtlasFrame | null;
  /** Address of a picture for the map's place. */
  readonly poster: string | null;
}

/** Whether a panel is to be seen: asked for by the host, and not folded away. */
export function isPaneOpen(view: LayoutView, panel: PanelName): boolean {
  const { shows } = view;
  if (!(panel === 'layers' ? shows('layers') || shows('list') : shows('text'))) return false;
  if (view.layout === 'compact') return view.overlay === panel;
  return view.layout === 'tall' || view.state.panels[panel];
}

/** The built-in arrangement of bar, panels and map. */
export function renderLayout(view: LayoutView): TemplateResult {
  const { state, layout, words, shows, frame } = view;
  const isTall = layout === 'tall';
  const isCompact = layout === 'compact';
  const tabs = listTabs(view);
  const wanted = isTall ? state.tab : state.tab === 'list' ? 'list' : 'layers';
  const tab = tabs.includes(wanted) ? wanted : (tabs[0] ?? 'layers');
  const isLeftOpen = isPaneOpen(view, 'layers');
  const isTextOpen = isPaneOpen(view, 'text') && (!isTall || tab === 'text');
  const isLeftShown = (name: SheetTab): boolean =>
    isLeftOpen && shows(name) && (isCompact ? name === 'layers' : tab === name);
  const hasSelection = state.selection.features.length > 0 || state.selection.clause !== null;
  const isCardOpen = shows('card') && (hasSelection || (layout === 'wide' && isTextOpen));
  const isCompared = state.tool?.name === 'compare';
  const drawer = frame?.renderDrawer(view) ?? nothing;
  return html`
    ${
      shows('title') && !isCompact && frame
        ? frame.renderBar(view)
        : shows('title')
          ? renderTitle(view, isCompact)
          : nothing
    }
    ${isCompact || tabs.length < 2 || (!isTall && !isLeftOpen) ? nothing : renderTabs(view, tabs, tab)}
    <section
      id="pane-layers"
      class="pane layers-pane"
      part="layers-panel"
      role="tabpanel"
      aria-label=${words.tabs.layers}
      ?hidden=${!isLeftShown('layers')}
    >
      <plan-layers></plan-layers>
    </section>
    <section
      id="pane-list"
      class="pane list-pane"
      part="list-panel"
      role="tabpanel"
      aria-label=${words.tabs.list}
      ?hidden=${!isLeftShown('list')}
    >
      <plan-list></plan-list>
    </section>
    <div class="middle">
      ${isCompared ? html`<plan-compare class="map-pane" ?hide-buttons=${!shows('zoom')}></plan-compare>` : nothing}
      <plan-map
        class="map-pane"
        part="map-panel"
        ?hidden=${isCompared}
        ?hide-buttons=${!shows('zoom')}
        >${renderPoster(view)}</plan-map
      >
      ${shows('lens') && !isCompared ? html`<plan-lens></plan-lens>` : nothing}
      ${layout === 'wide' ? drawer : nothing}
    </div>
    <div
      id="pane-text"
      class="pane text-pane"
      part="text-panel"
      role=${isTall ? 'tabpanel' : nothing}
      aria-label=${isTall ? words.tabs.text : nothing}
      ?hidden=${!isTextOpen}
    >
      <plan-text></plan-text>
    </div>
    <div class="pane card-pane" part="card-panel" ?hidden=${!isCardOpen}>
      <plan-card ?compact=${isCompact || isTall}></plan-card>
    </div>
    ${layout === 'wide' && isTextOpen ? frame?.renderHandle(view) : nothing}
    ${isCompact ? frame?.renderOverlayButtons(view) : nothing}
    ${layout === 'wide' ? nothing : drawer}
  `;
}

/** Until the map's own code is there, which then shows it in this one's place. */
function renderPoster({ poster, state }: LayoutView): TemplateResult | typeof nothing {
  return poster && state.map.status === 'waiting'
    ? html`<img class="poster" src=${poster} alt="" />`
    : nothing;
}

/** The title alone: for readers of the small layout, and for all until the bar is there. */
function renderTitle(view: LayoutView, isCompact: boolean): TemplateResult {
  const title = html`<h1 class=${isCompact ? 'visually-hidden' : nothing}>${titleOf(view)}</h1>`;
  return isCompact
    ? title
    : html`<header class="bar" part="bar"><div class="title">${title}</div></header>`;
}

/** Title of the bundle in the interface's language. */
export function titleOf({ state, words }: Pick<LayoutView, 'state' | 'words'>): string {
  const manifest = state.bundle?.bundle;
  return (state.lang === 'en' && manifest?.titleEn) || manifest?.title || words.label;
}

function listTabs({ layout, shows }: LayoutView): readonly SheetTab[] {
  const all: readonly SheetTab[] =
    layout === 'tall' ? ['text', 'layers', 'list'] : ['layers', 'list'];
  return all.filter(shows);
}

function renderTabs(view: LayoutView, tabs: readonly SheetTab[], tab: SheetTab): TemplateResult {
  const { words, send } = view;
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    send({ type: 'tab', tab: next });
    view.focusTab(next);
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${words.panels} @keydown=${move}>
      ${tabs.map(
        (name) => html`
          <button
            type="button"
            role="tab"
            data-tab=${name}
            aria-selected=${name === tab}
            aria-controls="pane-${name}"
            tabindex=${name === tab ? 0 : -1}
            @click=${() => send({ type: 'tab', tab: name })}
          >
            ${words.tabs[name]}
          </button>
        `,
      )}
    </div>
  `;
}
