import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Conventions } from '../../contracts/theme.ts';
import type { EmbedChoice } from '../../core/embed/embed-choice.ts';
import type { SnippetOptions } from '../../core/embed/write-snippet.ts';
import type { EmbedMessages } from '../messages/embed-messages.ts';
import type { ListedChoice } from './list-choices.ts';

export const SNIPPET_FORMS = ['element', 'iframe', 'standalone', 'markdown', 'link'] as const;
export type SnippetForm = (typeof SNIPPET_FORMS)[number];

/** What the form, the preview and the snippets are drawn from. */
export interface EmbedContext {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly conventions: Conventions;
  readonly words: EmbedMessages;
  readonly choice: EmbedChoice;
  readonly options: SnippetOptions;
  readonly form: SnippetForm;
  /** Sides that could not be read, as typed. */
  readonly badSides: Readonly<Partial<Record<'width' | 'height', string>>>;
  /** A colour that could not be read, as typed. */
  readonly badColours: Readonly<Partial<Record<'accent' | 'ground', string>>>;
  readonly finder: FinderView;
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly choose: (change: Partial<EmbedChoice>) => void;
  readonly typeSide: (side: 'width' | 'height', text: string) => void;
  readonly typeColour: (which: 'accent' | 'ground', text: string) => void;
}

/** A filter over features or paragraphs, with the list that it leaves. */
export interface FinderView {
  readonly query: string;
  readonly features: readonly ListedChoice[];
  readonly clauses: readonly ListedChoice[];
  readonly find: (query: string) => void;
  /** Its index is fetched when the filter is first used. */
  readonly prepare: () => void;
}
