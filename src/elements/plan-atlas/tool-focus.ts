import type { ViewerState } from '../../contracts/state.ts';

/** Where the tools are opened from when nothing better is left: the bar's own button, or its menu's. */
const FALLBACKS = ['[data-menu=tools]', '.tools button'];

/** Keeps the focus in reach while a tool opens and closes: into its drawer, and back to what opened it. */
export class ToolFocus {
  readonly #root: () => ShadowRoot;
  readonly #drawn: () => Promise<unknown>;
  #opener: HTMLElement | null = null;

  constructor(root: () => ShadowRoot, drawn: () => Promise<unknown>) {
    this.#root = root;
    this.#drawn = drawn;
  }

  /** Called before the change is drawn, while what had the focus still has it. */
  follow({ tool }: ViewerState, before: ViewerState): void {
    if (tool?.name === before.tool?.name) return;
    const focused = this.#focused();
    if (!tool) {
      if (this.isInside(focused)) void this.#drawn().then(() => this.#giveBack());
      return;
    }
    if (!focused || this.isInside(focused)) return;
    this.#opener = focused;
    /** What opened it may have gone with a menu or, on a phone, with the card. */
    void this.#drawn().then(() => {
      if (isShown(focused)) return;
      const heading = this.#root().querySelector<HTMLElement>('.drawer h2');
      (heading ?? this.#fallback())?.focus();
    });
  }

  /** Whether an element belongs to the open tool or to the buttons that open them. */
  isInside(element: Element | null): boolean {
    for (let at = element; at; at = hostOf(at)) {
      if (at.closest('.drawer, plan-compare')) return true;
    }
    return false;
  }

  #focused(): HTMLElement | null {
    let element = this.#root().activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element instanceof HTMLElement ? element : null;
  }

  #giveBack(): void {
    const opener = this.#opener && isShown(this.#opener) ? this.#opener : this.#fallback();
    this.#opener = null;
    opener?.focus();
  }

  #fallback(): HTMLElement | undefined {
    return FALLBACKS.flatMap((selector) => [
      ...this.#root().querySelectorAll<HTMLElement>(selector),
    ]).find(isShown);
  }
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility();
}
