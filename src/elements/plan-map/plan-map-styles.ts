import { css } from 'lit';

export const planMapStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    min-height: 0;
    background: var(--plan-map-ground, #e7e4dd) !important;
    font: var(--plan-type-small, 12.5px) / 1.45 var(--plan-sans, sans-serif) !important;
  }
  #map {
    position: absolute;
    inset: 0;
  }
  #map[hidden] {
    display: none;
  }
  .maplibregl-canvas:focus-visible {
    outline: 3px solid var(--plan-accent, #0b6e99);
    outline-offset: -3px;
  }
  .picture {
    position: absolute;
    inset: 0;
    width: 100%;
    padding: 0;
    border: 0;
    background: none;
    cursor: inherit;
  }
  .picture img {
    position: absolute;
    inset: 0;
    object-fit: cover;
  }
  .picture[data-stale='true'] img {
    width: 100% !important;
    height: 100% !important;
    opacity: 0.55;
  }
  .picture:focus-visible {
    outline: 3px solid var(--plan-accent, #0b6e99);
    outline-offset: -3px;
  }
  /* The map behind it runs already, and takes what is done to it. */
  #map:has(canvas) ~ .picture {
    pointer-events: none;
  }
  .cross {
    display: none;
    position: absolute;
    inset: 0;
    margin: auto;
    pointer-events: none;
  }
  .cross path {
    fill: none;
    stroke: var(--plan-accent, #0b6e99);
    stroke-width: 1.8;
  }
  #map:has(.maplibregl-canvas:focus-visible) ~ .cross {
    display: block;
  }
  .overlay {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .corners {
    position: absolute;
    inset: var(--plan-controls-top, 12px) 12px var(--plan-notes-bottom, 8px)
      calc(var(--plan-notes-start, 14px) - 2px);
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 8px;
    pointer-events: none;
  }
  .edge {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    min-height: 0;
  }
  .edge:last-child {
    flex: none;
    gap: 0;
    align-items: end;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    min-height: 0;
  }
  .edge:first-child > .stack {
    align-items: end;
  }
  .edge:last-child > .stack {
    flex: 1;
  }
  /* Too much for its corner scrolls, with room for the focus ring of what stands at its edge. */
  .corner {
    min-width: 0;
    min-height: 0;
    margin: -4px;
    padding: 4px;
    overflow: auto;
  }
  .overlay ::slotted(*),
  .corner ::slotted(*) {
    pointer-events: auto;
  }
  .edge:last-child > .corner ::slotted(*) {
    margin-inline-start: 12px;
  }
  .controls {
    position: absolute;
    top: var(--plan-controls-top, 12px);
    right: 12px;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--plan-rule, #dcd8cd);
    border-radius: 8px;
    background: var(--plan-card, #fff);
    box-shadow: var(--plan-shadow, none);
    overflow: hidden;
  }
  .control {
    display: grid;
    place-items: center;
    width: var(--plan-target, 32px);
    height: var(--plan-target, 32px);
    padding: 0;
    border: 0;
    border-bottom: 1px solid var(--plan-rule, #dcd8cd);
    background: none;
    color: var(--plan-ink-2, #55524a);
    cursor: pointer;
  }
  /* At 400 % zoom a drawer covers the lower half. */
  @media (max-height: 300px) {
    .controls {
      flex-direction: row;
    }
  }
  .control svg {
    width: max(20px, calc(var(--plan-target, 32px) * 0.6));
    height: max(20px, calc(var(--plan-target, 32px) * 0.6));
  }
  .control:last-child {
    border-bottom: 0;
  }
  .control:hover {
    background: var(--plan-lit, #e6f1f7);
    color: var(--plan-ink, #24231f);
  }
  .control:focus-visible,
  .restart:focus-visible {
    outline: 2px solid var(--plan-accent, #0b6e99);
    outline-offset: -2px;
  }
  .control path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .control .north {
    fill: currentColor;
    stroke: none;
  }
  .notes {
    position: absolute;
    left: var(--plan-notes-start, 14px);
    right: 14px;
    bottom: var(--plan-notes-bottom, 8px);
    pointer-events: none;
    text-shadow:
      0 0 3px var(--plan-map-ground, #e7e4dd),
      0 0 3px var(--plan-map-ground, #e7e4dd),
      0 0 5px var(--plan-map-ground, #e7e4dd);
  }
  .corners :is(.controls, .notes) {
    position: static;
  }
  .corners .controls {
    flex: none;
    pointer-events: auto;
  }
  .corners .notes {
    margin-inline: 2px;
  }
  /* A ground of the surroundings' own colour: unseen beside the county, and over it names do not run into the words. */
  .corners .notes:not([data-plate]) {
    margin: -3px -4px;
    padding: 3px 6px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--plan-map-ground, #e7e4dd) 78%, transparent);
  }
  /* Large words need a ground of their own, else the map’s names run into them. */
  .notes[data-plate] {
    align-self: start;
    right: auto;
    max-width: calc(100% - 28px);
    padding: 4px 10px;
    border-radius: 6px;
    background: color-mix(in srgb, var(--plan-map-ground, #e7e4dd) 86%, transparent);
    box-sizing: border-box;
  }
  .scale {
    width: max-content;
    margin-bottom: 6px;
    font-variant-numeric: tabular-nums;
  }
  .ticks {
    display: flex;
    justify-content: space-between;
    margin-bottom: 2px;
  }
  .ticks span {
    width: 0;
    white-space: nowrap;
  }
  .ticks span:nth-child(2) {
    display: flex;
    justify-content: center;
  }
  .ticks span:last-child {
    display: flex;
    justify-content: flex-start;
    text-indent: -0.4em;
  }
  .bar {
    display: flex;
    height: calc(5 * var(--plan-px, 1px));
    box-sizing: border-box;
    border: 1px solid currentColor;
    background: var(--plan-card, #fff);
  }
  .bar i {
    flex: 1;
  }
  .bar i:first-child {
    background: currentColor;
  }
  .badge {
    align-self: start;
    min-height: max(26px, var(--target, 0px));
    margin-bottom: 6px;
    padding: 2px 12px;
    border: 1px solid currentColor;
    border-radius: 13px;
    background: var(--plan-card, #fff);
    color: var(--plan-warn, #8a4b00);
    font: inherit;
    cursor: pointer;
    pointer-events: auto;
  }
  .note {
    margin: 0;
    color: var(--plan-ink-2, #55524a);
  }
  .outline {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 16px;
    padding: 24px;
    background: var(--plan-map-ground, #e7e4dd);
    pointer-events: none;
  }
  .outline[data-mode='text-only'] {
    pointer-events: auto;
    overflow: auto;
  }
  .poster {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .poster ~ :is(.message, .starting) {
    position: relative;
  }
  .poster ~ .starting {
    align-self: end;
  }
  .shape {
    width: min(60vmin, 70%);
    min-width: 120px;
    max-height: 46vh;
    justify-self: center;
  }
  .shape path {
    fill: var(--plan-map-land, #f9f6ee);
    stroke: var(--plan-ink-3, #6c685e);
    stroke-width: 1.2px;
    stroke-dasharray: 9 3 1.5 3 1.5 3;
  }
  .message {
    max-width: 34em;
    padding: 12px 16px;
    border: 1px solid var(--plan-rule, #dcd8cd);
    border-radius: 8px;
    background: var(--plan-card, #fff);
    font-size: var(--plan-type, 14px);
  }
  .message p {
    margin: 0 0 6px;
  }
  .restart {
    min-height: var(--plan-target, 32px);
    padding: 0 14px;
    border: 1px solid var(--plan-accent, #0b6e99);
    border-radius: 6px;
    background: var(--plan-accent, #0b6e99);
    color: var(--plan-accent-ink, #fff);
    font: inherit;
    cursor: pointer;
  }
  .starting {
    margin: 0;
    color: var(--plan-ink-2, #55524a);
  }
  .waking,
  .poster ~ .starting {
    padding: 4px 12px;
    border-radius: 6px;
    background: var(--plan-card, #fff);
    color: var(--plan-ink-2, #55524a);
  }
  .waking {
    position: absolute;
    inset: 0;
    place-self: center;
    width: max-content;
    height: max-content;
    margin: auto;
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
    }
    .controls,
    .message {
      forced-color-adjust: auto;
    }
  }
`;
