import { css } from 'lit';

export const planSeriesStyles = css`
  .series,
  .kinds {
    display: grid;
    gap: 10px;
  }

  .series .list {
    display: grid;
    max-height: 22em;
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--rule);
    border-radius: 6px;
    list-style: none;
  }

  .list li {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 0 10px;
  }

  .list li + li {
    border-top: 1px solid var(--rule);
  }

  .list li[aria-current] {
    background: var(--hover, rgb(127 127 127 / 12%));
  }

  .list .check {
    min-width: 0;
    flex: 1;
  }

  .list button {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .steps {
    justify-content: space-between;
    font-size: var(--small);
  }

  .actions {
    align-items: end;
  }
`;
