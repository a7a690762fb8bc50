import { css } from 'lit';

export const planLayersStyles = css`
  .scroller {
    padding: 10px 12px 32px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin: 0 -8px 4px;
  }

  .theme {
    padding-block: 8px;
    border-top: 1px solid var(--rule);
  }

  .line {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: max(28px, var(--target));
  }

  .theme > .line {
    font-weight: 600;
  }

  .look {
    flex: none;
    display: grid;
    place-items: center;
    width: calc(var(--type) * 2.9);
    padding: 0;
  }

  label {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 9px;
    min-width: 0;
    min-height: max(28px, var(--target));
    line-height: 1.35;
    cursor: pointer;
  }

  /* As large as a target must be; the box in it keeps its own size. */
  label.box {
    flex: none;
    min-width: 24px;
  }

  input[type='checkbox'] {
    flex: none;
    width: calc(var(--type) * 1.25);
    height: calc(var(--type) * 1.25);
    margin: 3px;
    accent-color: var(--accent);
    cursor: pointer;
  }

  .second {
    color: var(--ink-2);
    font-weight: 400;
    font-size: var(--small);
  }

  .count {
    flex: none;
    min-width: 2ch;
    color: var(--ink-3);
    font-size: var(--small);
    font-weight: 400;
    text-align: end;
  }

  .more {
    flex: none;
    min-width: 28px;
    padding: 0;
    color: var(--ink-2);
  }

  .more svg {
    display: block;
    width: calc(var(--type) * 1.15);
    height: auto;
    margin: auto;
  }

  .layers .line {
    gap: 4px;
    padding-inline-start: 8px;
    border-radius: 5px;
  }

  .opacity {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 2px 4px 6px 28px;
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 400;
  }

  input[type='range'] {
    flex: 1;
    min-width: 60px;
    height: 24px;
    accent-color: var(--accent);
    cursor: pointer;
  }

  .rows {
    padding-inline-start: 20px;
  }

  .layers .rows {
    padding-inline-start: 36px;
  }

  .row {
    display: grid;
    grid-template-columns: calc(var(--type) * 2.9) minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px;
    width: 100%;
    min-height: max(26px, var(--target));
    padding: 2px 30px 2px 0;
    font-weight: 400;
    line-height: 1.35;
    text-align: start;
  }

  .row .swatch,
  .look .swatch,
  .key .swatch {
    justify-self: center;
    max-width: 100%;
    height: auto;
  }

  [data-off] > .rows .row,
  .row:is([data-dim], [data-away]),
  .line:has(> .look:is([data-dim], [data-away])) label {
    color: var(--ink-3);
  }

  [data-off] > .line .look .swatch,
  [data-off] > .rows .swatch,
  :is([data-dim], [data-away]) > .swatch {
    opacity: 0.4;
  }

  .named {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 5px;
  }

  section {
    padding-block: 10px 6px;
    border-top: 1px solid var(--rule);
  }

  h2 {
    font-size: var(--small);
    font-weight: 600;
    color: var(--ink-2);
  }

  .stages {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(var(--type) * 7), 1fr));
  }

  .key {
    display: grid;
    grid-template-columns: calc(var(--type) * 2.6) minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    padding: 3px 0 3px 6px;
    line-height: 1.4;
  }

  .meaning {
    display: block;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .colours {
    padding-block: 8px;
    border-top: 1px solid var(--rule);
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.6;
  }

  .empty {
    padding-block: 12px;
    color: var(--ink-2);
  }

  @media (pointer: coarse) {
    label,
    .row,
    input[type='range'] {
      min-height: 44px;
    }
    input[type='checkbox'] {
      width: 22px;
      height: 22px;
    }
  }
`;
