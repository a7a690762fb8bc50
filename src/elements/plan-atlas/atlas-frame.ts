import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Store, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import { atlasMessages } from '../messages/atlas-messages.ts';
import type { FindDetail } from '../plan-search/plan-search.ts';
import type { PlanText } from '../plan-text/plan-text.ts';
import { Address } from './address.ts';
import { BarMenus } from './bar-menus.ts';
import { barStyles } from './bar-styles.ts';
import { ColumnResize, type Column } from './column-resize.ts';
import { drawerStyles } from './drawer-styles.ts';
import { FindKeys } from './find-keys.ts';
import { foldBar } from './fold-bar.ts';
import { frameStyles } from './frame-styles.ts';
import { LeaderLine } from './leader-line.ts';
import { LensPlay } from './lens-play.ts';
import { Presenting } from './presenting.ts';
import { renderBar } from './render-bar.ts';
import { renderHandle } from './render-handle.ts';
import type { Layout, LayoutView } from './render-layout.ts';
import type { renderNotices } from './render-notices.ts';
import { renderOverlayButtons } from './render-overlay-buttons.ts';
import { renderTool } from './render-tool.ts';
import { ToolFocus } from './tool-focus.ts';

/** What the frame asks of the atlas that it belongs to. */
export interface FrameHost {
  readonly element: LitElement;
  readonly store: Store;
  readonly layout: () => Layout;
  readonly column: Column;
  readonly announce: (text: string) => void;
}

/**
 * What stands round text and map, and what keeps it in step: bar, drawer, notices, leader lines,
 * address. Its code comes once the text stands.
 */
export class AtlasFrame {
  readonly lensPlay: LensPlay;
  readonly menus: BarMenus;
  readonly resize: ColumnResize;
  readonly #host: FrameHost;
  readonly #root: ShadowRoot;
  readonly #address: Address;
  readonly #findKeys: FindKeys;
  readonly #toolFocus: ToolFocus;
  readonly #presenting: Presenting;
  #leader: LeaderLine | null = null;
  #folded = '';
  #isFetchingNotices = false;
  #renderNotices: typeof renderNotices | undefined;

