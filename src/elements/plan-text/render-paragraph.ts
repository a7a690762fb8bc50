import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, NonSpatial, Paragraph } from '../../contracts/bundle.ts';
import type { LinkIndex, Phrase } from '../../contracts/links.ts';
import { isTitleInText } from '../../core/is-title-in-text.ts';
import type { Messages } from '../messages/messages.ts';
import type { CertaintyCount } from '../shared/count-certainties.ts';
import { cutParagraph, type Piece } from './cut-paragraph.ts';
import { renderHeading } from './render-heading.ts';
import { type IndicatorContext, renderIndicators } from './render-indicators.ts';
import { encodePart } from '../../core/encode-part.ts';

export interface ParagraphContext extends IndicatorContext {
  readonly links: LinkIndex;
  readonly words: Messages;
  readonly isEnglish: boolean;
  readonly certainties: (features: readonly string[]) => readonly CertaintyCount[];
  readonly nonSpatial: ReadonlyMap<string, NonSpatial>;
  readonly indicators: ReadonlyMap<string, readonly Indicator[]>;
  /** Id of the hidden sentence that tells what a phrase links to. */
  readonly describe: (phrase: Phrase) => string;
}

/** One clause: margin mark, heading, the plan's words with their links, and what hangs on them. */
export function renderParagraph(
  paragraph: Paragraph,
  level: number,
  context: ParagraphContext,
): TemplateResult {
  const { links, isEnglish } = context;
  const linked = links.paragraphs.get(paragraph.id);
  const printed = cutParagraph(paragraph, linked?.segments ?? [], links.phrases);
  const reason = context.nonSpatial.get(paragraph.id);
  return html`<section class="clause" part="clause" data-para=${paragraph.id}>
    ${
      linked && linked.features.length > 0
        ? renderMark(paragraph, linked.features, context)
        : nothing
    }
    ${renderHeading(
      level,
      isTitleInText(paragraph) ? 'hidden' : 'title',
      html`<span lang="zh-Hans">${paragraph.title}</span>`,
    )}
    ${
      isEnglish && paragraph.titleEn
        ? html`<p class="english" lang="en">${paragraph.titleEn}</p>`
        : nothing
    }
    <div class="body" lang="zh-Hans">
      ${printed.map((pieces) => html`<p>${pieces.map((piece) => renderPiece(piece, context))}</p>`)}
    </div>
    ${reason ? renderReason(reason, context) : nothing}
    ${renderIndicators(context.indicators.get(paragraph.id) ?? [], context)}
  </section>`;
}

function renderPiece(piece: Piece, context: ParagraphContext): TemplateResult | string {
  const { phrase } = piece;
  if (!phrase) return piece.isLead ? html`<b class="lead">${piece.text}</b>` : piece.text;
  // No white space inside: the plan's words are printed as they stand.
  // prettier-ignore
  return html`<a class=${piece.isLead ? 'phrase lead' : 'phrase'} part="phrase" href=${permalink(phrase)} data-phrase=${phrase.id} data-para=${phrase.para} data-theme=${phrase.theme} data-basis=${phrase.isNamed ? 'named' : 'reading'} draggable="false" tabindex=${piece.isFirst ? nothing : '-1'} title=${context.words.text.phraseLinks(phrase.features.length, phrase.isNamed)} aria-describedby=${context.describe(phrase)}>${piece.text}</a>`;
}

function permalink(phrase: Phrase): string {
  return `#v=1&clause=${encodePart(phrase.para)}&phrase=${phrase.start}-${phrase.end}`;
}

/** How many features the clause links to, and how sure the least sure of them is. */
function renderMark(
  paragraph: Paragraph,
  features: readonly string[],
  context: ParagraphContext,
): TemplateResult {
  const { words, isEnglish } = context;
  const counts = context.certainties(features);
  const leastSure = counts.findLast(({ certainty }) => certainty !== 'unknown');
  const short = isEnglish
    ? null
    : leastSure
      ? nameCertainty(leastSure, isEnglish)
      : words.common.textOnly;
  // The name starts with what is seen, so that it can be spoken to.
  const seen = short === null ? String(features.length) : `${features.length} ${short}`;
  const title = context.pick(paragraph.title, paragraph.titleEn);
  const label = `${seen}${words.common.colon}${words.text.markLabel(title, features.length, tellCertainties(counts, context))}`;
  return html`<button
    class="mark"
    part="mark"
    type="button"
    data-mark=${paragraph.id}
    aria-pressed="false"
    aria-label=${label}
    title=${label}
  >
    <span class="count number">${features.length}</span>
    <span class="dots"
      >${counts.map(
        ({ certainty }) => html`<span class="dot" data-certainty=${certainty}></span>`,
      )}</span
    >
    ${short === null ? nothing : html`<span>${short}</span>`}
  </button>`;
}

const nameCertainty = ({ style, certainty }: CertaintyCount, isEnglish: boolean): string =>
  style ? (isEnglish ? style.name.en : style.name.zh) : certainty;

/** How many are how sure, surest first: `Digitised 6, Inferred 1`. */
export const tellCertainties = (
  counts: readonly CertaintyCount[],
  { words, isEnglish }: Pick<ParagraphContext, 'words' | 'isEnglish'>,
): string =>
  counts
    .map((entry) => `${nameCertainty(entry, isEnglish)} ${entry.count}`)
    .join(words.common.separator);

function renderReason(
  { reason, reasonEn }: NonSpatial,
  { words, pick }: ParagraphContext,
): TemplateResult {
  const why = pick(reason, reasonEn);
  return html`<details class="non-spatial" part="non-spatial">
    <summary title=${why}>
      ${words.text.nonSpatial}<span class="hidden"
        >${words.common.colon}${words.text.nonSpatialWhy}</span
      >
    </summary>
    <p>${why}</p>
  </details>`;
}
