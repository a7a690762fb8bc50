import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { sceneRequests } from '../../core/story/apply-scene.ts';
import { captureLook, captureScene, storyFromViews } from '../../core/story/capture-scene.ts';
import { readStory } from '../../core/story/read-story.ts';
import { storyMessages, type StoryMessages } from '../messages/story-messages.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { handoutAddress } from '../shared/handout-address.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { DragRows } from './drag-rows.ts';
import { planStoryStyles } from './plan-story-styles.ts';
import { renderForm } from './render-form.ts';
import { renderHead, renderWarnings } from './render-head.ts';
import { renderList } from './render-list.ts';
import type { StoryAction, StoryContext } from './story-context.ts';
import { StoryKeeper } from './story-keeper.ts';
import { readListKey } from './story-keys.ts';

/**
 * The story of the plan as a list of scenes: shown, edited, timed, kept on this device, exported and imported.
 *
 * @element plan-story
 * @fires plan-request - internal: asks the atlas to show a scene
 * @fires plan-story-play - asks to play from `detail.scene`; when nobody takes it (`preventDefault`), the scene is shown
 * @fires plan-story-keeping - internal: edits are, or are no more, in memory only
 * @csspart head - total, undo and files
 * @csspart scenes - the list of scenes
 * @csspart form - the form of one scene
 */
export class PlanStory extends AtlasElement {
  static override styles = [panelStyles, planStoryStyles];

