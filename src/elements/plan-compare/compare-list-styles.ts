import { css } from 'lit';

/** The difference as a list, and what stands there when there can be no maps. */
export const compareListStyles = css`
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
    .differences {
      position: absolute;
      z-index: 4;
      inset: 0;
      width: auto;
      border: 0;
      opacity: 0.995;
    }
  }
`;
