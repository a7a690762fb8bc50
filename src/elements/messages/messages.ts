import type { Language } from '../../contracts/theme.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';

/** Interface words, one section per element. Words of the plan itself never stand here. */
export interface Messages {
  /** Shared by several elements. */
  readonly common: {
    /** 8 个要素 / 8 features */
    readonly features: (count: number) => string;
    readonly inferred: string;
    readonly inferredShort: string;
    readonly textOnly: string;
    readonly layerOff: string;
    readonly loading: string;
    /** Between the items of a list within a sentence. */
    readonly separator: string;
    readonly colon: string;
    /** Puts a text in brackets as the language does. */
    readonly bracket: (text: string) => string;
    readonly opensNewWindow: string;
    readonly year: (year: number) => string;
  };
  readonly text: {
    readonly label: string;
    readonly originalNote: string;
    readonly failed: string;
    readonly empty: string;
    readonly period: (from: number, to: number) => string;
    readonly docStatus: Readonly<
      Record<'draft' | 'public-notice' | 'approved' | 'repealed', string>
    >;
    /** What a linked phrase leads to, for tooltip and screen reader. */
    readonly phraseLinks: (count: number, isNamed: boolean) => string;
    /** Name of a paragraph's margin mark. */
    readonly markLabel: (title: string, count: number, certainties: string) => string;
    readonly nonSpatial: string;
    readonly nonSpatialWhy: string;
    readonly indicators: string;
    readonly target: string;
    readonly lastKnown: string;
    readonly noValue: string;
    readonly source: string;
  };
}

export const messages: Readonly<Record<Language, Messages>> = { 'zh-Hans': zhHans, en };
