import { css } from 'lit';

/** What a tool is worked with: choices in a row, boxes to tick, lines to type in, and the list of its keys. */
export const controlStyles = css`
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
    min-height: max(28px, var(--target));
    color: var(--ink-2);
    white-space: nowrap;
    cursor: pointer;
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

  /* The browser's own picker of files, in the atlas's words. */
  .choose {
    position: relative;
    justify-self: start;
    display: inline-grid;
    place-items: center;
    min-height: max(34px, var(--target));
    padding: 0 16px;
    border-radius: 6px;
    background: var(--accent);
    color: var(--accent-ink);
    cursor: pointer;
  }

  .choose input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .choose:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  button.strong {
    border: 1px solid var(--accent);
  }

  button[aria-disabled='true'] {
    color: var(--ink-3);
    cursor: default;
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

  @media (pointer: coarse) {
    .segments label,
    .check,
    .choose,
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

/** Forms of a tool: groups with a heading, choices from a list, rows of buttons. */
export const formStyles = css`
  fieldset {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  legend {
    padding: 0;
    margin-bottom: 6px;
    font: 600 1em / 1.5 var(--sans);
  }

  .intro {
    max-width: 60em;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .segments {
    flex-wrap: wrap;
  }

  .segments label {
    display: grid;
    place-items: center;
    padding: 0 12px;
  }

  .line {
    display: grid;
    gap: 3px;
    align-content: start;
    min-width: 0;
    max-width: 100%;
  }

  .line small {
    color: var(--ink-2);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  select {
    width: 100%;
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 0 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
  }
`;
