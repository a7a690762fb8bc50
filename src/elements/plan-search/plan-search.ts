import type { PropertyValues, TemplateResult } from 'lit';
import type { HitKind, SearchHit, SearchResults, TextRange } from '../../contracts/search.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { searchMessages, type SearchMessages } from '../messages/search-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { scrollWithin } from '../shared/scroll-within.ts';
import { FEW, listOptions, MANY, type Option, type OptionGroup } from './list-options.ts';
import { planSearchStyles } from './plan-search-styles.ts';
import { renderSearch } from './render-search.ts';
import { readKey } from './search-keys.ts';
import { SearchLoader } from './search-loader.ts';

/** What was found in the plan's text, for the element that shows it. */
export interface FindDetail {
  readonly query: string;
  /** All occurrences, in reading order; empty: take the marks away. */
  readonly ranges: readonly TextRange[];
  /** Place in `ranges` of the occurrence in focus; −1 for none. */
  readonly current: number;
  /** To be brought into view, the text opened if need be; null: leave the text where it is. */
  readonly reveal: TextRange | null;
}

/** Silence before the count is spoken, so that typing is not talked over. */
const SPEAK_MS = 600;

/**
 * Find: one box over plan text, features, places and indicators. Its index is loaded and built when the box is
 * first focused. Arrow keys choose, Return opens, F3 and Shift+F3 walk through the occurrences in the text, Escape
 * clears and then closes.
 *
 * @element plan-search
 * @fires plan-request - internal: asks the atlas to select or hover
 * @fires plan-find - internal: what to mark and bring into view in the text; detail: FindDetail
 * @fires plan-search-close - internal: Escape in an empty box; cancelable
 * @csspart field - the box
 * @csspart results - the list below it
 * @csspart option - one result
 * @cssproperty --plan-find - ground of what was found
 * @cssproperty --plan-find-current - ground of the occurrence in focus
 */
export class PlanSearch extends AtlasElement {
  static override styles = [panelStyles, planSearchStyles];

  #query = '';
  #results: SearchResults | null = null;
  #groups: readonly OptionGroup[] = [];
  /** Groups of which all hits are listed. */
  #opened = new Set<HitKind>();
  /** Id of the option that the keys are on. */
  #active: string | null = null;
  #current = -1;
  #isOpen = false;
  #isComposing = false;
  #isHovering = false;
  #hasMarks = false;
  readonly #loader = new SearchLoader(() => this.#run());
  #spoken = '';
  #speaking: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    this.#preview(null);
    super.disconnectedCallback();
    clearTimeout(this.#speaking);
    this.#isOpen = false;
    this.#isComposing = false;
  }

  /** What is looked for; setting it marks the text and leaves the list closed. */
  get query(): string {
    return this.#query;
  }
  set query(query: string) {
    this.#setQuery(query);
    this.#isOpen = false;
    if (query.trim() !== '') void this.#load();
  }

  /** How often the plan says it. */
  get count(): number {
    return this.#results?.occurrences.length ?? 0;
  }

