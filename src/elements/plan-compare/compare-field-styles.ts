import { css } from 'lit';

/** The maps, the line between them, and the names of the sides. */
export const compareFieldStyles = css`
  .field {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: hidden;
    container: field / size;
    isolation: isolate;
    background: var(--plan-map-ground, #e7e4dd);
  }

  #left,
  #right {
    position: absolute;
    inset: 0;
  }

  .field[data-layout='swipe'] #right {
    clip-path: inset(0 0 0 calc(var(--at, 0.5) * 100%));
  }

  .field[data-layout='side'] #left {
    inset-inline-end: calc(50% + 1px);
  }

  .field[data-layout='side'] #right {
    inset-inline-start: calc(50% + 1px);
  }

  .field[data-layout='side']::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(50% - 1px);
    width: 2px;
    background: var(--ink-3);
  }

  .field[data-waits='left'] #left,
  .field[data-waits='right'] #right {
    visibility: hidden;
  }

  /* In a swipe the lower map would be seen through the upper one that waits. */
  .field[data-layout='swipe'][data-waits='right'] #left {
    clip-path: inset(0 calc((1 - var(--at, 0.5)) * 100%) 0 0);
  }

  .label {
    position: absolute;
    z-index: 3;
    top: 12px;
    max-width: calc(50% - 20px);
    /* Chromium's software compositor mirrors what an opaque box hides of a WebGL canvas below it. */
    opacity: 0.995;
    font-size: var(--type);
    font-weight: 600;
  }

  .label[data-side='left'] {
    inset-inline-start: 12px;
  }

  .label[data-side='right'] {
    inset-inline-end: 12px;
  }

  .label label {
    display: block;
  }

  .label select,
  .label .name {
    max-width: 100%;
    min-height: max(24px, var(--target));
    border: 1px solid var(--ink-3);
    box-shadow: var(--plan-shadow, none);
    field-sizing: content;
  }

  .label .name {
    display: block;
    overflow: hidden;
    padding: 0 10px;
    border-radius: 6px;
    background: var(--card);
    line-height: max(22px, calc(var(--target) - 2px));
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .controls {
    z-index: 2;
    top: calc(max(24px, var(--target)) + 20px);
    opacity: 0.995;
  }

  .notes {
    z-index: 2;
  }

  /* No one halo reads on the grounds of two flavours. */
  .field[data-pair='flavour'] .notes {
    right: auto;
    max-width: calc(100% - 28px);
    padding: 4px 8px;
    border-radius: 6px;
    background: var(--paper);
    opacity: 0.92;
    text-shadow: none;
  }

  .outline {
    z-index: 1;
  }

  .line {
    position: absolute;
    z-index: 2;
    inset-block: 0;
    left: calc(var(--at, 0.5) * 100% - 1px);
    width: 2px;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--card);
    opacity: 0.995;
    pointer-events: none;
  }

  .divider {
    position: absolute;
    z-index: 3;
    inset-block: 0;
    /* At either end the whole target stays in the field. */
    left: clamp(0px, calc(var(--at, 0.5) * 100% - 22px), calc(100% - 44px));
    display: grid;
    place-items: center;
    width: 44px;
    cursor: ew-resize;
    touch-action: none;
    pointer-events: none;
  }

  .divider:focus-visible {
    outline: none;
  }

  /* The line itself can be taken hold of, over 24px. */
  .divider::before {
    content: '';
    position: absolute;
    inset-block: 0;
    left: 10px;
    width: 24px;
    pointer-events: auto;
  }

  .grip {
    position: relative;
    display: grid;
    grid-template-columns: 1fr 1fr;
    width: 44px;
    height: 44px;
    border: 2px solid var(--accent);
    border-radius: 50%;
    background: var(--card);
    box-shadow: var(--plan-shadow, none);
    opacity: 0.995;
    pointer-events: auto;
  }

  .divider:focus-visible .grip {
    outline: 3px solid var(--accent);
    outline-offset: 3px;
  }

  .grip i {
    position: relative;
  }

  .grip i::before {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 8px;
    height: 8px;
    border: solid var(--accent);
    border-width: 0 0 2px 2px;
    transform: translate(-30%, -50%) rotate(45deg);
  }

  .grip i + i::before {
    transform: translate(-70%, -50%) rotate(225deg);
  }

  @container compare (max-width: 640px) {
    .field[data-layout='side'] #left {
      inset: 0 0 calc(50% + 1px);
    }
    .field[data-layout='side'] #right {
      inset: calc(50% + 1px) 0 0;
    }
    .field[data-layout='side']::after {
      inset: calc(50% - 1px) 0 auto;
      width: auto;
      height: 2px;
    }
    .field[data-layout='side'] .label[data-side='right'] {
      top: calc(50% + 12px);
      inset-inline: 12px auto;
    }
    .field[data-layout='side'] .controls {
      top: 12px;
    }
    .field[data-layout='side'] .notes {
      inset-inline: 0;
      bottom: 0;
      max-width: none;
      padding: 2px 12px;
      border-radius: 0;
      background: var(--paper);
      opacity: 0.88;
      text-shadow: none;
    }
  }

  @media (forced-colors: active) {
    .line {
      background: CanvasText;
    }
    .grip {
      border-color: ButtonBorder;
    }
    .grip i::before {
      border-color: ButtonText;
    }
  }

  /* Too low for a column of buttons. */
  @container field (max-height: 240px) {
    .controls {
      flex-direction: row;
    }
    .control {
      border-bottom: 0;
    }
  }
`;
