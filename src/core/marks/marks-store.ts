import type {
  Mark,
  MarkDraft,
  MarkOp,
  MarksChannel,
  MarksDisk,
  MarksMessage,
  MarksSaving,
  MarksState,
  MarksStore,
} from '../../contracts/marks.ts';
import type { Written } from '../keyed-log.ts';
import {
  foldLog,
  listMarks,
  receiveOps,
  redoStep,
  undoStep,
  writeStep,
  type MarkLog,
} from './mark-log.ts';
import { readDraft, readOp } from './read-mark.ts';

/** Windows that live answer a roll call at once; who is silent for so long is gone. */
const ROLL_CALL_MS = 250;

export interface MarksParts {
  /** Names this window. */
  readonly session: string;
  readonly disk: MarksDisk;
  readonly channel: MarksChannel;
  readonly newId: () => string;
  /** The time as ISO 8601. */
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
}

/** The marks of one plan in this window: shown at once, saved right after, told to the other windows once saved. */
export function createMarksStore(parts: MarksParts): MarksStore {
  return new Marks(parts);
}

class Marks implements MarksStore {
  readonly #parts: MarksParts;
  readonly #listeners = new Set<(state: MarksState) => void>();
  readonly #opListeners = new Set<(ops: readonly MarkOp[]) => void>();
  readonly #stopHearing: () => void;
  readonly #alive = new Set<string>();
  readonly ready: Promise<void>;
  #log: MarkLog = foldLog([]);
  #state: MarksState;
  /** Entries that are not on the disk, and drafts that end with them. */
  #waiting: readonly MarkOp[] = [];
  #dropped: readonly string[] = [];
  /** Undefined: nothing new to save. */
  #draft: MarkDraft | null = null;
  #isDraftNew = false;
  #saving: Promise<void> | null = null;

