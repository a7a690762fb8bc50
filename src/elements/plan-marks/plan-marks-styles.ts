import { css } from 'lit';

export const planMarksStyles = css`
  .body {
    display: grid;
    gap: 12px 24px;
    align-items: start;
  }

  .first,
  .second {
    display: grid;
    gap: 12px;
    min-width: 0;
  }

  .tools,
  .open,
  .steps,
  .head,
  .exports,
  .cites,
  .grips,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }

  .open {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--accent);
  }

  .segments {
    flex-wrap: wrap;
  }

  .segments label {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 9px;
  }

  .colours label {
    padding-inline: 2px 8px;
    gap: 0;
  }

  .check {
    gap: 2px;
  }

  /* Twenty-four pixels are its own, whatever stands beside it. */
  .check input {
    margin: max(0px, (24px - 1.1em) / 2);
  }

  .note {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .saving {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .saving[data-saving='memory'] {
    color: var(--plan-warn, #855600);
  }

  .keys div {
    grid-template-columns: 9em minmax(0, 1fr);
  }

  .warning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    padding: 8px 10px;
    border: 1px solid var(--plan-warn, #855600);
    border-radius: 6px;
    background: var(--plan-warn-soft, transparent);
    color: var(--plan-warn, #855600);
  }

  .warning p {
    flex: 1 1 16em;
  }

  .warning button {
    border-color: currentcolor;
    color: inherit;
  }

  .field-label {
    font-weight: 600;
  }

  textarea {
    width: 100%;
    box-sizing: border-box;
    resize: vertical;
  }

  h3 {
    font-size: inherit;
    font-weight: 600;
  }

  .label {
    padding: 0 8px;
    border-radius: 3px;
    background: var(--mark-glow);
    color: var(--mark-ink);
    font-size: var(--small);
    font-weight: 600;
  }

  .list li[data-mark] {
    padding-block: 4px;
    border-bottom: 1px solid var(--rule);
  }

  .list li[data-chosen] {
    box-shadow: inset 3px 0 0 var(--accent);
    padding-inline-start: 8px;
  }

  .pick {
    display: flex;
    flex: 1 1 12em;
    align-items: center;
    gap: 8px;
    min-width: 0;
    padding-inline: 4px;
    text-align: start;
  }

  .pick .number {
    white-space: nowrap;
  }

  .said {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .by,
  .cited {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .cited {
    padding-inline-start: 46px;
  }

  .editor {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 6px 0 8px 8px;
  }

  .cites ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .cites li {
    display: inline-flex;
    border: 1px solid var(--rule);
    border-radius: 5px;
  }

  .grip {
    min-width: max(28px, var(--target));
    border: 2px solid var(--ink);
    border-radius: 99px;
    background: var(--card);
    font-weight: 600;
    cursor: move;
  }

  .told {
    position: sticky;
    bottom: 8px;
    grid-column: 1 / -1;
    justify-self: center;
    max-width: 100%;
    border-radius: 7px;
    background: var(--ink);
    color: var(--paper);
  }

  .told[data-open='true'] {
    padding: 5px 14px;
  }

  .tools {
    grid-column: 1 / -1;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
  }

  .by {
    grid-row: 2;
    grid-column: 1 / -1;
    padding-inline-start: 46px;
    padding-block-end: 4px;
  }

  /* Where it is narrow the pictures stand over their names, so that tools and colours take a row each. */
  @container (max-width: 30em) {
    .tools {
      gap: 6px;
    }
    .segments {
      flex-wrap: nowrap;
    }
    .segments label {
      flex: 1 1 auto;
      flex-direction: column;
      justify-content: center;
      gap: 0;
      min-width: max(24px, var(--target));
      min-height: max(44px, var(--target));
      padding: 2px 3px;
      font-size: max(0.75em, 11px);
      line-height: 1.3;
    }
    .tools > .segments:first-child {
      flex: 1 0 100%;
    }
    .tools > .colours {
      flex: 1 0 auto;
    }
    .steps {
      flex-wrap: nowrap;
      gap: 0;
    }
  }

  @container (min-width: 46em) {
    .body {
      grid-template-columns: minmax(17em, 4fr) minmax(0, 7fr);
    }
    .second {
      padding-inline-start: 24px;
      border-inline-start: 1px solid var(--rule);
    }
  }

  @media (pointer: coarse) {
    .grip {
      min-width: 44px;
    }
  }

  @media (forced-colors: active) {
    .list li[data-chosen] {
      outline: 2px solid Highlight;
    }
  }
`;
