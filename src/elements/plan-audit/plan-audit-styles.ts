import { css } from 'lit';

export const planAuditStyles = css`
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 6px 14px;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .filters button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 0 10px;
    border: 1px solid var(--rule);
    border-radius: 99px;
    color: var(--ink-2);
  }

  .filters button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .icon {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 7px;
    border: 1px solid var(--ink-3);
    border-radius: 99px;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.6;
    white-space: nowrap;
  }

  .badge[data-badge='agrees'] {
    border-color: var(--plan-good, #2b7236);
    color: var(--plan-good, #2b7236);
  }

  .badge[data-badge='differs'] {
    border-color: var(--plan-error, #a3261b);
    color: var(--plan-error, #a3261b);
    font-weight: 600;
  }

  .badge[data-badge='schematic'] {
    border-style: dashed;
    border-color: var(--plan-warn, #855600);
    color: var(--plan-warn, #855600);
  }

  summary {
    width: max-content;
    max-width: 100%;
    min-height: max(24px, var(--target));
    color: var(--accent);
    font-size: var(--small);
    line-height: max(24px, var(--target));
    cursor: pointer;
  }

  .about dl {
    display: grid;
    gap: 6px;
    padding-bottom: 6px;
    font-size: var(--small);
  }

  .about dl div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
  }

  .about dd {
    flex: 1 1 16em;
    color: var(--ink-2);
  }

  .columns {
    display: grid;
    gap: 18px 28px;
    align-items: start;
  }

  .items,
  .coverage {
    min-width: 0;
  }

  h3 {
    padding: 14px 0 4px;
    font-size: inherit;
    font-weight: 600;
  }

  h4 {
    padding: 10px 0 2px;
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
  }

  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px 12px;
    padding: 7px 8px;
    border-top: 1px solid var(--rule);
  }

  .item:hover,
  .item[data-lit='hover'] {
    background: var(--lit);
  }

  .item[data-lit='selected'] {
    background: var(--lit-strong);
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .item[data-lit] .kind,
  .item[data-lit] .note,
  .item[data-lit] .claim,
  .item[data-lit] dt {
    color: var(--ink);
  }

  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    gap: 2px 8px;
    min-height: max(24px, var(--target));
  }

  .kind,
  .note,
  .claim,
  dt,
  .cite {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .subject {
    font-weight: 600;
  }

  p.subject:not(:has(button)) {
    padding-block: 4px;
  }

  .subject button {
    max-width: 100%;
    padding: 0 6px;
    margin-inline-start: -6px;
    font-weight: 600;
    text-align: start;
  }

  .quote {
    max-width: 100%;
    padding: 1px 6px;
    margin-inline-start: -6px;
    text-align: start;
  }

  .quote q {
    color: var(--ink);
    font-family: var(--serif);
    font-size: var(--type);
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-underline-offset: 0.25em;
  }

  .quote .cite {
    padding-inline-start: 6px;
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
  }

  .figures div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 6px;
  }

  [data-badge='differs'] [data-found] {
    color: var(--plan-error, #a3261b);
    font-weight: 600;
  }

  .off {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .working ol {
    display: grid;
    gap: 2px;
    padding: 2px 0 6px 8px;
    border-inline-start: 2px solid var(--rule);
    font-size: var(--small);
  }

  .working li {
    display: grid;
    grid-template-columns: 1em minmax(0, 1fr) auto;
    gap: 0 8px;
  }

  @container (min-width: 34em) {
    .item {
      grid-template-columns: 9.5em minmax(0, 1fr) minmax(9em, 14em);
    }
    [lang='en'] .item {
      grid-template-columns: 11em minmax(0, 1fr) minmax(9em, 14em);
    }
    .verdict {
      flex-direction: column;
      align-items: flex-start;
    }
    .figures {
      flex-direction: column;
      padding-top: 4px;
    }
    .figures div {
      display: grid;
      grid-template-columns: 5.5em minmax(0, 1fr);
      width: 100%;
    }
  }

  @container (min-width: 68em) {
    .columns {
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    }
  }

  @media (pointer: coarse) {
    summary {
      min-height: 44px;
      line-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .filters button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
