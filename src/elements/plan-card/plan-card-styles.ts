import { css } from 'lit';

export const planCardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    background: var(--card) !important;
    container-type: inline-size;
  }

  .card {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  header {
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: 10px;
    padding: 14px 8px 6px 18px;
  }

  header .swatch {
    margin-top: calc((var(--plan-type-title, 20px) * 1.4 - 18px) / 2);
  }

  .names {
    flex: 1;
    min-width: 0;
  }

  h2 {
    font-family: var(--serif);
    font-size: var(--plan-type-title, 20px);
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }

  h2:focus:not(:focus-visible) {
    outline: none;
  }

  .ref {
    font-family: var(--sans);
    font-size: var(--type);
    font-weight: 600;
    color: var(--ink-2);
  }

  .other,
  .quiet {
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.5;
  }

  .close {
    flex: none;
    color: var(--ink-2);
  }

  .scroller {
    flex: 1;
    min-height: 0;
    height: auto;
    padding: 2px 18px 16px;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding-block: 2px 6px;
  }

  .badge {
    padding: 1px 9px;
    border: 1px solid var(--ink-3);
    border-radius: 999px;
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.5;
  }

  .badge[data-status='existing'] {
    border-color: var(--plan-good, #2b7236);
    color: var(--plan-good, #2b7236);
  }

  .badge[data-status='under-construction'],
  .badge[data-status='planned'] {
    border-color: var(--accent);
    color: var(--accent);
  }

  .badge[data-status='proposed'],
  .badge[data-status='cancelled'] {
    border-style: dashed;
  }

  .badge[data-certainty='schematic'],
  .badge[data-certainty='inferred'],
  .badge[data-kind='inferred'] {
    border-style: dashed;
    border-color: var(--plan-warn, #855600);
    color: var(--plan-warn, #855600);
  }

  .badge[data-kind='inferred'] {
    background: var(--plan-warn-soft, #fdf3da);
    font-weight: 600;
  }

  .why {
    padding: 4px 0 4px 10px;
    border-inline-start: 2px dashed var(--plan-warn, #855600);
    color: var(--ink-2);
    font-size: var(--small);
    line-height: 1.6;
  }

  section,
  details {
    margin-top: 12px;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  h3,
  summary {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
    line-height: 1.6;
  }

  .steps {
    display: flex;
    align-items: center;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .steps button {
    font-size: calc(var(--type) + 4px);
    line-height: 1;
  }

  .quote {
    display: block;
    width: 100%;
    padding: 5px 10px 6px;
    border-inline-start: 3px solid var(--rule);
    border-radius: 0 4px 4px 0;
    text-align: start;
  }

  .quote[data-basis='reading'] {
    border-inline-start-style: dashed;
    border-inline-start-width: 2px;
  }

  .quote + .quote,
  li + li > .quote {
    margin-top: 4px;
  }

  .quote[aria-current] {
    border-inline-start-color: var(--accent);
    background: var(--lit);
  }

  q {
    font-family: var(--serif);
    line-height: 1.65;
    quotes: '“' '”' '‘' '’';
  }

  .quote q {
    display: block;
    font-size: calc(var(--type) + 1px);
  }

  .cite {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    color: var(--ink-2);
    font-size: var(--small);
  }

  .fact {
    display: grid;
    grid-template-columns: calc(var(--type) * 6.4) minmax(0, 1fr);
    gap: 0 12px;
    padding-block: 4px;
    border-top: 1px solid var(--rule);
    line-height: 1.55;
  }

  .fact:last-child {
    border-bottom: 1px solid var(--rule);
  }

  dt {
    color: var(--ink-2);
  }

  .basis,
  .order {
    color: var(--ink-3);
    font-size: var(--small);
  }

  .basis {
    display: block;
  }

  .basis > * + *::before {
    content: ' · ';
  }

  .marker {
    margin-inline-start: 3px;
    color: var(--accent);
    font-size: max(var(--plan-type-least, 10.5px), 0.78em);
    line-height: 0;
  }

  .features {
    margin-inline: -8px;
  }

  .feature {
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
    width: 100%;
    text-align: start;
    line-height: 1.4;
    padding-block: 3px;
  }

  .feature .swatch {
    justify-self: center;
  }

  summary {
    min-height: 24px;
    cursor: pointer;
  }

  .count {
    color: var(--ink-3);
    font-weight: 400;
  }

  ol li {
    display: grid;
    grid-template-columns: calc(var(--small) * 2.2) minmax(0, 1fr);
    padding-block: 4px;
    font-size: var(--small);
    line-height: 1.55;
  }

  .address {
    display: inline-block;
    min-height: 24px;
    color: var(--ink-2);
    word-break: break-all;
  }

  a.address {
    color: var(--accent);
  }

  footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 4px;
    padding: 4px 10px;
    border-top: 1px solid var(--rule);
  }

  .hint {
    padding: 16px 18px;
    color: var(--ink-2);
    line-height: 1.7;
  }

  .hint p + p {
    margin-top: 4px;
    font-size: var(--small);
  }

  :host([compact]) header {
    padding-block: 8px 2px;
  }

  :host([compact]) h2 {
    font-size: calc(var(--type) + 2px);
  }

  :host([compact]) .scroller {
    padding-bottom: 8px;
  }

  :host([compact]) section,
  :host([compact]) details {
    margin-top: 6px;
  }

  @container (max-width: 300px) {
    .fact {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (pointer: coarse) {
    summary,
    .address {
      min-height: 44px;
      align-content: center;
    }
  }
`;
