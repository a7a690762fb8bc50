import { html, type TemplateResult } from 'lit';
import type { Mark } from '../../contracts/search.ts';

/** A string with its matched characters in `<mark>` elements. */
export function markText(text: string, marks: readonly Mark[]): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
