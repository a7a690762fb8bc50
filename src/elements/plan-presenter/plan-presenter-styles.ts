import { css } from 'lit';

export const planPresenterStyles = css`
  :host {
    display: block;
    height: 100%;
    container-type: size;
    background: var(--paper);
  }
  .refusal {
    max-width: 36em;
    margin: 15vh auto;
    padding: 16px 20px;
    border: 1px solid var(--plan-warn);
    border-radius: 8px;
    background: var(--plan-warn-soft);
  }
  .desk {
    display: grid;
    height: 100%;
    grid:
      'top times' auto
      'gone gone' auto
      'now say' auto
      'controls say' auto
      'list say' minmax(0, 1fr)
      'keys keys' auto
      / minmax(0, 11fr) minmax(0, 9fr);
    gap: 10px 20px;
    padding: 12px 20px;
  }
  h1 {
    margin: 0;
    font: 700 var(--plan-type-title, 20px) / 1.3 var(--serif);
  }
  h2 {
    color: var(--ink-2);
    font: 600 var(--small) / 1.5 var(--sans);
    letter-spacing: 0.04em;
  }
  h3 {
    font: 700 1.2em / 1.4 var(--serif);
  }
  .top {
    grid-area: top;
    align-self: center;
  }
  .top p {
    color: var(--ink-2);
  }
  .gone {
    grid-area: gone;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 14px;
    border: 2px solid var(--plan-error);
    border-radius: 8px;
    background: var(--plan-error-soft);
  }
  .gone p {
    flex: 1 1 20em;
  }

  .now {
    grid-area: now;
    min-width: 0;
  }
  .now header,
  .notes header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 32px;
  }
  .where strong {
    margin-inline-start: 1em;
    color: var(--accent);
  }
  .preview {
    position: relative;
    width: min(100%, calc(52cqh * var(--ratio)));
    aspect-ratio: var(--ratio);
    overflow: hidden;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--plan-map-ground);
    touch-action: none;
    --plan-notes-start: calc(var(--left, 0%) + 8px);
    --plan-notes-bottom: calc(var(--bottom, 0%) + 4px);
  }
  .preview[data-laser='true'] {
    cursor: crosshair;
  }
  plan-map {
    position: absolute;
    inset: 0;
    height: auto;
    font-size: 11px;
  }
  .caption {
    position: absolute;
    inset: auto 0 0;
    max-height: 60%;
    overflow: hidden;
    padding: 8px 12px;
    background: var(--card);
    opacity: 0.995;
  }
  .caption[data-side='true'] {
    inset: 0 auto 0 0;
    width: var(--left);
    max-height: none;
    border-inline-end: 1px solid var(--rule);
  }
  .caption p {
    margin-top: 4px;
    color: var(--ink-2);
    font-size: var(--small);
  }
  .preview[data-page='true'] .caption {
    inset: 0;
    display: grid;
    align-content: center;
    max-height: none;
    padding: 5%;
  }
  .black {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    background: #000;
    color: #fff;
    opacity: 0.995;
  }
  .dot {
    position: absolute;
    width: 16px;
    height: 16px;
    margin: -8px;
    border: 2px solid #fff;
    border-radius: 50%;
    background: #e00000;
    opacity: 0.995;
    pointer-events: none;
  }
  .hint {
    min-height: 1.5em;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .controls {
    grid-area: controls;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-content: start;
  }
  .control {
    min-height: 40px;
    padding: 0 14px;
    border: 1px solid var(--rule);
    background: var(--card);
  }
  .control[aria-pressed='true'],
  .control[data-control='next'],
  .control[data-control='start'],
  .control[data-control='reopen'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .control[data-control='next'] {
    min-width: 9em;
  }
  @media (hover: hover) {
    .control[aria-pressed='true']:hover,
    .control[data-control='next']:hover,
    .control[data-control='start']:hover,
    .control[data-control='reopen']:hover {
      background: var(--ink);
      color: var(--paper);
    }
  }

  .times {
    grid-area: times;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px 24px;
  }
  .times dl {
    display: flex;
    gap: 24px;
  }
  .times dt {
    color: var(--ink-2);
    font-size: var(--small);
  }
  .times dd {
    font-size: 26px;
    line-height: 1.2;
  }
  .times .planned {
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.4;
  }
  .times [data-over='true'] dd {
    color: var(--plan-error);
  }
  .watch {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .watch button {
    border: 1px solid var(--rule);
  }

  .say {
    grid-area: say;
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-height: 0;
    /* As high as what stands beside it, however much there is to say. */
    height: 0;
    min-height: 100%;
  }
  .notes {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: 4px 16px 10px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--card);
  }
  .words {
    flex: 1;
    min-height: 0;
    line-height: 1.65;
  }
  .words > * + * {
    margin-top: 0.6em;
  }
  .words ul,
  .words ol {
    padding-inline-start: 1.4em;
    list-style: revert;
  }
  .words blockquote {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--accent);
  }
  .none {
    color: var(--ink-2);
  }

  .next {
    flex: none;
    max-height: 40%;
    overflow: auto;
    padding: 8px 16px 10px;
    border: 1px solid var(--rule);
    border-radius: 8px;
  }
  .next .what {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .list {
    grid-area: list;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .list .scroller {
    flex: 1;
    min-height: 0;
  }
  .list ol {
    columns: 2 230px;
    column-gap: 12px;
  }
  .list li {
    break-inside: avoid;
  }
  .list button {
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr) auto;
    gap: 6px;
    width: 100%;
    min-height: 30px;
    text-align: start;
  }
  .list button[aria-current='true'] {
    background: var(--lit-strong);
    font-weight: 600;
  }
  .list .number:first-child {
    text-align: end;
  }
  .list .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .list .time {
    color: var(--ink-2);
    font-weight: 400;
  }
  .keys {
    grid-area: keys;
    color: var(--ink-2);
    font-size: var(--small);
  }
  .keys strong {
    margin-inline-end: 0.6em;
  }

  @container (max-width: 760px) {
    .desk {
      height: auto;
      grid:
        'top' auto
        'times' auto
        'gone' auto
        'now' auto
        'controls' auto
        'say' auto
        'list' auto
        'keys' auto
        / minmax(0, 1fr);
    }
    .say {
      height: auto;
      min-height: 0;
    }
    .notes {
      min-height: 12em;
    }
    .times {
      flex-wrap: wrap;
    }
    :host {
      overflow: auto;
    }
  }
`;
