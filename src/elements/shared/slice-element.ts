import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { PlanEventMap } from '../../contracts/events.ts';
import type { Conventions, FlavourName, Language } from '../../contracts/theme.ts';
import { sliceMessages, type SliceMessages } from '../messages/slice-messages.ts';
import { isFlavour, toLanguage, toProblems } from '../plan-atlas/read-attributes.ts';
import { builtInPlan } from './built-in-plan.ts';
import { LightElement, reflect } from './light-element.ts';
import { readPlan } from './plan-reader.ts';
import type { renderFailure } from './render-failure.ts';
import { sliceSheet } from './slice-sheet.ts';

/** What the library joins to figures and quotes: names and looks, and the atlas that is loaded on use. */
export interface SliceParts {
  readonly conventions: Conventions;
  /** Where the library itself comes from; bundles may come from there too. */
  readonly origin: string;
  /** Loads and defines `<plan-atlas>`. */
  readonly loadAtlas: () => Promise<unknown>;
}

const ATTRIBUTES = ['src', 'href', 'feature', 'clause', 'origins', 'flavour'] as const;

/**
 * A piece of a plan in an article: what `<plan-figure>` and `<plan-quote>` have in common. Reads the plan once a page,
 * follows the flavour, shows the page's own words until its own stand, and says what failed.
 */
