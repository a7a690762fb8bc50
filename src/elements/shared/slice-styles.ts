import { css } from './light-element.ts';

/**
 * Ground of figures and quotes. `all: initial` takes away whatever the page's own rules hand down (letter spacing,
 * capitals, shadows, direction); only what hides or disables the element itself still counts.
 */
export const sliceStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  .slice {
    --ink: var(--plan-ink);
    --ink-2: var(--plan-ink-2);
    --ink-3: var(--plan-ink-3);
    --rule: var(--plan-rule);
    --accent: var(--plan-accent);
    --paper: var(--plan-paper);
    --warn: var(--plan-warn);
    --warn-soft: var(--plan-warn-soft);
    all: initial;
    display: block;
    direction: ltr;
    unicode-bidi: isolate;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    background: var(--paper);
    color: var(--ink);
    font: var(--plan-type) / 1.5 var(--plan-sans);
    overflow-wrap: anywhere;
    text-autospace: normal;
    -webkit-print-color-adjust: inherit;
  }

  .slice * {
    box-sizing: border-box;
  }

  :is(p, blockquote, figure, q) {
    margin: 0;
  }

  :where([lang='en']) {
    font-family: 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', var(--plan-sans);
  }

  .original {
    font-family: var(--plan-serif);
    line-break: strict;
    hanging-punctuation: allow-end;
  }

  .small {
    color: var(--ink-2);
    font-size: var(--plan-type-small);
  }

  .tags,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .tag {
    padding: 0 0.4em;
    border: 1px solid var(--rule);
    border-radius: 3px;
    color: var(--ink-2);
    font-size: var(--plan-type-small);
    line-height: 1.5;
  }

  .tag[data-kind='inferred'] {
    border: 1px dashed var(--warn);
    background: var(--warn-soft);
    color: var(--warn);
  }

  button {
    min-height: max(32px, var(--plan-target));
    padding: 2px 12px;
    border: 1px solid var(--accent);
    border-radius: 5px;
    background: var(--paper);
    color: var(--accent);
    font: inherit;
    cursor: pointer;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  .open {
    display: inline-flex;
    align-items: center;
    min-height: max(24px, var(--plan-target));
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .waiting,
  .failure {
    padding: 8px 12px;
  }

  .failure {
    display: grid;
    gap: 4px;
    justify-items: start;
    border: 1px solid var(--plan-error);
    border-radius: 5px;
  }

  .map {
    position: relative;
    aspect-ratio: 3 / 2;
    width: 100%;
    overflow: hidden;
    background: var(--plan-map-ground);
  }

  .map > plan-atlas {
    position: absolute;
    inset: 0;
    height: auto;
  }

  @media (pointer: coarse) {
    button,
    .open {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .slice {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    .slice {
      --ink: #000;
      --ink-2: #000;
      --ink-3: #000;
      --accent: #000;
      --rule: #000;
      --warn: #000;
      --warn-soft: #fff;
      --paper: #fff;
      break-inside: avoid;
    }

    button {
      display: none;
    }
  }
`;
