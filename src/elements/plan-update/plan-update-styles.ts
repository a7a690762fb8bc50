import { css } from 'lit';

/** A small strip at the lower edge of the window; see-through by a hair, as every box over the map. */
export const planUpdateStyles = css`
  :host {
    position: fixed;
    z-index: 8;
    left: 50%;
    bottom: max(16px, env(safe-area-inset-bottom));
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 8px;
    height: auto;
    width: max-content;
    max-width: calc(100% - 32px);
    padding: 6px 8px 6px 16px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--card) !important;
    box-shadow: var(--plan-shadow, 0 2px 12px rgb(0 0 0 / 18%));
    transform: translateX(-50%);
    opacity: 0.995;
  }
  :host([notice='none']) {
    display: none;
  }
  :host([notice='offline']) {
    padding: 8px 16px;
    pointer-events: none;
  }
  button {
    color: var(--accent);
  }
  button.main {
    background: var(--accent);
    color: var(--accent-ink);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
