import { openDB, type DBSchema } from 'idb';

/** What stood on the map when a scene was discussed. */
export interface ScenePicture {
  /** Id of the scene. */
  readonly scene: string;
  /** ISO 8601, of the picture. */
  readonly at: string;
  /** PNG as base64. */
  readonly picture: string;
}

interface Schema extends DBSchema {
  pictures: { key: string; value: ScenePicture };
}

const taken = new Map<string, Map<string, ScenePicture>>();

/**
 * Pictures of the scenes in which marks were made, the latest of each: in memory, and on the disk for the windows and
 * reloads that come after. They can be taken anew, so a disk that refuses costs no more than that.
 */
export class ScenePictures {
  readonly #planId: string;
  readonly #own: Map<string, ScenePicture>;

  constructor(planId: string) {
    this.#planId = planId;
    this.#own = taken.get(planId) ?? new Map<string, ScenePicture>();
    taken.set(planId, this.#own);
  }

  async keep(picture: ScenePicture): Promise<void> {
    this.#own.set(picture.scene, picture);
    await this.#onDisk((db) => db.put('pictures', picture, picture.scene));
  }

  /** By scene. */
  async list(): Promise<ReadonlyMap<string, ScenePicture>> {
    const stored = (await this.#onDisk((db) => db.getAll('pictures'))) ?? [];
    const all = new Map(stored.map((one) => [one.scene, one]));
    for (const [scene, own] of this.#own) {
      const other = all.get(scene);
      if (!other || Date.parse(other.at) < Date.parse(own.at)) all.set(scene, own);
    }
    return all;
  }

  /** Null: the disk refuses. */
  async #onDisk<T>(
    act: (db: Awaited<ReturnType<typeof openDB<Schema>>>) => Promise<T>,
  ): Promise<T | null> {
    try {
      const db = await openDB<Schema>(`plan-atlas-discussed:${this.#planId}`, 1, {
        upgrade: (fresh) => {
          fresh.createObjectStore('pictures');
        },
      });
      try {
        return await act(db);
      } finally {
        db.close();
      }
    } catch {
      // What is in memory still makes the minutes of this window.
      return null;
    }
  }
}