  constructor(parts: MarksParts) {
    this.#parts = parts;
    this.#state = {
      phase: 'loading',
      marks: [],
      canUndo: false,
      canRedo: false,
      saving: 'saved',
      unsaved: new Set(),
      problem: null,
      quarantined: 0,
      orphans: [],
    };
    this.#stopHearing = parts.channel.listen((message) => this.#hear(message));
    this.ready = this.#open();
  }

  readonly getState = (): MarksState => this.#state;

  readonly subscribe = (listener: (state: MarksState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly listen = (listener: (ops: readonly MarkOp[]) => void): (() => void) => {
    this.#opListeners.add(listener);
    return () => this.#opListeners.delete(listener);
  };

  readonly listOps = (): readonly MarkOp[] => [...this.#log.ops.values()];

  readonly edit: MarksStore['edit'] = (changes, joins = false) =>
    this.#write(writeStep(this.#log, changes, this.#pen, joins));

  readonly undo = (): void => this.#write(undoStep(this.#log, this.#pen));

  readonly redo = (): void => this.#write(redoStep(this.#log, this.#pen));

  readonly apply = (ops: readonly MarkOp[]): void => {
    this.#log = receiveOps(this.#log, ops);
    this.#commit({});
  };

  readonly setDraft: MarksStore['setDraft'] = (draft) => {
    if (draft === null) {
      if (!this.#draft) return;
      this.#dropped = [...this.#dropped, this.#draft.id];
      this.#draft = null;
      this.#isDraftNew = false;
    } else {
      this.#draft = { ...draft, session: this.#parts.session, at: this.#parts.now() };
      this.#isDraftNew = true;
    }
    void this.#save();
  };

  readonly dropOrphan = (id: string): void => {
    this.#forgetOrphan(id);
    this.#dropped = [...this.#dropped, id];
    this.#parts.channel.post({ type: 'draft-gone', id });
    void this.#save();
  };

  readonly refresh = async (): Promise<void> => {
    await this.#read();
    await this.#save();
  };

  readonly readQuarantine = async (): Promise<string> => {
    const records = await this.#parts.disk.readQuarantine();
    return JSON.stringify(
      records,
      (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
      2,
    );
  };

  readonly settled = async (): Promise<void> => {
    await this.ready;
    while (this.#saving) await this.#saving;
  };

  readonly close = (): void => {
    this.#stopHearing();
    this.#listeners.clear();
    this.#opListeners.clear();
    void this.settled().then(() => {
      this.#parts.channel.close();
      this.#parts.disk.close();
    });
  };

  get #pen(): { newId: () => string; at: string } {
    return { newId: this.#parts.newId, at: this.#parts.now() };
  }

  async #open(): Promise<void> {
    const drafts = await this.#read();
    this.#commit({ phase: 'ready' });
    if (drafts.length === 0) return;
    this.#parts.channel.post({ type: 'who' });
    await this.#parts.wait(ROLL_CALL_MS);
    const { session } = this.#parts;
    const orphans = drafts.filter(
      (draft) => draft.session !== session && !this.#alive.has(draft.session),
    );
    this.#commit({ orphans });
  }

  /** Reads the disk and joins it with what is known; gives the drafts on it. */
  async #read(): Promise<readonly MarkDraft[]> {
    try {
      const { ops, drafts, quarantined } = await this.#parts.disk.load();
      const goodOps: MarkOp[] = [];
      const goodDrafts: MarkDraft[] = [];
      const bad: Parameters<MarksDisk['setAside']>[0][number][] = [];
      for (const record of ops) {
        const read = readOp(record.value);
        if (read.isValid) goodOps.push(read.value);
        else bad.push({ ...record, from: 'ops', reason: read.reason });
      }
      for (const record of drafts) {
        const read = readDraft(record.value);
        if (read.isValid) goodDrafts.push(read.value);
        else bad.push({ ...record, from: 'drafts', reason: read.reason });
      }
      this.#log = this.#log.ops.size === 0 ? foldLog(goodOps) : receiveOps(this.#log, goodOps);
      this.#commit({ quarantined: quarantined + bad.length });
      if (bad.length > 0) await this.#parts.disk.setAside(bad);
      return goodDrafts;
    } catch (error) {
      this.#commit({ saving: 'memory', problem: messageOf(error) });
      return [];
    }
  }

  #write({ log, ops }: Written<Mark, MarkOp>): void {
    if (ops.length === 0) return;
    this.#log = log;
    this.#waiting = [...this.#waiting, ...ops];
    const finished = ops.filter(({ value }) => value).map(({ mark }) => mark);
    if (this.#draft && finished.includes(this.#draft.id)) {
      this.#dropped = [...this.#dropped, this.#draft.id];
      this.#draft = null;
      this.#isDraftNew = false;
    }
    for (const { id } of this.#state.orphans) {
      if (!finished.includes(id)) continue;
      this.#dropped = [...this.#dropped, id];
      this.#forgetOrphan(id);
      this.#parts.channel.post({ type: 'draft-gone', id });
    }
    // First, so that no fault of a listener keeps it from the disk.
    void this.#save();
    this.#commit({ saving: this.#state.saving === 'memory' ? 'memory' : 'saving' });
  }

  /** One write at a time; what comes meanwhile goes with the next. */
  #save(): Promise<void> {
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  async #saveAll(): Promise<void> {
    await this.ready;
    while (this.#waiting.length > 0 || this.#dropped.length > 0 || this.#isDraftNew) {
      const ops = this.#waiting;
      const dropped = this.#dropped;
      const draft = this.#isDraftNew ? this.#draft : null;
      this.#isDraftNew = false;
      try {
        if (draft) await this.#parts.disk.saveDraft(draft);
        if (ops.length > 0 || dropped.length > 0) await this.#parts.disk.append(ops, dropped);
      } catch (error) {
        this.#isDraftNew ||= draft !== null && draft === this.#draft;
        this.#commit({ saving: 'memory', problem: messageOf(error) });
        this.#tell(ops);
        return;
      }
      this.#waiting = this.#waiting.slice(ops.length);
      this.#dropped = this.#dropped.slice(dropped.length);
      this.#tell(ops);
      const saving: MarksSaving = this.#waiting.length > 0 ? 'saving' : 'saved';
      this.#commit({ saving, problem: null });
    }
  }

  readonly #told = new Set<string>();

  #tell(ops: readonly MarkOp[]): void {
    const fresh = ops.filter(({ id }) => !this.#told.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) this.#told.add(id);
    this.#parts.channel.post({ type: 'ops', ops: fresh });
    for (const listener of [...this.#opListeners]) listener(fresh);
  }

  #hear(raw: unknown): void {
    const message = raw as Partial<MarksMessage> | null;
    switch (message?.type) {
      case 'ops': {
        const all = Array.isArray(message.ops) ? (message.ops as readonly unknown[]) : [];
        this.apply(all.map(readOp).flatMap((read) => (read.isValid ? [read.value] : [])));
        break;
      }
      case 'who':
        this.#parts.channel.post({ type: 'here', session: this.#parts.session });
        break;
      case 'here':
        if (typeof message.session === 'string') this.#alive.add(message.session);
        break;
      case 'draft-gone':
        if (typeof message.id === 'string') this.#forgetOrphan(message.id);
        break;
      default:
    }
  }

  #forgetOrphan(gone: string): void {
    const orphans = this.#state.orphans.filter(({ id }) => id !== gone);
    if (orphans.length < this.#state.orphans.length) this.#commit({ orphans });
  }

  #commit(change: Partial<MarksState>): void {
    this.#state = {
      ...this.#state,
      ...change,
      marks: listMarks(this.#log),
      canUndo: this.#log.past.length > 0,
      canRedo: this.#log.future.length > 0,
      unsaved: new Set(this.#waiting.map(({ mark }) => mark)),
    };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
