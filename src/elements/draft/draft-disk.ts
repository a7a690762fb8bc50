import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftRecord } from '../../contracts/draft.ts';
import type { DraftChannel, DraftDisk } from '../../core/draft/draft-store.ts';

interface Schema extends DBSchema {
  ops: { key: string; value: unknown };
  versions: { key: string; value: unknown };
  /** What could not be read, as it was, and why. */
  quarantine: { key: number; value: unknown };
}

interface ListSchema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
}

/** A draft as the list holds it; a draft of a plan of its own keeps the bundle that it began with. */
export interface StoredDraft extends DraftRecord {
  readonly base: PlanBundle | null;
}

const LIST = 'plan-atlas-drafts';
const nameOf = (draftId: string): string => `plan-atlas-draft:${draftId}`;

/** The log of one draft in IndexedDB: one record an entry, none ever overwritten, so that no window loses a write. */
export function openDraftDisk(draftId: string): DraftDisk {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(nameOf(draftId), 1, {
      upgrade: (db) => {
        db.createObjectStore('ops');
        db.createObjectStore('versions');
        db.createObjectStore('quarantine', { autoIncrement: true });
      },
      // Another window may delete or renew it: it is opened again with the next write.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        opened = null;
      },
      terminated: () => {
        opened = null;
      },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const readAll = async (
    store: 'ops' | 'versions',
  ): Promise<{ readonly key: string; readonly value: unknown }[]> => {
    const db = await open();
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
    return keys.map((key, at) => ({ key, value: values[at] }));
  };
  return {
    load: async () => ({
      ops: await readAll('ops'),
      versions: await readAll('versions'),
      quarantined: await (await open()).count('quarantine'),
    }),
    append: async (ops, versions) => {
      const db = await open();
      // Strict: what is said to be saved outlives a power cut.
      const tx = db.transaction(['ops', 'versions'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        ...ops.map((op) => tx.objectStore('ops').put(op, op.id)),
        ...versions.map((version) => tx.objectStore('versions').put(version, version.id)),
        tx.done,
      ]);
    },
    setAside: async (records) => {
      const tx = (await open()).transaction(['ops', 'versions', 'quarantine'], 'readwrite');
      await Promise.all([
        ...records.flatMap((record) => [
          tx.objectStore('quarantine').add(record),
          tx.objectStore(record.from).delete(record.key),
        ]),
        tx.done,
      ]);
    },
    readQuarantine: async () => (await open()).getAll('quarantine'),
    clear: async () => {
      const tx = (await open()).transaction(['ops', 'versions', 'quarantine'], 'readwrite');
      await Promise.all([
        tx.objectStore('ops').clear(),
        tx.objectStore('versions').clear(),
        tx.objectStore('quarantine').clear(),
        tx.done,
      ]);
      await forgetDraft(draftId);
    },
    close: () => {
      void opened?.then((db) => db.close()).catch(() => undefined);
      opened = null;
    },
  };
}

const openList = (): Promise<IDBPDatabase<ListSchema>> =>
  openDB<ListSchema>(LIST, 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: 'draftId' });
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });

/** All drafts of this site, latest first; none where the browser keeps nothing. */
export async function listStoredDrafts(): Promise<readonly StoredDraft[]> {
  try {
    const db = await openList();
    const drafts = await db.getAll('drafts');
    db.close();
    return drafts.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  } catch {
    return [];
  }
}

/** Notes a draft in the list; a base that is there stays. */
export async function noteDraft(draft: StoredDraft): Promise<void> {
  const db = await openList();
  const tx = db.transaction('drafts', 'readwrite');
  const known = await tx.store.get(draft.draftId);
  await tx.store.put({ ...draft, base: draft.base ?? known?.base ?? null });
  await tx.done;
  db.close();
}

async function forgetDraft(draftId: string): Promise<void> {
  const db = await openList();
  await db.delete('drafts', draftId);
  db.close();
}

/** Deletes a draft that is not open anywhere. */
export async function deleteDraft(draftId: string): Promise<void> {
  await forgetDraft(draftId);
  await deleteDB(nameOf(draftId));
}

/** The way to the other windows of this site; where there is none, a way to nobody. */
export function openDraftChannel(draftId: string): DraftChannel {
  if (typeof BroadcastChannel === 'undefined') {
    return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(nameOf(draftId));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = (event: MessageEvent): void => listener(event.data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}
