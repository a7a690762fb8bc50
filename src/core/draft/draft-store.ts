import type { PlanBundle } from '../../contracts/bundle.ts';
import type {
  DraftOp,
  DraftSaving,
  DraftState,
  DraftStep,
  DraftStore,
  DraftVersion,
  PartChange,
  PartKey,
  PartValue,
} from '../../contracts/draft.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import type { Written } from '../keyed-log.ts';
import { createDraftHistory, type DraftLog, type DraftPen } from './draft-log.ts';
import { readDraftOp, readVersion } from './read-draft-op.ts';

/** A record that could not be read, with where it lay. */
export interface SetAside {
  readonly from: 'ops' | 'versions';
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
}

/** Where a draft keeps its log. Every call is all or nothing. */
export interface DraftDisk {
  readonly load: () => Promise<{
    readonly ops: readonly { readonly key: string; readonly value: unknown }[];
    readonly versions: readonly { readonly key: string; readonly value: unknown }[];
    readonly quarantined: number;
  }>;
  readonly append: (ops: readonly DraftOp[], versions: readonly DraftVersion[]) => Promise<void>;
  readonly setAside: (records: readonly SetAside[]) => Promise<void>;
  readonly readQuarantine: () => Promise<readonly unknown[]>;
  readonly clear: () => Promise<void>;
  readonly close: () => void;
}

export type DraftMessage =
  | { readonly type: 'ops'; readonly ops: readonly DraftOp[] }
  | { readonly type: 'versions'; readonly versions: readonly DraftVersion[] }
  | { readonly type: 'discarded' };

/** The way to the other windows. */
export interface DraftChannel {
  readonly post: (message: DraftMessage) => void;
  readonly listen: (listener: (message: unknown) => void) => () => void;
  readonly close: () => void;
}

export interface DraftParts {
  readonly draftId: string;
  readonly base: PlanBundle;
  readonly disk: DraftDisk;
  readonly channel: DraftChannel;
  readonly newId: () => string;
  /** The time as ISO 8601. */
  readonly now: () => string;
  readonly who: string;
}

/** The draft of one bundle in this window: shown at once, saved right after, told to the other windows once saved. */
export const createDraftStore = (parts: DraftParts): DraftStore => new Draft(parts);

const UNDO: Bilingual = { zh: '撤销', en: 'Undo' };
const REDO: Bilingual = { zh: '重做', en: 'Redo' };

class Draft implements DraftStore {
  readonly #parts: DraftParts;
  readonly #history;
  readonly #listeners = new Set<(state: DraftState) => void>();
  readonly #stopHearing: () => void;
  readonly ready: Promise<void>;
  #log: DraftLog;
  #state: DraftState;
  #versions = new Map<string, DraftVersion>();
  #waiting: readonly DraftOp[] = [];
  #waitingVersions: readonly DraftVersion[] = [];
  #saving: Promise<void> | null = null;
  #shownHeads: DraftLog['heads'] | null = null;

