import type { Paragraph, PlanBundle } from '../../contracts/bundle.ts';
import type { Mark, MarkKind } from '../../contracts/marks.ts';
import type { Language } from '../../contracts/theme.ts';
import { featuresById } from '../lit.ts';

/** One view that was discussed, with its picture. */
export interface MinutesScene {
  readonly title: string;
  /** PNG as base64; null: no picture could be had. */
  readonly picture: string | null;
  readonly marks: readonly Mark[];
}

export interface MinutesMark {
  readonly number: number;
  readonly mark: Mark;
  /** Names of the cited features. */
  readonly features: readonly string[];
  /** Titles of the cited paragraphs. */
  readonly clauses: readonly string[];
}

/** What the plan says in a paragraph, word for word, and the marks on it. */
export interface MinutesClause {
  readonly title: string;
  readonly path: readonly string[];
  readonly quotes: readonly string[];
  readonly marks: readonly MinutesMark[];
}

export interface Minutes {
  readonly lang: Language;
  readonly planTitle: string;
  /** As the reader's clock says it. */
  readonly time: string;
  readonly authors: readonly string[];
  readonly scenes: readonly {
    readonly title: string;
    readonly picture: string | null;
    readonly marks: readonly MinutesMark[];
  }[];
  readonly clauses: readonly MinutesClause[];
  readonly features: readonly { readonly name: string; readonly marks: readonly MinutesMark[] }[];
  /** Marks that cite nothing. */
  readonly others: readonly MinutesMark[];
  readonly all: readonly MinutesMark[];
}

export interface MinutesInput {
  readonly bundle: PlanBundle;
  readonly marks: readonly Mark[];
  readonly scenes: readonly MinutesScene[];
  readonly lang: Language;
  readonly time: string;
}

/** The minutes of a meeting: by clause in the plan's order, then by feature, then the rest. */
export function buildMinutes({ bundle, marks, scenes, lang, time }: MinutesInput): Minutes {
  const features = featuresById(bundle);
  const paragraphs = bundle.plan.docs.flatMap((doc) => doc.paragraphs);
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const nameOf = (id: string): string => {
    const properties = features.get(id)?.properties;
    return (lang === 'en' && properties?.nameEn) || properties?.name || id;
  };
  const titleOf = ({ title, titleEn }: Paragraph): string => (lang === 'en' && titleEn) || title;
  const all = marks.map((mark, index): MinutesMark => ({
    number: index + 1,
    mark,
    features: mark.features.map(nameOf),
    clauses: mark.clauses.map(({ para }) => {
      const paragraph = byId.get(para);
      return paragraph ? titleOf(paragraph) : para;
    }),
  }));
  const ofMark = new Map(all.map((row) => [row.mark.id, row]));
  return {
    lang,
    planTitle: (lang === 'en' && bundle.bundle.titleEn) || bundle.bundle.title,
    time,
    authors: [...new Set(marks.map(({ author }) => author).filter((author) => author !== ''))],
    scenes: scenes.map(({ title, picture, marks: shown }) => ({
      title,
      picture,
      marks: shown.flatMap(({ id }) => ofMark.get(id) ?? []),
    })),
    clauses: paragraphs.flatMap((paragraph): MinutesClause[] => {
      const on = all.filter(({ mark }) => mark.clauses.some(({ para }) => para === paragraph.id));
      if (on.length === 0) return [];
      return [
        {
          title: titleOf(paragraph),
          path: (lang === 'en' && paragraph.pathEn) || paragraph.path,
          quotes: quotesOf(paragraph, on),
          marks: on,
        },
      ];
    }),
    features: bundle.features.features.flatMap(({ properties: { id } }) => {
      const on = all.filter(({ mark }) => mark.features.includes(id));
      return on.length === 0 ? [] : [{ name: nameOf(id), marks: on }];
    }),
    others: all.filter(({ mark }) => mark.clauses.length === 0 && mark.features.length === 0),
    all,
  };
}

/** Quotations that do stand in the paragraph; the whole of it where a mark cites it whole, or no longer rightly. */
function quotesOf({ id, text }: Paragraph, rows: readonly MinutesMark[]): readonly string[] {
  const cited = rows
    .flatMap(({ mark }) => mark.clauses)
    .filter(({ para }) => para === id)
    .map(({ quote }) => (quote !== null && text.includes(quote) ? quote : text));
  return cited.includes(text) ? [text] : [...new Set(cited)];
}

interface MinutesWords {
  readonly kinds: Readonly<Record<MarkKind, string>>;
  readonly columns: readonly string[];
  readonly [name: string]: unknown;
}

export const MINUTES_WORDS = {
  'zh-Hans': {
    title: '会议纪要',
    label: '会议标绘，非规划内容',
    quoteNote: '引文逐字照录规划原文；意见为会议标绘，非规划内容。',
    plan: '规划',
    time: '时间',
    authors: '记录人',
    unnamed: '（未署名）',
    scenes: '讨论的画面',
    noPicture: '（未能取得图片）',
    clauses: '按条文',
    features: '按要素',
    others: '未引用条文或要素的标绘',
    all: '标绘清单',
    columns: ['序号', '类型', '意见', '记录人', '时间', '条文', '要素'],
    noNote: '（未写意见）',
    none: '没有标绘。',
    kinds: { point: '点', line: '线', area: '面', arrow: '箭头', text: '文字', freehand: '手绘' },
  },
  en: {
    title: 'Minutes of the meeting',
    label: 'Meeting red-lines, not part of the plan',
    quoteNote:
      'Quotations give the plan word for word; remarks are red-lines of the meeting, not part of the plan.',
    plan: 'Plan',
    time: 'Time',
    authors: 'Noted by',
    unnamed: '(unsigned)',
    scenes: 'Views discussed',
    noPicture: '(no picture could be taken)',
    clauses: 'By clause',
    features: 'By feature',
    others: 'Marks that cite no clause and no feature',
    all: 'List of marks',
    columns: ['No.', 'Kind', 'Remark', 'Noted by', 'Time', 'Clauses', 'Features'],
    noNote: '(no remark)',
    none: 'There are no marks.',
    kinds: {
      point: 'Point',
      line: 'Line',
      area: 'Area',
      arrow: 'Arrow',
      text: 'Text',
      freehand: 'Freehand',
    },
  },
} as const satisfies Readonly<Record<Language, MinutesWords>>;

/** `2026-03-01T09:30:00+08:00` → `2026-03-01 09:30`: the clock where it was drawn. */
export const sayTime = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
