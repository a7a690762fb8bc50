import { css } from 'lit';

export const planImportStyles = css`
  .body {
    display: grid;
    gap: 16px;
  }

  section,
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  h3,
  legend {
    padding: 0;
    font: 600 1em / 1.5 var(--sans);
  }

  legend {
    margin-bottom: 4px;
  }

  small {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .give {
    display: grid;
    gap: 4px;
    padding: 12px;
    border: 1.5px dashed var(--ink-3);
    border-radius: 7px;
  }

  .give[data-dropping='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }

  .stays,
  .formats {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .formats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 2px 18px;
  }

  .formats div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .formats dt {
    color: var(--ink);
  }

  .paste form {
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .paste .line {
    width: 100%;
  }

  .job,
  .open li,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .job label {
    flex: 1 1 14em;
    display: grid;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }

  .news:empty {
    display: none;
  }

  .problems,
  .problems ul,
  .faults {
    display: grid;
    gap: 6px;
  }

  .problems ul {
    font-size: var(--small);
  }

  .errors li {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--plan-error, #a3261b);
  }

  .warnings li {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--plan-warn, #855600);
  }

  .problems b {
    font-weight: 600;
  }

  .remedy {
    display: block;
    color: var(--ink-2);
  }

  code {
    color: var(--ink-3);
    font-size: 0.92em;
  }

  .reading {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 14px 24px;
    align-items: start;
  }

  .charset,
  .line {
    display: grid;
    gap: 3px;
    min-width: 0;
  }

  .line > span {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .check small {
    display: block;
  }

  .crs [role='radiogroup'],
  .more {
    display: grid;
  }

  .sureness[data-open='true'] b,
  .warn,
  .place:not([data-place='inside']) {
    color: var(--plan-warn, #855600);
  }

  .place {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--rule);
  }

  .place:not([data-place='inside']) {
    border-color: currentColor;
  }

  .crs button {
    justify-self: start;
  }

  select {
    width: 100%;
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 4px 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }

  textarea {
    width: 100%;
  }

  .roles,
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: 8px 12px;
    align-items: end;
  }

  .table li {
    display: grid;
    grid-template-columns: 2.4em minmax(7em, 1fr) 9em minmax(0, 2fr) auto;
    gap: 4px 10px;
    align-items: center;
    padding: 4px 6px;
    border-top: 1px solid var(--rule);
  }

  .table li > :last-child {
    grid-column: -2;
  }

  .table li[data-current] {
    background: var(--lit);
  }

  .table .name b {
    font-weight: 600;
  }

  .target {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-width: 0;
  }

  .target input {
    flex: 1 1 8em;
    max-width: 14em;
  }

  .offer {
    text-align: start;
  }

  .comparison {
    width: 100%;
    border-collapse: collapse;
  }

  .comparison caption {
    padding: 4px 0;
    font-weight: 600;
    text-align: start;
  }

  .comparison :is(th, td) {
    padding: 3px 8px 3px 0;
    border-top: 1px solid var(--rule);
    font-weight: 400;
    text-align: start;
  }

  .key {
    display: inline-block;
    width: 1.8em;
    margin-inline-end: 6px;
    border-top: 3px dashed var(--ink-2);
    vertical-align: middle;
  }

  .key[data-tone='old'] {
    border-top-style: dotted;
  }

  .form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: 14px 24px;
    align-items: start;
  }

  .by-list {
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .by-list .line {
    width: 100%;
  }

  .quote {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--accent);
    font-family: var(--serif);
  }

  .apply {
    justify-self: start;
    min-height: max(36px, var(--target));
    padding: 0 18px;
    background: var(--accent);
    color: var(--accent-ink);
  }

  @media (hover: hover) {
    .apply:hover {
      background: var(--ink);
    }
  }

  .done {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 12px;
    border-radius: 7px;
    background: var(--accent-soft);
  }

  .done:not(:has(p:not(:empty))) {
    display: contents;
  }

  @container (max-width: 40em) {
    .table li {
      grid-template-columns: 2.4em minmax(0, 1fr) auto;
    }
    .table li > select,
    .table li > .target {
      grid-column: 2 / -1;
    }
    .table li > button {
      grid-area: 1 / 3;
    }
  }

  @media (pointer: coarse) {
    select {
      min-height: 44px;
    }
  }
`;
