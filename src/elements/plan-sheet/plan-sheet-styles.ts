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

  .sheet > .warn {
    color: var(--plan-warn, #8a4b00);
  }
`;
