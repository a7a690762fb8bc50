import { css } from 'lit';

/** A tool grows with what it holds, for the drawer scrolls; what stands beside what follows from its own width. */
export const toolStyles = css`
  :host {
    height: auto;
    min-height: 100%;
    container-type: inline-size;
  }

  .body {
    padding: 10px 14px 20px;
  }

  .empty {
    padding: 12px 0;
    color: var(--ink-2);
  }
`;
