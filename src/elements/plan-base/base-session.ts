import type { BaseChoice, BasePart, BaseReport, BaseState } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import type { Store } from '../../contracts/state.ts';
import { openBase } from '../../io/tiles/open-base.ts';
import { problemOfFault } from '../../io/tiles/tile-fault.ts';
import type { TerrainSession } from '../../io/terrain/open-terrain.ts';
import { recallChoice, rememberChoice } from './base-choice-disk.ts';
import { recallFile, rememberFile } from './base-disk.ts';

const OPENING: BaseReport = { status: 'opening', problem: null };
const PARTS: readonly BasePart[] = ['map', 'terrain'];

/** What lies under the plan of one atlas: opened, told of, remembered on this machine. */
export class BaseSession {
  /** Whether the choice outlives the page; null: nothing was chosen yet. */
  isKept: boolean | null = null;
  readonly #store: Store;
  readonly #files: Partial<Record<BasePart, Blob>> = {};
  readonly #opening: Partial<Record<BasePart, AbortController>> = {};
  #terrain: TerrainSession | null = null;

  constructor(store: Store) {
    this.#store = store;
    // What failed for want of a network comes back with it.
    globalThis.addEventListener?.('online', () => {
      for (const part of PARTS) if (this.state.reports[part]?.problem) this.retry(part);
    });
  }

  get state(): BaseState {
    return (
      this.#store.getState().base ?? {
        choice: recallChoice(),
        ground: null,
        heights: null,
        contours: null,
        reports: {},
      }
    );
  }

  /** Shows what was chosen on this machine before. */
  restore(): void {
    const { choice } = this.state;
    if (!choice.map && !choice.terrain) return;
    this.#lay({ choice });
    for (const part of PARTS) if (choice[part]) void this.#open(part);
  }

  /**
   * Chooses anew; what is given replaces what was chosen.
   * @param file of the part that changes, where it is a file of this machine
   */
  choose(
    change: Partial<BaseChoice>,
    file?: { readonly part: BasePart; readonly blob: Blob },
  ): void {
    const before = this.state.choice;
    const choice: BaseChoice = { ...before, ...change };
    if (file) this.#files[file.part] = file.blob;
    this.#lay({ choice });
    this.isKept = rememberChoice(choice);
    for (const part of PARTS) {
      if (choice[part] === before[part] && file?.part !== part) continue;
      if (!this.#isFile(part)) delete this.#files[part];
      void this.#keepFile(part);
      void this.#open(part);
    }
  }

  retry(part: BasePart): void {
    void this.#open(part);
  }

  /** Calls off what is being opened. */
  cancel(part: BasePart): void {
    this.#opening[part]?.abort();
    this.choose({ [part]: null });
  }

  #isFile(part: BasePart): boolean {
    const { map, terrain } = this.state.choice;
    return part === 'map'
      ? map?.kind === 'pmtiles' && map.url === null
      : terrain?.kind === 'geotiff';
  }

  async #keepFile(part: BasePart): Promise<void> {
    const isKept = await rememberFile(part, this.#files[part] ?? null);
    if (isKept || !this.#files[part]) return;
    this.isKept = false;
    this.#lay({});
  }

  async #open(part: BasePart): Promise<void> {
    this.#opening[part]?.abort();
    const controller = new AbortController();
    this.#opening[part] = controller;
    const { signal } = controller;
    this.#close(part);
    const { map, terrain } = this.state.choice;
    if (!(part === 'map' ? map : terrain)) {
      this.#report(part, undefined);
      return;
    }
    this.#report(part, OPENING);
    const report = (news: BaseReport): void => {
      if (!signal.aborted) this.#report(part, news);
    };
    try {
      const file = this.#isFile(part) ? (this.#files[part] ?? (await recallFile(part))) : null;
      signal.throwIfAborted();
      if (part === 'map') {
        const { source, attribution } = await openBase(map!, file, report, signal);
        signal.throwIfAborted();
        const own = this.state.choice.map!;
        const named = own.attribution || attribution === '' ? own : { ...own, attribution };
        this.#lay({ ground: source, choice: { ...this.state.choice, map: named } });
      } else {
        const { openTerrain } = await import('../../io/terrain/open-terrain.ts');
        const session = await openTerrain(terrain!, file, report, signal);
        if (signal.aborted) {
          session.close();
          return;
        }
        this.#terrain = session;
        this.#lay({ heights: session.heights, contours: session.contours });
      }
    } catch (error) {
      if (signal.aborted) return;
      const name = (part === 'map' ? map : terrain)!.name;
      const problem = error instanceof PlanError ? error.problems[0]! : problemOfFault(error, name);
      this.#report(part, { status: 'failing', problem });
    }
  }

  #close(part: BasePart): void {
    if (part === 'map') {
      this.#lay({ ground: null });
      return;
    }
    this.#terrain?.close();
    this.#terrain = null;
    this.#lay({ heights: null, contours: null });
  }

  #report(part: BasePart, news: BaseReport | undefined): void {
    const { [part]: _old, ...others } = this.state.reports;
    this.#lay({ reports: news ? { ...others, [part]: news } : others });
  }

  #lay(change: Partial<BaseState>): void {
    this.#store.send({ type: 'lay', change: { base: { ...this.state, ...change } } });
  }
}

const sessions = new WeakMap<Store, BaseSession>();

/** One session an atlas. */
export function baseOf(store: Store): BaseSession {
  let session = sessions.get(store);
  if (!session) sessions.set(store, (session = new BaseSession(store)));
  return session;
}
