import { css } from 'lit';

export const planSearchStyles = css`
  :host {
    position: relative;
    height: auto;
    min-width: 0;
    background: none !important;
  }

  .box {
    position: relative;
  }

  /* The input is the whole box, so that its own focus ring is the box's; glass and buttons lie in it. */
  .field {
    --button: 28px;
    --buttons: 0;
    --told: 0px;
    position: relative;
    display: flex;
    container-type: inline-size;
  }

  .glass {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 9px;
    height: 100%;
    color: var(--ink-3);
    pointer-events: none;
  }

  /* The words must not run below the buttons. */
  .field:has(.clear) {
    --buttons: 1;
    --told: calc(var(--small) * 4);
  }

  .field:has([data-step]) {
    --buttons: 3;
  }

  [lang='en'] .field:has(.clear) {
    --told: calc(var(--small) * 5.5);
  }

  input {
    --before: 30px;
    width: 100%;
    min-height: max(32px, var(--target));
    padding: 2px calc(var(--buttons) * var(--button) + var(--told) + 6px) 2px var(--before);
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    appearance: none;
    text-overflow: ellipsis;
  }

  input:focus-visible {
    border-color: var(--accent);
    outline-offset: -1px;
  }

  .after {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: flex;
    align-items: center;
  }

  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .count {
    flex: none;
    padding-inline: 4px;
    color: var(--ink-2);
    font-size: var(--small);
    white-space: nowrap;
  }

  .field button {
    flex: none;
    min-width: var(--button);
    min-height: 28px;
    padding: 0;
    color: var(--ink-2);
    line-height: 1;
  }

  .after button:last-child {
    margin-inline-end: 2px;
  }

  .results {
    position: absolute;
    z-index: 40;
    inset-inline-start: 0;
    top: calc(100% + 4px);
    width: max(100%, min(440px, 90vw));
    max-height: min(70vh, 560px);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--card);
    box-shadow: var(--plan-shadow, 0 8px 24px rgb(0 0 0 / 18%));
    /* Chromium's software compositor mirrors what an opaque box hides of a WebGL canvas below it. */
    opacity: 0.995;
  }

  .results[hidden] {
    display: none;
  }

  .group + .group {
    border-top: 1px solid var(--rule);
  }

  .group-title {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    justify-content: space-between;
    gap: 8px;
    padding: 8px 12px 4px;
    background: var(--card);
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
    line-height: 1.4;
  }

  .group-title .number {
    font-weight: 400;
  }

  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 1px 8px;
    min-height: max(34px, var(--target));
    padding: 4px 12px;
    cursor: pointer;
    scroll-margin-block: 34px 8px;
  }

  .symbol {
    display: grid;
    place-items: center;
    width: 30px;
  }

  .line {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    min-width: 0;
    line-height: 1.4;
  }

  .other,
  .aside {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .aside {
    margin-inline-start: auto;
  }

  .snippet {
    grid-column: 2;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.5;
  }

  .option[data-kind='text'] .line,
  .option[data-kind='text'] .snippet,
  .option[data-kind='indicator'] .line,
  .option[data-kind='indicator'] .snippet {
    grid-column: 1 / -1;
  }

  .option[data-kind='text'] .snippet {
    font-family: var(--serif);
  }

  .more {
    grid-template-columns: 1fr;
    color: var(--accent);
    font-size: var(--small);
  }

  .note {
    padding: 2px 12px 8px;
    color: var(--ink-2);
    font-size: var(--small);
  }

  mark {
    border-radius: 2px;
    background: var(--plan-find, #ffe9a8);
    color: var(--ink);
  }

  .option:hover {
    background: var(--lit);
  }

  .option[aria-selected='true'] {
    background: var(--lit-strong);
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .option[data-best] .line::after {
    content: '↵' / '';
    color: var(--ink-3);
    font-size: var(--small);
  }

  .empty {
    padding: 12px;
    color: var(--ink-2);
  }

  .keys {
    position: sticky;
    bottom: 0;
    padding: 4px 12px;
    border-top: 1px solid var(--rule);
    background: var(--card);
    color: var(--ink-3);
    font-size: var(--small);
  }

  /* In a narrow bar the words come first; F3 and Return still walk. */
  @container (max-width: 230px) {
    .glass,
    .count {
      display: none;
    }
    input {
      --before: 8px;
      --told: 0px;
    }
  }

  @container (max-width: 160px) {
    [data-step] {
      display: none;
    }
    input {
      --buttons: 1;
    }
  }

  @media (max-width: 640px) {
    .results {
      position: fixed;
      inset-inline: 8px;
      top: auto;
      width: auto;
      max-height: 55vh;
      margin-top: 4px;
    }
  }

  @media (pointer: coarse) {
    .option {
      min-height: 44px;
    }
    /* Below 16 px the phone zooms in. */
    input {
      min-height: 44px;
      font-size: max(16px, var(--type));
    }
    .field {
      --button: 44px;
    }
    .field button {
      min-height: 44px;
    }
    .keys {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .field button {
      border: 0;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
