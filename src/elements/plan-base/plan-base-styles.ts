import { css } from 'lit';

export const planBaseStyles = css`
  .body {
    display: grid;
    gap: 12px;
  }

  .intro {
    max-width: 60em;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 16px 28px;
    align-items: start;
  }

  fieldset,
  .ask,
  details[open] {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  legend {
    padding: 0;
    margin-bottom: 6px;
    font: 600 1em / 1.5 var(--sans);
  }

  .segments {
    flex-wrap: wrap;
  }

  .segments label {
    display: grid;
    place-items: center;
    padding: 0 12px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
  }

  .line {
    display: grid;
    gap: 3px;
    width: 100%;
  }

  .line small,
  .status small {
    color: var(--ink-2);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  select {
    min-height: max(32px, var(--target));
    max-width: 100%;
    padding: 0 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }

  .ask {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    width: 100%;
  }

  /* Beside the line that it sends, below that line's label. */
  .ask button {
    min-height: max(32px, var(--target));
    margin-top: calc(1.5em + 3px);
  }

  .ask .line:has(select) {
    grid-column: 1;
  }

  .range {
    display: grid;
    grid-template-columns: auto minmax(6em, 14em) 3.5em;
    gap: 10px;
    align-items: center;
    min-height: max(28px, var(--target));
  }

  .range input {
    width: 100%;
    accent-color: var(--accent);
  }

  details {
    width: 100%;
  }

  .choose {
    position: relative;
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

  .status {
    display: grid;
    gap: 4px;
    justify-items: start;
    font-size: var(--small);
  }

  .status:empty {
    display: none;
  }

  .status p:first-child {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .status[data-status='shown'] p:first-child::before {
    content: '✓';
  }
`;
