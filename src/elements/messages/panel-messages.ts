import type { RefRole, Unit } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';
import type { FeatureSort } from '../../core/sort-features.ts';
import type { Messages } from './messages.ts';
import { panelEn } from './panel-en.ts';
import { panelZhHans } from './panel-zh-hans.ts';

/** Interface words of list, layers and card; they come with the panels, after the text. */
export interface PanelMessages {
  readonly list: {
    readonly label: string;
    readonly filter: string;
    readonly filterHint: string;
    readonly clearFilter: string;
    readonly count: (shown: number, total: number) => string;
    readonly none: string;
    readonly noMatch: (query: string) => string;
    readonly uncited: string;
    readonly sort: string;
    readonly sorts: Readonly<Record<FeatureSort, string>>;
    readonly sizes: Readonly<Record<'length' | 'area' | 'none', string>>;
    readonly viewFirst: string;
    readonly inView: string;
    readonly outOfView: string;
    /** How many of the listed features are in view. */
    readonly countInView: (count: number) => string;
    /** Heading of a group of what is in view, or not: 图外 · 规划. */
    readonly part: (part: string, group: string) => string;
    readonly cited: (count: number) => string;
    readonly outOfLens: string;
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
    /** Of a row of which only what is not drawn is within the lens. */
    readonly drawnOutOfLens: string;
    readonly stages: string;
    readonly accuracy: string;
    readonly coloursNote: string;
    readonly graticule: string;
    /** Button that opens the tool. */
    readonly base: string;
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
    readonly profile: string;
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
    readonly selected: (name: string, accuracy: string) => string;
    /** Follows `selected`; the plan’s words come after it. */
    readonly mention: (at: number, total: number) => string;
    readonly selectedGroup: (name: string, count: number) => string;
    readonly noFeatures: string;
    readonly phrase: string;
    readonly clause: string;
  };
}

/** All words that a panel may say. */
export type PanelWords = Messages & PanelMessages;

export const panelMessages: Readonly<Record<Language, PanelMessages>> = {
  'zh-Hans': panelZhHans,
  en: panelEn,
};
