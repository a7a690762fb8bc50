import { css } from 'lit';

export const planCompareStyles = css`
  :host {
    container: compare / inline-size;
    overflow: hidden;
  }

  .compare {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  .head {
    display: flex;
    flex: none;
    align-items: start;
    gap: 8px;
    padding: 6px 12px;
    border-bottom: 1px solid var(--rule);
    background: var(--paper);
    /* In the compact layout the atlas's own buttons stand at the top right: 40px lower is 128px of room. */
    padding-inline-end: calc(12px + (var(--plan-controls-top, 12px) - 12px) * 3.2);
  }

  .choices {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    min-width: 0;
  }

  select,
  .boxed,
  .segments,
  input[type='text'] {
    min-height: max(24px, var(--target));
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  select {
    max-width: 100%;
    padding: 0 6px;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .boxed {
    display: inline-grid;
    place-items: center;
    padding: 0 8px;
    cursor: pointer;
  }

  .boxed svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .segments {
    display: inline-flex;
    overflow: hidden;
  }

  .segments button {
    min-height: calc(max(24px, var(--target)) - 2px);
    padding: 0 10px;
    border-radius: 0;
    color: var(--ink-2);
    white-space: nowrap;
  }

  .segments button[aria-pressed='true'] {
    background: var(--accent);
    color: var(--accent-ink);
  }

  .segments button:focus-visible {
    outline-offset: -3px;
  }

  .segments button[aria-pressed='true']:focus-visible {
    outline-color: var(--accent-ink);
  }

  .summary {
    flex: 0 1 auto;
    min-width: 0;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }

  .choices .plain {
    padding: 0 4px;
    text-decoration: underline;
    text-decoration-color: var(--rule);
    text-underline-offset: 0.25em;
    white-space: nowrap;
  }

  .when-narrow,
  .whole {
    display: none;
  }

  .body {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }

  .field {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: hidden;
    container: field / size;
    isolation: isolate;
    background: var(--plan-map-ground, #e7e4dd);
  }

  #left,
  #right {
    position: absolute;
    inset: 0;
  }

  .field[data-layout='swipe'] #right {
    clip-path: inset(0 0 0 calc(var(--at, 0.5) * 100%));
  }

  .field[data-layout='side'] #left {
    inset-inline-end: calc(50% + 1px);
  }

  .field[data-layout='side'] #right {
    inset-inline-start: calc(50% + 1px);
  }

  .field[data-layout='side']::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(50% - 1px);
    width: 2px;
    background: var(--ink-3);
  }

  .field[data-waits='left'] #left,
  .field[data-waits='right'] #right {
    visibility: hidden;
  }

  /* In a swipe the lower map would be seen through the upper one that waits. */
  .field[data-layout='swipe'][data-waits='right'] #left {
    clip-path: inset(0 calc((1 - var(--at, 0.5)) * 100%) 0 0);
  }

  .label {
    position: absolute;
    z-index: 3;
    top: 12px;
    max-width: calc(50% - 20px);
    /* Chromium's software compositor mirrors what an opaque box hides of a WebGL canvas below it. */
    opacity: 0.995;
    font-size: var(--type);
    font-weight: 600;
  }

  .label[data-side='left'] {
    inset-inline-start: 12px;
  }

  .label[data-side='right'] {
    inset-inline-end: 12px;
  }

  .label label {
    display: block;
  }

  .label select,
  .label .name {
    max-width: 100%;
    min-height: max(24px, var(--target));
    border: 1px solid var(--ink-3);
    box-shadow: var(--plan-shadow, none);
    field-sizing: content;
  }

  .label .name {
    display: block;
    overflow: hidden;
    padding: 0 10px;
    border-radius: 6px;
    background: var(--card);
    line-height: max(22px, calc(var(--target) - 2px));
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .controls {
    z-index: 2;
    top: calc(max(24px, var(--target)) + 20px);
    opacity: 0.995;
  }

  .notes {
    z-index: 2;
  }

  /* No one halo reads on the grounds of two flavours. */
  .field[data-pair='flavour'] .notes {
    right: auto;
    max-width: calc(100% - 28px);
    padding: 4px 8px;
    border-radius: 6px;
    background: var(--paper);
    opacity: 0.92;
    text-shadow: none;
  }

  .outline {
    z-index: 1;
  }

  .line {
    position: absolute;
    z-index: 2;
    inset-block: 0;
    left: calc(var(--at, 0.5) * 100% - 1px);
    width: 2px;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--card);
    opacity: 0.995;
    pointer-events: none;
  }

  .divider {
    position: absolute;
    z-index: 3;
    inset-block: 0;
    /* At either end the whole target stays in the field. */
    left: clamp(0px, calc(var(--at, 0.5) * 100% - 22px), calc(100% - 44px));
    display: grid;
    place-items: center;
    width: 44px;
    cursor: ew-resize;
    touch-action: none;
    pointer-events: none;
  }

  .divider:focus-visible {
    outline: none;
  }

  /* The line itself can be taken hold of, over 24px. */
  .divider::before {
    content: '';
    position: absolute;
    inset-block: 0;
    left: 10px;
    width: 24px;
    pointer-events: auto;
  }

  .grip {
    position: relative;
    display: grid;
    grid-template-columns: 1fr 1fr;
    width: 44px;
    height: 44px;
    border: 2px solid var(--accent);
    border-radius: 50%;
    background: var(--card);
    box-shadow: var(--plan-shadow, none);
    opacity: 0.995;
    pointer-events: auto;
  }

  .divider:focus-visible .grip {
    outline: 3px solid var(--accent);
    outline-offset: 3px;
  }

  .grip i {
    position: relative;
  }

  .grip i::before {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 8px;
    height: 8px;
    border: solid var(--accent);
    border-width: 0 0 2px 2px;
    transform: translate(-30%, -50%) rotate(45deg);
  }

  .grip i + i::before {
    transform: translate(-70%, -50%) rotate(225deg);
  }

  .chooser,
  .lost,
  .stranger {
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink);
    font-size: var(--type);
    opacity: 0.995;
  }

  .chooser {
    position: absolute;
    z-index: 4;
    inset: 0;
    width: min(460px, 100% - 24px);
    height: max-content;
    max-height: calc(100% - 24px);
    margin: auto;
    padding: 14px 16px;
    overflow: auto;
    box-shadow: var(--plan-shadow, none);
  }

  h3 {
    margin: 0 0 6px;
    font-size: var(--type);
    font-weight: 600;
  }

  .line-up {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }

  .line-up > label:first-child {
    flex: 1 1 12em;
  }

  input[type='text'] {
    width: 100%;
    padding: 0 10px;
    border-color: var(--ink-3);
  }

  .file {
    position: relative;
  }

  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .file input::file-selector-button {
    cursor: pointer;
  }

  .file:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .boxed:disabled,
  .file:has(:disabled) {
    color: var(--ink-3);
  }

  .progress > * {
    margin-top: 8px;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }

  .failure {
    margin-top: 8px;
    padding: 8px 10px;
    border: 1px solid var(--plan-error, #a3261b);
    border-radius: 6px;
    background: var(--plan-error-soft, #fbe9e6);
  }

  .stranger {
    position: absolute;
    z-index: 3;
    inset-inline: 12px;
    bottom: 84px;
    width: fit-content;
    max-width: calc(100% - 24px);
    margin: 0 auto;
    padding: 6px 12px;
    box-shadow: var(--plan-shadow, none);
  }

  .stranger[data-open='false'] {
    padding: 0;
    border: 0;
  }

  .differences {
    flex: none;
    width: min(320px, 44%);
    padding: 4px 0 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    border-inline-end: 1px solid var(--rule);
    background: var(--paper);
    font-size: var(--type);
  }

  .differences[hidden] {
    display: none;
  }

  .lost {
    position: relative;
    margin: 12px;
    padding: 12px 16px;
  }

  .lost p {
    margin-bottom: 6px;
  }

  .body[data-lost] {
    display: block;
    overflow: auto;
  }

  .body[data-lost] .differences {
    position: static;
    width: auto;
    overflow: visible;
    border: 0;
  }

  .body[data-lost] .chooser {
    position: static;
    margin: 12px;
  }

  .hint,
  .faults,
  .differences h3,
  .differences h4 {
    padding: 0 14px;
  }

  .hint,
  .faults {
    margin: 10px 0;
    color: var(--ink-2);
  }

  .faults summary {
    min-height: 24px;
    color: var(--plan-warn, #8a5a00);
    cursor: pointer;
  }

  .faults li {
    margin-top: 6px;
    overflow-wrap: anywhere;
  }

  .differences h3 {
    margin: 10px 0 2px;
  }

  .differences h4 {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    margin: 0;
    padding-block: 8px 2px;
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
  }

  .row {
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 8px;
    width: 100%;
    padding: 2px 14px;
    border-radius: 0;
    text-align: start;
  }

  .row[aria-pressed='true'] {
    background: var(--lit-strong);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .marks {
    color: var(--ink-2);
    font-size: var(--small);
  }

  @container compare (max-width: 640px) {
    .head,
    .choices {
      gap: 6px;
    }
    .head {
      padding-inline-start: 8px;
    }
    .segments button {
      padding: 0 7px;
    }
    .summary {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .whole,
    .when-narrow {
      display: block;
    }
    .when-wide {
      display: none;
    }
    .differences {
      position: absolute;
      z-index: 4;
      inset: 0;
      width: auto;
      border: 0;
      opacity: 0.995;
    }
    .field[data-layout='side'] #left {
      inset: 0 0 calc(50% + 1px);
    }
    .field[data-layout='side'] #right {
      inset: calc(50% + 1px) 0 0;
    }
    .field[data-layout='side']::after {
      inset: calc(50% - 1px) 0 auto;
      width: auto;
      height: 2px;
    }
    .field[data-layout='side'] .label[data-side='right'] {
      top: calc(50% + 12px);
      inset-inline: 12px auto;
    }
    .field[data-layout='side'] .controls {
      top: 12px;
    }
    .field[data-layout='side'] .notes {
      inset-inline: 0;
      bottom: 0;
      max-width: none;
      padding: 2px 12px;
      border-radius: 0;
      background: var(--paper);
      opacity: 0.88;
      text-shadow: none;
    }
  }

  /* Too low for a column of buttons. */
  @container field (max-height: 240px) {
    .controls {
      flex-direction: row;
    }
    .control {
      border-bottom: 0;
    }
  }

  @media (pointer: coarse) {
    .head :is(select, .boxed),
    .chooser :is(.boxed, input[type='text']) {
      min-height: 44px;
    }
    .segments button {
      min-height: 42px;
    }
  }

  @media (forced-colors: active) {
    .line {
      background: CanvasText;
    }
    .grip {
      border-color: ButtonBorder;
    }
    .grip i::before {
      border-color: ButtonText;
    }
    .segments button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
