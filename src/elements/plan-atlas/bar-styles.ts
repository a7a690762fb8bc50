import { css } from 'lit';

/** The top bar, and the menus that its groups fold into. */
export const barStyles = css`
  .find {
    /* Grows with a hall's screen, else its words are cut where there is most room. */
    flex: 1 1 calc(150 * var(--plan-px));
    min-width: calc(150 * var(--plan-px));
    max-width: calc(260 * var(--plan-px));
    height: auto;
  }
  :host([no-present]) [data-control='present'] {
    display: none;
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
    padding: 0 12px;
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
  .lens button[aria-disabled] {
    background: none;
    color: var(--plan-ink-3);
    cursor: default;
  }
  .lens button:focus-visible {
    outline-offset: -3px;
  }
  .lens button[aria-pressed='true']:focus-visible {
    outline-color: var(--plan-accent-ink);
  }
  .end,
  .tools,
  .panels {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
  }
  .end {
    gap: 6px 12px;
    margin-inline-start: auto;
  }
  .bar :is(.plain, select) {
    white-space: nowrap;
  }
  .help {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    padding: 0 10px;
    color: var(--accent);
  }

  .title {
    display: flex;
    align-items: baseline;
    gap: 14px;
  }
  .title p {
    margin: 0;
    color: var(--plan-ink-2);
    font-size: var(--plan-type-small);
    white-space: nowrap;
  }
  .bar[data-tight] .title {
    flex: 0 1 auto;
  }
  .bar[data-tight] h1 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title p[data-folded],
  .menu-button {
    display: none;
  }
  /* Unfolded, the group stands in the bar itself. */
  .menu,
  .menu-body {
    display: contents;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .choice-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .menu[data-folded] {
    position: relative;
    display: block;
    flex: none;
  }
  .menu[data-folded] > .menu-button {
    display: inline-flex;
    align-items: center;
    gap: 7px;
  }
  .menu-button::after {
    content: '';
    border: 4.5px solid transparent;
    border-top-color: currentColor;
    border-bottom: 0;
  }
  .menu-button[aria-expanded='true'] {
    background: var(--plan-lit);
  }
  .menu-button[data-active] {
    border-color: var(--plan-accent);
    color: var(--plan-accent);
  }
  .menu[data-folded] > .menu-body {
    display: none;
  }
  .menu[data-folded] > .menu-body[data-open] {
    position: absolute;
    z-index: 1;
    top: calc(100% + 6px);
    inset-inline-end: 0;
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 8px;
    min-width: 180px;
    max-height: calc(var(--frame-height, 100vh) - 90px);
    padding: 10px;
    overflow: auto;
    box-sizing: border-box;
    border: 1px solid var(--plan-rule);
    border-radius: 8px;
    background: var(--plan-card);
    box-shadow: var(--plan-shadow);
    /* Chromium's software compositor mirrors what an opaque box hides of a WebGL canvas below it. */
    opacity: 0.995;
  }
  .menu[data-folded] .tools {
    flex-direction: column;
    align-items: stretch;
  }
  .menu[data-folded] .menu-body .plain {
    text-align: start;
  }
  .menu[data-folded] .choice {
    justify-content: space-between;
  }
  .menu[data-folded] .choice-name {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    color: var(--plan-ink-2);
  }
  .menu[data-folded] .lens button {
    flex: 1 0 auto;
  }

  /* A phone's title needs the room; the button keeps its name for those who hear it. */
  .frame[data-layout='tall'] .mode-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .frame[data-layout='tall'] .find {
    grid-column: 1;
    min-width: 0;
    max-width: none;
  }
  .frame[data-layout='tall'] .end {
    grid-area: 1 / 2 / 2 / 4;
    justify-content: end;
    margin: 0;
  }
  /* Below the whole bar, where a thumb has room. */
  .frame[data-layout='tall'] .menu[data-folded] {
    position: static;
  }
  .frame[data-layout='tall'] .menu[data-folded] > .menu-body[data-open] {
    top: 100%;
    inset-inline: 8px;
  }
  .frame[data-layout='tall'] .menu[data-folded] .tools {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
  .frame[data-layout='tall'] .menu[data-folded] .lens {
    flex-wrap: wrap;
  }
  .frame[data-layout='tall'] .menu[data-folded] .choice select {
    flex: 0 1 60%;
  }
  /* Else the sides that make the arrow are drawn too, and it is a block. */
  @media (forced-colors: active) {
    .menu-button::after {
      forced-color-adjust: none;
    }
  }
  @media (pointer: coarse) {
    .bar :is(.plain, .lens button, .choice select) {
      min-height: 44px;
    }
  }
`;
