import { css } from 'lit';

export const planTextStyles = css`
  :host {
    --body: var(--plan-type-body, 17px) !important;
    --gutter: calc(var(--small) * 3.3) !important;
    container-type: inline-size;
  }

  .scroller {
    padding: 20px 18px 40vh 4px;
    scroll-padding-block: 48px;
  }

  article {
    max-width: calc(var(--gutter) + var(--body) * 36);
    margin-inline: auto;
  }

  header,
  .chapter,
  .block {
    margin-inline-start: var(--gutter);
  }

  header {
    padding-bottom: 14px;
    border-bottom: 1px solid var(--rule);
  }

  h2 {
    font-family: var(--serif);
    font-size: var(--plan-type-title, 20px);
    font-weight: 700;
    line-height: 1.45;
    text-wrap: balance;
  }

  .english {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 400;
    line-height: 1.4;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin-top: 6px;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .note {
    margin-top: 6px;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.6;
  }

  .chapter {
    display: flex;
    align-items: baseline;
    gap: 0.1em;
    margin-block: 30px 4px;
    font-size: var(--type);
    font-weight: 600;
    line-height: 1.5;
    color: var(--ink-2);
  }

  .chapter[data-depth='0'] {
    padding-bottom: 5px;
    border-bottom: 1px solid var(--rule);
    font-family: var(--serif);
    font-size: calc(var(--body) + 1px);
    font-weight: 700;
    color: var(--ink);
  }

  .chapter .english {
    margin-inline-start: auto;
    text-align: end;
  }

  .outline-number {
    color: var(--accent);
  }

  .clause {
    position: relative;
    display: grid;
    grid-template-columns: var(--gutter) minmax(0, 1fr);
    padding-block: 9px;
    border-radius: 4px;
  }

  .clause::before {
    content: '';
    position: absolute;
    inset-block: 12px;
    inset-inline-start: calc(var(--gutter) - 5px);
    width: 2px;
    border-radius: 1px;
    background: transparent;
    transition: background 200ms ease;
  }

  .clause[data-current]::before {
    background: var(--accent);
  }

  .body {
    grid-column: 2;
    font-family: var(--serif);
    font-size: var(--body);
    line-height: 1.9;
    line-break: strict;
    text-align: justify;
    text-autospace: normal;
    hanging-punctuation: allow-end;
  }

  .body p + p {
    margin-top: 0.5em;
  }

  .title {
    grid-column: 2;
    font-family: var(--serif);
    font-size: var(--body);
    font-weight: 700;
    line-height: 1.6;
  }

  .clause > .english {
    grid-column: 2;
    padding-bottom: 2px;
    font-weight: 600;
  }

  .lead {
    font-weight: 700;
  }

  .title [lang],
  .chapter[data-depth='0'] > [lang='zh-Hans'] {
    font-family: inherit;
  }

  .phrase {
    --theme: var(--accent);
    border-radius: 2px;
    color: inherit;
    text-decoration: underline 2px var(--theme);
    text-underline-offset: 0.28em;
    text-decoration-skip-ink: none;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    transition: background 160ms ease;
    cursor: pointer;
    scroll-margin-block: 64px;
  }

  .phrase[data-basis='reading'] {
    text-decoration-style: dashed;
  }

  .phrase[data-dim] {
    color: var(--ink-3);
    text-decoration-color: var(--rule);
  }

  .phrase[data-lit] {
    color: var(--ink);
    text-decoration-color: var(--theme);
    text-decoration-thickness: 3px;
    box-shadow: 0 0 0 2px var(--lit);
    background: var(--lit);
  }

  .phrase[data-lit='selected'] {
    background: var(--lit-strong);
    box-shadow: 0 0 0 2px var(--lit-strong);
  }

  /* A frame and no bold type: nothing may move when a phrase lights up. */
  .phrase[data-current] {
    box-shadow: 0 0 0 1.5px var(--accent);
  }

  .phrase:focus-visible {
    outline-offset: 3px;
  }

  .mark {
    grid-column: 1;
    grid-row: 1 / span 3;
    align-self: start;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 1px;
    min-width: 0;
    width: calc(var(--gutter) - 8px);
    margin-top: calc(var(--body) * 0.2);
    padding: 3px 0;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.25;
  }

  .mark .count {
    font-size: var(--type);
    font-weight: 600;
    color: var(--accent);
  }

  .mark[aria-pressed='true'] {
    background: var(--lit-strong);
  }

  .dots {
    display: flex;
    gap: 1.5px;
  }

  .dot {
    width: calc(var(--small) * 0.48);
    height: calc(var(--small) * 0.48);
    border: 1px solid var(--accent);
    border-radius: 50%;
    background: var(--accent);
  }

  .dot[data-certainty='schematic'] {
    background: none;
  }

  .dot[data-certainty='inferred'] {
    border: 1px dashed var(--plan-warn, #8a5a00);
    background: none;
  }

  .dot[data-certainty='unknown'] {
    height: 2px;
    align-self: center;
    border-width: 0 0 2px;
    border-radius: 0;
  }

  .non-spatial {
    grid-column: 2;
    margin-top: 2px;
    color: var(--ink-3);
    font-size: var(--small);
  }

  .non-spatial summary {
    display: inline-flex;
    align-items: center;
    min-height: 24px;
    padding-inline-end: 6px;
    border-radius: 4px;
    cursor: pointer;
    list-style: none;
  }

  .non-spatial summary::-webkit-details-marker {
    display: none;
  }

  .non-spatial summary::before {
    content: '';
    width: 9px;
    height: 9px;
    margin-inline-end: 6px;
    border: 1px solid currentColor;
    border-radius: 2px;
    background: linear-gradient(
      to top right,
      transparent calc(50% - 0.7px),
      currentColor calc(50% - 0.7px) calc(50% + 0.7px),
      transparent calc(50% + 0.7px)
    );
  }

  .non-spatial p {
    padding: 0 0 4px 15px;
    color: var(--ink-2);
    line-height: 1.6;
  }

  .indicators {
    grid-column: 2;
    margin-top: 10px;
    border-block: 1px solid var(--rule);
    font-size: var(--small);
    line-height: 1.5;
  }

  .indicators-title {
    padding-top: 6px;
    color: var(--ink-3);
  }

  .indicators li {
    padding-block: 7px 8px;
  }

  .indicators li + li {
    border-top: 1px solid var(--rule);
  }

  .indicator-name {
    font-size: var(--type);
    font-weight: 600;
  }

  .indicators dl {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 2px 14px;
  }

  .indicators [data-wide] {
    grid-column: 1 / -1;
  }

  .indicators [data-wide]:last-child {
    display: flex;
    gap: 8px;
  }

  .indicators dt,
  .when {
    color: var(--ink-3);
  }

  .indicators dd + dd {
    margin-top: 2px;
  }

  .figure {
    color: var(--ink);
    font-size: var(--type);
  }

  .source {
    display: inline-block;
    min-height: 24px;
  }

  .skeleton {
    display: grid;
    gap: 16px;
    padding: 10px 0 0 var(--gutter);
  }

  .skeleton span {
    height: 12px;
    border-radius: 3px;
    background: var(--rule);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .skeleton span:nth-child(1) {
    width: 55%;
    height: 20px;
    margin-bottom: 8px;
  }

  .skeleton span:nth-child(5n) {
    width: 40%;
    margin-bottom: 14px;
  }

  .empty {
    padding: 24px 0 0 var(--gutter);
    color: var(--ink-2);
  }

  @keyframes breathe {
    from {
      opacity: 0.45;
    }
    to {
      opacity: 0.9;
    }
  }

  @container (max-width: 17em) {
    .body {
      text-align: start;
    }
  }

  @container (max-width: 340px) {
    .scroller {
      padding-inline: 2px 12px;
    }
  }

  @media (pointer: coarse) {
    .mark {
      min-width: 0;
      width: calc(var(--gutter) - 4px);
    }
    .body {
      line-height: 2;
    }
    .non-spatial summary {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .phrase {
      color: LinkText;
    }
    .clause[data-current]::before {
      background: Highlight;
    }
    .dot {
      forced-color-adjust: none;
    }
  }
`;
