import { css } from 'lit';

export const planStoryStyles = css`
  :host {
    height: auto;
    min-height: 100%;
    container-type: inline-size;
  }

  .head,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }

  .head {
    justify-content: space-between;
    padding: 8px 14px 4px;
  }

  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 10px;
    font-variant-numeric: tabular-nums;
  }

  .keeping,
  .keys,
  .how,
  .told {
    color: var(--ink-3);
    font-size: var(--small);
  }

  p.told {
    padding: 0 14px;
  }

  .keys {
    padding-block: 8px 12px;
  }

  a.plain {
    display: inline-flex;
    align-items: center;
    min-height: max(24px, var(--target));
    padding: 0 8px;
    border-radius: 5px;
    color: var(--accent);
    text-decoration: none;
    white-space: nowrap;
  }

  @media (hover: hover) {
    a.plain:hover {
      background: var(--lit);
    }
  }

  button.strong {
    border: 1px solid var(--accent);
  }

  .empty {
    display: grid;
    gap: 12px;
    padding: 16px 14px;
    color: var(--ink-2);
  }

  .warning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 12px;
    padding: 8px 14px;
    border-bottom: 1px solid var(--plan-warn, #8a5a00);
    background: var(--plan-warn-soft, transparent);
    color: var(--ink);
  }

  .warning ul {
    padding-inline-start: 1.2em;
    list-style: disc;
    font-size: var(--small);
  }

  .body {
    display: grid;
    gap: 0 18px;
    align-items: start;
    padding: 0 14px;
  }

  .body > * {
    min-width: 0;
  }

  .body[data-form='true'] .list {
    display: none;
  }

  @container (min-width: 620px) {
    .body[data-form='true'] {
      grid-template-columns: minmax(240px, 5fr) minmax(300px, 6fr);
    }
    .body[data-form='true'] .list {
      display: block;
    }
    .form {
      position: sticky;
      top: 0;
    }
  }

  .scene {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    border-bottom: 1px solid var(--rule);
  }

  .scene[data-shown='true'] {
    background: var(--lit);
  }

  .scene[data-open='true'] {
    background: var(--lit-strong);
  }

  .scene[data-dragged='true'] {
    opacity: 0.55;
  }

  .scene[data-drop]::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    height: 3px;
    background: var(--accent);
  }

  .scene[data-drop='before']::after {
    top: -2px;
  }

  .scene[data-drop='after']::after {
    bottom: -2px;
  }

  .handle {
    width: max(24px, var(--target));
    height: max(36px, var(--target));
    background: radial-gradient(circle, var(--ink-3) 1.4px, transparent 1.8px) center / 6px 6px
      no-repeat;
    background-repeat: repeat;
    background-clip: content-box;
    padding: 9px 9px;
    cursor: grab;
    touch-action: none;
  }

  .scenes[data-dragging='true'] .handle {
    cursor: grabbing;
  }

  .show {
    display: grid;
    grid-template-columns: 1.8em minmax(0, 1fr) auto auto;
    gap: 0 8px;
    align-items: center;
    padding: 4px 6px;
    text-align: start;
  }

  .show > .number:first-child {
    color: var(--ink-3);
    text-align: end;
  }

  .show .time {
    grid-column: 4;
    color: var(--ink-2);
    font-size: var(--small);
    white-space: nowrap;
  }

  .words {
    display: grid;
    min-width: 0;
  }

  .title,
  .clause {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 600;
  }

  .clause {
    color: var(--ink-3);
    font-size: var(--small);
  }

  .scene[data-shown='true'] .clause,
  .scene[data-open='true'] .clause,
  .scene[data-open='true'] .show > .number:first-child,
  .scene[data-shown='true'] .show > .number:first-child {
    color: var(--ink-2);
  }

  @container (max-width: 34em) {
    .show {
      grid-template-columns: 1.3em minmax(0, 1fr) auto auto;
      gap: 0 6px;
      padding-inline: 0 4px;
    }
    .title {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }

  .icon {
    padding: 0;
    color: var(--accent);
  }

  .form {
    display: grid;
    gap: 10px;
    padding-block: 4px 16px;
  }

  .form header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .form h3 {
    font-size: 1em;
  }

  .field {
    display: grid;
    gap: 2px;
    min-width: 0;
  }

  .field > span:first-child {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .field input,
  .field textarea,
  .field select {
    width: 100%;
    min-height: max(28px, var(--target));
    padding: 4px 8px;
    border: 1px solid var(--ink-3);
    border-radius: 5px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  .field textarea {
    resize: vertical;
  }

  .field [aria-invalid='true'] {
    border-color: var(--plan-warn, #8a5a00);
  }

  .short {
    width: 8em;
  }

  .error {
    color: var(--plan-warn, #8a5a00);
    font-size: var(--small);
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: max(28px, var(--target));
    cursor: pointer;
  }

  .check input {
    width: 1.1em;
    height: 1.1em;
    min-width: 0;
    margin: 0;
    accent-color: var(--accent);
  }

  .notes {
    display: grid;
    gap: 8px;
    padding: 8px 0;
  }

  .notes ul {
    padding-inline-start: 1.3em;
    list-style: disc;
  }

  .notes ol {
    padding-inline-start: 1.6em;
    list-style: decimal;
  }

  .notes blockquote {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--accent);
    font-family: var(--serif);
  }

  .file {
    position: relative;
  }

  summary {
    min-width: max(24px, var(--target));
    min-height: max(24px, var(--target));
    padding: 0 8px;
    color: var(--accent);
    line-height: max(24px, var(--target));
    cursor: pointer;
  }

  .items {
    position: absolute;
    z-index: 3;
    inset-inline-end: 0;
    display: grid;
    min-width: 12em;
    padding: 4px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: var(--card);
    box-shadow: var(--plan-shadow, 0 2px 10px rgb(0 0 0 / 0.2));
  }

  .items button,
  .import {
    min-height: max(28px, var(--target));
    padding: 4px 8px;
    text-align: start;
  }

  .import {
    position: relative;
    display: flex;
    align-items: center;
    border-radius: 5px;
    color: var(--accent);
    cursor: pointer;
  }

  .import input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .import:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    .handle {
      width: 44px;
      height: 44px;
      padding: 13px;
    }
    summary,
    .import {
      min-height: 44px;
      line-height: 44px;
    }
  }
`;
