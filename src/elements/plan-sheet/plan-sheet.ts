import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { sheetMessages, type SheetMessages } from '../messages/sheet-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { planSheetStyles } from './plan-sheet-styles.ts';
import { renderChoices } from './render-choices.ts';
import { renderPreview } from './render-preview.ts';
import { SheetSaver } from './sheet-saver.ts';
import { SheetSession } from './sheet-session.ts';
import { fittedScale, type SheetWish } from './sheet-wish.ts';

/**
 * 出图: the plan as a drawing true to scale, with its furniture, as SVG, PNG or print. What is on the map is on the
 * sheet, and the legend says exactly that. The sheet's frame lies on the map while the tool is open.
 *
 * @element plan-sheet
 * @fires plan-request - internal: lays the frame over the map
 * @csspart preview - the sheet
 * @csspart choices - what it is made from
 * @csspart news - what was saved, or why not
 */
export class PlanSheet extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, formStyles, planSheetStyles];

  readonly #session = new SheetSession({
    input: () => {
      const { bundle, cartography, state } = this;
      return bundle && cartography && state && this.isConnected
        ? { bundle, cartography, state }
        : null;
    },
    request: (request) => this.request(request),
    redraw: () => this.requestUpdate(),
  });
  readonly #saver = new SheetSaver(
    () => this.texts,
    () => this.requestUpdate(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session.forget();
    this.#session.plan();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session.close();
    this.#saver.cancel();
    this.atlas?.store.send({ type: 'lay', change: { preview: null } });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, layers, lens, selection, lang, flavour } = state;
    const center = this.#session.followedCenter(state);
    return [bundle, layers, lens, selection.features, lang, flavour, center];
  }

  protected override sliceChanged(): void {
    this.#session.plan();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#session.plan();
  }

  private get texts(): SheetMessages {
    return sheetMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #choose(change: Partial<SheetWish>): void {
    this.#saver.news = '';
    this.#session.choose(change);
  }

  protected override render(): TemplateResult {
    const { texts, bundle } = this;
    if (!bundle || !this.isConnected) return html`<div class="body"></div>`;
    const { wish, paper, fault } = this.#session;
    return html`<div class="body" lang=${this.state!.lang}>
      <p class="intro">${texts.intro}</p>
      ${fault === '' ? '' : html`<p role="alert">${texts.failed(fault)}</p>`}
      <div class="columns">
        ${
          paper
            ? renderPreview(texts, paper, homeBounds(bundle), this.#saver)
            : html`<p role="status">${texts.drawing}</p>`
        }
        ${renderChoices(texts, wish, fittedScale(wish, bundle), (change) => this.#choose(change))}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-sheet': PlanSheet;
  }
}
