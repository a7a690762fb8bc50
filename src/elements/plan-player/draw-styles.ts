import { css } from 'lit';

/** The bar of the red-lines: on the wall beside the caption, in the speaker's window below the picture. */
export const drawStyles = css`
  .draw-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    padding: 6px 8px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    opacity: 0.995;
    background: var(--card);
    color: var(--ink);
    pointer-events: auto;
  }
  .draw-tools .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .draw-tools button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-height: 36px;
    padding: 0 8px;
    border-radius: 6px;
    font-size: inherit;
  }
  .draw-tools .swatch {
    width: auto;
    height: max(20px, 1em);
  }
  /* A spot of colour that is told from its neighbours from the last row. */
  .draw-tools [data-colour] .swatch {
    width: max(26px, 1.3em);
    height: max(26px, 1.3em);
    object-fit: cover;
  }
  .draw-tools button[aria-pressed='true'] {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
    background: var(--paper);
    font-weight: 700;
  }
  .draw-tools input {
    flex: 1 1 12em;
    min-width: 8em;
    min-height: 36px;
    padding: 0 10px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
    font-size: max(16px, 1em);
  }
  .draw-cross {
    position: absolute;
    inset: calc(50% - 16px) auto auto calc(50% - 16px);
    width: 32px;
    height: 32px;
    fill: none;
    pointer-events: none;
  }
  .draw-cross .glow {
    stroke: var(--paper);
    stroke-width: 5px;
  }
  .draw-cross .pen {
    stroke: var(--ink);
    stroke-width: 2px;
  }
  @media (pointer: coarse) {
    .draw-tools button,
    .draw-tools input {
      min-height: 44px;
    }
  }
`;

/** Where it stands on the stage. */
export const stageDrawStyles = css`
  .stage .draw-tools {
    position: absolute;
    inset: 12px auto auto calc(clamp(320px, 30cqw, 1200px) + 12px);
    max-width: calc(100% - clamp(320px, 30cqw, 1200px) - 80px);
    font-size: max(14px, min(2.25cqh, 40px));
  }
  .stage:is([data-band='bottom'], [data-page='true']) .draw-tools {
    inset: 8px auto auto 8px;
    max-width: calc(100% - 16px);
  }
  /* A phone's map is small: drawings say what the buttons are, and only the chosen one is named. */
  @container (max-width: 600px) {
    .stage .draw-tools {
      gap: 4px 8px;
    }
    .stage .draw-tools button {
      min-width: 44px;
      padding: 0 5px;
    }
    .stage .draw-tools [data-kind]:not([aria-pressed='true']) span {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    .stage .draw-tools input {
      flex-basis: 8em;
    }
  }
`;
