import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { listSubjects } from '../../core/sheet/sheet-view.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { seriesMessages } from '../messages/series-messages.ts';
import { sheetMessages, type SheetMessages } from '../messages/sheet-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { define } from '../shared/define.ts';
import { KeepFocus } from '../shared/keep-focus.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { FrameControls } from './frame-controls.ts';
import { FrameDrag } from './frame-drag.ts';
import { LayoutEditor } from './layout-editor.ts';
import { planSheetStyles } from './plan-sheet-styles.ts';
import { renderChoices } from './render-choices.ts';
import { renderPreview } from './render-preview.ts';
import { SheetBase } from './sheet-base.ts';
import { SheetSaver } from './sheet-saver.ts';
import { SheetSession } from './sheet-session.ts';
import { fittedScale, type SheetWish } from './sheet-wish.ts';
import { TemplateShelf } from './template-shelf.ts';

/**
 * 出图: the plan as a drawing true to scale, with its furniture, as SVG, PNG, JPEG or print. It shows what is on the map or a
 * scene of the plan, and the legend says exactly that. The sheet's frame lies on the map while the tool is open, and
 * can be dragged there; the furniture can be moved in the preview; a make-up is kept with the plan as a template.
 *
 * @element plan-sheet
 * @fires plan-request - internal: lays the frame over the map
 * @csspart preview - the sheet
 * @csspart layout - what can be done to its furniture
 * @csspart chosen - what can be done to the chosen part
 * @csspart choices - what it is made from
 * @csspart frame - where its frame lies
 * @csspart templates - make-ups that are kept with the plan
 * @csspart base - whether a base map lies under it
 * @csspart series - a set of sheets at once
 * @csspart news - what was saved, or why not
 */
export class PlanSheet extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, formStyles, planSheetStyles];

  readonly #base = new SheetBase(() => this.requestUpdate());
  readonly #session = new SheetSession(
    {
      input: () => {
        const { bundle, cartography, state, atlas } = this;
        return bundle && cartography && state && atlas && this.isConnected
          ? { bundle, cartography, state, store: atlas.store }
          : null;
      },
      request: (request) => this.request(request),
      redraw: () => this.requestUpdate(),
    },
    this.#base,
  );
  readonly #saver = new SheetSaver({
    texts: () => this.texts,
    lang: () => this.state?.lang ?? 'zh-Hans',
    isWaiting: () => this.#base.isBusy,
    redraw: () => this.requestUpdate(),
  });
  readonly #layout = new LayoutEditor(this.#session, () => this.requestUpdate());
  readonly #frame = new FrameControls(this.#session, () => this.requestUpdate());
  readonly #shelf = new TemplateShelf(this.#session, {
    atlas: () => this.atlas,
    texts: () => this.texts,
    lang: () => this.state?.lang ?? 'zh-Hans',
    say: (news) => this.#saver.say(news),
    redraw: () => this.requestUpdate(),
  });
  readonly #drag = new FrameDrag({
    center: () => this.#session.specify().center,
    show: (center) => {
      this.#session.lay(center);
      this.requestUpdate();
    },
    put: (center) => {
      this.#session.lay(null);
      if (this.bundle) this.#frame.put(center, this.bundle.bundle.extent);
    },
  });

  constructor() {
    super();
    this.addController(new KeepFocus(this, []));
  }

  /** The code of series has come. */
  #hasSeries = false;
  readonly #size = new ResizeObserver(() => this.#placeHandles());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
    this.addEventListener('keydown', this.#hearKey);
    this.#session.forget();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#hearKey);
    this.#size.disconnect();
    this.#session.close();
    this.#base.stop();
    this.#drag.stop();
    this.#saver.cancel();
    this.atlas?.store.send({ type: 'lay', change: { preview: null } });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, lang, flavour, base } = state;
    return [bundle, lang, flavour, base, ...this.#session.listFollowed(state)];
  }

  protected override sliceChanged(): void {
    this.#open();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#open();
    this.#placeHandles();
  }

  private get texts(): SheetMessages {
    return sheetMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #open(): void {
    const { atlas, bundle } = this;
    if (!this.isConnected || !atlas || !bundle) return;
    this.#drag.follow(atlas.store);
    this.#session.plan();
    void this.#shelf.follow(bundle);
  }

  #placeHandles(): void {
    const { paper } = this.#session;
    if (paper) this.#layout.place(this.renderRoot, paper);
  }

  #choose(change: Partial<SheetWish>): void {
    this.#saver.news = '';
    this.#session.choose(change);
  }

  readonly #hearKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    const field = event.composedPath()[0];
    // While somebody types, the field undoes by itself.
    const isTyping = field instanceof HTMLInputElement && field.type === 'text';
    if (!(event.ctrlKey || event.metaKey) || isTyping || !'zy'.includes(key)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.#session.redo();
    else this.#session.undo();
  };

  protected override render(): TemplateResult {
    const { texts, bundle } = this;
    if (!bundle || !this.isConnected) return html`<div class="body"></div>`;
    const { paper, fault } = this.#session;
    return html`<div class="body" lang=${this.state!.lang}>
      <p class="intro">${texts.intro}</p>
      ${fault === '' ? nothing : html`<p role="alert">${texts.failed(fault)}</p>`}
      <div class="columns">
        ${
          paper
            ? renderPreview(texts, paper, homeBounds(bundle), this.#saver, {
                handles: this.#layout.renderHandles(texts, paper),
                controls: this.#layout.render(texts, paper, SHEET_WORDS[this.state!.lang]),
                base: this.#base.render(this.state!.base, this.state!.lang),
                lang: this.state!.lang,
              })
            : html`<p role="status">${texts.drawing}</p>`
        }
        <div class="choices" part="choices">
          ${this.#shelf.render(texts)} ${this.#renderChoices()}
        </div>
      </div>
      ${this.#renderSeries()}
    </div>`;
  }

  #renderSeries(): TemplateResult {
    const { desk } = this.#session;
    return html`<details
      part="series"
      data-part="series"
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open) void this.#openSeries();
      }}
    >
      <summary>${seriesMessages[this.state!.lang].heading}</summary>
      ${
        this.#hasSeries && desk
          ? html`<plan-sheet-series .desk=${desk}></plan-sheet-series>`
          : nothing
      }
    </details>`;
  }

  async #openSeries(): Promise<void> {
    const { PlanSheetSeries } = await import('./plan-sheet-series.ts');
    define('plan-sheet-series', PlanSheetSeries);
    this.#hasSeries = true;
    this.requestUpdate();
  }

  #renderChoices(): TemplateResult {
    const { texts } = this;
    const bundle = this.bundle!;
    const { wish } = this.#session;
    return renderChoices(texts, wish, {
      fitted: fittedScale(wish, bundle),
      center: this.#session.specify().center,
      subjects: listSubjects(bundle),
      frame: this.#frame.render(texts, bundle.bundle.extent, {
        isHeld: this.#drag.isOn,
        callOff: this.#drag.callOff,
      }),
      say: (text) => this.say(text),
      choose: (change) => this.#choose(change),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-sheet': PlanSheet;
  }
}
