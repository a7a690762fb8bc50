import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Story } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { buildHandout, type HandoutPage } from '../../core/handout/build-handout.ts';
import { handoutMessages } from '../messages/handout-messages.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { notesOf } from '../plan-map/render-furniture.ts';
import type { PlanMap } from '../plan-map/plan-map.ts';
import { StoryKeeper } from '../plan-story/story-keeper.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { planHandoutStyles } from './plan-handout-styles.ts';
import { renderSheet, type SheetContext } from './render-sheet.ts';
import { takePictures, type Picture } from './take-pictures.ts';

export type HandoutPhase = 'waiting' | 'working' | 'ready' | 'stopped' | 'failed' | 'empty';

/** Denser and denser, until the words of a page fit beside its picture. */
const DENSITIES = [0, 1, 2] as const;

/**
 * The story as pages to print: one a scene, with the picture taken from the real map beside it in
 * the same atlas. Words stand from the start, so that a page printed early is never blank.
 *
 * @element plan-handout
 * @fires plan-handout-change - internal: detail.phase
 */
export class PlanHandout extends AtlasElement {
  static override styles = [panelStyles, planHandoutStyles];

  /** How far it has come. */
  @property({ reflect: true }) phase: HandoutPhase = 'waiting';
  /** The map that shows the scenes; it stands beside this element in the atlas. */
  @property({ attribute: false }) map: PlanMap | null = null;

  @state() private pictures: ReadonlyMap<string, Picture> = new Map();
  @state() private problem = '';

