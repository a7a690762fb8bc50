import type { BaseReport, ReadTile } from '../../contracts/base-map.ts';
import { problemOfFault, TileFault } from './tile-fault.ts';

const ENOUGH_FAULTS = 6;
const PAUSE_MS = 30_000;

/**
 * Reads tiles and tells how they fare. A server that only fails is left alone for a while, so that a meeting with no
 * network does not wait for it.
 */
export class TileWatch {
  readonly #name: string;
  readonly #report: (report: BaseReport) => void;
  readonly #missingIsFault: number;
  #told: BaseReport = { status: 'opening', problem: null };
  #hasCome = false;
  #missing = 0;
  /** Faults since the last tile that came. */
  #inRow = 0;
  #pausedUntilMs = 0;
  #lastFault: TileFault | null = null;

  /**
   * @param name of the base map, as the report names it
   * @param missingIsFault so many tiles that the server has not, and none that it has: the address is wrong, or the
   * map lies elsewhere
   */
  constructor(name: string, report: (report: BaseReport) => void, missingIsFault = 2) {
    this.#name = name;
    this.#report = report;
    this.#missingIsFault = missingIsFault;
  }

  watch(read: ReadTile): ReadTile {
    return async (z, x, y, signal) => {
      if (performance.now() < this.#pausedUntilMs) throw this.#lastFault!;
      try {
        const tile = await read(z, x, y, signal);
        if (tile === null && !this.#hasCome) {
          this.#miss();
          return tile;
        }
        this.#hasCome = true;
        this.#inRow = 0;
        if (this.#told.status !== 'partial') this.#tell('shown', null);
        return tile;
      } catch (error) {
        if (signal.aborted) throw error;
        throw this.#fail(error);
      }
    };
  }

  #miss(): void {
    this.#missing += 1;
    if (this.#missing < this.#missingIsFault) return;
    this.#tell('failing', new TileFault('server', 'the server has none of the tiles asked for'));
  }

  #fail(error: unknown): TileFault {
    const fault =
      error instanceof TileFault
        ? error
        : new TileFault('file', error instanceof Error ? error.message : String(error));
    this.#inRow += 1;
    this.#lastFault = fault;
    const isLost = !this.#hasCome || this.#inRow >= ENOUGH_FAULTS;
    if (this.#inRow >= ENOUGH_FAULTS) this.#pausedUntilMs = performance.now() + PAUSE_MS;
    this.#tell(isLost ? 'failing' : 'partial', fault);
    return fault;
  }

  #tell(status: BaseReport['status'], fault: TileFault | null): void {
    const problem = fault && problemOfFault(fault, this.#name);
    if (status === this.#told.status && problem?.code === this.#told.problem?.code) return;
    this.#told = { status, problem };
    this.#report(this.#told);
  }
}
