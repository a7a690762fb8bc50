import { html, type TemplateResult } from 'lit';
import { parseNotes, type NoteBlock, type NoteSpan } from '../../core/story/parse-notes.ts';

/** Speaker notes as elements; the text is only ever text. */
export const renderNotes = (text: string): TemplateResult[] => parseNotes(text).map(renderBlock);

function renderBlock(block: NoteBlock): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderLines(block.lines)}</p>`;
    case 'quote':
      return html`<blockquote><p>${renderLines(block.lines)}</p></blockquote>`;
    case 'bullets':
      return html`<ul>
        ${block.lines.map((line) => html`<li>${line.map(renderSpan)}</li>`)}
      </ul>`;
    case 'numbers':
      return html`<ol start=${block.start}>
        ${block.lines.map((line) => html`<li>${line.map(renderSpan)}</li>`)}
      </ol>`;
    default:
      return block satisfies never;
  }
}

const renderLines = (lines: NoteBlock['lines']): (TemplateResult | TemplateResult[])[] =>
  lines.map((line, at) => (at === 0 ? line.map(renderSpan) : html`<br />${line.map(renderSpan)}`));

function renderSpan({ kind, text }: NoteSpan): TemplateResult {
  if (kind === 'strong') return html`<strong>${text}</strong>`;
  return kind === 'em' ? html`<em>${text}</em>` : html`${text}`;
}
