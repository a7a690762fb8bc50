import { css } from 'lit';

/**
 * A4 across, in millimetres and points, on screen as on paper. The smallest type is 8 pt. Nothing
 * has a shadow in print, and every sheet keeps to its page.
 */
export const planHandoutStyles = css`
  :host {
    height: auto;
    min-height: 100%;
    padding: 0 0 24px;
    background: var(--plan-map-ground, #e7e4dd) !important;
  }
  .tools {
    position: sticky;
    z-index: 2;
    top: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 10px 24px;
    border-bottom: 1px solid var(--rule);
    background: var(--paper);
    opacity: 0.995;
  }
  .tools p {
    flex: 1 1 240px;
  }
  .tools progress {
    width: 200px;
    accent-color: var(--accent);
  }
  .tools :is(button, a) {
    border: 1px solid var(--rule);
    border-radius: 5px;
  }
  .tools a {
    padding: 5px 10px;
    text-decoration: none;
  }
  .tools button.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .warn {
    color: var(--plan-error, #a3261b);
  }

  .sheet {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: 4mm;
    width: 297mm;
    height: 210mm;
    margin: 16px auto 0;
    padding: 9mm 10mm 7mm;
    overflow: hidden;
    background: #fff;
    color: #24231f;
    box-shadow: var(--plan-shadow, none);
    font-size: 9pt;
    line-height: 1.45;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .sheet > header {
    display: flex;
    align-items: baseline;
    gap: 4mm;
    padding-bottom: 2mm;
    border-bottom: 0.5mm solid var(--accent);
  }
  .sheet > header h2 {
    flex: 1;
    font: 700 19pt / 1.25 var(--serif);
  }
  .sheet > header .number {
    color: var(--accent);
    font-weight: 700;
    font-size: 19pt;
    line-height: 1.25;
  }
  .sheet > header .story {
    color: var(--ink-2);
  }
  .sheet > footer {
    display: flex;
    justify-content: space-between;
    gap: 8mm;
    color: var(--ink-2);
    font-size: 8pt;
  }

  .body {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) 82mm;
    gap: 6mm;
    min-height: 0;
  }
  .pictures {
    display: flex;
    gap: 4mm;
    min-height: 0;
  }
  figure {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
    border: 0.25mm solid var(--rule);
    background: var(--plan-map-ground, #e7e4dd);
  }
  figure img.map {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  figure figcaption {
    position: absolute;
    top: 2mm;
    left: 2mm;
    padding: 0.5mm 2.5mm;
    border-radius: 1mm;
    background: #fff;
    font-weight: 700;
    font-size: 11pt;
  }
  figure .missing {
    display: grid;
    height: 100%;
    place-content: center;
    padding: 8mm;
    color: var(--ink-2);
    font-size: 12pt;
    text-align: center;
  }
  .furniture {
    position: absolute;
    right: 2mm;
    bottom: 2mm;
    display: flex;
    align-items: end;
    gap: 3mm;
    padding: 1mm 2mm;
    border-radius: 1mm;
    background: #fff;
    font-size: 8pt;
    line-height: 1.2;
  }
  .furniture .bar {
    height: 1.2mm;
    border: 0.3mm solid #24231f;
    border-top: 0;
  }
  .furniture svg {
    display: block;
    width: 4mm;
    height: 5mm;
    margin: 0 auto;
  }

  .column {
    display: flex;
    flex-direction: column;
    gap: 3.5mm;
    min-height: 0;
    overflow: hidden;
  }
  .said,
  .shown {
    display: flex;
    flex-direction: column;
    gap: inherit;
  }
  /* Two pictures share the whole width, and the words go below them. */
  .body[data-shots='2'] {
    grid-template: 106mm minmax(0, 1fr) / minmax(0, 1fr);
    gap: 4mm;
  }
  .body[data-shots='2'] .column {
    flex-direction: row;
    gap: 8mm;
  }
  .body[data-shots='2'] .said {
    flex: 4 1 0;
    gap: 2mm;
  }
  .body[data-shots='2'] .shown {
    flex: 5 1 0;
    gap: 1.5mm;
  }
  .body[data-shots='2'] .legend ul {
    columns: 4;
  }
  .caption {
    font-size: 13pt;
    line-height: 1.5;
  }
  h3 {
    margin: 0 0 1mm;
    color: var(--accent);
    font-weight: 700;
    font-size: 9pt;
  }
  .quotes li + li {
    margin-top: 1.8mm;
  }
  blockquote {
    padding-left: 2.5mm;
    border-left: 0.7mm solid var(--accent);
    font: 11pt / 1.45 var(--serif);
  }
  .quotes .where {
    padding-left: 3.2mm;
    color: var(--ink-2);
    font-size: 8pt;
  }
  .legend ul {
    columns: 2;
    column-gap: 3mm;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 1.5mm;
    padding: 0.4mm 0;
    break-inside: avoid;
    font-size: 8pt;
    line-height: 1.3;
  }
  .legend .swatch {
    width: 8mm;
    height: auto;
    max-height: 5mm;
    object-fit: contain;
  }
  .legend .tag {
    padding: 0 0.3em;
    font-size: 8pt;
  }
  .note {
    color: var(--ink-2);
    font-size: 8pt;
  }
  .column[data-density='1'] .caption {
    font-size: 11.5pt;
  }
  .column[data-density='1'] blockquote {
    font-size: 9.5pt;
  }
  .column[data-density='2'] {
    gap: 2mm;
  }
  .column[data-density='2'] .caption {
    font-size: 10.5pt;
    line-height: 1.4;
  }
  .column[data-density='2'] blockquote {
    font-size: 8.5pt;
    line-height: 1.3;
  }
  .column[data-density='2'] .quotes li + li {
    margin-top: 0.8mm;
  }
  .column[data-density='2'] .legend li {
    padding: 0;
    line-height: 1.15;
  }

  .slide {
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    border-left: 6mm solid var(--accent);
    padding-left: 24mm;
  }
  .slide .title {
    align-self: center;
  }
  .slide h2 {
    font: 700 38pt / 1.3 var(--serif);
  }
  .slide .subtitle {
    margin-top: 5mm;
    color: var(--ink-2);
    font-size: 18pt;
  }
  .slide .small {
    margin-top: 16mm;
    color: var(--ink-2);
    font-size: 10.5pt;
  }

  table {
    align-self: start;
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.8mm 2mm;
    border-bottom: 0.2mm solid var(--rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    line-height: 1.35;
  }
  thead th {
    border-bottom: 0.4mm solid var(--accent);
    color: var(--accent);
    font-weight: 700;
  }
  thead th:nth-child(1) {
    width: 80mm;
  }
  thead th:nth-child(3) {
    width: 30mm;
  }
  td:nth-child(2) {
    font-family: var(--serif);
  }
  .path {
    display: block;
    color: var(--ink-2);
    font-size: 8pt;
  }

  @media print {
    :host {
      min-height: 0;
      padding: 0;
      background: none !important;
    }
    .tools {
      display: none;
    }
    .sheet {
      margin: 0;
      box-shadow: none;
      break-after: page;
      break-inside: avoid;
    }
    .sheet:last-of-type {
      break-after: auto;
    }
  }
`;
