import { css } from 'lit';

export const planListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
  }

  .filter {
    flex: none;
    padding: 12px 14px 8px;
    border-bottom: 1px solid var(--rule);
  }

  .field {
    position: relative;
    display: flex;
  }

  input[type='search'] {
    flex: 1;
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 4px 36px 4px 10px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    appearance: none;
  }

  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    min-height: 0;
    color: var(--ink-2);
  }

  .count {
    margin-top: 5px;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .order {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 14px;
    margin-top: 6px;
    font-size: var(--small);
  }

  .order label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: max(28px, var(--target));
    color: var(--ink-2);
  }

  .order select {
    min-width: 0;
    min-height: max(28px, var(--target));
    padding: 0 6px;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .order .switch {
    flex-wrap: wrap;
    color: var(--ink);
    cursor: pointer;
  }

  .order input {
    width: 1.15em;
    height: 1.15em;
    margin: 0;
    accent-color: var(--accent);
  }

  .quiet {
    color: var(--ink-2);
  }

  .scroller {
    flex: 1;
    min-height: 0;
    height: auto;
    padding-bottom: 32px;
  }

  .group-title {
    position: sticky;
    top: 0;
    z-index: 1;
    display: block;
    padding: 10px 14px 4px;
    background: var(--paper);
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
    line-height: 1.4;
  }

  .row {
    position: relative;
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 8px;
    min-height: max(34px, var(--target));
    padding: 4px 14px;
    cursor: pointer;
  }

  .row .swatch {
    justify-self: center;
  }

  .name {
    min-width: 0;
    line-height: 1.4;
  }

  .detail {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2 / -1;
    gap: 0 10px;
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.4;
  }

  .row .swatch {
    grid-row: 1 / span 2;
  }

  [data-many] .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 52px;
  }

  [lang='en'] .row {
    grid-template-columns: 30px minmax(0, 1fr);
  }

  [lang='en'] .row .swatch {
    grid-row: 1 / span 3;
  }

  [lang='en'] .marks {
    grid-column: 2;
    justify-content: flex-start;
  }

  .other {
    margin-inline-end: auto;
  }

  .marks {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 2px 6px;
    color: var(--ink-2);
    font-size: var(--small);
    text-align: end;
  }

  .row[data-dim] .name,
  .row[data-off] .name {
    color: var(--ink-3);
  }

  .row[data-dim] .swatch,
  .row[data-off] .swatch {
    opacity: 0.45;
  }

  .row:hover,
  .row[data-lit='hover'] {
    background: var(--lit);
  }

  .row[data-lit='selected'] {
    background: var(--lit-strong);
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .row[data-lit] .detail,
  .row[data-lit] .name,
  .row[data-lit] .marks {
    color: var(--ink);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .empty {
    padding: 20px 14px;
    color: var(--ink-2);
  }

  /* In ems of the host, so that the projector's type stacks too. */
  @container (max-width: 18em) {
    .row {
      grid-template-columns: 30px minmax(0, 1fr);
    }
    .marks {
      grid-column: 2;
      justify-content: flex-start;
    }
  }

  @media (pointer: coarse) {
    .row,
    input[type='search'],
    .order label,
    .order select {
      min-height: 44px;
    }
  }
`;
