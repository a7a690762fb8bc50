import { css } from 'lit';

export const planStatsStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }

  .head label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-width: 0;
    color: var(--ink-2);
  }

  select {
    max-width: 100%;
    min-height: max(28px, var(--target));
    padding: 2px 8px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  .head button {
    border: 1px solid var(--rule);
  }

  .head button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .saved,
  .note,
  caption,
  figcaption {
    color: var(--ink-2);
    font-size: var(--small);
  }

  h3 {
    padding: 10px 0 4px;
    font-size: inherit;
    font-weight: 600;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px 28px;
    align-items: start;
  }

  figcaption .note {
    display: block;
  }

  .bars-place {
    min-height: 24px;
    margin-top: 6px;
    font-size: var(--small);
  }

  .plot {
    display: block;
    max-width: 100%;
    height: auto;
    color: var(--ink);
    font-family: var(--sans);
    font-variant-numeric: tabular-nums;
  }

  .plot text {
    white-space: pre;
  }

  .plot g {
    pointer-events: none;
  }

  .bars rect {
    fill: var(--accent);
    stroke: var(--accent);
  }

  .bars rect[data-soft] {
    fill: var(--accent-soft);
    stroke-dasharray: 4 3;
  }

  .base line {
    stroke: var(--ink-3);
  }

  .target {
    fill: transparent;
    cursor: pointer;
  }

  .target:hover,
  .target[data-lit='hover'] {
    fill: var(--lit);
  }

  .target[data-lit='selected'] {
    fill: var(--lit-strong);
  }

  .target:focus-visible {
    outline: none;
    stroke: var(--accent);
    stroke-width: 2;
  }

  .sideways {
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  caption {
    padding-bottom: 4px;
    text-align: start;
  }

  th,
  td {
    padding: 3px 8px;
    border-bottom: 1px solid var(--rule);
    text-align: start;
    vertical-align: baseline;
    line-height: max(24px, 1.5em);
  }

  td {
    min-width: 4.5em;
  }

  th[data-number],
  td[data-number] {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  td[data-number] {
    white-space: nowrap;
  }

  thead th {
    padding: 0;
    font-weight: 400;
    vertical-align: bottom;
  }

  thead button {
    width: 100%;
    padding: 3px 8px;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.4;
    text-align: inherit;
  }

  .arrow {
    padding-inline-start: 3px;
    color: var(--ink-3);
  }

  [aria-sort] button,
  [aria-sort] .arrow {
    color: var(--accent);
  }

  tbody th {
    min-width: 9em;
    padding-inline-start: 2px;
    font-weight: 400;
  }

  tbody th button {
    max-width: 100%;
    min-height: max(24px, var(--target));
    padding: 1px 6px;
    text-align: start;
  }

  tbody th > bdi {
    padding-inline-start: 6px;
  }

  tr[data-soft] td {
    color: var(--ink-2);
  }

  tr[data-total] th,
  tr[data-total] td {
    border-bottom: 2px solid var(--ink-3);
    font-weight: 600;
  }

  tr[data-total] button {
    font-weight: 600;
  }

  tbody tr:hover,
  tbody tr[data-lit='hover'] {
    background: var(--lit);
  }

  tbody tr[data-lit='selected'] {
    background: var(--lit-strong);
    box-shadow: inset 3px 0 0 var(--accent);
  }

  tr[data-lit] td {
    color: var(--ink);
  }

  @container (min-width: 60em) {
    .columns[data-chart] {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    }
    .chart {
      position: sticky;
      top: 8px;
    }
  }

  @media (pointer: coarse) {
    select {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .bars rect {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .bars rect[data-soft] {
      fill: Canvas;
    }
    .target[data-lit],
    .target:focus-visible {
      stroke: Highlight;
      stroke-width: 2;
    }
  }
`;
