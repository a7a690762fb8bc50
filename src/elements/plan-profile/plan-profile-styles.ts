import { css } from 'lit';

export const planProfileStyles = css`
  .body {
    display: grid;
    gap: 14px;
    padding: 12px 14px 20px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
  }

  .head label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    max-width: 100%;
  }

  .head label span {
    flex: none;
    color: var(--ink-2);
  }

  select {
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 0 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .figures {
    display: flex;
    flex: 1 1 20em;
    flex-wrap: wrap;
    gap: 2px 20px;
  }

  .figures dt {
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.3;
  }

  .figures dd {
    font-weight: 600;
    line-height: 1.4;
  }

  [data-soft] dd,
  td[data-soft] {
    color: var(--plan-warn, #855600);
  }

  button.strong {
    border: 1px solid var(--accent);
    color: var(--accent);
  }

  .strip {
    overflow: auto hidden;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--card);
    scrollbar-width: thin;
  }

  .strip img {
    display: block;
    max-width: none;
    margin-inline: auto;
  }

  .tables,
  .side {
    display: grid;
    gap: 18px 28px;
    align-items: start;
    min-width: 0;
  }

  section {
    min-width: 0;
  }

  h3 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }

  .quiet {
    color: var(--ink-2);
    font-size: var(--small);
  }

  table {
    width: 100%;
    margin-top: 4px;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 2px 10px 2px 6px;
    border-bottom: 1px solid var(--rule);
    line-height: 1.4;
    text-align: start;
    vertical-align: middle;
  }

  thead th {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 400;
    white-space: nowrap;
  }

  td {
    font-size: var(--small);
  }

  td.number:first-child {
    white-space: nowrap;
  }

  tbody th {
    font-weight: 400;
  }

  th button {
    margin-inline-start: -8px;
    text-align: start;
  }

  tr[data-lit='hover'],
  li[data-lit='hover'] {
    background: var(--lit);
  }

  tr[data-lit='selected'],
  li[data-lit='selected'] {
    background: var(--lit-strong);
  }

  .lineless {
    margin-top: 4px;
  }

  .clauses li + li {
    border-top: 1px solid var(--rule);
  }

  .clauses button {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    width: 100%;
    padding: 4px 6px;
    text-align: start;
  }

  .clauses q {
    color: var(--ink);
    font-family: var(--serif);
  }

  .empty {
    padding: 14px;
  }

  .body > .empty {
    padding: 0;
  }

  @container (min-width: 60em) {
    .tables {
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    }
  }

  @media (pointer: coarse) {
    select {
      min-height: 44px;
    }
  }
`;
