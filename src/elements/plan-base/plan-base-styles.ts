import { css } from 'lit';

export const planBaseStyles = css`
  .body {
    display: grid;
    gap: 12px;
  }

  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 16px 28px;
    align-items: start;
  }

  details[open] {
    display: grid;
    gap: 8px;
  }

  :is(details, .ask, .line) {
    width: 100%;
  }

  /* Beside the line that it sends, below that line's label. */
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: start;
  }

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

  .status {
    display: grid;
    gap: 4px;
    justify-items: start;
    font-size: var(--small);
  }

  .status small {
    color: var(--ink-2);
    overflow-wrap: anywhere;
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
