import type { PlanBundle } from '../../contracts/bundle.ts';
import type { CrsChoice, GivenFile, ReadOptions } from '../../contracts/import.ts';
import type { Bilingual, Cartography, Language } from '../../contracts/theme.ts';
import type { ChosenRole } from '../../core/import-flow/choose-roles.ts';
import type { RowAction, StepFault } from '../../core/import-flow/make-step.ts';
import type { ImportMessages } from '../messages/import-messages.ts';
import type { BundleDesk } from './bundle-desk.ts';
import type { FileDesk } from './file-desk.ts';
import type { LayerDesk } from './layer-desk.ts';
import type { LinkDesk, LinkTerms } from './link-desk.ts';

/** What may be asked for in the tool. */
export interface ImportActions {
  readonly open: (files: readonly GivenFile[]) => void;
  readonly paste: (text: string) => void;
  readonly close: (file: string) => void;
  readonly reread: (file: string, options: ReadOptions) => void;
  readonly chooseLayer: (id: string) => void;
  readonly chooseCrs: (choice: CrsChoice) => void;
  readonly togglePreview: () => void;
  readonly role: (role: ChosenRole, field: string | null) => void;
  readonly act: (row: number, action: RowAction) => void;
  readonly actOnAll: (action: RowAction) => void;
  readonly look: (row: number) => void;
  readonly turnTo: (page: number) => void;
  readonly terms: (change: Partial<LinkTerms>) => void;
  readonly citeSelected: () => void;
  readonly cite: (para: string, quote: string) => void;
  readonly apply: () => void;
  readonly undo: () => void;
  readonly openBundle: () => void;
  readonly showFeature: (id: string) => void;
}

/** What the parts of the tool are drawn from. */
export interface ImportView {
  readonly words: ImportMessages;
  readonly lang: Language;
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly plan: PlanBundle;
  /** Of the county that the plan is for. */
  readonly placeName: string;
  readonly cartography: Cartography;
  readonly files: FileDesk;
  readonly layers: LayerDesk;
  readonly link: LinkDesk;
  readonly bundles: BundleDesk;
  readonly hasMap: boolean;
  /** In which the map draws what is previewed. */
  readonly previewColour: string;
  readonly isShown: boolean;
  readonly isDropping: boolean;
  /** Why the last step could not be made. */
  readonly faults: readonly StepFault[];
  readonly citeFault: string | null;
  readonly applied: { readonly what: Bilingual; readonly features: readonly string[] } | null;
  readonly canUndo: boolean;
  readonly act: ImportActions;
}
