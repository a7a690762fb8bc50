import { openDB } from 'idb';
import type { BasePart } from '../../contracts/base-map.ts';

const NAME = 'plan-atlas-base';

const openFiles = () =>
  openDB<{ files: { key: BasePart; value: Blob } }>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('files');
    },
  });

/** Null: none is kept, or it cannot be read. */
export async function recallFile(part: BasePart): Promise<Blob | null> {
  try {
    const db = await openFiles();
    try {
      return (await db.get('files', part)) ?? null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/**
 * Keeps a file beside the choice; null forgets it.
 * @returns false when there is no room, or storage is forbidden: it is used all the same, until the page closes
 */
export async function rememberFile(part: BasePart, file: Blob | null): Promise<boolean> {
  try {
    const db = await openFiles();
    try {
      if (file) await db.put('files', file, part);
      else await db.delete('files', part);
      return true;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
