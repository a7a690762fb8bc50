/** What a meeting draws on the map (会议标绘): its marks, the log that keeps them, and the surface they are drawn on. */
import type { LineString, Point, Polygon } from 'geojson';
import type { LngLat } from './bundle.ts';
import type { Bilingual } from './theme.ts';

export const MARK_KINDS = ['point', 'line', 'area', 'arrow', 'text', 'freehand'] as const;
/** 点, 线, 面, 箭头, 文字, 手绘 */
export type MarkKind = (typeof MARK_KINDS)[number];

export const MARK_COLOURS = ['red', 'blue', 'green', 'purple', 'black'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];

/** How marks are drawn; a glow that nothing in the plan has goes round every one of them. */
export interface MarkLook {
  readonly glow: string;
  readonly colours: readonly {
    readonly id: MarkColour;
    readonly name: Bilingual;
    /** As #rrggbb. */
    readonly value: string;
  }[];
}

/** Words of the plan that a mark is about. */
export interface CitedClause {
  /** Id of the paragraph. */
  readonly para: string;
  /** Words of it, word for word; null: the whole paragraph. */
  readonly quote: string | null;
}

export type MarkGeometry = Point | LineString | Polygon;

/** One mark of a meeting; not part of the plan. */
export interface Mark {
  readonly id: string;
  readonly kind: MarkKind;
  /** Degrees, CGCS2000; seven decimals. */
  readonly geometry: MarkGeometry;
  readonly colour: MarkColour;
  /** 会议意见; of a text mark what stands on the map. */
  readonly note: string;
  readonly author: string;
  /** ISO 8601 with offset. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly features: readonly string[];
  readonly clauses: readonly CitedClause[];
  /** View of the bundle that was shown when it was drawn. */
  readonly scene: string | null;
  /** What that view was called then; the story may be edited later. */
  readonly sceneTitle?: string;
}

/** Where a mark is made, during a talk: what it remembers and cites by default. */
export interface MarkPlace {
  readonly scene: string;
  readonly sceneTitle: string;
  readonly clauses: readonly CitedClause[];
}

/** A mark that is being drawn; saved at each point, so that a crash loses at most the last one. */
export interface MarkDraft {
  /** Id of the mark that it will be. */
  readonly id: string;
  /** The window that draws it. */
  readonly session: string;
  readonly kind: MarkKind;
  readonly colour: MarkColour;
  readonly points: readonly LngLat[];
  readonly author: string;
  readonly at: string;
}

/**
 * One entry of the log; none is ever changed. A mark is what its latest entry says, so windows that hold the same
 * entries show the same marks, in whatever order the entries came.
 */
export interface MarkOp {
  readonly id: string;
  /** Entries of one step are undone together. */
  readonly step: string;
  /** Lamport's clock: greater than that of every entry that its window knew. */
  readonly clock: number;
  readonly at: string;
  readonly mark: string;
  /** The mark from now on; null: deleted. */
  readonly value: Mark | null;
  /** The entry that it replaces, as its window knew it; null: a new mark. */
  readonly base: string | null;
  readonly undoes?: string;
  readonly redoes?: string;
}

export interface MarkChange {
  readonly mark: string;
  readonly value: Mark | null;
}

/** `memory`: the disk refuses; nothing more is kept than this window. */
export type MarksSaving = 'saved' | 'saving' | 'memory';

export interface MarksState {
  readonly phase: 'loading' | 'ready';
  /** In the order in which they were drawn. */
  readonly marks: readonly Mark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: MarksSaving;
  /** Marks with changes that are not on the disk yet. */
  readonly unsaved: ReadonlySet<string>;
  /** Why the disk refuses. */
  readonly problem: string | null;
  /** Records that could not be read and were set aside. */
  readonly quarantined: number;
  /** Unfinished marks of windows that are gone. */
  readonly orphans: readonly MarkDraft[];
}