  constructor(host: FrameHost) {
    const { element, store } = host;
    const redraw = (): void => element.requestUpdate();
    this.#host = host;
    this.#root = element.shadowRoot!;
    this.#address = new Address(store);
    this.lensPlay = new LensPlay(element, (request) => store.send(request), redraw);
    this.menus = new BarMenus(() => this.#root, redraw);
    this.resize = new ColumnResize(host.column);
    this.#findKeys = new FindKeys(() => this.#root.querySelector('plan-search'));
    this.#toolFocus = new ToolFocus(
      () => this.#root,
      () => element.updateComplete,
    );
    this.#presenting = new Presenting(element, store, this.#address);
    this.#root.adoptedStyleSheets = [
      ...this.#root.adoptedStyleSheets,
      ...[frameStyles, barStyles, drawerStyles].map(({ styleSheet }) => styleSheet!),
    ];
  }

  connect(): void {
    const { element } = this.#host;
    element.addEventListener('plan-copy-link', this.#copyLink);
    element.addEventListener('plan-find', this.#markFound);
    addEventListener('keydown', this.#handlePaneKey);
  }

  disconnect(): void {
    const { element } = this.#host;
    element.removeEventListener('plan-copy-link', this.#copyLink);
    element.removeEventListener('plan-find', this.#markFound);
    removeEventListener('keydown', this.#handlePaneKey);
    this.leavePage();
    this.#leader?.stop();
    this.lensPlay.stop();
    this.menus.disconnect();
  }

  /** The page is the atlas's own: its address and its keys. */
  ownPage(): void {
    this.#address.connect();
    this.#findKeys.connect();
  }

  leavePage(): void {
    this.#address.disconnect();
    this.#findKeys.disconnect();
  }

  /** Takes the view that the page's address names. */
  readAddress(): void {
    this.#address.read();
    this.#presenting.resume();
  }

  follow(now: ViewerState, before: ViewerState): void {
    this.#toolFocus.follow(now, before);
  }

  /** Follows what the atlas has drawn; the bar is folded before it is painted. */
  drawn(): void {
    const bar = this.#root.querySelector<HTMLElement>('.bar');
    const { lang, flavour, bundle } = this.#host.store.getState();
    const layout = this.#host.layout();
    const width = bar?.clientWidth ?? 0;
    const look = [layout, width, lang, flavour, bar?.childElementCount, bundle?.bundle.id].join();
    if (bar && look !== this.#folded) {
      this.#folded = look;
      foldBar(bar, layout === 'tall');
    }
    const frame = this.#root.querySelector<HTMLElement>('.frame');
    const lines = this.#root.querySelector<SVGSVGElement>('.leader');
    if (frame && lines) this.#leader ??= new LeaderLine(frame, lines, this.#host.store);
    this.drawLines();
  }

  drawLines(): void {
    this.#leader?.schedule();
  }

  /** Closes the menu or the tool that Escape was pressed in; false: neither. */
  escape(event: KeyboardEvent): boolean {
    if (this.menus.escape()) return true;
    const [target] = event.composedPath();
    const { tool, selection } = this.#host.store.getState();
    if (!tool || !(target instanceof Element)) return false;
    const isAtTool = this.#toolFocus.isInside(target) || target.closest('.tools') !== null;
    const hasSelection = selection.features.length > 0 || selection.clause !== null;
    if (!isAtTool && hasSelection) return false;
    this.#send({ type: 'tool', tool: null });
    return true;
  }

  renderBar(view: LayoutView): TemplateResult {
    const { lensPlay, menus } = this;
    const ownsPage = this.#host.element.hasAttribute('permalink');
    return renderBar({ ...view, request: view.send, lensPlay, menus, ownsPage });
  }

  renderDrawer(view: LayoutView): TemplateResult | typeof nothing {
    const { tool } = view.state;
    return tool && tool.name !== 'compare' ? renderTool(view, tool) : nothing;
  }

  renderHandle(view: LayoutView): TemplateResult {
    return renderHandle(view, this.resize);
  }

  readonly renderOverlayButtons = renderOverlayButtons;

  /** Undefined until the code of the notices has come, which is asked for with the first of them. */
  get renderNotices(): typeof renderNotices | undefined {
    if (!this.#isFetchingNotices) {
      this.#isFetchingNotices = true;
      void import('./render-notices.ts').then(
        (module) => {
          this.#renderNotices = module.renderNotices;
          this.#host.element.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#renderNotices;
  }

  #send(request: ViewerRequest): void {
    this.#host.store.send(request);
  }

  /** F6 and Shift+F6: heard inside the atlas, and on the whole page where the page is its own. */
  readonly #handlePaneKey = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    const { element } = this.#host;
    if (event.key !== 'F6' || event.defaultPrevented) return;
    if (!path.includes(element) && !element.hasAttribute('permalink')) return;
    event.preventDefault();
    void import('./pane-keys.ts').then(
      ({ stepPane }) => stepPane(this.#root, path, event.shiftKey ? -1 : 1),
      () => undefined,
    );
  };

  /** Marks what was found in the text, and opens the text when something in it is to be seen. */
  readonly #markFound = (event: CustomEvent<FindDetail>): void => {
    event.stopPropagation();
    const { element, layout } = this.#host;
    const { ranges, current, reveal } = event.detail;
    const text =
      this.#root.querySelector<PlanText>('plan-text') ??
      element.querySelector<PlanText>('plan-text');
    if (reveal) {
      this.#send({ type: 'panel', panel: 'text', isOpen: true });
      if (layout() === 'tall') this.#send({ type: 'tab', tab: 'text' });
    }
    void text?.markRanges(ranges, current);
    if (reveal) void element.updateComplete.then(() => text?.revealRange(reveal));
  };

  readonly #copyLink = (
    event: CustomEvent<{ readonly feature: string | null; readonly clause: string | null }>,
  ): void => {
    event.stopPropagation();
    const { announce, store } = this.#host;
    const words = atlasMessages[store.getState().lang].atlas;
    navigator.clipboard.writeText(this.#address.linkTo(event.detail)).then(
      () => announce(words.copied),
      () => announce(words.notCopied),
    );
  };
}
