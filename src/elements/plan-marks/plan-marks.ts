import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { parseCoordinates } from '../../analysis/measure/parse-coordinates.ts';
import type { LngLat } from '../../contracts/bundle.ts';
import type { Mark, MarkLook, MarksState } from '../../contracts/marks.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { nameUnit } from '../../core/format-measured.ts';
import { kmPerLngDegree } from '../../core/geometry.ts';
import { moveMark, pointsOf } from '../../core/marks/edit-mark.ts';
import { sayTime, type MinutesScene } from '../../core/marks/minutes.ts';
import { marksFromGeoJson } from '../../core/marks/to-geojson.ts';
import { buildScaleBar } from '../../core/scale-bar.ts';
import { toNotices } from '../../core/to-notices.ts';
import { marksMessages, type MarksMessages } from '../messages/marks-messages.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles } from '../shared/control-styles.ts';
import { captureMap } from '../shared/live-map.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { scrollWithin } from '../shared/scroll-within.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { citeSelection, listCites, type Cite } from './cite-marks.ts';
import { encodePicture, exportMarks, EXPORTS, type ExportKind } from './export-marks.ts';
import { listDiscussed, nameSceneOf } from './list-discussed.ts';
import { openMarks, type MarksChoice, type MarksSession } from './marks-session.ts';
import { planMarksStyles } from './plan-marks-styles.ts';
import { renderList } from './render-list.ts';
import { renderNotes } from './render-notes.ts';
import { renderTools } from './render-tools.ts';

/** An arrow key moves by a round length of at most this many pixels. */
const STEP_PX = 10;
const STEP_WITHOUT_MAP_M = 10;
const KM_PER_LAT_DEGREE = 111.2;
const TOLD_MS = 4000;

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** What the parts of the panel draw from. */
export interface MarksContext {
  readonly words: MarksMessages;
  readonly state: MarksState;
  readonly choice: MarksChoice;
  readonly session: MarksSession;
  readonly look: MarkLook;
  readonly say: (text: Bilingual) => string;
  readonly citesOf: (mark: Mark) => readonly Cite[];
  /** Title of the view that it was made in; null: none was shown. */
  readonly sceneOf: (mark: Mark) => string | null;
  readonly cite: (mark: Mark) => void;
  readonly go: (cite: Cite) => void;
  readonly remove: (mark: Mark, name: string) => void;
  readonly nudge: (event: KeyboardEvent, mark: Mark, index: number | null) => void;
  /** Length of one step of an arrow key. */
  readonly stepName: string;
  /** Null where there is no map. */
  readonly locate: ((mark: Mark) => void) | null;
  readonly download: (kind: ExportKind) => void;
  readonly downloadQuarantine: () => void;
}

/**
 * Red-lining (标绘): what a meeting draws on the map, with remarks, authors, times and citations of the plan. Marks are
 * no part of the plan, look it and say so; they are kept on this machine and go out as files and as minutes.
 *
 * @element plan-marks
 * @fires plan-request - internal: lights up and selects what a mark cites
 * @csspart tools - what is drawn, and in which colour
 * @csspart entry - the box for typed coordinates
 * @csspart list - the marks
 * @csspart editor - remark, citations and points of the chosen mark
 * @csspart cites - its citations
 * @csspart grips - its points, to be moved by key
 * @csspart exports - files out and in
 */
