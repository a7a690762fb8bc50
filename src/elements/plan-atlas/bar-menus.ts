export type MenuName = 'lens' | 'tools' | 'look';

const CONTROLS = '.menu-body button, .menu-body select, .menu-body a';

/** Which folded group of the bar is open: one at a time, closed by Esc, a press elsewhere or leaving it by Tab. */
export class BarMenus {
  readonly #root: () => ParentNode;
  readonly #changed: () => void;
  #open: MenuName | null = null;

  constructor(root: () => ParentNode, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
  }

  get open(): MenuName | null {
    return this.#open;
  }

  toggle(name: MenuName): void {
    this.#set(this.#open === name ? null : name);
  }

  close(): void {
    this.#set(null);
  }

  /** Closes what is open and puts the focus back on its button; false: nothing was open. */
  escape(): boolean {
    const name = this.#open;
    if (name === null) return false;
    this.close();
    this.#root().querySelector<HTMLElement>(`[data-menu=${name}]`)?.focus();
    return true;
  }

  disconnect(): void {
    this.#open = null;
    removeEventListener('pointerdown', this.#handlePress, true);
  }

  /** ↓ leads from the button into the menu, ↑ and ↓ from button to button; a select keeps its own keys. */
  readonly handleKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const menu = event.currentTarget as HTMLElement;
    const target = event.target as HTMLElement;
    if (step === 0 || !menu.hasAttribute('data-folded') || target.matches('select')) return;
    const isOpener = target.matches('[data-menu]');
    if (isOpener && step < 0) return;
    event.preventDefault();
    if (isOpener) this.#set(menu.dataset['fold'] as MenuName);
    const controls = [...menu.querySelectorAll<HTMLElement>(CONTROLS)];
    const at = isOpener ? 0 : controls.indexOf(target) + step;
    /** Shown by the next frame's styles: an element that is not yet drawn takes no focus. */
    setTimeout(() => controls[(at + controls.length) % controls.length]?.focus());
  };

  readonly handleLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    const menu = event.currentTarget as HTMLElement;
    const isOwn = this.#open !== null && menu.dataset['fold'] === this.#open;
    if (isOwn && next instanceof Node && !menu.contains(next)) this.close();
  };

  readonly #handlePress = (event: Event): void => {
    const isInside = event
      .composedPath()
      .some((part) => part instanceof HTMLElement && part.dataset['fold'] === this.#open);
    if (!isInside) this.close();
  };

  #set(name: MenuName | null): void {
    if (name === this.#open) return;
    this.#open = name;
    if (name === null) removeEventListener('pointerdown', this.#handlePress, true);
    else addEventListener('pointerdown', this.#handlePress, true);
    this.#changed();
  }
}
