/** The links between text and map, both ways. */
import type { PlanRef } from './bundle.ts';
import type { PhraseId } from './state.ts';

/** A run of a paragraph that features cite. */
export interface Phrase {
  readonly id: PhraseId;
  readonly para: string;
  /** UTF-16 offsets into the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Ids of the features that cite it, in bundle order. */
  readonly features: readonly string[];
  /** False when every link of it is our own reading. */
  readonly isNamed: boolean;
  /** Theme of its first feature; decides the underline. */
  readonly theme: string;
}

/** A stretch of text with the innermost phrase that owns it; null is plain text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly phrase: PhraseId | null;
}

export interface ParagraphLinks {
  readonly phrases: readonly Phrase[];
  readonly segments: readonly Segment[];
  readonly features: readonly string[];
}

export interface LinkIndex {
  readonly paragraphs: ReadonlyMap<string, ParagraphLinks>;
  readonly phrases: ReadonlyMap<PhraseId, Phrase>;
  /** Phrases that a feature cites, in reading order. */
  readonly phrasesOf: ReadonlyMap<string, readonly PhraseId[]>;
  readonly refsOf: ReadonlyMap<string, readonly PlanRef[]>;
  /** Features in the order in which the text first speaks of them. */
  readonly readingOrder: readonly string[];
}
