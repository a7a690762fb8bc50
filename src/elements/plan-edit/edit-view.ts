import type { TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftSession, DraftState, DraftStore } from '../../contracts/draft.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { Store, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography } from '../../contracts/theme.ts';
import type { Edit } from '../../core/draft/edits.ts';
import type { EditMessages, EditTab } from '../messages/edit-messages.ts';

/** What the tabs draw from, and what they may do. */
export interface EditView {
  readonly words: EditMessages;
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly draft: DraftState;
  readonly store: DraftStore;
  readonly session: DraftSession;
  /** Of the atlas, for tools that need its map. */
  readonly atlasStore: Store;
  readonly cartography: Cartography;
  readonly say: (text: Bilingual) => string;
  /** The English name where the interface is English and there is one. */
  readonly pick: (zh: string, en: string | undefined) => string;
  /** One step of the draft, told to the reader. */
  readonly edit: (edit: Edit) => void;
  readonly request: (request: ViewerRequest) => void;
  readonly tell: (news: string) => void;
  /** A button that asks before it does what cannot be taken back at a glance. */
  readonly ask: (id: string, label: string, question: string, act: () => void) => TemplateResult;
  readonly redraw: () => void;
  readonly openTab: (tab: EditTab) => void;
  /** What the checks found; null while they run. */
  readonly problems: readonly Problem[] | null;
}
