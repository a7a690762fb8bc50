import type { RefRole, Unit } from '../../contracts/bundle.ts';
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
  readonly list: {
    readonly label: string;
    readonly filter: string;
    readonly filterHint: string;
    readonly clearFilter: string;
    readonly count: (shown: number, total: number) => string;
    readonly none: string;
    readonly noMatch: (query: string) => string;
    readonly uncited: string;
  };
  readonly layers: {
    readonly label: string;
    readonly legend: string;
    readonly showAll: string;
    readonly reset: string;
    readonly opacity: string;
    readonly opacityOf: (layer: string) => string;
    readonly percent: (share: number) => string;
    readonly showOnMap: (name: string, count: number) => string;
    readonly stages: string;
    readonly accuracy: string;
    readonly coloursNote: string;
    readonly graticule: string;
    readonly otherTheme: string;
    readonly none: string;
  };
  readonly card: {
    readonly label: string;
    readonly hint: string;
    readonly hintKeys: string;
    readonly close: string;
    readonly locate: string;
    readonly copyLink: string;
    readonly clauses: string;
    readonly reading: string;
    readonly roles: Readonly<Record<RefRole, string>>;
    readonly previousClause: string;
    readonly nextClause: string;
    readonly step: (at: number, total: number) => string;
    readonly goToClause: (title: string) => string;
    readonly facts: string;
    readonly phase: string;
    readonly stated: string;
    readonly measured: string;
    readonly units: Readonly<Record<Unit, string>>;
    readonly members: string;
    readonly groups: string;
    readonly accuracy: string;
    readonly within: (radius: string) => string;
    readonly method: string;
    readonly note: string;
    readonly noPlace: string;
    readonly sources: string;
    readonly noSources: string;
    readonly confidence: Readonly<Record<'O' | 'S' | 'I', string>>;
    readonly sourceNumber: (number: number, title: string) => string;
    readonly selected: (name: string) => string;
    readonly selectedGroup: (name: string, count: number) => string;
    readonly noFeatures: string;
    readonly phrase: string;
    readonly clause: string;
  };
}

export const messages: Readonly<Record<Language, Messages>> = { 'zh-Hans': zhHans, en };
