import { css } from 'lit';

/** What stands on and beside the panels: buttons, handle, leader lines, notices. */
export const frameStyles = css`
  .plain,
  .choice select,
  .overlay-buttons button,
  .retry {
    min-height: var(--plan-target);
    padding: 0 10px;
    border: 1px solid var(--plan-rule);
    border-radius: 6px;
    background: var(--plan-card);
    color: var(--plan-ink);
    font: inherit;
    cursor: pointer;
  }
  .plain[aria-pressed='true'] {
    border-color: var(--plan-accent);
    color: var(--plan-accent);
  }
  .plain:hover,
  .choice select:hover {
    background: var(--plan-lit);
  }
  :is(
    .plain,
    .choice select,
    .lens button,
    .tabs button,
    .handle,
    .overlay-buttons button,
    .retry
  ):focus-visible {
    outline: 2px solid var(--plan-accent);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='false'] {
      border-bottom-color: Canvas;
    }
  }
  .overlay-buttons {
    grid-area: map;
    z-index: 4;
    align-self: start;
    justify-self: end;
    display: flex;
    gap: 6px;
    margin: 8px 8px 0 0;
  }
  .overlay-buttons button {
    padding: 0 12px;
  }
  .handle {
    grid-row: 2 / 5;
    grid-column: 3;
    z-index: 3;
    justify-self: start;
    width: 10px;
    height: 100%;
    position: relative;
    margin-inline-start: -5px;
    cursor: col-resize;
    touch-action: none;
  }
  /* Wide enough for an unsteady hand, in one place only, so that marks and map buttons stay free. */
  .handle::after {
    content: '';
    position: absolute;
    inset: calc(50% - 24px) -7px auto;
    height: 48px;
  }
  .handle:hover,
  .handle:focus-visible {
    background: linear-gradient(
      90deg,
      transparent 4px,
      var(--plan-accent) 4px 6px,
      transparent 6px
    );
  }
  .leader {
    position: absolute;
    inset: 0;
    z-index: 2;
    width: 100%;
    height: 100%;
    overflow: hidden;
    pointer-events: none;
  }
  .leader .line {
    fill: none;
    stroke: var(--plan-accent);
    stroke-width: 1.4;
  }
  .leader .line.many {
    stroke-width: 1;
    stroke-opacity: 0.55;
  }
  .leader .end {
    fill: var(--plan-accent);
    stroke: var(--plan-paper);
    stroke-width: 1.5;
  }
  .notice {
    display: flex;
    align-items: start;
    gap: 12px;
    margin-top: 8px;
    padding: 10px 12px;
    border: 1px solid var(--plan-warn);
    border-radius: 8px;
    background: var(--plan-warn-soft);
    color: var(--plan-ink);
  }
  .notice[data-severity='error'] {
    border-color: var(--plan-error);
    background: var(--plan-error-soft);
  }
  .notice div {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .notice p {
    margin: 0;
  }
  .notice code {
    font-size: max(0.9em, var(--plan-type-least));
    color: var(--plan-ink-2);
  }
  .toast {
    position: absolute;
    z-index: 7;
    left: 50%;
    top: 72px;
    padding: 8px 16px;
    border-radius: 8px;
    background: var(--plan-ink);
    color: var(--plan-paper);
    transform: translateX(-50%);
    pointer-events: none;
  }
  .toast[data-open='false'] {
    padding: 0;
    background: none;
  }
`;
