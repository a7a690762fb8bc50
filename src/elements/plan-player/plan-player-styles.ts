import { css } from 'lit';

/** Sizes follow the stage's height: 24 px is the least at 1080 lines, so that the last row can read it. */
export const planPlayerStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 20;
    container: stage / size;
    overflow: hidden;
    height: auto;
    background: none !important;
    pointer-events: none;
    outline: none;
  }
  :host([hidden]) {
    display: none;
  }
  .stage {
    --unit: 1cqh;
    --least: max(13px, 2.25 * var(--unit));
    --text: max(15px, var(--least), calc(3.5 * var(--unit) * var(--tight, 1)));
    --quote: max(15px, var(--least), calc(3.1 * var(--unit) * var(--tight, 1)));
    position: absolute;
    inset: 0;
    outline: none;
  }
  .stage[data-idle='true'] {
    cursor: none;
  }

  /* .995: over a WebGL canvas Chromium's software compositor loses boxes that are quite opaque. */
  .caption {
    position: absolute;
    inset: 0 auto 0 0;
    display: flex;
    flex-direction: column;
    width: clamp(320px, 30cqw, 1200px);
    opacity: 0.995;
    border-inline-end: 1px solid var(--rule);
    background: var(--paper);
    pointer-events: auto;
  }
  .stage[data-page='true'] .caption {
    width: 100%;
    border: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    padding: calc(3.2 * var(--unit)) calc(2.8 * var(--unit)) calc(1 * var(--unit));
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .title {
    font: 700 max(19px, calc(5 * var(--unit) * var(--tight, 1))) / 1.3 var(--serif);
    text-wrap: balance;
  }
  .text {
    margin-top: calc(1.6 * var(--unit));
    font-size: var(--text);
    line-height: 1.55;
    text-wrap: pretty;
  }
  .certainty {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.6em;
    margin-top: calc(1.4 * var(--unit));
    color: var(--ink-2);
    font-size: var(--least);
  }
  .mark {
    padding: 0.05em 0.5em;
    border: 2px dashed var(--plan-warn, #8a5a00);
    border-radius: 4px;
    background: var(--plan-warn-soft, transparent);
    color: var(--plan-warn, #8a5a00);
    font-weight: 600;
  }
  .quotes {
    margin-top: calc(2 * var(--unit));
    padding-inline-start: calc(1.4 * var(--unit));
    border-inline-start: 4px solid var(--accent);
  }
  .quotes blockquote {
    font: 400 var(--quote) / 1.5 var(--serif);
  }
  .quotes blockquote ~ blockquote {
    margin-top: 0.35em;
  }
  .place,
  .quotes figcaption {
    color: var(--ink-2);
    font-size: var(--least);
    line-height: 1.4;
  }
  .place {
    margin-bottom: 0.4em;
  }
  .quotes figcaption {
    margin-top: 0.3em;
  }
  .legend {
    display: grid;
    gap: 0.3em;
    margin-top: calc(2 * var(--unit));
    font-size: var(--least);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .legend .swatch {
    width: 2.4em;
    height: auto;
  }

  .foot {
    flex: none;
    padding: 0 calc(2.8 * var(--unit)) calc(1.4 * var(--unit));
  }
  .progress {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
    color: var(--ink-2);
    font-size: var(--least);
    font-variant-numeric: tabular-nums;
  }
  .countdown {
    color: var(--accent);
    font-weight: 600;
  }
  .track {
    height: 5px;
    margin-top: calc(0.6 * var(--unit));
    border-radius: 3px;
    background: var(--rule);
    overflow: hidden;
  }
  .track i {
    display: block;
    width: var(--share, 0);
    height: 100%;
    background: var(--accent);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-top: calc(0.8 * var(--unit));
    margin-inline: -6px;
    transition: opacity 200ms;
  }
  .stage[data-idle='true'] .controls:not(:focus-within) {
    opacity: 0;
  }
  .control {
    display: grid;
    place-items: center;
    width: max(32px, 3.4 * var(--unit));
    min-width: 0;
    height: max(32px, 3.4 * var(--unit));
    min-height: 0;
    padding: 0;
    color: var(--ink-2);
  }
  .control svg {
    width: 62%;
    height: 62%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .control .solid {
    fill: currentColor;
  }
  .control[aria-pressed='true'] {
    background: var(--accent);
    color: var(--accent-ink);
  }
  [data-control='leave'] {
    margin-inline-start: auto;
  }

  .page {
    display: flex;
    flex: 1;
    min-height: 0;
    flex-direction: column;
    padding: 12cqh 9cqw 2cqh;
    overflow: hidden auto;
  }
  .page-body {
    margin-block: auto;
    padding-inline-start: 3cqw;
    border-inline-start: max(6px, 0.6cqw) solid var(--accent);
  }
  .page h2 {
    font: 700 clamp(30px, min(9cqh, 6.4cqw), 220px) / 1.25 var(--serif);
    text-wrap: balance;
  }
  .subtitle {
    margin-top: 0.8em;
    color: var(--ink-2);
    font-size: clamp(18px, min(3.8cqh, 3.4cqw), 96px);
    text-wrap: balance;
  }
  .page-footer {
    color: var(--ink-2);
    font-size: clamp(14px, min(2.4cqh, 3.6cqw), 60px);
    text-wrap: pretty;
  }

  .blank {
    position: absolute;
    inset: 0;
    opacity: 0.995;
    background: #000;
    pointer-events: auto;
  }
  .typed {
    position: absolute;
    inset: auto 3cqh 3cqh auto;
    padding: 0.2em 0.8em;
    border-radius: 8px;
    opacity: 0.995;
    background: var(--ink);
    color: var(--paper);
    font-size: max(18px, 3.2cqh);
  }
  .shield {
    position: absolute;
    inset: 0;
    cursor: none;
    pointer-events: auto;
  }
  .laser {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .laser polyline {
    stroke: #ff1f1f;
    stroke-width: 5px;
    opacity: 0.4;
  }
  .laser .glow {
    stroke: #ff1f1f;
    stroke-width: max(30px, 3cqh);
    opacity: 0.35;
  }
  .laser .dot {
    stroke: #ff1f1f;
    stroke-width: max(14px, 1.5cqh);
  }

  .over {
    position: absolute;
    inset: 6cqh auto 6cqh 50%;
    display: flex;
    flex-direction: column;
    width: min(760px, 92cqw);
    max-height: 88cqh;
    padding: 16px;
    transform: translateX(-50%);
    border: 1px solid var(--rule);
    border-radius: 12px;
    opacity: 0.995;
    background: var(--card);
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.25);
    pointer-events: auto;
    font-size: max(15px, min(2.25cqh, 40px));
  }
  .over header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-bottom: 10px;
  }
  .over header a {
    display: inline-flex;
    align-items: center;
    min-height: max(24px, var(--target));
    padding: 0 8px;
    border-radius: 5px;
    color: var(--accent);
    text-decoration: none;
    white-space: nowrap;
  }
  .over h2 {
    font-size: 1.15em;
  }
  .over input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--ink-3);
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
  }
  .over ul,
  .over dl {
    min-height: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .over li {
    display: flex;
    gap: 0.8em;
    padding: 0.35em 0.6em;
    border-radius: 6px;
    cursor: pointer;
  }
  .over li[aria-selected='true'] {
    background: var(--accent);
    color: var(--accent-ink);
  }
  .over li[aria-current='true'] {
    font-weight: 700;
  }
  .slide-number {
    flex: 0 0 3.2em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .help dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 1em;
    padding: 0.2em 0;
    border-bottom: 1px solid var(--rule);
  }
  .help dt {
    font-weight: 600;
  }

  .stage[data-band='bottom'] {
    --unit: min(1cqh, 7.5px);
  }
  .stage[data-band='bottom']:not([data-page='true']) .caption {
    inset: auto 0 0;
    width: auto;
    max-height: 46cqh;
    border: 0;
    border-top: 1px solid var(--rule);
  }
  .stage[data-band='bottom'] .scroll {
    padding-top: calc(1.8 * var(--unit));
  }
  .stage[data-band='bottom'] :is(.certainty, .quotes, .text) {
    margin-top: calc(1 * var(--unit));
  }
  .stage[data-band='bottom'] .legend {
    display: none;
  }
  .stage:is([data-tight='4'], [data-tight='5']) .legend {
    display: none;
  }
  .stage[data-tight='1'] {
    --tight: 0.93;
  }
  .stage[data-tight='2'] {
    --tight: 0.86;
  }
  .stage[data-tight='3'],
  .stage[data-tight='4'] {
    --tight: 0.79;
  }
  .stage[data-tight='5'] {
    --tight: 0.72;
  }

  /* Without a pointer that moves, nothing would bring the buttons back. */
  .stage[data-band='bottom'][data-idle='true'] .controls:not(:focus-within) {
    opacity: 1;
  }

  @media (pointer: coarse) {
    .control {
      width: 44px;
      height: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .controls {
      transition: none;
    }
  }
`;
