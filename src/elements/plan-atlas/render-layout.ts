import { html, nothing, type TemplateResult } from 'lit';
import type { PanelName, SheetTab, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Conventions, FlavourName } from '../../contracts/theme.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';
import type { AtlasFrame } from './atlas-frame.ts';

/** What the host puts on the map; `<plan-map>` has the slots, for in a layout of the host's own it stands alone. */
const MAP_SLOTS = ['overlay', 'top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

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
  /** Whether the host has put something into a slot. */
  readonly fills: (slot: string) => boolean;
  readonly slotChanged: () => void;
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
  const isDrawerBelowMap = layout === 'wide' && state.tool?.name !== 'embed';
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
      ${renderSlot(
        view,
        'legend',
        html`<plan-layers
          exportparts="row: legend-row, theme: legend-theme, layer: legend-layer"
        ></plan-layers>`,
      )}
    </section>
    <section
      id="pane-list"
      class="pane list-pane"
      part="list-panel"
      role="tabpanel"
      aria-label=${words.tabs.list}
      ?hidden=${!isLeftShown('list')}
    >
      <plan-list exportparts="row: list-row, filter: list-filter"></plan-list>
    </section>
    <div class="middle">
      ${isCompared ? html`<plan-compare class="map-pane" ?hide-buttons=${!shows('zoom')}></plan-compare>` : nothing}
      <plan-map
        class="map-pane"
        part="map-panel"
        ?hidden=${isCompared}
        ?hide-buttons=${!shows('zoom')}
        exportparts="map, furniture, notes, corner"
        >${renderPoster(view)}${shows('lens') && !isCompared ? html`<plan-lens slot="top-left"></plan-lens>` : nothing}${MAP_SLOTS.map((name) => html`<slot name=${name} slot=${name}></slot>`)}</plan-map
      >
      ${isDrawerBelowMap ? drawer : nothing}
    </div>
    <div
      id="pane-text"
      class="pane text-pane"
      part="text-panel"
      role=${isTall ? 'tabpanel' : nothing}
      aria-label=${isTall ? words.tabs.text : nothing}
      ?hidden=${!isTextOpen}
    >
      ${renderSlot(
        view,
        'document-panel',
        html`<plan-text
          exportparts="document, clause, phrase, mark, non-spatial, indicators"
        ></plan-text>`,
      )}
    </div>
    <div class="pane card-pane" part="card-panel" ?hidden=${!isCardOpen}>
      <plan-card
        ?compact=${isCompact || isTall}
        exportparts="header: card-header, badges: card-badges, clauses: card-clauses, facts: card-facts, sources: card-sources, actions: card-actions"
      ></plan-card>
    </div>
    ${layout === 'wide' && isTextOpen ? frame?.renderHandle(view) : nothing}
    ${isCompact ? frame?.renderOverlayButtons(view) : nothing}
    ${isDrawerBelowMap ? nothing : drawer}
  `;
}

/** What the host puts into a pane stands there instead of what is built in, which is then not made at all. */
function renderSlot(view: LayoutView, name: string, builtIn: TemplateResult): TemplateResult {
  const content = view.fills(name) ? nothing : builtIn;
  return html`<slot name=${name} @slotchange=${view.slotChanged}>${content}</slot>`;
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
    : html`<header class="bar" part="bar"><div class="title" part="title">${title}</div></header>`;
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
    <div class="tabs" part="tabs" role="tablist" aria-label=${words.panels} @keydown=${move}>
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
