import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftSession, DraftStore } from '../../contracts/draft.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Edit } from '../../core/draft/edits.ts';
import { draftOf } from '../draft/draft-session.ts';
import {
  EDIT_TABS,
  editMessages,
  type EditMessages,
  type EditTab,
} from '../messages/edit-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles } from '../shared/control-styles.ts';
import { KeepFocus } from '../shared/keep-focus.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { CheckTab } from './check-tab.ts';
import type { EditView } from './edit-view.ts';
import { FeaturesTab } from './features-tab.ts';
import { planEditStyles } from './plan-edit-styles.ts';
import { SourcesTab } from './sources-tab.ts';
import { TextTab } from './text-tab.ts';
import { VersionsTab } from './versions-tab.ts';

/** The proof of a whole county takes a moment: it waits until nobody types. */
const PROVE_AFTER_MS = 400;
const TOLD_MS = 6000;
/** A question, the form of a feature, its row once the form is left, the form of a new plan. */
const HEIRS = [
  '[role=alertdialog] button',
  '[data-control=back]',
  '[data-left]',
  'input[name=find]',
  'input[name=plan-title]',
];

/**
 * The plan as a bundle (编制): its features, text, sources, declarations and proof; every change is kept as it is made,
 * can be undone, and goes out as one file that any atlas opens.
 *
 * @element plan-edit
 * @csspart tabs - its five parts
 * @csspart panel - the part in use
 */