export abstract class SliceElement extends LightElement {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, 'lang'];
  /** Set once by the library's entries. */
  static parts: SliceParts | null = null;

  /** Address of a plan bundle: one piece, or a manifest beside its files. */
  declare src: string | null;
  /** Address of the full atlas; without it nothing links there. */
  declare href: string | null;
  /** Id of a feature. */
  declare feature: string | null;
  /** Id of a paragraph. */
  declare clause: string | null;
  /** Further origins that bundles may come from, by spaces, e.g. `https://plans.example`. */
  declare origins: string | null;
  /** `auto` (default, follows the system), `light`, `dark` or `projector`. */
  declare flavour: FlavourName | 'auto' | null;

  #plan: PlanBundle | null = null;
  #phase: 'empty' | 'loading' | 'ready' | 'failed' = 'empty';
  #problems: readonly Problem[] = [];
  #renderFailure: typeof renderFailure | null = null;
  #given: object | null = null;
  /** What is to be read before the next drawing. */
  #wanted: string | object | null = null;
  #serial = 0;
  /** Plan or faults that the page has been told of. */
  #told: unknown = null;
  #scheme: MediaQueryList | null = null;
  #sheet: CSSStyleSheet | null = null;

  static {
    reflect(this, ATTRIBUTES);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    const isRetry = name === 'origins' && this.#phase === 'failed';
    if (old !== value && (name === 'src' || isRetry) && this.src !== null) this.#wanted = this.src;
  }

  /** The plan in one piece; set it to show one that the page already has. */
  get bundle(): PlanBundle | null {
    return this.#plan;
  }
  set bundle(value: object | null) {
    // Frameworks hand over the same object at every drawing.
    if (value === this.#given && this.#phase !== 'failed') return;
    this.#given = value;
    if (value) this.#wanted = value;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme = matchMedia('(prefers-color-scheme: dark)');
    this.#scheme.addEventListener('change', this.#followScheme);
  }

  disconnectedCallback(): void {
    this.#scheme?.removeEventListener('change', this.#followScheme);
  }

  /** What keeps this plan from being shown as asked, e.g. an unknown id; null: nothing. */
  protected abstract findFault(plan: PlanBundle): Problem | null;
  protected abstract renderPlan(plan: PlanBundle): TemplateResult;
  /** Beside the page's own words while there is no plan. */
  protected renderWaiting(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected get language(): Language {
    return toLanguage(this.getAttribute('lang'));
  }

  protected get parts(): SliceParts {
    return SliceElement.parts!;
  }

  protected get words(): SliceMessages {
    return sliceMessages[this.language];
  }

  /** The English text when the interface is English and there is one; else the Chinese. */
  protected readonly pick = (zh: string, en: string | undefined): string =>
    this.language === 'en' && en ? en : zh;

  protected get drawnFlavour(): FlavourName {
    const { flavour } = this;
    if (isFlavour(flavour) && flavour !== 'auto') return flavour;
    return this.#scheme?.matches ? 'dark' : 'light';
  }

  protected tell<K extends keyof PlanEventMap>(
    type: K,
    detail: PlanEventMap[K]['detail'],
    cancelable = false,
  ): boolean {
    return tell(this, new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  protected override update(): void {
    const isUnasked = this.#phase === 'empty' && this.src === null;
    const source = this.#wanted ?? (isUnasked ? builtInPlan() : null);
    this.#wanted = null;
    if (source !== null) void this.#read(source);
    const sheet = sliceSheet(this.parts.conventions.looks[this.drawnFlavour]);
    const root = this.shadowRoot!;
    if (sheet === this.#sheet) return;
    const others = root.adoptedStyleSheets.filter((other) => other !== this.#sheet);
    root.adoptedStyleSheets = [...others, sheet];
    this.#sheet = sheet;
  }

  protected override updated(): void {
    for (const part of this.shadowRoot!.querySelectorAll<HTMLElement>('[data-theme]')) {
      // Through CSSOM: a strict content security policy forbids style attributes.
      const theme = `var(--plan-theme-${CSS.escape(part.dataset['theme']!)}, var(--accent))`;
      part.style.setProperty('--theme', theme);
    }
    this.#tellOutcome();
  }

  /** Ready or not, once for each plan and each fault. */
  #tellOutcome(): void {
    const faults = this.#faults();
    const [first] = faults;
    const key = first ? faults.map(({ message }) => message).join('\n') : this.#plan;
    if (!key || key === this.#told || this.#phase === 'loading') return;
    this.#told = key;
    if (!first) {
      this.tell('plan-ready', { bundle: this.#plan!, map: 'text-only' });
      return;
    }
    this.tell('plan-error', { code: first.code, problems: faults });
    // Where this cannot be had, their bare words stand there already.
    import('./render-failure.ts').then(
      (module) => {
        this.#renderFailure = module.renderFailure;
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  async #read(source: string | object): Promise<void> {
    this.#serial += 1;
    const serial = this.#serial;
    this.#phase = 'loading';
    this.#told = null;
    const listed = [this.parts.origin, ...(this.origins ?? '').split(/[\s,]+/).filter(Boolean)];
    try {
      const { bundle, problems } = await readPlan(source, listed);
      if (serial !== this.#serial) return;
      this.#plan = bundle;
      this.#phase = 'ready';
      const [first] = problems;
      if (first) this.tell('plan-error', { code: first.code, problems });
    } catch (error) {
      if (serial !== this.#serial) return;
      this.#plan = null;
      this.#problems = toProblems(error, source);
      this.#phase = 'failed';
    }
    this.requestUpdate();
  }

  #faults(): readonly Problem[] {
    if (this.#phase === 'failed') return this.#problems;
    const fault = this.#plan && this.findFault(this.#plan);
    return fault ? [fault] : [];
  }

  readonly #followScheme = (): void => this.requestUpdate();

  readonly #retry = (): void => {
    this.#wanted = this.#given ?? this.src;
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const plan = this.#plan;
    const faults = this.#faults();
    const isShown = plan !== null && faults.length === 0;
    return html`${isShown ? nothing : html`<slot></slot>`}
      <div class="slice" lang=${this.language} data-flavour=${this.drawnFlavour}>
        ${isShown ? this.renderPlan(plan) : this.renderWaiting()}
        ${faults.length > 0 ? this.#renderFaults(faults) : isShown ? nothing : this.#renderPhase()}
      </div>`;
  }

  #renderPhase(): TemplateResult {
    const { words } = this;
    return html`<p class="waiting" role="status">
      ${this.#phase === 'empty' ? words.empty : `${words.loading}…`}
    </p>`;
  }

  #renderFaults(faults: readonly Problem[]): TemplateResult {
    const retry = this.#phase === 'failed' ? this.#retry : null;
    return html`<div class="failure" role="alert">
      ${
        this.#renderFailure?.(faults, this.language, retry) ??
        faults.map(
          ({ file, message, code }) => html`<p lang="en">${file}: ${message} (${code})</p>`,
        )
      }
    </div>`;
  }
}

/** Apart from the class, for the manifest of elements takes what a class dispatches for an event of its own. */
const tell = (from: EventTarget, event: Event): boolean => from.dispatchEvent(event);