export class PlanMarks extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, planMarksStyles];

  /** Tells the time of marks, in milliseconds since 1970; for tests. */
  @property({ attribute: false }) clock: () => number = () => Date.now();
  /** Scenes that were discussed, for the minutes; null: those of the talk, and for other marks the map as it stands. */
  @property({ attribute: false }) discussed: (() => Promise<readonly MinutesScene[]>) | null = null;

  @state() private entry = '';
  @state() private entryError: string | null = null;
  @state() private entryNote: string | null = null;
  @state() private told = '';

  #session: MarksSession | null = null;
  #leave: (() => void)[] = [];
  #toldTimer: ReturnType<typeof setTimeout> | undefined;
  #lit: string | null = null;
  #chosen: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#toldTimer);
    this.told = '';
    this.#close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#open();
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.lang, now.map, now.camera, now.selection];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    if (now.bundle !== before?.bundle) {
      this.#close();
      this.#open();
    }
    if (now.lang !== before?.lang) {
      this.entryError = null;
      this.entryNote = null;
    }
  }

  protected override willUpdate(): void {
    this.#open();
    const look = this.cartography?.markLook;
    if (!look) return;
    this.style.setProperty('--mark-glow', look.glow);
    this.style.setProperty('--mark-ink', look.colours.at(-1)!.value);
  }

  private get texts(): MarksMessages {
    return marksMessages[this.state?.lang ?? 'zh-Hans'];
  }

  /** The marks in this window, for tests and for windows that show them too. */
  get session(): MarksSession | null {
    return this.#session;
  }

  #open(): void {
    const { bundle, cartography, atlas } = this;
    if (this.#session || !this.isConnected || !bundle || !cartography || !atlas) return;
    const session = openMarks({
      store: atlas.store,
      cartography,
      planId: bundle.bundle.id,
      clock: () => this.clock(),
    });
    this.#session = session;
    this.#leave = [
      session.subscribe(() => this.#follow()),
      session.whenDrawn((mark) => this.#tell(this.texts.drawn(this.#nameOf(mark)))),
    ];
    session.setOpen(true);
  }

  #close(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    const session = this.#session;
    this.#session = null;
    session?.setOpen(false);
    this.#light(null);
  }

  #follow(): void {
    const { chosen, tool } = this.#session!.choice;
    if (chosen !== this.#chosen) {
      this.#chosen = chosen;
      // While marks are drawn the tools stay in view.
      if (chosen !== null && tool === 'select')
        void this.updateComplete.then(() => this.#showRow(chosen));
    }
    const mark = this.#session!.marks.getState().marks.find(({ id }) => id === chosen) ?? null;
    this.#light(mark);
    this.requestUpdate();
  }

  #showRow(id: string): void {
    const row = this.renderRoot.querySelector<HTMLElement>(
      `li[data-mark="${CSS.escape(id)}"] .row`,
    );
    const scroller = this.parentElement;
    if (row && scroller) scrollWithin(scroller, row, { place: 'third', isInstant: true });
  }

  /** What the chosen mark cites is lit in map and text. */
  #light(mark: Mark | null): void {
    const features = mark?.features ?? [];
    const clauses = mark?.clauses.map(({ para }) => para) ?? [];
    const key = features.length + clauses.length > 0 ? JSON.stringify([features, clauses]) : null;
    if (key === this.#lit) return;
    this.#lit = key;
    const request = { type: 'highlight', features, clauses, fit: false } as const;
    if (this.isConnected) this.request(request);
    else this.atlas?.store.send(request);
  }

  #nameOf(mark: Mark): string {
    const marks = this.#session!.marks.getState().marks;
    const number = marks.findIndex(({ id }) => id === mark.id) + 1;
    return this.texts.markName(number, this.texts.kinds[mark.kind]);
  }

  #tell(text: string): void {
    this.told = text;
    clearTimeout(this.#toldTimer);
    this.#toldTimer = setTimeout(() => {
      this.told = '';
    }, TOLD_MS);
  }

  readonly #submit = (): void => {
    const typed = this.entry.trim();
    const words = this.texts;
    this.entryNote = null;
    if (typed === '' || !this.bundle) {
      this.entryError = words.noEntry;
      return;
    }
    const parsed = parseCoordinates(typed, { extent: this.bundle.bundle.extent });
    if (!parsed.isValid) {
      this.entryError = words.badEntry(typed.slice(0, 60), this.say(parsed.reason));
      return;
    }
    const session = this.#session!;
    if (session.choice.tool === 'select') session.choose({ tool: 'point' });
    session.put(parsed.position);
    this.entry = '';
    this.entryError = null;
    this.entryNote = [
      words.added(parsed.position.map((value) => value.toFixed(6)).join(', ')),
      ...parsed.warnings.map(({ message }) => this.say(message)),
    ].join(' ');
  };

  #remove(mark: Mark, name: string): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('li[data-mark]')];
    const index = rows.findIndex((row) => row.dataset['mark'] === mark.id);
    this.#session!.remove([mark.id]);
    this.#tell(this.texts.removed(name));
    void this.updateComplete.then(() => {
      const left = this.renderRoot.querySelectorAll<HTMLElement>('li[data-mark] .pick');
      const next = left[Math.min(index, left.length - 1)];
      (next ?? this.renderRoot.querySelector<HTMLElement>('input[name=tool]:checked'))?.focus();
    });
  }

  #cite(mark: Mark): void {
    const changed = citeSelection(mark, this.state!.selection, this.bundle!);
    if (changed) this.#session!.change(changed);
    else this.#tell(this.texts.nothingSelected);
  }

  #go({ feature, clause }: Cite): void {
    this.request({ type: 'select', feature, clause, origin: 'list' });
  }

  get #stepM(): number {
    const camera = this.state?.camera;
    return camera
      ? buildScaleBar(camera.center[1], camera.zoom, STEP_PX).metres
      : STEP_WITHOUT_MAP_M;
  }

  #nudge(event: KeyboardEvent, mark: Mark, index: number | null): void {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const km = (this.#stepM * (event.shiftKey ? 10 : 1)) / 1000;
    const [, lat] = pointsOf(mark)[index ?? 0]!;
    const by: LngLat = [(arrow[0] * km) / kmPerLngDegree(lat), (arrow[1] * km) / KM_PER_LAT_DEGREE];
    this.#session!.nudge(moveMark(mark, index, by));
  }

  #locate(mark: Mark): void {
    const points = pointsOf(mark);
    const middle = (axis: 0 | 1): number => {
      const values = points.map((at) => at[axis]);
      return (Math.min(...values) + Math.max(...values)) / 2;
    };
    const camera = { ...this.state!.camera!, center: [middle(0), middle(1)] as const };
    this.request({ type: 'restore', view: { camera }, origin: 'api' });
  }

  async #download(kind: ExportKind): Promise<void> {
    const { bundle, cartography } = this;
    const session = this.#session;
    if (!bundle || !cartography || !session) return;
    const { marks } = session.marks.getState();
    const needsPictures = kind === 'markdown' || kind === 'html' || kind === 'word';
    exportMarks(kind, {
      marks,
      bundle,
      cartography,
      lang: this.state!.lang,
      time: sayTime(session.now()),
      scenes: needsPictures ? await this.#listScenes(marks) : [],
    });
  }

  async #listScenes(marks: readonly Mark[]): Promise<readonly MinutesScene[]> {
    if (this.discussed) return this.discussed();
    const { bundle } = this;
    const { scenes, rest } = await listDiscussed(marks, bundle!, this.state!.lang);
    if (scenes.length > 0 && rest.length === 0) return scenes;
    const view = this.bundle!.views.find(({ id }) => id === this.state!.scene);
    const title = view ? this.pick(view.title, view.titleEn) : this.texts.currentView;
    const picture = await encodePicture(captureMap(this.atlas!.store));
    return [...scenes, { title, picture, marks: rest }];
  }

  readonly #downloadQuarantine = async (): Promise<void> => {
    const text = await this.#session!.marks.readQuarantine();
    const name = nameFile([this.bundle!.bundle.id, this.texts.meeting], 'json');
    saveFile(name, text, 'application/json');
  };

  readonly #import = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const { marks, problems } = marksFromGeoJson(await file.text(), file.name);
    input.value = '';
    this.#session!.marks.edit(marks.map((mark) => ({ mark: mark.id, value: mark })));
    if (marks.length > 0) this.#tell(this.texts.imported(marks.length));
    const notices = toNotices(problems, (_, index) => `marks-import-${index}`);
    if (notices.length > 0) this.request({ type: 'notify', notices });
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isTyping = (event.target as Element).matches('input[type="text"], textarea');
    const session = this.#session;
    if (!session || isTyping) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === 'z' && event.shiftKey) session.marks.redo();
    else if (isCommand && key === 'z') session.undo();
    else if (isCommand && key === 'y') session.marks.redo();
    else if (key === 'escape' && session.choice.points.length > 0) session.cancel();
    else if (key === 'escape' && session.choice.chosen !== null) session.choose({ chosen: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#context();
    if (!context) return nothing;
    const { words, state: kept, choice } = context;
    return html`
      <div class="body" lang=${this.state!.lang} @keydown=${this.#handleKey}>
        ${renderTools(context)}
        <div class="first">
          ${renderNotes(context)}
          <p class="note">
            ${this.state!.map.status === 'text-only' ? words.noMap : words.hints[choice.tool]}
          </p>
          ${this.#renderEntry(words)} ${this.#renderAuthor(context)} ${this.#renderFiles(context)}
          ${this.#renderKeys(words)}
        </div>
        <div class="second">
          ${renderList(context)}
          <p class="saving" data-saving=${kept.saving}>
            ${kept.saving === 'memory' ? words.unsaved : words[kept.saving]}
          </p>
        </div>
        <p class="told" role="status" data-open=${this.told !== ''}>${this.told}</p>
      </div>
    `;
  }

  #renderEntry(words: MarksMessages): TemplateResult {
    const { entryError: error } = this;
    return html`
      <form
        class="entry"
        part="entry"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <label for="entry">${words.entry}</label>
        <div class="field">
          <input
            id="entry"
            type="text"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="done"
            placeholder=${words.entryExample}
            aria-describedby="entry-say"
            aria-invalid=${error === null ? nothing : 'true'}
            .value=${live(this.entry)}
            @input=${(event: Event) => {
              this.entry = (event.target as HTMLInputElement).value;
              this.entryError = null;
            }}
          />
          <button type="submit" class="plain strong">${words.add}</button>
        </div>
        <p
          id="entry-say"
          class="note"
          role="status"
          data-error=${error === null ? nothing : 'true'}
        >
          ${error ?? this.entryNote ?? words.entryHint}
        </p>
      </form>
    `;
  }

  #renderAuthor({ words, choice, session }: MarksContext): TemplateResult {
    return html`
      <div class="entry">
        <label for="author">${words.author}</label>
        <div class="field">
          <input
            id="author"
            type="text"
            autocomplete="name"
            maxlength="60"
            aria-describedby="author-say"
            .value=${live(choice.author)}
            @input=${(event: Event) =>
              session.choose({ author: (event.target as HTMLInputElement).value })}
            @change=${(event: Event) =>
              session.choose({ author: (event.target as HTMLInputElement).value.trim() })}
          />
        </div>
        <p id="author-say" class="note">${words.authorHint}</p>
      </div>
    `;
  }

  #renderFiles({ words, download }: MarksContext): TemplateResult {
    return html`
      <div class="exports" part="exports" role="group" aria-label=${words.export}>
        <span class="field-label">${words.export}</span>
        ${EXPORTS.map(
          (kind) =>
            html`<button
              type="button"
              class="plain"
              data-export=${kind}
              @click=${() => download(kind)}
            >
              ${words[kind]}
            </button>`,
        )}
        <button
          type="button"
          class="plain"
          data-control="import"
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}
        >
          ${words.importFile}
        </button>
        <input
          id="file"
          type="file"
          accept=".geojson,.json,application/geo+json"
          hidden
          @change=${this.#import}
        />
      </div>
    `;
  }

  #renderKeys(words: MarksMessages): TemplateResult {
    return html`<details>
      <summary>${words.keysLabel}</summary>
      <dl class="keys">
        ${words.keys.map(
          ([keys, what]) =>
            html`<div>
              <dt><kbd>${keys}</kbd></dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
    </details>`;
  }

  #context(): MarksContext | null {
    const { bundle, cartography, state: now } = this;
    const session = this.#session;
    if (!now || !bundle || !cartography || !session) return null;
    const stepM = this.#stepM;
    const inKm = stepM >= 1000;
    return {
      words: this.texts,
      state: session.marks.getState(),
      choice: session.choice,
      session,
      look: cartography.markLook,
      say: (text) => this.say(text),
      citesOf: (mark) => listCites(mark, bundle, now.lang),
      sceneOf: (mark) => nameSceneOf(mark, bundle, now.lang),
      cite: (mark) => this.#cite(mark),
      go: (cite) => this.#go(cite),
      remove: (mark, name) => this.#remove(mark, name),
      nudge: (event, mark, index) => this.#nudge(event, mark, index),
      stepName: `${inKm ? stepM / 1000 : stepM} ${nameUnit(inKm ? 'km' : 'm', now.lang)}`,
      locate: now.camera ? (mark) => this.#locate(mark) : null,
      download: (kind) => void this.#download(kind),
      downloadQuarantine: () => void this.#downloadQuarantine(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-marks': PlanMarks;
  }
}
