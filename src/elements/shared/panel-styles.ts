import { css } from 'lit';
import { hostReset } from './host-reset.ts';

const rules = css`
  :host {
    --paper: var(--plan-paper, #fffef9) !important;
    --ink: var(--plan-ink, #22262a) !important;
    --ink-2: var(--plan-ink-2, #4a5157) !important;
    --ink-3: var(--plan-ink-3, #666c72) !important;
    --rule: var(--plan-rule, #dedbd0) !important;
    --accent: var(--plan-accent, #0b6a94) !important;
    --accent-ink: var(--plan-accent-ink, #ffffff) !important;
    --accent-soft: var(--plan-accent-soft, #e3f0f6) !important;
    --lit: var(--plan-lit, #e7f2f8) !important;
    --lit-strong: var(--plan-lit-strong, #cfe6f2) !important;
    --card: var(--plan-card, #ffffff) !important;
    --small: var(--plan-type-small, 12.5px) !important;
    --type: var(--plan-type, 14px) !important;
    --target: var(--plan-target, 32px) !important;
    --sans: var(
      --plan-sans,
      system-ui,
      'PingFang SC',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      'Microsoft YaHei',
      sans-serif
    ) !important;
    --serif: var(
      --plan-serif,
      'Songti SC',
      'Noto Serif SC',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
      SimSun,
      serif
    ) !important;
    display: block;
    box-sizing: border-box;
    height: 100%;
    min-height: 0;
    background: var(--paper) !important;
    color: var(--ink) !important;
    font: 400 var(--type) / 1.5 var(--sans) !important;
    overflow-wrap: anywhere !important;
    text-autospace: normal !important;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .scroller {
    height: 100%;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--rule) transparent;
  }

  /* Latin first, else quotation marks and digits come from the Chinese font, a full em wide. */
  :where([lang='en']) {
    font-family: 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', var(--sans);
  }

  :where([lang='zh-Hans']) {
    font-family: var(--sans);
  }

  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    min-width: max(24px, var(--target));
    min-height: max(24px, var(--target));
    padding: 0 8px;
    border: 0;
    border-radius: 5px;
    background: none;
    cursor: pointer;
  }

  button.plain {
    color: var(--accent);
  }

  @media (hover: hover) {
    button:hover {
      background: var(--lit);
    }
  }

  button:disabled {
    color: var(--ink-3);
    cursor: default;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .tag {
    display: inline-block;
    padding: 0 0.4em;
    border: 1px solid var(--rule);
    border-radius: 3px;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.45;
    white-space: nowrap;
  }

  .tag[data-kind='inferred'] {
    border-style: dashed;
    border-color: var(--plan-warn, #8a5a00);
    background: var(--plan-warn-soft, transparent);
    color: var(--plan-warn, #8a5a00);
  }

  .swatch {
    flex: none;
    display: block;
  }

  @media (pointer: coarse) {
    button {
      min-width: 44px;
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonBorder;
    }
    [data-lit='selected'],
    [aria-selected='true'],
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    [data-lit='hover'] {
      outline: 1px dashed Highlight;
    }
    [data-lit],
    [aria-pressed] {
      outline-offset: -2px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Ground that all elements share: nothing of the page, then type, colours, buttons, focus rings, scrolling. */
export const panelStyles = [hostReset, rules];
