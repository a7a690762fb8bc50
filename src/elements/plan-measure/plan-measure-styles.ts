import { css } from 'lit';

export const planMeasureStyles = css`
  .body {
    display: grid;
    gap: 14px 24px;
    align-items: start;
    padding: 0 14px 20px;
  }

  .first {
    display: grid;
    gap: 14px;
    min-width: 0;
  }

  .second {
    display: grid;
    gap: 18px;
    min-width: 0;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    padding-block: 10px 4px;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .segments {
    display: inline-flex;
    border: 1px solid var(--rule);
    border-radius: 7px;
    overflow: clip;
  }

  .segments label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: max(28px, var(--target));
    padding: 0 12px;
    color: var(--ink-2);
    white-space: nowrap;
    cursor: pointer;
  }

  .segments label + label {
    border-inline-start: 1px solid var(--rule);
  }

  .segments.small label {
    padding: 0 9px;
    font-size: var(--small);
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
    gap: 6px;
    min-height: max(28px, var(--target));
    cursor: pointer;
  }

  .check input {
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--accent);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  button.strong {
    border: 1px solid var(--accent);
  }

  button[aria-disabled='true'] {
    color: var(--ink-3);
    cursor: default;
  }

  .empty {
    display: grid;
    gap: 8px;
    padding: 0;
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
    grid-template-columns: 10em minmax(0, 1fr);
    gap: 10px;
  }

  kbd {
    font: inherit;
    font-weight: 600;
    color: var(--ink);
  }

  .result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .result p {
    flex: 1 1 100%;
  }

  /* The units stand beside the figure that they are of. */
  .result p:has(+ .segments) {
    flex: 0 1 auto;
  }

  .result .value {
    color: var(--ink);
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.3;
  }

  .more,
  .note {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .range,
  .crossing {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--rule);
    color: var(--ink-2);
    font-size: var(--small);
  }

  .crossing,
  .range[data-soft='true'] {
    border-color: var(--plan-warn, #855600);
    color: var(--plan-warn, #855600);
    font-size: inherit;
  }

  .link-note {
    grid-column: 1 / -1;
    color: var(--plan-warn, #855600);
  }

  .entry {
    display: grid;
    gap: 4px;
  }

  .entry label {
    font-weight: 600;
  }

  .field {
    display: flex;
    gap: 6px;
  }

  input[type='text'] {
    flex: 1;
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 4px 10px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    font-variant-numeric: tabular-nums;
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

  .copied {
    position: sticky;
    bottom: 8px;
    grid-column: 1 / -1;
    justify-self: center;
    max-width: 100%;
    border-radius: 7px;
    background: var(--ink);
    color: var(--paper);
  }

  .copied[data-open='true'] {
    padding: 5px 14px;
  }

  @container (min-width: 46em) {
    .body {
      grid-template-columns: minmax(19em, 5fr) minmax(0, 7fr);
    }
    .controls {
      position: sticky;
      top: 0;
      z-index: 1;
      grid-column: 1 / -1;
      background: var(--paper);
    }
    .first {
      position: sticky;
      top: 60px;
    }
    .first[data-alone] {
      display: contents;
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
  }

  @media (forced-colors: active) {
    .segments label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
