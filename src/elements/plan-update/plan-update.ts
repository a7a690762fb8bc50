import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Look, Language } from '../../contracts/theme.ts';
import { updateMessages } from '../messages/update-messages.ts';
import { flavourSheet } from '../plan-atlas/flavour-sheet.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { planUpdateStyles } from './plan-update-styles.ts';

/** Nothing, everything is kept for offline use, a new version waits, what asks before it is taken, unfinished work. */
export type UpdateNotice = 'none' | 'offline' | 'update' | 'unsaved' | 'draft';

/**
 * The app's quiet word that it can be used offline, and that a new version waits. It stands beside
 * the atlas and never takes the focus.
 *
 * @element plan-update
 * @fires plan-update-accept - internal: the reader wants the new version
 * @fires plan-update-dismiss - internal: not now
 */
export class PlanUpdate extends LitElement {
  static override styles = [panelStyles, planUpdateStyles];

  @property({ reflect: true }) notice: UpdateNotice = 'none';
  /** What unfinished work is about. */
  @property() subject = '';
  @property() override lang: Language = 'zh-Hans';
  /** Colours and type; those of the atlas beside it. */
  @property({ attribute: false }) flavour: Look | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // It speaks up without taking the focus; the region stands before there are words in it.
    this.role = 'status';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('flavour') || !this.shadowRoot) return;
    const before = changed.get('flavour');
    const rest = this.shadowRoot.adoptedStyleSheets.filter(
      (sheet) => !before || sheet !== flavourSheet(before),
    );
    this.shadowRoot.adoptedStyleSheets = this.flavour
      ? [...rest, flavourSheet(this.flavour)]
      : rest;
  }

  #tell(type: 'plan-update-accept' | 'plan-update-dismiss'): void {
    this.dispatchEvent(new CustomEvent(type));
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = updateMessages[this.lang];
    const accept = (): void => this.#tell('plan-update-accept');
    const dismiss = (): void => this.#tell('plan-update-dismiss');
    switch (this.notice) {
      case 'none':
        return nothing;
      case 'offline':
        return html`<span>${words.offline}</span>`;
      case 'update':
        return html`<span>${words.update}</span>
          <span
            ><button type="button" class="main" @click=${accept}>${words.reload}</button>
            <button type="button" @click=${dismiss}>${words.later}</button></span
          >`;
      case 'draft':
        return html`<span>${words.draft(this.subject)}</span>
          <span
            ><button type="button" class="main" @click=${accept}>${words.goOn}</button>
            <button type="button" @click=${dismiss}>${words.later}</button></span
          >`;
      case 'unsaved':
        return html`<span>${words.unsaved}</span>
          <span
            ><button type="button" @click=${accept}>${words.reloadAnyway}</button>
            <button type="button" class="main" @click=${dismiss}>${words.later}</button></span
          >`;
      default:
        return this.notice satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-update': PlanUpdate;
  }
}
