import { css } from 'lit';

export const planSheetStyles = css`
  .body,
  .sheet,
  .choices {
    display: grid;
    gap: 10px;
  }

  .sheet,
  .choices {
    align-content: start;
    min-width: 0;
  }

  .intro,
  .hint,
  .sheet > p {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 14px 24px;
    align-items: start;
  }

  img {
    display: block;
    width: 100%;
    height: auto;
    max-height: 60vh;
    object-fit: contain;
    object-position: left top;
    border: 1px solid var(--rule);
    background: #fff;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 1fr));
    gap: 8px 14px;
  }

  .line {
    display: grid;
    gap: 3px;
    align-content: start;
    min-width: 0;
  }

  .line small {
    color: var(--ink-2);
    font-size: var(--small);
  }

  select {
    min-height: max(32px, var(--target));
    width: 100%;
    min-width: 0;
    padding: 0 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }

  legend {
    padding: 0;
    font: 600 1em / 1.5 var(--sans);
  }

  .parts,
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
  }

  .row {
    gap: 8px;
  }

  .sheet > .warn {
    color: var(--plan-warn, #8a4b00);
  }
`;
