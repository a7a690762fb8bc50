/** What find gives back. */

export const HIT_KINDS = ['text', 'feature', 'place', 'indicator'] as const;
/** 正文, 要素, 地点, 指标. */
export type HitKind = (typeof HIT_KINDS)[number];

/** Matched characters of a string: UTF-16 offsets, end exclusive. */
export type Mark = readonly [start: number, end: number];

/**
 * A run of the printed plan: the heading that stands first above a paragraph, the paragraph's own title, or its
 * words; `…-en` is the English beside it. Offsets are UTF-16 units of that string, end exclusive.
 */
export interface TextRange {
  readonly para: string;
  readonly part: 'heading' | 'heading-en' | 'title' | 'title-en' | 'body';
  /** Of a heading; 0 is outermost. */
  readonly depth?: number;
  readonly start: number;
  readonly end: number;
}

export interface SearchHit {
  readonly kind: HitKind;
  /** Unique within its kind: id of the paragraph, feature or indicator; `<paragraph>/<depth>` of a heading. */
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly titleMarks: readonly Mark[];
  readonly titleEnMarks: readonly Mark[];
  /** What else was found, cut to a line: the plan's words, another name, a note; empty when the title says it all. */
  readonly snippet: string;
  readonly marks: readonly Mark[];
  readonly paraId?: string;
  readonly featureId?: string;
  readonly indicatorId?: string;
  /** Of a text: every occurrence, in reading order. Of an indicator: the words that it cites. */
  readonly ranges: readonly TextRange[];
  /** Higher is better; only the order means something. */
  readonly score: number;
}

export interface SearchGroup {
  readonly kind: HitKind;
  /** How many were found; `hits` may be fewer. */
  readonly total: number;
  /** Best first. */
  readonly hits: readonly SearchHit[];
}

export interface SearchResults {
  readonly query: string;
  /** One for every kind, in the order of `HIT_KINDS`; without hits when nothing was found. */
  readonly groups: readonly SearchGroup[];
  readonly total: number;
  /** The best hit of all groups: what the Return key opens. */
  readonly best: SearchHit | null;
  /** All occurrences in the printed plan, in reading order. */
  readonly occurrences: readonly TextRange[];
}

export interface SearchOptions {
  /** Hits of a group; default 6. */
  readonly limit?: number;
  /** Language of the interface: English headings are printed only in the English one. Default zh-Hans. */
  readonly lang?: 'zh-Hans' | 'en';
}

/** An index over one bundle. */
export interface SearchIndex {
  /** Never throws, whatever is asked. */
  readonly search: (query: string, options?: SearchOptions) => SearchResults;
}
