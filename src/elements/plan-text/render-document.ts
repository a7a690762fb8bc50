import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, PlanDocument } from '../../contracts/bundle.ts';
import { outline } from './outline.ts';
import { renderHeading } from './render-heading.ts';
import { type ParagraphContext, renderParagraph } from './render-paragraph.ts';

/** A document of the plan: title, period and status, then its outline with every clause. */
export function renderDocument(doc: PlanDocument, context: ParagraphContext): TemplateResult {
  const { words, isEnglish, pick } = context;
  return html`<article part="document" data-doc=${doc.id}>
    <header>
      <h2 lang="zh-Hans">${doc.title}</h2>
      ${isEnglish && doc.titleEn ? html`<p class="english" lang="en">${doc.titleEn}</p>` : nothing}
      <p class="meta">
        ${
          doc.period
            ? html`<span class="number">${words.text.period(...doc.period)}</span>`
            : nothing
        }
        ${doc.status ? html`<span>${words.text.docStatus[doc.status]}</span>` : nothing}
      </p>
      ${doc.note ? html`<p class="note">${pick(doc.note, doc.noteEn)}</p>` : nothing}
      ${isEnglish ? html`<p class="note">${words.text.originalNote}</p>` : nothing}
    </header>
    ${outline(doc).map((item) =>
      item.kind === 'paragraph'
        ? renderParagraph(item.paragraph, item.depth + 3, context)
        : renderHeading(
            item.depth + 3,
            'chapter',
            html`${
                item.number
                  ? html`<span class="outline-number" lang="zh-Hans">${item.number}</span>`
                  : nothing
              }<span lang="zh-Hans">${item.title}</span>${
                isEnglish && item.titleEn
                  ? html`<span class="english" lang="en">${item.titleEn}</span>`
                  : nothing
              }`,
            item.depth,
          ),
    )}
  </article>`;
}

/** Each indicator stands after the clause that it cites first. */
export function groupIndicators(indicators: readonly Indicator[]): Map<string, Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const para = indicator.planRefs[0]?.para;
    if (para === undefined) continue;
    const group = groups.get(para);
    if (group) group.push(indicator);
    else groups.set(para, [indicator]);
  }
  return groups;
}
