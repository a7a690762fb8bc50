import { html, nothing, type TemplateResult } from 'lit';
import type { BarMenus, MenuName } from './bar-menus.ts';

interface Menu {
  readonly name: MenuName;
  readonly label: string;
  /** Something in it is not as it opens: the closed button says so. */
  readonly isActive: boolean;
  readonly body: TemplateResult;
}

/**
 * A group of the bar. With room it stands in the bar; folded (`data-folded`, set by `foldBar`) a
 * button opens it below. The controls are the same ones either way.
 */
export function renderMenu(menus: BarMenus, { name, label, isActive, body }: Menu): TemplateResult {
  const isOpen = menus.open === name;
  return html`<div
    class="menu"
    data-fold=${name}
    @keydown=${menus.handleKey}
    @focusout=${menus.handleLeave}
  >
    <button
      class="plain menu-button"
      type="button"
      data-menu=${name}
      aria-expanded=${isOpen}
      aria-controls="menu-${name}"
      data-active=${isActive ? '' : nothing}
      @click=${() => menus.toggle(name)}
    >
      ${label}
    </button>
    <div class="menu-body" id="menu-${name}" data-open=${isOpen ? '' : nothing}>${body}</div>
  </div>`;
}
