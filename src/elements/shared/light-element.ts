import { render, type TemplateResult } from 'lit/html.js';

/** Rules as text; the build takes needless white space out of them. They hold nothing that is computed. */
export const css = (rules: TemplateStringsArray): string => rules[0]!;

/** Node has no elements, and must be able to import this all the same. */
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * What an article pays for: an element that draws with lit's templates alone, a third of Lit. Its scalar properties
 * are its attributes under the same name, as those of an `<img>` are; a change of any of them draws it anew.
 */
export abstract class LightElement extends Base {
  static readonly styles: readonly string[] = [];
  static #sheets = new WeakMap<object, readonly CSSStyleSheet[]>();

  /** Resolves once what has changed is drawn. */
  updateComplete: Promise<void> = Promise.resolve();
  #isQueued = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [...this.#stylesOfClass()];
  }

  connectedCallback(): void {
    this.#takeEarlyProperties();
    this.requestUpdate();
  }

  attributeChangedCallback(_name: string, old: string | null, value: string | null): void {
    if (old !== value) this.requestUpdate();
  }

  requestUpdate(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isQueued = false;
      if (!this.isConnected) return;
      this.update();
      render(this.render(), this.shadowRoot!);
      this.updated();
    });
  }

  protected abstract render(): TemplateResult;
  /** Before each drawing, and after it. */
  protected abstract update(): void;
  protected abstract updated(): void;

  /** What was set before the element was defined hides the accessors of its class. */
  #takeEarlyProperties(): void {
    for (const name of Object.keys(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      const early = this as unknown as Record<string, unknown>;
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }

  #stylesOfClass(): readonly CSSStyleSheet[] {
    const { styles } = this.constructor as typeof LightElement;
    let sheets = LightElement.#sheets.get(styles);
    if (!sheets) {
      sheets = styles.map((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        return sheet;
      });
      LightElement.#sheets.set(styles, sheets);
    }
    return sheets;
  }
}

/** Gives a class a property for each of its attributes. */
export function reflect(element: { readonly prototype: object }, names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return this.getAttribute(name);
      },
      set(this: Element, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
}
