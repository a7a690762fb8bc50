import { css } from 'lit';

/** On a desk the form at the left, the outcome at the right, each with a scroll of its own; on a phone one scroll. */
export const planEmbedStyles = css`
  :host {
    container-type: inline-size;
    height: 100%;
  }

  .desk {
    display: grid;
    grid: auto auto / minmax(0, 1fr);
    align-items: start;
  }

  .empty {
    padding: 24px 16px;
    color: var(--ink-2);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 12px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--rule);
  }

  .form,
  .outcome,
  .result {
    display: grid;
    align-content: start;
    gap: 18px;
    min-width: 0;
    padding: 14px 16px 24px;
  }

  .outcome,
  .result {
    border-top: 1px solid var(--rule);
  }

  @container (min-width: 820px) {
    .desk {
      height: 100%;
      grid: auto minmax(0, 1fr) / minmax(320px, 400px) minmax(0, 1fr);
    }
    .head {
      grid-column: 1 / -1;
    }
    .form,
    .outcome,
    .result {
      height: 100%;
      overflow: hidden auto;
      scrollbar-width: thin;
      scrollbar-color: var(--rule) transparent;
    }
    .outcome,
    .result {
      border-top: 0;
      border-inline-start: 1px solid var(--rule);
    }
  }

  .form > section {
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  h3 {
    font: 600 var(--type) / 1.5 var(--sans);
  }

  h4 {
    margin-top: 10px;
    font: 600 var(--small) / 1.5 var(--sans);
  }

  .note {
    color: var(--ink-3);
    font-size: var(--small);
  }

  .segments label {
    display: grid;
    place-items: center;
    padding: 0 14px;
  }

  .segments label + label {
    border-inline-start: 1px solid var(--rule);
  }

  .form .segments {
    display: flex;
  }

  .form .segments label {
    flex: 1 0 auto;
  }

  .row {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    align-items: center;
    gap: 4px 10px;
  }

  .row:has(.unit) {
    grid-template-columns: 6.5em minmax(0, 1fr) auto;
  }

  .name {
    color: var(--ink-2);
  }

  .finder {
    display: grid;
    gap: 6px;
  }

  .finder .row:has([size]) {
    align-items: start;
  }

  select {
    min-width: 0;
    min-height: max(32px, var(--target));
    padding: 3px 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }

  select[size] {
    padding: 2px;
  }

  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: 0 10px;
  }

  .checks legend {
    grid-column: 1 / -1;
    padding: 0;
  }

  .sides {
    display: grid;
    gap: 6px;
  }

  .colour {
    display: flex;
    gap: 6px;
    min-width: 0;
  }

  input[type='color'] {
    flex: none;
    width: max(40px, var(--target));
    height: max(32px, var(--target));
    padding: 2px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    cursor: pointer;
  }

  .verdict {
    padding: 6px 10px;
    border-inline-start: 3px solid var(--plan-good, #2b7236);
    background: var(--card);
    font-size: var(--small);
  }

  .verdict[data-small] {
    border-color: var(--plan-error, #a3261b);
  }

  .verdict[data-small] strong,
  tr[data-passes='false'] td {
    color: var(--plan-error, #a3261b);
  }

  .verdict li {
    padding-inline-start: 1em;
    text-indent: -0.7em;
  }

  .verdict li::before {
    content: '· ';
  }

  .contrast {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--small);
  }

  .contrast :is(th, td) {
    padding: 3px 6px 3px 0;
    border-bottom: 1px solid var(--rule);
    font-weight: 400;
    text-align: start;
  }

  .contrast td:last-child {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }

  code.line {
    display: block;
    padding: 6px 8px;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--card);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .preview {
    display: grid;
    gap: 8px;
  }

  .preview header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
  }

  .preview a.plain {
    margin-inline-start: auto;
  }

  /* For those who come by keyboard: what is in the frame has many stops of its own. */
  .skip:not(:focus-visible) {
    position: absolute;
    width: 1px;
    min-width: 0;
    height: 1px;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .stage {
    min-width: 0;
    padding: 0;
    overflow: clip;
  }

  .box {
    position: relative;
    overflow: clip;
    outline: 1px solid var(--rule);
    outline-offset: -1px;
    background: var(--card);
  }

  .box > * {
    position: absolute;
    inset: 0 auto auto 0;
    border: 0;
    transform-origin: 0 0;
  }

  .stand-in > * {
    height: 100%;
    margin: 0;
  }

  .stand-in > blockquote {
    padding: 16px 22px;
    overflow: auto;
    font: 17px / 1.9 var(--serif);
  }

  .snippet {
    min-width: 0;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    border-bottom: 1px solid var(--rule);
  }

  .tabs button {
    padding: 0 12px;
    border-bottom: 3px solid transparent;
    border-radius: 5px 5px 0 0;
    color: var(--ink-2);
  }

  .tabs button[aria-selected='true'] {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }

  #snippet-panel {
    display: grid;
    gap: 8px;
    padding-top: 8px;
  }

  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 8px;
  }

  .block textarea {
    width: 100%;
    font:
      12.5px / 1.55 ui-monospace,
      'Cascadia Mono',
      Consolas,
      'Noto Sans Mono CJK SC',
      monospace;
    font-size: max(12.5px, var(--small));
    overflow-wrap: anywhere;
    resize: vertical;
  }

  button.main {
    padding: 0 16px;
    border: 1px solid var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  @media (hover: hover) {
    button.main:hover {
      background: var(--accent);
      text-decoration: underline;
    }
  }

  .warning {
    padding: 8px 12px;
    border: 1px solid var(--plan-warn, #8a5a00);
    border-radius: 6px;
    background: var(--plan-warn-soft, transparent);
    color: var(--ink);
    font-size: var(--small);
  }

  .told {
    min-height: 1.5em;
    color: var(--plan-good, #2b7236);
  }

  [data-error]:empty {
    display: none;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }

  img.picture {
    display: block;
    max-width: 100%;
    max-height: 76vh;
    border: 1px solid var(--rule);
  }

  .link code {
    font-size: inherit;
    overflow-wrap: anywhere;
  }

  /* Maps of pictures are drawn here; they have to be drawn, and not to be seen. */
  .darkroom {
    position: fixed;
    left: -20000px;
    top: 0;
    pointer-events: none;
  }

  @container (max-width: 460px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .row:has(.unit) {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row > .name {
      grid-column: 1 / -1;
    }
    .block {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (pointer: coarse) {
    select:not([size]),
    .block textarea {
      min-height: 44px;
    }
  }
`;
