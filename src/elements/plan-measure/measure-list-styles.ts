import { css } from 'lit';

/** Legs, crossed features and points. */
export const measureListStyles = css`
  h3 {
    font-size: inherit;
    font-weight: 600;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
  }

  table {
    width: 100%;
    margin: 4px 0;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 4px 8px 4px 0;
    border-bottom: 1px solid var(--rule);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 400;
  }

  tbody th {
    font-weight: 600;
    white-space: nowrap;
  }

  td small {
    display: block;
    color: var(--ink-2);
    font-size: var(--small);
  }

  td[data-soft='true'] small:first-of-type {
    color: var(--plan-warn, #855600);
  }

  td .crosses {
    color: var(--plan-warn, #855600);
  }

  .crossed li {
    padding: 6px 0;
    border-bottom: 1px solid var(--rule);
  }

  .crossed .how {
    display: block;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .points li {
    padding: 8px 0 8px 10px;
    border-bottom: 1px solid var(--rule);
  }

  .points li[aria-current] {
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .point-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }

  .origin {
    flex: 1 1 8em;
    min-width: 0;
    color: var(--ink-2);
  }

  /* As on the map: free, on a sure feature, on an unsure one. */
  .grip {
    flex: none;
    min-width: max(28px, var(--target));
    padding: 0 6px;
    border: 2px solid var(--ink);
    border-radius: 99px;
    background: var(--card);
    font-weight: 600;
    cursor: move;
  }

  [data-sure='snapped'] .grip {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  [data-sure='unsure'] .grip {
    border-color: var(--plan-warn, #855600);
    background: var(--plan-warn, #855600);
    color: var(--paper);
  }

  .points dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: 2px 18px;
    margin-top: 4px;
  }

  .readout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 8px;
  }

  .readout dt {
    grid-column: 1;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.4;
  }

  .readout dd {
    grid-column: 1;
    user-select: all;
  }

  .readout .act {
    grid-area: 1 / 2 / span 2;
    user-select: none;
  }

  .copy {
    font-size: var(--small);
  }

  @media (pointer: coarse) {
    .grip {
      min-width: 44px;
    }
  }

  @media (forced-colors: active) {
    .points li[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