  constructor(parts: DraftParts) {
    this.#parts = parts;
    this.#history = createDraftHistory(parts.base);
    this.#log = this.#history.fold([]);
    this.#state = {
      phase: 'loading',
      draftId: parts.draftId,
      base: parts.base,
      bundle: parts.base,
      hasChanges: false,
      canUndo: false,
      canRedo: false,
      steps: [],
      versions: [],
      saving: 'saved',
      problem: null,
      quarantined: 0,
      who: parts.who,
    };
    this.#stopHearing = parts.channel.listen((message) => this.#hear(message));
    this.ready = this.#read().then(() => this.#commit({ phase: 'ready' }));
  }

  readonly getState = (): DraftState => this.#state;

  readonly subscribe = (listener: (state: DraftState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly edit = (changes: readonly PartChange[], what: Bilingual): void =>
    this.#write(this.#history.write(this.#log, changes, this.#pen(what)));

  readonly undo = (): void =>
    this.#write(this.#history.undo(this.#log, this.#pen(this.#naming(UNDO, 'past'))));

  readonly redo = (): void =>
    this.#write(this.#history.redo(this.#log, this.#pen(this.#naming(REDO, 'future'))));

  readonly setWho = (who: string): void => this.#commit({ who });

  readonly nameVersion = (name: string): void => {
    const version: DraftVersion = {
      id: this.#parts.newId(),
      name,
      who: this.#state.who,
      at: this.#parts.now(),
      clock: this.#log.clock,
    };
    this.#versions.set(version.id, version);
    this.#waitingVersions = [...this.#waitingVersions, version];
    void this.#save();
    this.#commit({});
  };

  readonly bundleAt = ({ clock }: DraftVersion | DraftStep): PlanBundle =>
    this.#history.bundleOf({ heads: this.#history.headsAt(this.#log, clock) });

  readonly restore = (version: DraftVersion | DraftStep): void => {
    const heads = this.#history.headsAt(this.#log, version.clock);
    const changes = [...this.#log.heads.keys()].map((key: PartKey) => ({
      key,
      value: this.#history.valueOf({ heads }, key),
    }));
    const name: Bilingual =
      'name' in version ? { zh: version.name, en: version.name } : version.what;
    this.edit(changes, { zh: `恢复到“${name.zh}”`, en: `Restored “${name.en}”` });
  };

  readonly discard = async (): Promise<void> => {
    await this.settled();
    try {
      await this.#parts.disk.clear();
    } catch (error) {
      this.#commit({ saving: 'memory', problem: messageOf(error) });
    }
    this.#parts.channel.post({ type: 'discarded' });
    this.#forget();
  };

  readonly refresh = async (): Promise<void> => {
    await this.#read();
    await this.#save();
  };

  readonly readQuarantine = async (): Promise<string> =>
    JSON.stringify(await this.#parts.disk.readQuarantine(), null, 2);

  readonly settled = async (): Promise<void> => {
    await this.ready;
    while (this.#saving) await this.#saving;
  };

  readonly close = (): void => {
    this.#stopHearing();
    this.#listeners.clear();
    void this.settled().then(() => {
      this.#parts.channel.close();
      this.#parts.disk.close();
    });
  };

  #pen(what: Bilingual): DraftPen {
    const { newId, now } = this.#parts;
    return { newId, at: now(), who: this.#state.who, what };
  }

  #naming(verb: Bilingual, from: 'past' | 'future'): Bilingual {
    const step = this.#log[from].at(-1);
    const what = this.#state.steps.find(({ id }) => id === step?.id)?.what;
    return what ? { zh: `${verb.zh}：${what.zh}`, en: `${verb.en}: ${what.en}` } : verb;
  }

  async #read(): Promise<void> {
    try {
      const { ops, versions, quarantined } = await this.#parts.disk.load();
      const bad: SetAside[] = [];
      const good: DraftOp[] = [];
      for (const record of ops) {
        const read = readDraftOp(record.value);
        if (read.isValid) good.push(read.value);
        else bad.push({ ...record, from: 'ops', reason: read.reason });
      }
      for (const record of versions) {
        const read = readVersion(record.value);
        if (read.isValid) this.#versions.set(read.value.id, read.value);
        else bad.push({ ...record, from: 'versions', reason: read.reason });
      }
      this.#log =
        this.#log.ops.size === 0
          ? this.#history.fold(good)
          : this.#history.receive(this.#log, good);
      this.#commit({ quarantined: quarantined + bad.length });
      if (bad.length > 0) await this.#parts.disk.setAside(bad);
    } catch (error) {
      this.#commit({ saving: 'memory', problem: messageOf(error) });
    }
  }

  #write({ log, ops }: Written<PartValue, DraftOp>): void {
    if (ops.length === 0) return;
    this.#log = log;
    this.#waiting = [...this.#waiting, ...ops];
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
    while (this.#waiting.length + this.#waitingVersions.length > 0) {
      const [ops, versions] = [this.#waiting, this.#waitingVersions];
      try {
        await this.#parts.disk.append(ops, versions);
      } catch (error) {
        this.#commit({ saving: 'memory', problem: messageOf(error) });
        return;
      }
      this.#waiting = this.#waiting.slice(ops.length);
      this.#waitingVersions = this.#waitingVersions.slice(versions.length);
      if (ops.length > 0) this.#parts.channel.post({ type: 'ops', ops });
      if (versions.length > 0) this.#parts.channel.post({ type: 'versions', versions });
      const saving: DraftSaving = this.#waiting.length > 0 ? 'saving' : 'saved';
      this.#commit({ saving, problem: null });
    }
  }

  #hear(raw: unknown): void {
    const message = raw as Partial<DraftMessage> | null;
    switch (message?.type) {
      case 'ops': {
        const ops = Array.isArray(message.ops) ? (message.ops as readonly unknown[]) : [];
        const good = ops.map(readDraftOp).flatMap((read) => (read.isValid ? [read.value] : []));
        this.#log = this.#history.receive(this.#log, good);
        this.#commit({});
        break;
      }
      case 'versions': {
        const all = Array.isArray(message.versions) ? (message.versions as readonly unknown[]) : [];
        for (const read of all.map(readVersion)) {
          if (read.isValid) this.#versions.set(read.value.id, read.value);
        }
        this.#commit({});
        break;
      }
      case 'discarded':
        this.#forget();
        break;
      default:
    }
  }

  #forget(): void {
    this.#log = this.#history.fold([]);
    this.#versions = new Map();
    this.#waiting = [];
    this.#waitingVersions = [];
    this.#commit({ quarantined: 0 });
  }

  #commit(change: Partial<DraftState>): void {
    // No entry has come since: the bundle stays the same object, and nobody redraws it.
    const isShown = this.#shownHeads === this.#log.heads;
    const bundle = isShown ? this.#state.bundle : this.#history.bundleOf(this.#log);
    this.#shownHeads = this.#log.heads;
    this.#state = {
      ...this.#state,
      ...change,
      bundle,
      hasChanges: bundle !== this.#parts.base,
      canUndo: this.#log.past.length > 0,
      canRedo: this.#log.future.length > 0,
      steps: this.#history.listSteps(this.#log),
      versions: [...this.#versions.values()].toSorted((a, b) => a.clock - b.clock),
    };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
