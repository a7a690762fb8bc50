import { html, type TemplateResult } from 'lit';

/** A heading of a computed level, 2–6. */
export function renderHeading(
  level: number,
  className: string,
  content: unknown,
  depth = 0,
): TemplateResult {
  switch (level) {
    case 2:
      return html`<h2 class=${className} data-depth=${depth}>${content}</h2>`;
    case 3:
      return html`<h3 class=${className} data-depth=${depth}>${content}</h3>`;
    case 4:
      return html`<h4 class=${className} data-depth=${depth}>${content}</h4>`;
    case 5:
      return html`<h5 class=${className} data-depth=${depth}>${content}</h5>`;
    default:
      return html`<h6 class=${className} data-depth=${depth}>${content}</h6>`;
  }
}
