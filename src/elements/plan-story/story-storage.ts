import { openDB, type IDBPDatabase } from 'idb';
import type { SavedStory } from '../../core/story/apply-scene.ts';

const DATABASE = 'plan-atlas-stories';
const STORE = 'stories';

/** Where edited stories are kept. Every call may reject: storage can be denied, or full. */
export interface StoryStorage {
  /** All stories whose key begins so. */
  readonly list: (prefix: string) => Promise<readonly SavedStory[]>;
  /** Reads and writes in one transaction, so that no other window writes in between. */
  readonly update: (
    key: string,
    change: (saved: SavedStory | null) => SavedStory,
  ) => Promise<SavedStory>;
}

let opened: Promise<IDBPDatabase> | null = null;

function open(): Promise<IDBPDatabase> {
  opened ??= openDB(DATABASE, 1, {
    upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'key' }),
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Stories in IndexedDB. */
export const storyStorage: StoryStorage = {
  list: async (prefix) => {
    const database = await open();
    const all = (await database.getAll(
      STORE,
      IDBKeyRange.bound(prefix, `${prefix}\uffff`),
    )) as SavedStory[];
    return all;
  },
  update: async (key, change) => {
    const transaction = (await open()).transaction(STORE, 'readwrite', { durability: 'strict' });
    const saved = ((await transaction.store.get(key)) as SavedStory | undefined) ?? null;
    const next = change(saved);
    await Promise.all([transaction.store.put(next), transaction.done]);
    return next;
  },
};
