import { css } from 'lit';

export const planMeasureStyles = css`
  .body {
    display: grid;
    gap: 14px 24px;
    align-items: start;
    padding: 0 14px 20px;
  }

  .first {
    display: grid;
    gap: 14px;
    min-width: 0;
  }

  .second {
    display: grid;
    gap: 18px;
    min-width: 0;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    padding-block: 10px 4px;
  }

  .segments label {
    display: grid;
    place-items: center;
    padding: 0 12px;
  }

  .segments label + label {
    border-inline-start: 1px solid var(--rule);
  }

  .segments.small label {
    padding: 0 9px;
    font-size: var(--small);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  .empty {
    display: grid;
    gap: 8px;
    padding: 0;
  }

  .result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .result p {
    flex: 1 1 100%;
  }

  /* The units stand beside the figure that they are of. */
  .result p:has(+ .segments) {
    flex: 0 1 auto;
  }

  .result .value {
    color: var(--ink);
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.3;
  }

  .more,
  .note {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .range,
  .crossing {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--rule);
    color: var(--ink-2);
    font-size: var(--small);
  }

  .crossing,
  .range[data-soft='true'] {
    border-color: var(--plan-warn, #855600);
    color: var(--plan-warn, #855600);
    font-size: inherit;
  }

  .link-note {
    grid-column: 1 / -1;
    color: var(--plan-warn, #855600);
  }

  input[type='text'] {
    font-variant-numeric: tabular-nums;
  }

  .copied {
    position: sticky;
    bottom: 8px;
    grid-column: 1 / -1;
    justify-self: center;
    max-width: 100%;
    border-radius: 7px;
    background: var(--ink);
    color: var(--paper);
  }

  .copied[data-open='true'] {
    padding: 5px 14px;
  }

  @container (min-width: 46em) {
    .body {
      grid-template-columns: minmax(19em, 5fr) minmax(0, 7fr);
    }
    .controls {
      position: sticky;
      top: 0;
      z-index: 1;
      grid-column: 1 / -1;
      background: var(--paper);
    }
    .first {
      position: sticky;
      top: 60px;
    }
    .first[data-alone] {
      display: contents;
    }
    .second {
      padding-inline-start: 24px;
      border-inline-start: 1px solid var(--rule);
    }
  }
`;