  #keeper: StoryKeeper | null = null;
  #current: string | null = null;
  #opened: string | null = null;
  #drag: StoryContext['drag'] = null;
  #problems: StoryContext['problems'] = null;
  #told = '';
  #wasUnsaved = false;
  readonly #dragRows = new DragRows(
    () => this.renderRoot,
    (drag) => {
      this.#drag = drag;
      this.requestUpdate();
    },
    (id, to) => this.#act({ type: 'move', id, to }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#handleKey);
    this.#openKeeper();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#handleKey);
    this.#keeper?.close();
    this.#keeper = null;
    this.#dragRows.cancel();
  }

  protected override slice({ bundle, lang, scene }: ViewerState): readonly unknown[] {
    return [bundle, lang, scene];
  }

  protected override sliceChanged(): void {
    this.#openKeeper();
  }

  /** There are edits that this device does not keep; a reload would lose them. */
  get isUnsaved(): boolean {
    return this.#keeper !== null && this.#keeper.keeping.kind === 'memory' && this.#keeper.isEdited;
  }

  protected override updated(): void {
    if (this.isUnsaved === this.#wasUnsaved) return;
    this.#wasUnsaved = this.isUnsaved;
    this.dispatchEvent(new CustomEvent('plan-story-keeping', { bubbles: true, composed: true }));
  }

  private get texts(): StoryMessages {
    return storyMessages[this.state?.lang ?? 'zh-Hans'];
  }

  /** One for each bundle; another bundle has another story. */
  #openKeeper(): void {
    const { bundle } = this;
    if (!this.isConnected || this.#keeper?.bundle === bundle) return;
    this.#keeper?.close();
    this.#keeper = bundle ? new StoryKeeper(bundle, () => this.requestUpdate()) : null;
    this.#current = null;
    this.#opened = null;
    this.#problems = null;
    this.#told = '';
    this.requestUpdate();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
    if (event.key === 'Escape' && this.#drag) {
      this.#dragRows.cancel();
      event.preventDefault();
      return;
    }
    const isTyping = target.matches('input, textarea, select');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isTyping) {
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      this.#act({ type: isRedo ? 'redo' : 'undo' });
      return;
    }
    const id = target.closest<HTMLElement>('li[data-scene]')?.dataset['scene'];
    const ids = this.#keeper?.story.scenes.map((scene) => scene.id) ?? [];
    const action = id === undefined ? null : readListKey(event, ids, id);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.#act(action);
    void this.#focusRow();
  };

  async #focusRow(): Promise<void> {
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>(
      `li[data-scene="${this.#current ?? ''}"] .show`,
    );
    (row ?? this.renderRoot.querySelector<HTMLElement>('[data-action=add]'))?.focus();
  }

  #act(action: StoryAction): void {
    const keeper = this.#keeper;
    if (!keeper || !this.state) return;
    const { scenes } = keeper.story;
    const { texts } = this;
    const at = 'id' in action ? scenes.findIndex(({ id }) => id === action.id) : -1;
    const scene = scenes[at];
    const title = scene ? this.pick(scene.title, scene.titleEn) : '';
    switch (action.type) {
      case 'focus':
        if (this.#current === action.id) return;
        this.#current = action.id;
        break;
      case 'show':
        if (scene) this.#show(scene.id);
        break;
      case 'play':
        if (scene) this.#play(scene.id);
        break;
      case 'open':
        this.#opened = action.id;
        this.#current = action.id;
        break;
      case 'close':
        this.#opened = null;
        void this.#focusRow();
        break;
      case 'recapture':
        keeper.edit({
          type: 'change',
          id: action.id,
          change: captureLook(this.state, keeper.bundle),
        });
        this.#told = texts.recaptured(title);
        break;
      case 'remove': {
        keeper.edit({ type: 'remove', id: action.id });
        this.#told = texts.removed(title);
        if (this.#opened === action.id) this.#opened = null;
        this.#current = (scenes[at + 1] ?? scenes[at - 1])?.id ?? null;
        void this.#focusRow();
        break;
      }
      case 'move':
        keeper.edit({ type: 'move', id: action.id, to: action.to });
        this.#current = action.id;
        if (action.to !== at) this.#told = texts.moved(title, action.to + 1, scenes.length);
        break;
      case 'add':
        this.#add(keeper);
        break;
      case 'from-views':
        keeper.edit({ type: 'replace', story: storyFromViews(keeper.bundle) });
        break;
      case 'undo':
      case 'redo':
        keeper.edit({ type: action.type });
        break;
      case 'reset':
        keeper.reset();
        this.#told = texts.wasReset;
        break;
      case 'export-story':
        this.#export(keeper.story, texts.label);
        break;
      case 'export-bundle':
        this.#export({ ...keeper.bundle, story: keeper.story }, '');
        break;
      case 'take-older':
        keeper.takeOlder();
        break;
      case 'leave-older':
        keeper.leaveOlder();
        break;
      case 'dismiss':
        this.#problems = null;
        break;
      case 'import':
        void this.#import(keeper, action.file);
        break;
      default:
        action satisfies never;
    }
    this.requestUpdate();
  }

  /** Without its comparison, which would take the editor's place. */
  #show(id: string): void {
    const scene = this.#keeper?.story.scenes.find((one) => one.id === id);
    const store = this.atlas?.store;
    if (!scene || !store) return;
    this.#current = id;
    for (const request of sceneRequests(scene, store.getState(), { opensCompare: false })) {
      this.request(request);
    }
  }

  #play(id: string): void {
    const event = new CustomEvent('plan-story-play', {
      detail: { scene: id },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (this.dispatchEvent(event)) this.#show(id);
  }

  #add(keeper: StoryKeeper): void {
    const { scenes } = keeper.story;
    const after = scenes.findIndex(({ id }) => id === this.#current);
    const at = after < 0 ? scenes.length : after + 1;
    const scene = captureScene(
      this.state!,
      keeper.bundle,
      keeper.story,
      this.texts.untitled(at + 1),
    );
    keeper.edit({ type: 'add', scene, at });
    this.#current = scene.id;
    this.#opened = scene.id;
    this.#told = this.texts.added(this.pick(scene.title, scene.titleEn), at + 1);
  }

  #export(content: object, what: string): void {
    const { title, titleEn } = this.bundle!.bundle;
    const file = nameFile([this.pick(title, titleEn), what], 'json');
    saveFile(file, `${JSON.stringify(content, null, 2)}\n`, 'application/json');
    this.#told = this.texts.saved(file);
  }

  async #import(keeper: StoryKeeper, file: File): Promise<void> {
    try {
      const read = await readStory(await file.text(), file.name, keeper.bundle, async (bundle) => {
        const { loadBundle } = this.atlas!;
        const { problems, prove } = await loadBundle(bundle, new AbortController().signal);
        return [...problems, ...(await prove())];
      });
      if (keeper !== this.#keeper) return;
      if ('problems' in read) this.#problems = { file: file.name, list: read.problems };
      else {
        this.#problems = null;
        keeper.edit({ type: 'replace', story: { ...read.story, version: keeper.story.version } });
        this.#opened = null;
        this.#told = this.texts.imported(read.story.scenes.length);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#problems = { file: file.name, list: [toProblem(file.name, this.texts, reason)] };
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { texts, bundle } = this;
    const keeper = this.#keeper;
    if (!bundle || !keeper) return html`<p class="empty">${texts.empty}</p>`;
    const context = this.#describe(keeper, bundle);
    const isEmpty = keeper.story.scenes.length === 0;
    return html`
      ${renderWarnings(context)}
      ${isEmpty ? this.#renderEmpty(bundle, context) : renderHead(context)}
      ${
        isEmpty
          ? nothing
          : html`<div
              class="body"
              data-form=${this.#opened !== null}
              @pointerdown=${this.#dragRows.start}
              @pointermove=${this.#dragRows.move}
              @pointerup=${this.#dragRows.end}
              @pointercancel=${this.#dragRows.cancel}
            >
              <div class="list">
                ${renderList(context)}
                <p class="keys">${texts.keys}</p>
              </div>
              ${renderForm(context)}
            </div>`
      }
    `;
  }

  #renderEmpty({ views }: PlanBundle, context: StoryContext): TemplateResult {
    const { words } = context;
    return html`<div class="empty">
      <p class="told" role="status">${context.told}</p>
      <p>${words.noStory}</p>
      <div class="row">
        ${
          views.length > 0
            ? html`<button
                type="button"
                class="plain strong"
                data-action="from-views"
                @click=${() => context.do({ type: 'from-views' })}
              >
                ${words.fromViews(views.length)}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="plain strong"
          data-action="add"
          @click=${() => context.do({ type: 'add' })}
        >
          ${words.fromView}
        </button>
        ${
          context.edits.past.length > 0
            ? html`<button
                type="button"
                class="plain"
                data-action="undo"
                @click=${() => context.do({ type: 'undo' })}
              >
                ${words.undo}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #describe(keeper: StoryKeeper, bundle: PlanBundle): StoryContext {
    const ids = keeper.story.scenes.map(({ id }) => id);
    return {
      bundle,
      words: this.texts,
      isEnglish: this.isEnglish,
      story: keeper.story,
      edits: keeper.edits,
      keeping: keeper.keeping,
      isEdited: keeper.isEdited,
      hasOlder: keeper.older !== null,
      current: this.#current !== null && ids.includes(this.#current) ? this.#current : null,
      shown: this.state?.scene ?? null,
      opened: this.#opened,
      drag: this.#drag,
      problems: this.#problems,
      told: this.#told,
      handout: handoutAddress(this, this.state?.lang ?? 'zh-Hans'),
      isUnsaved: this.isUnsaved,
      pick: (zh, en) => this.pick(zh, en),
      edit: (edit) => keeper.edit(edit),
      do: (action) => this.#act(action),
    };
  }
}

const toProblem = (file: string, words: StoryMessages, reason: string): Problem => ({
  code: 'file-unreadable',
  severity: 'error',
  file,
  message: words.unreadable(reason),
  remedy: '',
});

declare global {
  interface HTMLElementTagNameMap {
    'plan-story': PlanStory;
  }
}
