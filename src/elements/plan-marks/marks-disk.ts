import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DiskRecord, MarksChannel, MarksDisk } from '../../contracts/marks.ts';

interface Schema extends DBSchema {
  ops: { key: string; value: unknown };
  drafts: { key: string; value: unknown };
  /** What could not be read, as it was, and why. */
  quarantine: { key: number; value: unknown };
}

const nameOf = (planId: string): string => `plan-atlas-marks:${planId}`;

/** The log of one plan in IndexedDB: one record an entry, none ever overwritten, so that no window loses a write. */
export function openMarksDisk(planId: string): MarksDisk {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(nameOf(planId), 1, {
      upgrade: (db) => {
        db.createObjectStore('ops');
        db.createObjectStore('drafts');
        db.createObjectStore('quarantine', { autoIncrement: true });
      },
      // A newer version of the page may need the database: it is opened again with the next write.
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
  return {
    load: async () => {
      const db = await open();
      return {
        ops: await readAll(db, 'ops'),
        drafts: await readAll(db, 'drafts'),
        quarantined: await db.count('quarantine'),
      };
    },
    append: async (ops, dropped) => {
      const db = await open();
      // Strict: what is said to be saved outlives a power cut.
      const tx = db.transaction(['ops', 'drafts'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        ...ops.map((op) => tx.objectStore('ops').put(op, op.id)),
        ...dropped.map((id) => tx.objectStore('drafts').delete(id)),
        tx.done,
      ]);
    },
    saveDraft: async (draft) => {
      await (await open()).put('drafts', draft, draft.id);
    },
    setAside: async (records) => {
      const tx = (await open()).transaction(['ops', 'drafts', 'quarantine'], 'readwrite');
      await Promise.all([
        ...records.flatMap((record) => [
          tx.objectStore('quarantine').add(record),
          tx.objectStore(record.from).delete(record.key),
        ]),
        tx.done,
      ]);
    },
    readQuarantine: async () => (await open()).getAll('quarantine'),
    close: () => {
      void opened?.then((db) => db.close()).catch(() => undefined);
      opened = null;
    },
  };
}

/** All records at once; one by one when the browser cannot read one of them, which is left where it is. */
async function readAll(
  db: IDBPDatabase<Schema>,
  store: 'ops' | 'drafts',
): Promise<readonly DiskRecord[]> {
  const keys = await db.getAllKeys(store);
  try {
    const values = await db.getAll(store);
    if (values.length === keys.length) {
      return values.map((value, index) => ({ key: keys[index]!, value }));
    }
  } catch {
    // Falls through: the others can still be had.
  }
  const records: DiskRecord[] = [];
  for (const key of keys) {
    try {
      records.push({ key, value: await db.get(store, key) });
    } catch {
      records.push({ key, value: null });
    }
  }
  return records;
}

/** The way to the other windows of this site; where there is none, a way to nobody. */
export function openMarksChannel(planId: string): MarksChannel {
  if (typeof BroadcastChannel === 'undefined') {
    return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(nameOf(planId));
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