  /** Puts the cursor into the box and selects what is in it. */
  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
    this.#input?.select();
  }

  /** Looks for something as if it had been typed; resolves when the results are listed. */
  async find(query: string): Promise<void> {
    this.#setQuery(query);
    this.#isOpen = true;
    await this.#load();
    await this.updateComplete;
  }

  /** Goes to the next (+1) or previous (−1) occurrence in the text, round and round. */
  step(by: 1 | -1): void {
    const occurrences = this.#results?.occurrences ?? [];
    const { length } = occurrences;
    if (length === 0) return;
    const from = this.#current < 0 && by < 0 ? 0 : this.#current;
    this.#current = (from + by + length) % length;
    const range = occurrences[this.#current]!;
    this.#isOpen = false;
    this.#setActive(null);
    this.#tell(range);
    this.#say(this.#words.positionIn(this.#current + 1, length, this.#titleOf(range)));
  }

  /** Forgets what was looked for and takes the marks away. */
  clear(): void {
    this.#setQuery('');
    this.#isOpen = false;
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    return [state.phase, state.bundle, state.lang, state.flavour, state.find, this.cartography];
  }

  protected override sliceChanged(state: ViewerState, before: ViewerState | null): void {
    // An address or the host has asked for it; what is being typed is here already.
    if (state.find !== (before?.find ?? '') && state.find !== this.#query) this.query = state.find;
    const isNew = state.bundle !== before?.bundle;
    if (this.#query.trim() === '' || (!isNew && state.lang === before?.lang)) return;
    if (isNew) void this.#load();
    this.#run();
  }

  protected override updated(_changed: PropertyValues): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.results');
    const option = this.#active === null ? null : this.renderRoot.querySelector(`#${this.#active}`);
    if (list && option) scrollWithin(list, option, { place: 'nearest', isInstant: true });
  }

  get #words(): SearchMessages {
    return searchMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input') ?? null;
  }

  get #options(): readonly Option[] {
    return this.#isOpen ? this.#groups.flatMap(({ options }) => options) : [];
  }

  #setQuery(query: string): void {
    if (query !== this.#query) {
      this.#query = query;
      this.#opened.clear();
      this.#run();
      this.request({ type: 'find', query });
    }
    this.requestUpdate();
  }

  #load(): Promise<void> {
    return this.bundle ? this.#loader.load(this.bundle) : Promise.resolve();
  }

  #run(): void {
    const index = this.#query.trim() === '' ? null : this.#loader.indexOf(this.bundle);
    this.#current = -1;
    this.#results =
      index?.search(this.#query, { limit: MANY, lang: this.state?.lang ?? 'zh-Hans' }) ?? null;
    this.#groups = this.#results ? listOptions(this.#results, this.#opened) : [];
    this.#setActive(null);
    this.#tell(null);
    clearTimeout(this.#speaking);
    if (this.#results) this.#speaking = setTimeout(() => this.#say(this.#sumUp()), SPEAK_MS);
  }

  /** Tells the text what to mark; the first empty list takes the marks away, further ones say nothing new. */
  #tell(reveal: TextRange | null): void {
    const ranges = this.#results?.occurrences ?? [];
    if (ranges.length === 0 && !this.#hasMarks && !reveal) return;
    this.#hasMarks = ranges.length > 0;
    const detail: FindDetail = { query: this.#query, ranges, current: this.#current, reveal };
    this.dispatchEvent(new CustomEvent('plan-find', { detail, bubbles: true, composed: true }));
  }

  #say(text: string): void {
    this.#spoken = text;
    this.requestUpdate();
  }

  #sumUp(): string {
    const words = this.#words;
    const { groups, total, occurrences, query } = this.#results!;
    if (total === 0) return words.none(query.trim());
    return words.summary(
      groups
        .filter((group) => group.total > 0)
        .map((group) => {
          const isText = group.kind === 'text' && occurrences.length > 0;
          const count = isText ? words.occurrences(occurrences.length) : words.hits(group.total);
          return `${words.groups[group.kind]} ${count}`;
        }),
    );
  }

  #titleOf({ para, part, depth = 0 }: TextRange): string {
    const paragraph = this.bundle?.plan.docs
      .flatMap((doc) => doc.paragraphs)
      .find(({ id }) => id === para);
    if (!paragraph) return '';
    return part.startsWith('heading')
      ? this.pick(paragraph.path[depth] ?? '', paragraph.pathEn?.[depth])
      : this.pick(paragraph.title, paragraph.titleEn);
  }

  #setActive(id: string | null): void {
    this.#active = id;
    const option = this.#options.find((one) => one.id === id);
    this.#preview(option?.type === 'hit' ? (option.hit.featureId ?? null) : null);
    this.requestUpdate();
  }

  /** Lights up a feature that the keys or the pointer are on. */
  #preview(feature: string | null): void {
    if (feature === null && !this.#isHovering) return;
    this.#isHovering = feature !== null;
    const features = feature === null ? [] : [feature];
    this.request({ type: 'hover', features, phrase: null, origin: 'search' });
  }

  #choose(option: Option): void {
    if (option.type === 'hit') {
      this.#open(option.hit);
      return;
    }
    this.#opened.add(option.kind);
    this.#groups = listOptions(this.#results!, this.#opened);
    this.#setActive(this.#active === null ? null : `option-${option.kind}-${FEW}`);
  }

  /** Selects what a hit stands for, and goes to its words in the text. */
  #open(hit: SearchHit): void {
    this.#isOpen = false;
    this.#setActive(null);
    if (hit.featureId !== undefined) {
      this.request({ type: 'select', feature: hit.featureId, origin: 'search' });
      return;
    }
    if (hit.paraId !== undefined) {
      this.request({ type: 'select', clause: hit.paraId, origin: 'search' });
    }
    const [range] = hit.ranges;
    if (!range) return;
    this.#current = this.#results!.occurrences.findIndex(
      ({ para, part, start }) =>
        para === range.para && part === range.part && start === range.start,
    );
    this.#tell(range);
  }

  readonly #handleFocus = (): void => void this.#load();

  readonly #handleLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && this.renderRoot.contains(next)) return;
    this.#isOpen = false;
    this.#setActive(null);
  };

  readonly #handleInput = (event: Event): void => {
    if (this.#isComposing || (event as InputEvent).isComposing) return;
    this.#isOpen = true;
    this.#setQuery((event.target as HTMLInputElement).value);
    void this.#load();
  };

  readonly #handleComposition = (event: CompositionEvent): void => {
    this.#isComposing = event.type === 'compositionstart';
    if (!this.#isComposing) this.#handleInput(event);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    // 229: Safari ends a composition before the key that ended it.
    if (this.#isComposing || event.isComposing || event.keyCode === 229) return;
    const options = this.#options;
    const at = options.findIndex(({ id }) => id === this.#active);
    const action = readKey(event, at, options.length);
    if (!action) return;
    switch (action.type) {
      case 'move':
        event.preventDefault();
        this.#isOpen = true;
        this.#setActive(this.#options[Math.max(0, action.to)]?.id ?? null);
        break;
      case 'choose': {
        event.preventDefault();
        const best = this.#results?.best;
        if (at >= 0) this.#choose(options[at]!);
        else if (best) this.#open(best);
        break;
      }
      case 'step':
        event.preventDefault();
        this.step(action.by);
        break;
      case 'escape':
        this.#escape(event);
        break;
      default:
        action satisfies never;
    }
  };

  #escape(event: KeyboardEvent): void {
    if (this.#query !== '') {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
      return;
    }
    const close = new Event('plan-search-close', {
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (!this.dispatchEvent(close)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** The option that an event happened on. */
  #optionOf(event: Event): Option | undefined {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('.option')?.id;
    return this.#options.find((option) => option.id === id);
  }

  readonly #handleClick = (event: Event): void => {
    const option = this.#optionOf(event);
    if (option) this.#choose(option);
  };

  readonly #handlePoint = (event: Event): void => {
    const option = this.#optionOf(event);
    this.#preview(option?.type === 'hit' ? (option.hit.featureId ?? null) : null);
  };

  protected override render(): TemplateResult {
    const { bundle } = this;
    return renderSearch({
      words: this.#words,
      lang: this.state!.lang,
      bundle,
      cartography: this.cartography,
      flavour: this.flavour,
      // What is being composed is the input's own until it is done.
      query: this.#isComposing ? (this.#input?.value ?? '') : this.#query,
      results: this.#results,
      groups: this.#groups,
      active: this.#active,
      current: this.#current,
      isOpen: this.#isOpen && this.#query.trim() !== '',
      isLoading: this.#loader.isLoading || this.state?.phase === 'loading',
      hasFailed: this.#loader.hasFailed,
      spoken: this.#spoken,
      handle: {
        focus: this.#handleFocus,
        leave: this.#handleLeave,
        input: this.#handleInput,
        composition: this.#handleComposition,
        key: this.#handleKey,
        click: this.#handleClick,
        point: this.#handlePoint,
        open: () => {
          this.#isOpen = true;
          this.requestUpdate();
        },
        clear: () => {
          this.clear();
          this.#input?.focus();
        },
        step: (by) => this.step(by),
        retry: () => void this.#load(),
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-search': PlanSearch;
  }
  interface HTMLElementEventMap {
    'plan-find': CustomEvent<FindDetail>;
    'plan-search-close': Event;
  }
}
