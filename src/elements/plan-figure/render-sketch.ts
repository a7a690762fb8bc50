import { html, svg, type TemplateResult } from 'lit/html.js';
import { OUTLINE_SIZE, type Outline } from '../../core/embed/draw-outline.ts';

/** The outline as a picture: the county, and on it what the figure is about. */
export function renderSketch(outline: Outline, label: string): TemplateResult {
  const { width, height } = OUTLINE_SIZE;
  return html`<svg
    class="sketch"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label=${label}
    preserveAspectRatio="xMidYMid meet"
  >
    ${outline.ground ? svg`<path class="ground" d=${outline.ground} />` : ''}
    ${outline.shapes.map(
      ({ kind, d, theme, isSoft }) => svg`
        ${kind === 'point' ? svg`<path class="point rim" d=${d} />` : ''}
        <path class=${kind} data-theme=${theme} data-soft=${isSoft} d=${d} />
        ${kind === 'point' && isSoft ? svg`<path class="point hollow" d=${d} />` : ''}
      `,
    )}
  </svg>`;
}