export class PlanEdit extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, planEditStyles];

  @state() private tab: EditTab = 'features';
  @state() private told = '';
  @state() private asking: string | null = null;
  @state() private problems: readonly Problem[] | null = null;
  @state() private failure: string | null = null;

  #session: DraftSession | null = null;
  #store: DraftStore | null = null;
  #leave: (() => void) | null = null;
  #proved: PlanBundle | null = null;
  #proveTimer: ReturnType<typeof setTimeout> | undefined;
  #proving = new AbortController();
  #toldTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #features = new FeaturesTab({
    view: () => this.#describe()!,
    redraw: () => this.requestUpdate(),
  });
  readonly #text = new TextTab();
  readonly #check = new CheckTab();
  readonly #sources = new SourcesTab();
  readonly #versions = new VersionsTab();

  constructor() {
    super();
    this.addController(new KeepFocus(this, HEIRS));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#handleKey);
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#handleKey);
    this.#leave?.();
    this.#leave = null;
    this.#session = null;
    this.#features.geometry.stop();
    clearTimeout(this.#proveTimer);
    this.#proving.abort();
    this.#proved = null;
    clearTimeout(this.#toldTimer);
    this.atlas?.store.send({ type: 'lay', change: { preview: null } });
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.lang, now.flavour, now.selection];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.bundle?.bundle.id !== before?.bundle?.bundle.id) {
      this.#text.forget();
      this.#versions.forget();
    }
    this.#open();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#open();
    this.#prove();
  }

  protected override updated(): void {
    this.#features.geometry.follow();
  }

  private get texts(): EditMessages {
    return editMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #open(): void {
    if (!this.isConnected || !this.atlas || !this.bundle) return;
    if (!this.#session) {
      this.#session = draftOf(this.atlas);
      this.#leave = this.#session.subscribe(() => this.#follow());
    }
    this.#store = this.#session.getStore();
    if (this.#store || this.failure !== null) return;
    this.#session.ensure().then(
      () => this.#follow(),
      (error: unknown) => {
        this.failure = error instanceof Error ? error.message : String(error);
      },
    );
  }

  #follow(): void {
    this.#store = this.#session?.getStore() ?? null;
    this.requestUpdate();
  }

  #prove(): void {
    const { bundle } = this;
    if (!bundle || bundle === this.#proved) return;
    this.#proved = bundle;
    clearTimeout(this.#proveTimer);
    this.#proving.abort();
    const { signal } = (this.#proving = new AbortController());
    this.#proveTimer = setTimeout(() => {
      void import('../plan-atlas/prove-bundle.ts')
        .then(({ proveBundle }) => proveBundle(bundle, {}, signal))
        .then((problems) => {
          if (!signal.aborted) this.problems = problems;
        })
        .catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
    }, PROVE_AFTER_MS);
  }

  #tell(news: string): void {
    this.told = news;
    clearTimeout(this.#toldTimer);
    this.#toldTimer = setTimeout(() => {
      this.told = '';
    }, TOLD_MS);
  }

  #edit(edit: Edit): void {
    if (edit.changes.length === 0) return;
    this.#store?.edit(edit.changes, edit.what);
    this.#tell(this.say(edit.what));
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    const field = event.composedPath()[0];
    // While somebody types, the field undoes by itself.
    const isTyping = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
    if (!isUndo || isTyping) return;
    event.preventDefault();
    if (event.shiftKey) this.#store?.redo();
    else this.#store?.undo();
  };

  readonly #handleTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = EDIT_TABS.indexOf(this.tab) + step;
    this.#openTab(EDIT_TABS[(at + EDIT_TABS.length) % EDIT_TABS.length]!);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
    );
  };

  #openTab(tab: EditTab): void {
    if (tab !== this.tab) this.#features.geometry.stop();
    if (tab === 'versions') this.#versions.forget();
    this.asking = null;
    this.tab = tab;
  }

  #describe(): EditView | null {
    const { atlas, bundle, cartography } = this;
    const store = this.#store;
    if (!atlas || !bundle || !cartography || !store || !this.#session) return null;
    return {
      words: this.texts,
      state: this.state!,
      bundle,
      draft: store.getState(),
      store,
      session: this.#session,
      atlasStore: atlas.store,
      cartography,
      say: (text) => this.say(text),
      pick: (zh, english) => this.pick(zh, english),
      edit: (edit) => this.#edit(edit),
      request: (request) => this.request(request),
      tell: (news) => this.#tell(news),
      ask: (id, label, question, act) => this.#renderAsk(id, label, question, act),
      redraw: () => this.requestUpdate(),
      openTab: (tab) => this.#openTab(tab),
      problems: this.problems,
    };
  }

  #renderAsk(id: string, label: string, question: string, act: () => void): TemplateResult {
    if (this.asking !== id) {
      return html`<button
        type="button"
        class="plain"
        data-control=${id}
        @click=${() => {
          this.asking = id;
        }}
      >
        ${label}
      </button>`;
    }
    return html`<div class="actions" role="alertdialog" aria-label=${question}>
      <span class="warn">${question}</span>
      <button
        type="button"
        class="plain strong"
        data-control="sure"
        @click=${() => {
          this.asking = null;
          act();
        }}
      >
        ${this.texts.sure}
      </button>
      <button
        type="button"
        class="plain"
        @click=${() => {
          this.asking = null;
        }}
      >
        ${this.texts.cancel}
      </button>
    </div>`;
  }

  protected override render(): TemplateResult {
    const view = this.#describe();
    const words = this.texts;
    if (this.failure !== null) return html`<p class="body" role="alert">${this.failure}</p>`;
    if (!view) return html`<p class="body" role="status">${words.loading}</p>`;
    const { draft, store } = view;
    return html`
      <div class="bar">
        <div
          role="tablist"
          part="tabs"
          aria-label=${words.tabsLabel}
          @keydown=${this.#handleTabKey}
        >
          ${EDIT_TABS.map(
            (tab) =>
              html`<button
                type="button"
                role="tab"
                id="tab-${tab}"
                data-tab=${tab}
                aria-selected=${tab === this.tab}
                aria-controls="panel"
                tabindex=${tab === this.tab ? nothing : '-1'}
                @click=${() => this.#openTab(tab)}
              >
                ${words.tabs[tab]}${
                  tab === 'check' && this.problems && this.problems.length > 0
                    ? html`<span class="count">${this.problems.length}</span>`
                    : nothing
                }
              </button>`,
          )}
        </div>
        <div class="actions">
          <button
            type="button"
            class="plain"
            data-control="undo"
            aria-disabled=${!draft.canUndo}
            @click=${() => draft.canUndo && store.undo()}
          >
            ${words.undo}
          </button>
          <button
            type="button"
            class="plain"
            data-control="redo"
            aria-disabled=${!draft.canRedo}
            @click=${() => draft.canRedo && store.redo()}
          >
            ${words.redo}
          </button>
          <small data-saving=${draft.saving}>${words.saving[draft.saving]}</small>
        </div>
      </div>
      <div class="body" id="panel" role="tabpanel" part="panel" aria-labelledby="tab-${this.tab}">
        ${
          draft.saving === 'memory'
            ? html`<p class="warn" role="alert">${words.memory(draft.problem ?? '')}</p>`
            : nothing
        }
        <p class="quiet" role="status">${this.told}</p>
        ${this.#renderTab(view)}
      </div>
    `;
  }

  #renderTab(view: EditView): TemplateResult {
    switch (this.tab) {
      case 'features':
        return this.#features.render(view);
      case 'text':
        return this.#text.render(view);
      case 'sources':
        return this.#sources.render(view);
      case 'check':
        return this.#check.render(view);
      case 'versions':
        return this.#versions.render(view);
      default:
        return this.tab satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-edit': PlanEdit;
  }
}
