import { css } from '../shared/light-element.ts';

export const planFigureStyles = css`
  figure {
    border: 1px solid var(--rule);
    border-radius: 3px;
    overflow: clip;
  }

  figcaption {
    display: grid;
    gap: 8px;
    padding: 12px 14px;
    border-top: 1px solid var(--rule);
  }

  .name {
    font-size: calc(var(--plan-type) + 2px);
    font-weight: 600;
    line-height: 1.4;
  }

  .other {
    margin-inline-start: 0.4em;
    color: var(--ink-2);
    font-size: var(--plan-type-small);
    font-weight: 400;
  }

  blockquote {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--accent);
    line-height: 1.7;
  }

  blockquote[data-basis='reading'] {
    border-inline-start-style: dashed;
  }

  .original {
    font-size: calc(var(--plan-type) + 1px);
  }

  cite {
    margin-inline-start: 0.3em;
    font-style: normal;
  }

  cite::before {
    content: '——';
    color: var(--ink-3);
  }

  .poster {
    position: absolute;
    z-index: 1;
    inset: 0;
    background: var(--plan-map-ground);
  }

  .poster > :is(img, svg),
  .poster ::slotted(img) {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .map[data-live] .poster {
    display: none;
  }

  .ground {
    fill: var(--plan-map-land);
    stroke: var(--plan-theme-boundary);
    stroke-width: 1.5px;
  }

  .sketch path {
    vector-effect: non-scaling-stroke;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .line {
    fill: none;
    stroke: var(--theme);
    stroke-width: 2.5px;
  }

  .area {
    fill: var(--theme);
    fill-opacity: 0.2;
    stroke: var(--theme);
    stroke-width: 1.5px;
  }

  .reach {
    fill: var(--theme);
    fill-opacity: 0.1;
    stroke: var(--theme);
    stroke-width: 1.2px;
  }

  .point {
    fill: none;
    stroke: var(--theme);
    stroke-width: 11px;
  }

  .point.rim {
    stroke: var(--plan-map-land);
    stroke-width: 14px;
  }

  .point.hollow {
    stroke: var(--plan-map-land);
    stroke-width: 6px;
  }

  :is(.line, .area, .reach)[data-soft='true'] {
    stroke-dasharray: 5 6;
  }

  .note {
    position: absolute;
    z-index: 2;
    inset-block-end: 6px;
    inset-inline-start: 6px;
    max-width: calc(100% - 12px);
    padding: 0 6px;
    border-radius: 3px;
    background: var(--paper);
    color: var(--ink-2);
    font-size: var(--plan-type-small);
  }

  .note:empty {
    display: none;
  }

  .map > button {
    position: absolute;
    z-index: 2;
    inset-block-start: 8px;
    inset-inline-end: 8px;
  }

  @media (forced-colors: active) {
    .sketch {
      forced-color-adjust: none;
    }
  }

  @media print {
    .map[data-live] .poster {
      display: block;
    }
    .map > plan-atlas {
      display: none;
    }
    .poster,
    .map {
      background: #fff;
    }
    .ground {
      fill: #fff;
      stroke: #000;
    }
    :is(.line, .area, .reach, .point) {
      fill: none;
      stroke: #000;
    }
    .point:is(.rim, .hollow) {
      stroke: #fff;
    }
  }
`;
