import { css } from 'lit';

/** The frame of the comparison, and its head: what is compared and how. */
export const compareHeadStyles = css`
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
    .segments button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
