import { css } from 'lit';

export const planMarksStyles = css`
  :host {
    height: auto;
    min-height: 100%;
    container-type: inline-size;
  }

  .body {
    display: grid;
    gap: 12px 24px;
    align-items: start;
    padding: 10px 14px 20px;
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

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--rule);
    border-radius: 7px;
    overflow: clip;
  }

  .segments label {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: max(28px, var(--target));
    padding: 0 9px;
    color: var(--ink-2);
    white-space: nowrap;
    cursor: pointer;
  }

  .colours label {
    padding-inline: 2px 8px;
    gap: 0;
  }

  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segments label:has(:checked) {
    background: var(--accent);
    color: var(--accent-ink);
  }

  .segments label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: -4px;
  }

  .segments label:has(:checked:focus-visible) {
    outline-color: var(--accent-ink);
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: max(28px, var(--target));
    cursor: pointer;
  }

  /* Twenty-four pixels are its own, whatever stands beside it. */
  .check input {
    width: 1.1em;
    height: 1.1em;
    margin: max(0px, (24px - 1.1em) / 2);
    accent-color: var(--accent);
  }

  button.strong {
    border: 1px solid var(--accent);
  }

  button[aria-disabled='true'] {
    color: var(--ink-3);
    cursor: default;
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

  summary {
    width: max-content;
    min-height: max(24px, var(--target));
    color: var(--accent);
    line-height: max(24px, var(--target));
    cursor: pointer;
  }

  .keys {
    display: grid;
    gap: 4px;
    font-size: var(--small);
  }

  .keys div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 10px;
  }

  kbd {
    font: inherit;
    font-weight: 600;
    color: var(--ink);
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

  .field {
    display: flex;
    gap: 6px;
  }

  .field-label,
  .entry label {
    font-weight: 600;
  }

  .entry {
    display: grid;
    gap: 4px;
  }

  input[type='text'],
  textarea {
    flex: 1;
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 4px 10px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }

  textarea {
    width: 100%;
    box-sizing: border-box;
    resize: vertical;
  }

  input[type='text']::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  input[aria-invalid='true'] {
    border-color: var(--plan-error, #a3261b);
  }

  [data-error] {
    color: var(--plan-error, #a3261b);
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
    .segments label,
    .check,
    summary,
    input[type='text'] {
      min-height: 44px;
    }
    .grip {
      min-width: 44px;
    }
  }

  @media (forced-colors: active) {
    .segments label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .list li[data-chosen] {
      outline: 2px solid Highlight;
    }
  }
`;