  #pages: readonly HandoutPage[] = [];
  /** As this device keeps it; null until it is read, and where there is none. */
  #story: Story | null = null;
  #work: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work?.abort();
    this.#work = null;
    this.#forget();
    this.phase = 'waiting';
  }

  protected slice({ bundle, lang, map }: ViewerState): readonly unknown[] {
    return [bundle, lang, map.status];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.bundle && now.bundle !== before?.bundle) void this.#plan();
    void this.#start();
  }

  /** Ends the work; what is drawn stays. */
  stop(): void {
    this.#work?.abort();
    this.#work = null;
    if (this.phase === 'working') this.#tell('stopped');
  }

  /** Draws every picture anew. */
  async restart(): Promise<void> {
    this.stop();
    this.#forget();
    this.phase = 'waiting';
    await this.#start();
  }

  /** Pages of the story as it was edited on this device; edits that come later are for another print. */
  async #plan(): Promise<void> {
    this.#work?.abort();
    this.#work = null;
    this.#forget();
    this.#story = null;
    this.#pages = [];
    this.#tell('waiting');
    const bundle = this.bundle!;
    const keeper = new StoryKeeper(bundle, () => undefined, undefined, null);
    await keeper.whenOpen;
    const { story } = keeper;
    keeper.close();
    if (bundle !== this.bundle || !this.isConnected) return;
    if (story.scenes.length === 0) {
      this.#tell('empty');
      return;
    }
    this.#story = story;
    this.#pages = buildHandout(bundle, story);
    this.requestUpdate();
    await this.#start();
  }

  async #start(): Promise<void> {
    const { bundle, cartography, atlas, map } = this;
    if (this.phase !== 'waiting' || !this.#story || !bundle || !cartography || !atlas || !map) {
      return;
    }
    const words = handoutMessages[this.state!.lang];
    const { status } = this.state!.map;
    if (status !== 'ready' && status !== 'text-only') return;
    if (status === 'text-only') {
      this.problem = words.noMap;
      this.#tell('failed');
      return;
    }
    const work = new AbortController();
    this.#work = work;
    this.problem = '';
    this.#tell('working');
    try {
      await takePictures({
        pages: this.#pages,
        bundle,
        cartography,
        store: atlas.store,
        map,
        request: (request) => this.request(request),
        size: (shots) => {
          map.dataset['shots'] = String(shots);
        },
        signal: work.signal,
        done: (id, picture) => {
          this.pictures = new Map([...this.pictures, [id, picture]]);
        },
      });
      if (work.signal.aborted) return;
      await this.#decode();
      if (!work.signal.aborted) this.#tell('ready');
    } catch (error) {
      if (work.signal.aborted) return;
      this.problem = error instanceof Error ? error.message : String(error);
      this.#tell('failed');
    }
  }

  /** A picture that is not decoded yet would be a hole on paper. */
  async #decode(): Promise<void> {
    await this.updateComplete;
    const images = [...this.renderRoot.querySelectorAll<HTMLImageElement>('img')];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  }

  #tell(phase: HandoutPhase): void {
    this.phase = phase;
    this.dispatchEvent(
      new CustomEvent('plan-handout-change', { detail: { phase }, bubbles: true, composed: true }),
    );
  }

  #forget(): void {
    for (const { url } of this.pictures.values()) URL.revokeObjectURL(url);
    this.pictures = new Map();
  }

  protected override updated(): void {
    for (const column of this.renderRoot.querySelectorAll<HTMLElement>('.column')) {
      for (const density of DENSITIES) {
        column.dataset['density'] = String(density);
        if (column.scrollHeight <= column.clientHeight + 1) break;
      }
    }
  }

  protected override render(): TemplateResult {
    const words = handoutMessages[this.state!.lang];
    const { bundle, cartography, atlas, flavour } = this;
    const story = this.#story;
    if (!bundle || !story || !cartography || !atlas || !flavour) {
      return html`<div class="tools" role="status">
        <p>
          ${this.phase === 'empty' ? html`<strong>${words.noStory}</strong> ${words.noStoryHow}` : words.preparing}
        </p>
        <a href="./">${words.back}</a>
      </div>`;
    }
    const context: SheetContext = {
      bundle,
      story,
      cartography,
      conventions: atlas.conventions,
      flavour,
      words,
      mapNotes: notesOf(bundle, mapMessages[this.state!.lang].map).join(' · '),
      pages: this.#pages.length,
      pictures: this.pictures,
      noPicture: this.phase === 'failed' ? words.noPicture : words.pending,
      pick: (zh, en) => this.pick(zh, en),
      say: (text) => this.say(text),
    };
    return html`
      ${this.#renderTools()}
      <div role="region" aria-label=${words.label} lang=${this.state!.lang}>
        ${this.#pages.map((page) => renderSheet(page, context))}
      </div>
    `;
  }

  #renderTools(): TemplateResult {
    const words = handoutMessages[this.state!.lang];
    const isBusy = this.phase === 'waiting' || this.phase === 'working';
    return html`<div class="tools">
      <p role="status">${this.#describe()}</p>
      ${isBusy ? html`<progress max=${this.#countShots()} value=${this.pictures.size} aria-label=${words.label}></progress>` : nothing}
      ${
        isBusy
          ? html`<button type="button" data-action="stop" @click=${() => this.stop()}>
              ${words.cancel}
            </button>`
          : html`<button
              type="button"
              class="main"
              data-action="print"
              @click=${() => window.print()}
            >
              ${this.phase === 'ready' ? words.print : words.printAnyway}
            </button>`
      }
      ${
        this.phase === 'stopped' || this.phase === 'failed'
          ? html`<button type="button" data-action="again" @click=${() => void this.restart()}>
              ${words.again}
            </button>`
          : nothing
      }
      <a href="./">${words.back}</a>
    </div>`;
  }

  #describe(): TemplateResult | string {
    const words = handoutMessages[this.state!.lang];
    switch (this.phase) {
      case 'waiting':
        return words.preparing;
      case 'working':
        return `${words.working(this.pictures.size, this.#countShots())} · ${words.stayHere}`;
      case 'ready':
        return words.ready(this.#pages.length);
      case 'stopped':
        return words.stopped;
      case 'empty':
        return words.noStory;
      case 'failed':
        return html`<span class="warn">${words.failed}</span>
          <span lang="en">${this.problem}</span>`;
      default:
        return this.phase satisfies never;
    }
  }

  #countShots(): number {
    return this.#pages.reduce(
      (sum, page) => sum + (page.kind === 'scene' ? page.shots.length : 0),
      0,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-handout': PlanHandout;
  }
}
