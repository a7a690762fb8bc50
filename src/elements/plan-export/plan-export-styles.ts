import { css } from 'lit';

export const planExportStyles = css`
  .body {
    display: grid;
    gap: 12px;
  }

  .intro,
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

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
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
