/** A plan bundle that is being edited: the log of its changes, its versions, and who keeps them. */
import type {
  BundleLayer,
  BundleManifest,
  Indicator,
  NonSpatial,
  Paragraph,
  PlanBundle,
  PlanDocument,
  PlanFeature,
  SceneView,
  Source,
  Story,
} from './bundle.ts';
import type { SheetTemplate } from './sheet.ts';
import type { Bilingual } from './theme.ts';

/**
 * A part of a bundle under its key. Keys: `manifest`, `doc/<doc>` (without its paragraphs), `para/<doc>/<id>`,
 * `source/<id>`, `layer/<id>`, `feature/<id>`, `view/<id>`, `story`, `non-spatial/<doc>/<para>`, `indicator/<id>`,
 * `sheet-template/<id>`, and `order/docs`, `order/para/<doc>`, `order/layers`, `order/features`, `order/sources`, `order/views`: lists of ids;
 * what an order does not name comes last, in the order of its keys.
 */
export type PartKey = string;
export type PartValue =
  | BundleManifest
  | Omit<PlanDocument, 'paragraphs'>
  | Paragraph
  | Source
  | BundleLayer
  | PlanFeature
  | SceneView
  | Story
  | NonSpatial
  | Indicator
  | SheetTemplate
  | readonly string[];

export interface PartChange {
  readonly key: PartKey;
  /** The part from now on; null: it is taken out. */
  readonly value: PartValue | null;
}

/** One entry of the log; none is ever changed. A part is what its latest entry says. */
export interface DraftOp {
  readonly id: string;
  /** Entries of one step are undone together. */
  readonly step: string;
  /** Lamport's clock: greater than that of every entry that its window knew. */
  readonly clock: number;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  /** What the step did, as the list of changes shows it. */
  readonly what: Bilingual;
  readonly key: PartKey;
  readonly value: PartValue | null;
  /** The entry that it replaces, as its window knew it; null: the base bundle's part or none. */
  readonly base: string | null;
  readonly undoes?: string;
  readonly redoes?: string;
}

/** A state that the user has named; it holds all entries up to its clock. */
export interface DraftVersion {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  readonly at: string;
  readonly clock: number;
}

/** One step as the list of changes shows it. */
export interface DraftStep {
  readonly id: string;
  readonly who: string;
  readonly at: string;
  readonly what: Bilingual;
  readonly keys: readonly PartKey[];
  readonly clock: number;
}

/** `memory`: the disk refuses; nothing more is kept than this window. */
export type DraftSaving = 'saved' | 'saving' | 'memory';

export interface DraftState {
  readonly phase: 'loading' | 'ready';
  /** Names the draft on the disk; a draft of a shipped plan has the plan's id. */
  readonly draftId: string;
  /** What the log starts from. */
  readonly base: PlanBundle;
  /** As edited; the base itself while nothing is changed. */
  readonly bundle: PlanBundle;
  readonly hasChanges: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Oldest first. */
  readonly steps: readonly DraftStep[];
  readonly versions: readonly DraftVersion[];
  readonly saving: DraftSaving;
  /** Why the disk refuses. */
  readonly problem: string | null;
  /** Records that could not be read and were set aside. */
  readonly quarantined: number;
  readonly who: string;
}

/** The draft of one plan; every window has one, and all tell each other. */
export interface DraftStore {
  readonly getState: () => DraftState;
  /** Calls back after every change; gives back what stops it. */
  readonly subscribe: (listener: (state: DraftState) => void) => () => void;
  /** One step that can be undone; changes that change nothing are left out. */
  readonly edit: (changes: readonly PartChange[], what: Bilingual) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setWho: (who: string) => void;
  readonly nameVersion: (name: string) => void;
  /** The bundle as it stood then. */
  readonly bundleAt: (version: DraftVersion | DraftStep) => PlanBundle;
  /** One step that makes everything as it was then; later steps stay in the log and it can be undone. */
  readonly restore: (version: DraftVersion | DraftStep) => void;
  /** Forgets all changes, versions too, and the disk's copy. The caller has asked. */
  readonly discard: () => Promise<void>;
  /** Reads again what other windows have saved, and tries again to save. */
  readonly refresh: () => Promise<void>;
  /** What could not be read, as text for a file. */
  readonly readQuarantine: () => Promise<string>;
  /** Resolves when the saved changes are there. */
  readonly ready: Promise<void>;
  /** Resolves when nothing waits to be saved; also when the disk refuses. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

/** A draft on the disk, as the list of drafts shows it. */
export interface DraftRecord {
  readonly draftId: string;
  readonly title: string;
  readonly changedAt: string;
  readonly steps: number;
}

/** Drafts as one atlas works on them: its tools share one session, and the atlas shows what the draft says. */
export interface DraftSession {
  /** The draft of the plan that the atlas shows; null until it has been opened. */
  readonly getStore: () => DraftStore | null;
  /** Opens the draft of the plan that the atlas shows, if none is open. */
  readonly ensure: () => Promise<DraftStore>;
  /** Calls back when another draft is open or its state has changed; gives back what stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** All drafts on this machine, latest first. */
  readonly list: () => Promise<readonly DraftRecord[]>;
  /** Goes on with a draft of this machine: its bundle takes the place of the plan that is shown. */
  readonly open: (draftId: string) => Promise<DraftStore>;
  /** Begins a draft from a bundle: a new plan, or one that was opened from a file; it takes the shown plan's place. */
  readonly start: (base: PlanBundle) => Promise<DraftStore>;
  /** Back to the plan that the page opened with; the draft stays on the disk. */
  readonly leave: () => void;
}