/** The marks of one plan; every window has one, and all tell each other. */
export interface MarksStore {
  readonly getState: () => MarksState;
  /** Calls back after every change; gives back what stops it. */
  readonly subscribe: (listener: (state: MarksState) => void) => () => void;
  /** One step that can be undone; one that `joins` is undone with the step before, if that changed the same mark. */
  readonly edit: (changes: readonly MarkChange[], joins?: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves what is being drawn; null: nothing is any more. */
  readonly setDraft: (draft: Omit<MarkDraft, 'session' | 'at'> | null) => void;
  /** Forgets an unfinished mark of a window that is gone. */
  readonly dropOrphan: (id: string) => void;
  /** Takes entries of another window; those that are known change nothing. */
  readonly apply: (ops: readonly MarkOp[]) => void;
  /** Entries that were made here, each once, after they were saved; for windows elsewhere. */
  readonly listen: (listener: (ops: readonly MarkOp[]) => void) => () => void;
  /** All entries, for a window that joins. */
  readonly listOps: () => readonly MarkOp[];
  /** Reads again what other windows have saved, and tries again to save. */
  readonly refresh: () => Promise<void>;
  /** What could not be read, as text for a file. */
  readonly readQuarantine: () => Promise<string>;
  /** Resolves when the saved marks are there. */
  readonly ready: Promise<void>;
  /** Resolves when nothing waits to be saved; also when the disk refuses. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

export interface DiskRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Where a store keeps its log. Every call is all or nothing. */
export interface MarksDisk {
  readonly load: () => Promise<{
    readonly ops: readonly DiskRecord[];
    readonly drafts: readonly DiskRecord[];
    readonly quarantined: number;
  }>;
  /** Adds entries and drops finished drafts in one go. */
  readonly append: (ops: readonly MarkOp[], dropped: readonly string[]) => Promise<void>;
  readonly saveDraft: (draft: MarkDraft) => Promise<void>;
  readonly setAside: (
    records: readonly (DiskRecord & { readonly from: 'ops' | 'drafts'; readonly reason: string })[],
  ) => Promise<void>;
  readonly readQuarantine: () => Promise<readonly unknown[]>;
  readonly close: () => void;
}

export type MarksMessage =
  | { readonly type: 'ops'; readonly ops: readonly MarkOp[] }
  | { readonly type: 'who' }
  | { readonly type: 'here'; readonly session: string }
  | { readonly type: 'draft-gone'; readonly id: string };

/** The way to the other windows. */
export interface MarksChannel {
  readonly post: (message: MarksMessage) => void;
  readonly listen: (listener: (message: unknown) => void) => () => void;
  readonly close: () => void;
}

/** A mark as the map shows it. */
export interface DrawnMark extends Pick<Mark, 'id' | 'kind' | 'geometry' | 'colour'> {
  /** Its number, or the words of a text mark. */
  readonly label: string;
}

/** What the surface draws, and what a pointer does on it. */
export interface MarksView {
  readonly marks: readonly DrawnMark[];
  /** Names of the font that labels are written in. */
  readonly font: readonly string[];
  readonly look: MarkLook;
  /** Factor on widths and type. */
  readonly scale: number;
  /** Kind that is drawn; `select`: marks can be chosen, dragged, reshaped; `none`: they are only seen. */
  readonly tool: MarkKind | 'select' | 'none';
  readonly colour: MarkColour;
  readonly chosen: string | null;
  /** Points of an unfinished mark that is gone on with, and its id. */
  readonly resumed: { readonly id: string; readonly points: readonly LngLat[] } | null;
}

export type MarksEvent =
  /** Points that are down so far; the one that follows the pointer is not among them. */
  | { readonly type: 'draft'; readonly id: string; readonly points: readonly LngLat[] }
  | { readonly type: 'drawn'; readonly id: string; readonly points: readonly LngLat[] }
  | { readonly type: 'cancelled' }
  | { readonly type: 'changed'; readonly id: string; readonly geometry: MarkGeometry }
  | { readonly type: 'chosen'; readonly id: string | null }
  | { readonly type: 'refused'; readonly id: string; readonly reason: string };

export interface MarksOptions {
  readonly listen: (event: MarksEvent) => void;
  /** A place on a feature or mark near a position; null when there is none. */
  readonly snap: (position: LngLat) => LngLat | null;
  readonly newId: () => string;
}

/** Where marks are drawn, by pointer and by key. */
export interface MarksSurface {
  readonly show: (view: MarksView) => void;
  /** Puts a point of the chosen kind down; null: in the middle of the map. At the last point it ends the mark. */
  readonly put: (position: LngLat | null) => void;
  /** The middle of the map has moved: what is drawn by key follows. */
  readonly followMiddle: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
  /** Takes the last point back; false when nothing is being drawn. */
  readonly takeBack: () => boolean;
  readonly dispose: () => void;
}
