import { css } from 'lit';

export const planExportStyles = css`
  .body {
    display: grid;
    gap: 12px;
  }

  fieldset p,
  .news {
    max-width: 60em;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr));
    gap: 14px 28px;
    align-items: start;
  }

  button.strong {
    min-height: max(34px, var(--target));
    padding: 0 16px;
    border-radius: 6px;
    background: var(--accent);
    color: var(--accent-ink);
    font: inherit;
    cursor: pointer;
  }

  button.strong[aria-disabled='true'] {
    border-color: var(--ink-3);
    background: none;
    color: var(--ink-3);
  }
`;
