import type { Store } from '../../contracts/state.ts';
import type { Conventions, FlavourName } from '../../contracts/theme.ts';
import { flavourSheet } from './flavour-sheet.ts';

/** The flavour that was chosen, what `auto` means now, and its tokens on the element. */
export class FlavourChoice {
  readonly #element: HTMLElement;
  readonly #store: Store;
  readonly #conventions: () => Conventions | undefined;
  #scheme: MediaQueryList | null = null;
  #sheet: CSSStyleSheet | null = null;

  constructor(element: HTMLElement, store: Store, conventions: () => Conventions | undefined) {
    this.#element = element;
    this.#store = store;
    this.#conventions = conventions;
  }

  connect(): void {
    this.#scheme = matchMedia('(prefers-color-scheme: dark)');
    this.#scheme.addEventListener('change', this.#followScheme);
    this.choose(this.#store.getState().flavourChoice);
  }

  disconnect(): void {
    this.#scheme?.removeEventListener('change', this.#followScheme);
  }

  choose(choice: FlavourName | 'auto'): void {
    const isDark = this.#scheme?.matches ?? false;
    const drawn = choice === 'auto' ? (isDark ? 'dark' : 'light') : choice;
    this.#store.send({ type: 'flavour', choice, drawn });
    this.paint();
  }

  /** Puts the tokens of the flavour in use on the element. */
  paint(): void {
    const root = this.#element.shadowRoot;
    const conventions = this.#conventions();
    if (!root || !conventions) return;
    const sheet = flavourSheet(conventions.looks[this.#store.getState().flavour]);
    if (sheet === this.#sheet) return;
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets.filter((other) => other !== this.#sheet),
      sheet,
    ];
    this.#sheet = sheet;
  }

  readonly #followScheme = (): void => {
    if (this.#store.getState().flavourChoice === 'auto') this.choose('auto');
  };
}
