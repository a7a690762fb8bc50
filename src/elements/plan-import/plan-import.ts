import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { findCounty } from '../../analysis/county-outline.ts';
import type { OpenImportSession } from '../../contracts/import.ts';
import type { Store, ViewerState } from '../../contracts/state.ts';
import { openImportSession } from '../../io/open-import-session.ts';
import { draftOf } from '../draft/draft-session.ts';
import { importMessages, type ImportMessages } from '../messages/import-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles } from '../shared/control-styles.ts';
import { KeepFocus } from '../shared/keep-focus.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { readSelectedWords } from '../shared/selected-quote.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { ImportFlow, type FlowHost } from './import-flow.ts';
import type { ImportActions, ImportView } from './import-view.ts';
import { planImportStyles } from './plan-import-styles.ts';
import { renderBundle } from './render-bundle.ts';
import { renderComparison } from './render-comparison.ts';
import { renderFiles } from './render-files.ts';
import { renderReading } from './render-reading.ts';
import { renderRows } from './render-rows.ts';
import { renderTerms } from './render-terms.ts';
import { AtlasDrops } from './take-files.ts';

/** Files stay open while another tool is. */
const flows = new WeakMap<Store, ImportFlow>();
/** What was taken over can be taken back; words that are cited can be let go, and the reverse. */
const HEIRS = ['[data-control=undo]', '[data-control=uncite]', '[data-control=cite-selected]'];

/**
 * Own data (导入): files read on this machine, shown where they lie, and put under the clauses they belong to.
 *
 * @element plan-import
 * @fires plan-request - internal: asks the atlas to draw a preview, to move the map, to select a feature
 * @csspart files - what can be given, and what is open
 * @csspart layers - the layers of the files
 * @csspart reading - characters, columns and coordinate system of the layer
 * @csspart crs - the coordinate system
 * @csspart link - the rows and what becomes of each
 * @csspart terms - accuracy, source and clause of what is taken over
 * @csspart bundle - a whole plan among the files
 */
