import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Conventions } from '../../contracts/theme.ts';
import type { FigureMessages } from '../messages/figure-messages.ts';
import type { SliceMessages } from '../messages/slice-messages.ts';
import type { FigureQuote, FigureSubject } from './find-subject.ts';

const MOST_SOURCES = 4;

export interface CaptionContext {
  readonly plan: PlanBundle;
  readonly subject: FigureSubject;
  readonly conventions: Conventions;
  /** The page's own words; null: none. */
  readonly caption: string | null;
  readonly words: SliceMessages & FigureMessages;
  readonly isEnglish: boolean;
  readonly pick: (zh: string, en: string | undefined) => string;
  /** Where a quotation leads; null: it is no link. */
  readonly addressOf: (quote: FigureQuote) => string | null;
}

/** A name in the reader's language, and in the other one where there is one. */
interface Name {
  readonly zh: string;
  readonly en: string | undefined;
}

/** What the figure shows: feature, clause, layers, or the plan. */
export function nameSubject({ feature, paragraph, layers }: FigureSubject, plan: PlanBundle): Name {
  if (feature) return { zh: feature.properties.name, en: feature.properties.nameEn };
  if (paragraph) return { zh: paragraph.title, en: paragraph.titleEn };
  const { title, titleEn } = plan.bundle;
  if (layers.length === 0) return { zh: title, en: titleEn };
  return {
    zh: layers.map(({ name }) => name).join('、'),
    en: layers.every(({ nameEn }) => nameEn)
      ? layers.map(({ nameEn }) => nameEn).join(', ')
      : undefined,
  };
}

/** Name, how far along and how sure, the plan's words, and what says so. */
export function renderCaption(context: CaptionContext): TemplateResult {
  const { plan, subject, caption, isEnglish, pick } = context;
  const { zh, en } = nameSubject(subject, plan);
  const other = isEnglish ? (en ? zh : undefined) : en;
  return html`<p class="name" part="name">
      <bdi>${pick(zh, en)}</bdi>
      ${
        other
          ? html`<bdi class="other" lang=${isEnglish ? 'zh-Hans' : 'en'}>${other}</bdi>`
          : nothing
      }
    </p>
    ${caption ? html`<p class="own"><bdi>${caption}</bdi></p>` : nothing}
    <div class="tags" part="tags">${renderTags(context)}</div>
    ${subject.quotes.map((quote) => renderQuotation(quote, context))} ${renderSources(context)}`;
}

function renderTags({ subject, conventions, words, pick }: CaptionContext): unknown {
  const { feature, features } = subject;
  if (feature) {
    const { status, accuracy } = feature.properties;
    const stage = conventions.statuses.find((style) => style.status === status)?.name;
    const sure = conventions.certainties.find((style) => style.certainty === accuracy.class)?.name;
    const isInferred = accuracy.class === 'inferred';
    const within = accuracy.horizontalM ? ` ${words.within(accuracy.horizontalM)}` : '';
    return html`<span class="tag">${stage ? pick(stage.zh, stage.en) : status}</span>
      <span class="tag" data-kind=${isInferred ? 'inferred' : nothing}
        >${isInferred ? words.inferred : sure ? pick(sure.zh, sure.en) : accuracy.class}${within}</span
      >`;
  }
  const counts = conventions.certainties.flatMap(({ certainty, name }) => {
    const of = features.filter(({ properties }) => properties.accuracy.class === certainty);
    return of.length > 0 ? [{ certainty, name: pick(name.zh, name.en), count: of.length }] : [];
  });
  return counts.map(({ certainty, name, count }) =>
    certainty === 'inferred'
      ? html`<span class="tag" data-kind="inferred">${words.inferred} ${count}</span>`
      : html`<span class="tag">${name} ${count}</span>`,
  );
}

function renderQuotation(quote: FigureQuote, context: CaptionContext): TemplateResult {
  const { words, pick } = context;
  const { text, paragraph, isNamed, isCut } = quote;
  const title = pick(paragraph.title, paragraph.titleEn);
  const address = context.addressOf(quote);
  // No white space inside: the plan's words are printed as they stand.
  // prettier-ignore
  const quoted = html`<span class="original" lang="zh-Hans">“${text}”${isCut ? '……' : nothing}</span>`;
  return html`<blockquote part="quote" data-basis=${isNamed ? 'named' : 'reading'}>
    ${quoted}
    <cite class="small"
      >${address ? html`<a href=${address}><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}</cite
    >
    ${isNamed ? nothing : html`<span class="tag" data-kind="inferred">${words.reading}</span>`}
  </blockquote>`;
}

function renderSources({ subject, words, pick }: CaptionContext): TemplateResult | typeof nothing {
  const { sources } = subject;
  if (sources.length === 0) return nothing;
  const shown = sources.slice(0, MOST_SOURCES);
  return html`<p class="small" part="source">
    ${words.sources}${shown.map(
      ({ title, titleEn, date }, index) =>
        html`${index > 0 ? words.betweenSources : ''}<bdi>${pick(title, titleEn)}</bdi>${date ? ` ${date}` : ''}`,
    )}
    ${sources.length > shown.length ? words.more(sources.length) : nothing}
  </p>`;
}
