import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Badge } from '../../contracts/analysis.ts';

/** Each result has a shape of its own, so that no colour is needed to tell them apart. */
const SHAPES: Readonly<Record<Badge, SVGTemplateResult>> = {
  agrees: svg`<path d="M3 8.5 6.5 12 13 4.5" />`,
  differs: svg`<path d="M3 6h10M3 10.5h10M11 2.5 5 14" />`,
  schematic: svg`<path d="M2.5 6.5c2-2.5 3.5-2.5 5.5-.7s3.5 1.8 5.5-.8M2.5 11c2-2.5 3.5-2.5 5.5-.7s3.5 1.8 5.5-.8" />`,
  unanswerable: svg`<path d="M5.2 5.8c0-4.3 5.8-4 5.8-.6 0 2.3-3 2.3-3 4.8M8 13v.6" />`,
};

export function renderIcon(badge: Badge): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    ${SHAPES[badge]}
  </svg>`;
}

export function renderBadge(badge: Badge, word: string): TemplateResult {
  return html`<span class="badge" data-badge=${badge}>${renderIcon(badge)}${word}</span>`;
}
