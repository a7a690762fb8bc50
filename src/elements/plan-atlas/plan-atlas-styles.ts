import { css } from 'lit';

export const planAtlasStyles = css`
  :host {
    display: block;
    height: 480px;
    min-height: 0;
    contain: layout style;
    container-type: inline-size;
    color: var(--plan-ink);
    font: var(--plan-type) / 1.5 var(--plan-sans);
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    position: relative;
    display: grid;
    width: 100%;
    height: 100%;
    box-sizing: border-box;
    overflow: hidden;
    background: var(--plan-paper);
  }
  .frame[data-layout='own'] {
    display: block;
    overflow: auto;
  }
  .frame[data-layout='wide'] {
    --left: clamp(212px, 20cqw, 280px);
    --right: min(var(--column, 400px), 38cqw);
    grid:
      'bar bar bar' auto
      'tabs map text' auto
      'left map text' minmax(0, 1fr)
      'left map card' auto
      / var(--left) minmax(0, 1fr) var(--right);
  }
  .frame[data-flavour='projector'][data-layout='wide'] {
    --left: min(calc(420 * var(--plan-px)), 24cqw);
    --right: min(max(var(--column, 400px), calc(560 * var(--plan-px))), 34cqw);
  }
  .frame[data-layout='wide'][data-layers='closed'] {
    --left: 0px;
  }
  .frame[data-layout='wide'][data-layers='closed'] :is(.tabs, .layers-pane, .list-pane) {
    display: none;
  }
  .frame[data-layout='wide'][data-text='closed'] {
    --right: 0px;
  }
  .frame[data-layout='tall'] {
    grid:
      'bar' auto
      'map' minmax(180px, 44%)
      'tabs' auto
      'card' auto
      'sheet' minmax(0, 1fr)
      / minmax(0, 1fr);
  }
  .frame[data-layout='compact'] {
    grid: 'map' minmax(0, 1fr) / minmax(0, 1fr);
  }

  .bar {
    grid-area: bar;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px 14px;
    min-height: 56px;
    padding: 6px 20px;
    border-bottom: 1px solid var(--plan-rule);
    box-sizing: border-box;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 14px;
    min-width: 0;
  }
  @container (max-width: 1700px) {
    .title p {
      display: none;
    }
  }
  .title h1 {
    margin: 0;
    font: 700 var(--plan-type-title) / 1.3 var(--plan-serif);
    letter-spacing: 0.02em;
  }
  .title p {
    margin: 0;
    color: var(--plan-ink-2);
    font-size: var(--plan-type-small);
  }
  .find {
    flex: 1 1 150px;
    max-width: 220px;
    min-width: 120px;
    height: auto;
  }
  .lens {
    display: inline-flex;
    flex: none;
    border: 1px solid var(--plan-rule);
    border-radius: 8px;
    overflow: hidden;
  }
  .lens button {
    min-height: var(--plan-target);
    padding: 0 14px;
    border: 0;
    border-inline-end: 1px solid var(--plan-rule);
    background: none;
    color: var(--plan-ink-2);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  .lens button:last-child {
    border-inline-end: 0;
  }
  .lens button[aria-pressed='true'] {
    background: var(--plan-accent);
    color: var(--plan-accent-ink);
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 6px 8px;
    margin-inline-start: auto;
  }
  .panels {
    display: inline-flex;
    gap: 6px;
  }
  .plain,
  .choice select,
  .retry {
    min-height: var(--plan-target);
    padding: 0 10px;
    border: 1px solid var(--plan-rule);
    border-radius: 6px;
    background: var(--plan-card);
    color: var(--plan-ink);
    font: inherit;
    cursor: pointer;
  }
  .plain[aria-pressed='true'] {
    border-color: var(--plan-accent);
    color: var(--plan-accent);
  }
  .plain:hover,
  .choice select:hover {
    background: var(--plan-lit);
  }
  :is(
    .plain,
    .choice select,
    .lens button,
    .tabs button,
    .handle,
    .overlay-buttons button,
    .retry
  ):focus-visible {
    outline: 2px solid var(--plan-accent);
    outline-offset: 2px;
  }
  .lens button:focus-visible {
    outline-offset: -3px;
  }
  .lens button[aria-pressed='true']:focus-visible {
    outline-color: var(--plan-accent-ink);
  }

  .tabs {
    grid-area: tabs;
    display: flex;
    gap: 4px;
    padding: 8px 12px 0;
    border-inline-end: 1px solid var(--plan-rule);
    border-bottom: 1px solid var(--plan-rule);
  }
  .tabs button {
    flex: 1;
    min-height: max(36px, var(--plan-target));
    padding: 0 12px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--plan-ink-2);
    font: inherit;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--plan-accent);
    color: var(--plan-ink);
    font-weight: 600;
  }
  .frame[data-layout='tall'] .tabs {
    border-inline-end: 0;
    padding-top: 0;
  }
  @media (pointer: coarse) {
    .tabs button {
      min-height: 44px;
    }
  }

  .pane {
    min-height: 0;
    min-width: 0;
    overflow: hidden;
  }
  .pane[hidden] {
    display: none;
  }
  .pane > * {
    height: 100%;
  }
  .frame[data-layout='wide'] :is(.layers-pane, .list-pane) {
    grid-area: left;
    border-inline-end: 1px solid var(--plan-rule);
  }
  .middle {
    position: relative;
    grid-area: map;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .map-pane {
    flex: 1;
    display: block;
    background: var(--plan-map-ground);
    min-width: 0;
    min-height: 0;
  }
  .map-pane[hidden] {
    display: none;
  }
  .drawer {
    display: flex;
    flex-direction: column;
    flex: none;
    height: min(44%, 420px);
    border-top: 1px solid var(--plan-rule);
    background: var(--plan-paper);
  }
  .frame:not([data-layout='wide']) .drawer {
    position: absolute;
    z-index: 5;
    inset: auto 0 0 0;
    height: 60%;
    opacity: 0.995;
    box-shadow: var(--plan-shadow);
  }
  .drawer-bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 6px 14px;
    border-bottom: 1px solid var(--plan-rule);
  }
  .drawer-bar h2 {
    margin: 0;
    font: 600 var(--plan-type) / 1.4 var(--plan-sans);
  }
  .drawer-body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .tools {
    display: inline-flex;
    flex: none;
    gap: 6px;
  }
  .frame[data-layout='wide'] .text-pane {
    grid-row: 2 / 4;
    grid-column: 3;
    border-inline-start: 1px solid var(--plan-rule);
  }
  .frame[data-layout='wide'] .card-pane {
    grid-area: card;
    max-height: min(calc(var(--frame-height, 100vh) * 0.46), 480px);
    overflow: auto;
    border-inline-start: 1px solid var(--plan-rule);
    border-top: 1px solid var(--plan-rule);
  }
  .frame[data-layout='wide'][data-text='closed'] .card-pane {
    grid-area: map;
    align-self: end;
    justify-self: end;
    z-index: 2;
    width: min(400px, 80%);
    margin: 12px;
    border: 1px solid var(--plan-rule);
    border-radius: 10px;
    background: var(--plan-card);
    opacity: 0.995;
  }
  .card-pane > * {
    height: auto;
  }
  .frame[data-layout='tall'] :is(.layers-pane, .list-pane, .text-pane) {
    grid-area: sheet;
  }
  .frame[data-layout='tall'] .card-pane {
    grid-area: card;
    max-height: calc(var(--frame-height, 100vh) * 0.24);
    overflow: auto;
    border-bottom: 1px solid var(--plan-rule);
  }
  .frame[data-layout='tall'] .map-pane {
    border-bottom: 1px solid var(--plan-rule);
  }
  .frame[data-layout='tall'] .bar {
    flex-wrap: wrap;
    gap: 6px;
    min-height: 0;
    padding: 6px 12px;
  }
  .frame[data-layout='tall'] .title {
    flex: 1 1 100%;
  }
  .frame[data-layout='tall'] .title h1 {
    font-size: max(min(var(--plan-type-title), 22px), var(--plan-type-least));
  }
  .frame[data-layout='tall'] .title p {
    display: none;
  }
  .frame[data-layout='tall'] .lens {
    flex: 1 0 auto;
  }
  .frame[data-layout='tall'] .lens button {
    flex: 1 1 auto;
    padding: 0 7px;
    font-size: var(--plan-type-small);
    overflow-wrap: anywhere;
  }
  .frame[data-layout='tall'] .end {
    flex: 0 1 auto;
    flex-wrap: nowrap;
    margin: 0;
  }
  .frame[data-layout='tall'] .choice {
    min-width: 0;
  }
  .frame[data-layout='tall'] .choice select {
    width: 100%;
    max-width: 92px;
    padding: 0 4px;
  }
  .frame[data-layout='tall'] [data-control='lang'] {
    position: absolute;
    top: 6px;
    inset-inline-end: 12px;
  }
  .frame[data-layout='compact'] :is(.layers-pane, .text-pane) {
    grid-area: map;
    z-index: 3;
    justify-self: end;
    width: min(340px, 100%);
    padding-top: 48px;
    border-radius: 10px 0 0 10px;
    opacity: 0.995;
    box-sizing: border-box;
    border-inline-start: 1px solid var(--plan-rule);
    background: var(--plan-paper);
  }
  .frame[data-layout='compact'] .card-pane {
    grid-area: map;
    z-index: 2;
    align-self: end;
    max-height: 46%;
    margin: 6px;
    overflow: auto;
    border: 1px solid var(--plan-rule);
    border-radius: 10px;
    background: var(--plan-card);
    box-shadow: var(--plan-shadow);
    /* Chromium's software compositor mirrors what an opaque box hides of a WebGL canvas below it. */
    opacity: 0.995;
  }
  .overlay-buttons {
    grid-area: map;
    z-index: 4;
    align-self: start;
    justify-self: end;
    display: flex;
    gap: 6px;
    margin: 8px 8px 0 0;
  }
  .frame[data-layout='compact'] .map-pane {
    --plan-controls-top: 52px;
  }
  .overlay-buttons button {
    min-height: var(--plan-target);
    padding: 0 12px;
    border: 1px solid var(--plan-rule);
    border-radius: 6px;
    background: var(--plan-card);
    color: var(--plan-ink);
    font: inherit;
    cursor: pointer;
  }

  .handle {
    grid-row: 2 / 5;
    grid-column: 3;
    z-index: 3;
    justify-self: start;
    width: 10px;
    height: 100%;
    position: relative;
    margin-inline-start: -5px;
    cursor: col-resize;
    touch-action: none;
  }
  /* Wide enough for an unsteady hand, in one place only, so that marks and map buttons stay free. */
  .handle::after {
    content: '';
    position: absolute;
    inset: calc(50% - 24px) -7px auto;
    height: 48px;
  }
  .handle:hover,
  .handle:focus-visible {
    background: linear-gradient(
      90deg,
      transparent 4px,
      var(--plan-accent) 4px 6px,
      transparent 6px
    );
  }

  .leader {
    position: absolute;
    inset: 0;
    z-index: 2;
    width: 100%;
    height: 100%;
    overflow: hidden;
    pointer-events: none;
  }
  .leader .line {
    fill: none;
    stroke: var(--plan-accent);
    stroke-width: 1.4;
  }
  .leader .line.many {
    stroke-width: 1;
    stroke-opacity: 0.55;
  }
  .leader .end {
    fill: var(--plan-accent);
    stroke: var(--plan-paper);
    stroke-width: 1.5;
  }

  .notices {
    position: absolute;
    z-index: 6;
    left: 50%;
    bottom: 16px;
    width: min(560px, calc(100% - 32px));
    max-height: 60%;
    overflow: auto;
    transform: translateX(-50%);
    opacity: 0.995;
  }
  .notice {
    display: flex;
    align-items: start;
    gap: 12px;
    margin-top: 8px;
    padding: 10px 12px;
    border: 1px solid var(--plan-warn);
    border-radius: 8px;
    background: var(--plan-warn-soft);
    color: var(--plan-ink);
  }
  .notice[data-severity='error'] {
    border-color: var(--plan-error);
    background: var(--plan-error-soft);
  }
  .notice div {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .notice p {
    margin: 0;
  }
  .notice code {
    font-size: max(0.9em, var(--plan-type-least));
    color: var(--plan-ink-2);
  }
  .phase {
    position: absolute;
    z-index: 5;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    padding: 24px;
    background: var(--plan-paper);
    text-align: center;
  }
  .phase p {
    margin: 0 0 8px;
  }
  .toast {
    position: absolute;
    z-index: 7;
    left: 50%;
    top: 72px;
    padding: 8px 16px;
    border-radius: 8px;
    background: var(--plan-ink);
    color: var(--plan-paper);
    transform: translateX(-50%);
    pointer-events: none;
  }
  .toast[data-open='false'] {
    padding: 0;
    background: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
