import { css } from 'lit';

/** What the text stands in: the frame, its rows and columns, the panels. The rest comes with `afterText`. */
export const planAtlasStyles = css`
  :host {
    display: block;
    height: 480px;
    min-height: 0;
    contain: layout style;
    container-type: inline-size;
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
    /* Nothing may scroll it: there would be no way back. */
    overflow: clip;
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
      'map' minmax(180px, 46%)
      'tabs' auto
      'card' auto
      'sheet' minmax(0, 1fr)
      / minmax(0, 1fr);
  }

  .frame[data-layout='compact'] {
    grid: 'map' minmax(0, 1fr) / minmax(0, 1fr);
  }

  .bar {
    position: relative;
    z-index: 4;
    grid-area: bar;
    display: flex;
    align-items: center;
    gap: 6px 12px;
    min-height: 56px;
    padding: 6px 20px;
    border-bottom: 1px solid var(--plan-rule);
    box-sizing: border-box;
  }
  .title {
    flex: none;
    min-width: 0;
  }
  .title h1 {
    margin: 0;
    font: 700 var(--plan-type-title) / 1.3 var(--plan-serif);
    letter-spacing: 0.02em;
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

  .pane > *,
  .pane > slot > * {
    height: 100%;
  }

  .pane > slot::slotted(*) {
    height: 100%;
    overflow: auto;
    box-sizing: border-box;
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

  .map-pane > .poster {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
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
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 6px;
    min-height: 0;
    padding: 6px 12px;
  }
  .frame[data-layout='tall'] .title h1 {
    font-size: max(min(var(--plan-type-title), 22px), var(--plan-type-least));
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

  .frame[data-layout='compact'] .map-pane {
    --plan-controls-top: 52px;
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

  .phase:has(.own-words) {
    place-content: start stretch;
    justify-items: stretch;
    overflow: auto;
    text-align: start;
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
