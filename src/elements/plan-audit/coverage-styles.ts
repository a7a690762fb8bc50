import { css } from 'lit';

/** How far the map covers the text: bars by certainty, and the paragraphs with theirs. */
export const coverageStyles = css`
  .coverage ul {
    display: grid;
    gap: 2px;
  }

  .certainties li,
  .paragraphs li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
    gap: 0 10px;
    font-size: var(--small);
  }

  .certainties li {
    grid-template-columns: minmax(5em, 8em) minmax(0, 1fr) 3em;
  }

  .certainties .number {
    text-align: end;
  }

  .paragraphs li {
    padding-block: 2px;
  }

  .paragraphs .number,
  .why {
    color: var(--ink-2);
  }

  .label {
    justify-self: start;
    max-width: 100%;
    text-align: start;
  }

  span.label {
    padding: 0 8px;
  }

  button.label {
    padding: 2px 8px;
  }

  .paragraphs button.label {
    padding-inline: 6px;
    margin-inline-start: -6px;
  }

  .bar {
    display: block;
    width: 100%;
    height: 10px;
    overflow: visible;
  }

  .bar rect {
    fill: var(--accent);
    stroke: var(--accent);
  }

  .bar rect[data-part='soft'] {
    fill: var(--accent-soft);
    stroke-dasharray: 3 2;
  }

  .bar rect[data-part='non-spatial'] {
    fill: var(--paper);
    stroke: var(--ink-3);
  }

  .bar rect[data-part='unaccounted'] {
    fill: var(--plan-warn, #855600);
    stroke: var(--plan-warn, #855600);
  }

  .unlinked {
    padding-top: 10px;
    color: var(--ink-2);
    font-size: var(--small);
  }

  @container (min-width: 34em) {
    .paragraphs li {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(8em, 3fr);
    }
    .paragraphs .why {
      grid-column: 2 / -1;
    }
  }

  @container (min-width: 68em) {
    .coverage {
      padding-inline-start: 24px;
      border-inline-start: 1px solid var(--rule);
    }
    .paragraphs li {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .paragraphs .label,
    .paragraphs .why {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .bar rect {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .bar rect[data-part='soft'],
    .bar rect[data-part='non-spatial'] {
      fill: Canvas;
    }
  }
`;
