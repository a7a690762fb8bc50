import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Paragraph, PlanBundle, PlanDocument } from '../../contracts/bundle.ts';
import type { Phrase } from '../../contracts/links.ts';
import type { CertaintyStyle } from '../../contracts/theme.ts';
import { isTitleInText } from '../../core/is-title-in-text.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import type { QuoteMessages } from '../messages/quote-messages.ts';
import type { SliceMessages } from '../messages/slice-messages.ts';
import { cutParagraph, type Piece } from '../plan-text/cut-paragraph.ts';

export interface QuoteContext {
  readonly plan: PlanBundle;
  readonly doc: PlanDocument;
  readonly paragraph: Paragraph;
  /** Its phrases are marked strongly; null: none. */
  readonly feature: string | null;
  readonly certainties: readonly CertaintyStyle[];
  readonly words: SliceMessages & QuoteMessages;
  readonly isEnglish: boolean;
  readonly pick: (zh: string, en: string | undefined) => string;
  /** Where a phrase leads; null: it is no link. */
  readonly addressOf: (phrase: Phrase) => string | null;
}

/** The paragraph word for word, how sure its places are, and where it stands in the plan. */
export function renderQuote(context: QuoteContext): TemplateResult {
  const { plan, doc, paragraph, words, isEnglish, pick } = context;
  const links = linkClauses(plan);
  const linked = links.paragraphs.get(paragraph.id);
  const printed = cutParagraph(paragraph, linked?.segments ?? [], links.phrases);
  const hasReading = linked?.phrases.some(({ isNamed }) => !isNamed) ?? false;
  const path = paragraph.path.map((title, depth) => pick(title, paragraph.pathEn?.[depth]));
  const titles = [pick(doc.title, doc.titleEn), ...path, pick(paragraph.title, paragraph.titleEn)];
  return html`<blockquote class="original" part="quote" lang="zh-Hans">
      ${isTitleInText(paragraph) ? nothing : html`<p class="title">${paragraph.title}</p>`}
      ${printed.map((pieces) => html`<p>${pieces.map((piece) => renderPiece(piece, context))}</p>`)}
    </blockquote>
    <div class="tags small" part="tags">
      ${renderCertainty(context, linked?.features ?? [])} ${renderReason(context)}
      ${hasReading ? html`<span class="dashed">${words.dashed}</span>` : nothing}
      ${isEnglish ? html`<span>${words.original}</span>` : nothing}
    </div>
    <p class="small" part="source">
      <cite
        >${titles.map((title, index) => html`${index > 0 ? ' › ' : ''}<bdi>${title}</bdi>`)}</cite
      >
    </p>`;
}

function renderPiece(piece: Piece, context: QuoteContext): TemplateResult | string {
  const { phrase, isLead, text } = piece;
  if (!phrase) return isLead ? html`<b class="lead">${text}</b>` : text;
  const { words, feature } = context;
  const kind = isLead ? 'phrase lead' : 'phrase';
  const basis = phrase.isNamed ? 'named' : 'reading';
  const lit = feature !== null && phrase.features.includes(feature) ? 'selected' : nothing;
  const links = words.phraseLinks(phrase.features.length);
  const told = phrase.isNamed ? links : `${links}${words.separator}${words.reading}`;
  const address = context.addressOf(phrase);
  // No white space inside: the plan's words are printed as they stand.
  // prettier-ignore
  return address === null
    ? html`<span class=${kind} part="phrase" data-theme=${phrase.theme} data-basis=${basis} data-lit=${lit} title=${told}>${text}</span>`
    : html`<a class=${kind} part="phrase" href=${address} data-phrase=${phrase.id} data-theme=${phrase.theme} data-basis=${basis} data-lit=${lit} tabindex=${piece.isFirst ? nothing : '-1'} title=${told}>${text}</a>`;
}

/** How sure the places are: of the feature that is asked for, else of all that the paragraph speaks of. */
function renderCertainty(
  { plan, feature, certainties, words, pick }: QuoteContext,
  cited: readonly string[],
): TemplateResult | typeof nothing {
  const ids = new Set(feature === null ? cited : [feature]);
  const all = plan.features.features.filter(({ properties }) => ids.has(properties.id));
  const counts = certainties.flatMap(({ certainty, name }) => {
    const count = all.filter(({ properties }) => properties.accuracy.class === certainty).length;
    return count > 0 ? [{ certainty, name: pick(name.zh, name.en), count }] : [];
  });
  const leastSure = counts.findLast(({ certainty }) => certainty !== 'unknown') ?? counts[0];
  if (!leastSure) return nothing;
  const [first] = all;
  const told =
    feature !== null && first
      ? pick(first.properties.name, first.properties.nameEn)
      : `${words.features(all.length)}${words.colon}${counts
          .map(({ name, count }) => `${name} ${count}`)
          .join(words.separator)}`;
  const isInferred = leastSure.certainty === 'inferred';
  return html`<span class="tag" data-kind=${isInferred ? 'inferred' : nothing}
      >${isInferred ? words.inferred : leastSure.name}</span
    >
    <bdi>${told}</bdi>`;
}

function renderReason({
  plan,
  doc,
  paragraph,
  words,
  pick,
}: QuoteContext): TemplateResult | typeof nothing {
  const found = plan.nonSpatial.find(
    (entry) => entry.para === paragraph.id && entry.doc === doc.id,
  );
  if (!found) return nothing;
  return html`<span class="tag" part="non-spatial">${words.nonSpatial}</span>
    <bdi>${pick(found.reason, found.reasonEn)}</bdi>`;
}
