import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftRecord, DraftSession, DraftStore } from '../../contracts/draft.ts';
import type { Store } from '../../contracts/state.ts';
import { createDraftStore } from '../../core/draft/draft-store.ts';
import { askBeforeLeaving } from '../shared/ask-before-leaving.ts';
import { newId } from '../shared/new-id.ts';
import type { Atlas } from '../shared/store-context.ts';
import { listStoredDrafts, noteDraft, openDraftChannel, openDraftDisk } from './draft-disk.ts';

const WHO_KEY = 'plan-atlas-who';
const sessions = new WeakMap<Store, DraftSession>();

/** The session of an atlas; its tools share it. */
export function draftOf({ store }: Atlas): DraftSession {
  let session = sessions.get(store);
  if (!session) sessions.set(store, (session = new Session(store)));
  return session;
}

class Session implements DraftSession {
  readonly #atlas: Store;
  readonly #listeners = new Set<() => void>();
  #draft: DraftStore | null = null;
  #opening: Promise<DraftStore> | null = null;
  /** The plan that the page opened with, while a draft of another one is shown. */
  #home: PlanBundle | null = null;
  /** What this session has shown last, so that a plan which comes from elsewhere is told from it. */
  #shown: PlanBundle | null = null;

  constructor(atlas: Store) {
    this.#atlas = atlas;
    atlas.subscribe((state, before) => {
      if (state.bundle === before.bundle || state.bundle === this.#shown) return;
      // The host has loaded another plan.
      this.#close();
      this.#home = null;
      this.#tell();
    });
  }

  readonly getStore = (): DraftStore | null => this.#draft;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly ensure = (): Promise<DraftStore> => {
    if (this.#draft) return Promise.resolve(this.#draft);
    const { bundle } = this.#atlas.getState();
    if (!bundle) return Promise.reject(new Error('draft: no plan is shown yet'));
    this.#opening ??= this.#begin(bundle.bundle.id, bundle).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  };

  readonly list = async (): Promise<readonly DraftRecord[]> =>
    (await listStoredDrafts()).map(({ base: _base, ...record }) => record);

  readonly open = async (draftId: string): Promise<DraftStore> => {
    const stored = (await listStoredDrafts()).find((one) => one.draftId === draftId);
    const home = this.#home ?? this.#atlas.getState().bundle;
    const base = stored?.base ?? (home?.bundle.id === draftId ? home : null);
    if (!base) throw new Error(`draft: "${draftId}" is not on this machine`);
    return this.#replace(draftId, base);
  };

  readonly start = async (base: PlanBundle): Promise<DraftStore> => {
    const taken = new Set((await listStoredDrafts()).map(({ draftId }) => draftId));
    const home = this.#home ?? this.#atlas.getState().bundle;
    if (home) taken.add(home.bundle.id);
    let draftId = base.bundle.id;
    for (let number = 2; taken.has(draftId); number += 1) draftId = `${base.bundle.id}~${number}`;
    const store = await this.#replace(draftId, base);
    await noteDraft(describe(store, base)).catch(() => undefined);
    return store;
  };

  readonly leave = (): void => {
    const home = this.#home;
    this.#close();
    this.#home = null;
    if (home) {
      this.#shown = home;
      this.#atlas.send({ type: 'load-done', bundle: home, problems: [] });
    } else {
      const { bundle } = this.#atlas.getState();
      this.#shown = bundle;
    }
    this.#tell();
  };

  async #replace(draftId: string, base: PlanBundle): Promise<DraftStore> {
    const home = this.#home ?? this.#atlas.getState().bundle;
    this.#close();
    this.#home = home;
    this.#shown = base;
    this.#atlas.send({ type: 'load-done', bundle: base, problems: [] });
    return this.#begin(draftId, base);
  }

  async #begin(draftId: string, base: PlanBundle): Promise<DraftStore> {
    const isOwn = this.#home !== null && this.#home.bundle.id !== draftId;
    const store = createDraftStore({
      draftId,
      base,
      disk: openDraftDisk(draftId),
      channel: openDraftChannel(draftId),
      newId,
      now: () => new Date().toISOString(),
      who: readWho(),
    });
    this.#draft = store;
    let noted = 0;
    store.subscribe((state) => {
      if (this.#draft !== store) return;
      writeWho(state.who);
      if (state.bundle !== this.#atlas.getState().bundle) {
        this.#shown = state.bundle;
        this.#atlas.send({ type: 'revise', bundle: state.bundle });
      }
      // With the write and not after it: a window that is killed then is found all the same.
      if (state.steps.length !== noted) {
        noted = state.steps.length;
        void noteDraft(describe(store, isOwn ? base : null)).catch(() => undefined);
      }
      this.#tell();
    });
    await store.ready;
    this.#tell();
    return store;
  }

  #close(): void {
    this.#draft?.close();
    this.#draft = null;
  }

  /** The device refuses, and this window holds changes that are nowhere else. */
  get #isUnsaved(): boolean {
    const state = this.#draft?.getState();
    return state?.saving === 'memory' && state.hasChanges;
  }

  #tell(): void {
    askBeforeLeaving(this, this.#isUnsaved);
    for (const listener of [...this.#listeners]) listener();
  }
}

function describe(store: DraftStore, base: PlanBundle | null) {
  const { draftId, bundle, steps } = store.getState();
  return {
    draftId,
    title: bundle.bundle.title,
    changedAt: steps.at(-1)?.at ?? new Date().toISOString(),
    steps: steps.length,
    base,
  };
}

/** Of this machine, for the list of changes; storage may be forbidden. */
function readWho(): string {
  try {
    return localStorage.getItem(WHO_KEY) ?? '';
  } catch {
    return '';
  }
}

function writeWho(who: string): void {
  try {
    if (localStorage.getItem(WHO_KEY) !== who) localStorage.setItem(WHO_KEY, who);
  } catch {
    // It is asked again next time.
  }
}