export class PlanImport extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, planImportStyles];

  /**
   * Opens the session with the reader of files; for the project's own tests.
   * @internal
   */
  @property({ attribute: false }) openSession: OpenImportSession = openImportSession;

  @state() private isDropping = false;
  @state() private citeFault: string | null = null;
  @state() private openedPlan: string | null = null;

  #flow: ImportFlow | null = null;
  #unsubscribe: (() => void) | null = null;
  readonly #drops = new AtlasDrops(
    (files) => void this.#flow?.open(files),
    (text) => this.#paste(text),
    (isOver) => {
      this.isDropping = isOver;
    },
  );

  constructor() {
    super();
    this.addController(new KeepFocus(this, HEIRS));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drops.listen(this.#atlasElement);
    this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drops.stop();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    const [flow, store] = [this.#flow, this.atlas?.store];
    flow?.leave();
    this.#flow = null;
    setTimeout(() => {
      if (this.isConnected || !flow || !store) return;
      // Nothing to come back to.
      if (!flow.isIdle && this.#host?.isConnected) return;
      flow.dispose();
      flows.delete(store);
    });
  }

  #host: Element | null = null;

  get #atlasElement(): Element {
    const root = this.getRootNode();
    this.#host = root instanceof ShadowRoot ? root.host : (this.parentElement ?? this);
    return this.#host;
  }

  protected override slice(now: ViewerState): readonly unknown[] {
    return [now.bundle, now.lang, now.map, now.preview, now.flavour];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    this.#join();
    if (before && now.bundle !== before.bundle) this.#flow?.link.refresh();
  }

  private get texts(): ImportMessages {
    return importMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #join(): void {
    const { atlas } = this;
    if (this.#flow || !atlas || !this.isConnected) return;
    const host: FlowHost = {
      state: () => atlas.store.getState(),
      send: (request) => atlas.store.send(request),
      changed: () => this.requestUpdate(),
      draft: () => draftOf(atlas),
      openSession: (near) => this.openSession(near),
    };
    const known = flows.get(atlas.store);
    this.#flow = known ?? new ImportFlow(host);
    flows.set(atlas.store, this.#flow);
    if (known) known.join(host);
    this.#unsubscribe = draftOf(atlas).subscribe(() => this.requestUpdate());
  }

  #paste(text: string): void {
    void this.#flow?.paste(text, this.texts.pastedName);
  }

  #citeSelected(): void {
    const root = this.getRootNode();
    const scope = root instanceof ShadowRoot ? root : document;
    const text = scope.querySelector('plan-text') ?? this.#host?.querySelector('plan-text') ?? null;
    const words = text && readSelectedWords(text);
    const isCited = words !== null && this.#flow!.cite(words.para, words.quote);
    this.citeFault = isCited ? null : this.texts.nothingSelected;
  }

  async #openBundle(): Promise<void> {
    const bundle = this.#flow?.bundles.opened?.bundle;
    if (!bundle || !this.atlas) return;
    const { title, titleEn } = bundle.bundle;
    this.#flow!.leave();
    await draftOf(this.atlas).start(bundle);
    this.openedPlan = this.pick(title, titleEn);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.state?.preview || !this.#flow?.isShown) return;
    this.#flow.show(false);
    event.preventDefault();
    event.stopPropagation();
  };

  #actions(flow: ImportFlow): ImportActions {
    const { link } = flow;
    return {
      open: (files) => void flow.open(files),
      paste: (text) => this.#paste(text),
      close: (file) => void flow.close(file),
      reread: (file, options) => void flow.reread(file, options),
      chooseLayer: (id) => void flow.chooseLayer(id),
      chooseCrs: (choice) => void flow.chooseCrs(choice),
      togglePreview: () => flow.show(!flow.isShown),
      role: (role, field) => link.chooseRole(role, field),
      act: (row, action) => flow.act(row, action),
      actOnAll: (action) => link.actOnAll(action),
      look: (row) => flow.look(row),
      turnTo: (page) => void flow.turnTo(page),
      terms: (change) => link.setTerms(change),
      citeSelected: () => this.#citeSelected(),
      cite: (para, quote) => {
        this.citeFault = flow.cite(para, quote) ? null : this.texts.quoteMissing;
      },
      apply: () => void flow.apply(),
      undo: () => flow.undo(),
      openBundle: () => void this.#openBundle(),
      showFeature: (feature) => this.request({ type: 'select', feature, origin: 'card' }),
    };
  }

  #view(): ImportView | null {
    const { bundle: plan, cartography } = this;
    const flow = this.#flow;
    if (!flow || !plan || !cartography) return null;
    const { files, layers, link, bundles, isShown, faults, applied, canUndo } = flow;
    const county = findCounty(plan)?.properties;
    return {
      words: this.texts,
      lang: this.state!.lang,
      say: (text) => this.say(text),
      pick: (zh, en) => this.pick(zh, en),
      plan,
      placeName: county
        ? this.pick(county.name, county.nameEn)
        : this.pick(plan.bundle.title, plan.bundle.titleEn),
      cartography,
      files,
      layers,
      link,
      bundles,
      hasMap: this.state!.map.status !== 'text-only',
      previewColour: this.flavour?.colours['preview'] ?? 'currentColor',
      isShown,
      isDropping: this.isDropping,
      faults,
      citeFault: this.citeFault,
      applied,
      canUndo,
      act: this.#actions(flow),
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view();
    if (!view) return nothing;
    return html`
      <div class="body" lang=${view.lang} @keydown=${this.#handleKey}>
        ${renderFiles(view)} ${renderBundle(view)} ${this.#renderDone(view)} ${renderReading(view)}
        ${renderRows(view)} ${renderComparison(view)} ${renderTerms(view)}
      </div>
    `;
  }

  #renderDone({ words, applied, canUndo, act, say, plan, pick }: ImportView): TemplateResult {
    const note = this.#flow?.note ?? null;
    const said = applied
      ? words.applied(say(applied.what))
      : note === 'undone'
        ? words.undone
        : note === 'unchanged'
          ? words.nothingChanged
          : this.openedPlan
            ? words.bundleOpened(this.openedPlan)
            : '';
    const features = (applied?.features ?? []).slice(0, 5).flatMap((id) => {
      const found = plan.features.features.find(({ properties }) => properties.id === id);
      return found ? [found.properties] : [];
    });
    return html`<div class="done">
      <p role="status">${said}</p>
      ${features.map(
        ({ id, name, nameEn }) =>
          html`<button
            type="button"
            class="plain"
            data-feature=${id}
            @click=${() => act.showFeature(id)}
          >
            ${pick(name, nameEn)}
          </button>`,
      )}
      ${
        canUndo
          ? html`<button type="button" class="plain strong" data-control="undo" @click=${act.undo}>
              ${words.undo}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-import': PlanImport;
  }
}
