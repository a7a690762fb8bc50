import { css } from 'lit';

export const planEditStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px 14px 0;
    border-bottom: 1px solid var(--rule);
  }

  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    flex: 1;
  }

  [role='tab'] {
    min-height: max(32px, var(--target));
    padding: 4px 12px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--ink-2);
    font: inherit;
    cursor: pointer;
  }

  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }

  [role='tab']:focus-visible {
    outline-offset: -2px;
  }

  .count {
    margin-inline-start: 4px;
    padding: 0 6px;
    border-radius: 9px;
    background: var(--warn-soft, transparent);
    color: var(--plan-warn);
    font-size: var(--small);
  }

  .form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 10px 22px;
    align-items: start;
  }

  .group {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 8px 0;
    border: 0;
  }

  .group > :is(button, .choose) {
    justify-self: start;
  }

  legend {
    padding: 0;
    margin-bottom: 4px;
    font-weight: 600;
  }

  .line {
    display: grid;
    gap: 2px;
    min-width: 0;
  }

  .line > span {
    color: var(--ink-2);
    font-size: var(--small);
  }

  small {
    color: var(--ink-2);
    font-size: var(--small);
  }

  select {
    min-width: 0;
    max-width: 100%;
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
    box-sizing: border-box;
    resize: vertical;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 8px 12px;
    align-items: end;
  }

  .inline {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
  }

  .inline .line {
    flex: 1 1 12em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
  }

  .rows {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ol.rows {
    padding-inline-start: 0;
  }

  .rows li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 4px 0;
    border-bottom: 1px solid var(--rule);
  }

  .rows details,
  .rows .words,
  .rows .line {
    flex: 1 1 16em;
    min-width: 0;
  }

  .rows details .line {
    margin: 6px 0;
  }

  .rows summary {
    width: auto;
    padding-block: calc((max(24px, var(--target)) - 1.5em) / 2);
    line-height: 1.5;
  }

  /* A title, and below it the reason beside its button. */
  .rows li[data-para] > .link {
    flex: 1 0 100%;
  }

  .rows li[data-para] > .line {
    flex: 1 1 9em;
  }

  .rows li[data-para] > button:last-child {
    align-self: end;
  }

  /* Words as they are cited, how they are cited below them. */
  .rows li[data-cite] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
  }

  [data-cite] > small {
    grid-area: 2 / 1;
  }

  [data-cite] > .plain {
    grid-area: 1 / 2 / span 2;
  }

  .rows p {
    flex: 1 0 100%;
    margin: 0;
  }

  .problems li {
    display: grid;
    gap: 2px;
    justify-items: start;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--plan-warn);
  }

  .problems li[data-severity='error'] {
    border-inline-start-color: var(--plan-error, #a3261b);
  }

  .link {
    min-height: max(28px, var(--target));
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .badge {
    padding: 0 6px;
    border: 1px solid var(--rule);
    border-radius: 4px;
  }

  .quiet {
    margin: 0;
    color: var(--ink-2);
  }

  .warn {
    margin: 0;
    color: var(--plan-warn);
  }

  .good {
    color: var(--plan-good);
  }

  ins {
    background: var(--accent-soft);
    text-decoration: underline;
  }

  del {
    color: var(--ink-2);
  }

  p {
    margin: 4px 0;
  }

  @container (max-width: 36em) {
    .bar > * {
      flex: 1 0 100%;
    }

    [role='tablist'] {
      flex-wrap: nowrap;
      overflow: auto hidden;
      scrollbar-width: none;
    }

    [role='tab'] {
      flex: none;
      padding-inline: 6px;
      min-width: 0;
    }

    .bar .actions small {
      margin-inline-start: auto;
    }
  }
`;
