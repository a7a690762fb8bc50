import type { PresentState } from '../../contracts/present.ts';
import { parseTimer, type TalkTimer } from '../../core/present/talk-timer.ts';

/** What a window keeps of a talk, so that a reload or a closed lid loses nothing. */
export interface KeptTalk {
  readonly state: PresentState | null;
  readonly timer: TalkTimer | null;
  /** Size of the notes; null: the usual one. */
  readonly notesPx: number | null;
}

/** Talks of other days are thrown away. */
const KEPT_MS = 7 * 24 * 3_600_000;
const PREFIX = 'plan-talk:';

const NOTHING: KeptTalk = { state: null, timer: null, notesPx: null };

/** For a page that may store nothing: until it is closed. */
const memory = new Map<string, string>();

/** Kept in this browser; in memory where storing is forbidden or the disk is full. */
export class TalkStore {
  readonly #key: string;
  #lastState = '';

  constructor(bundleId: string, session: string) {
    this.#key = `${PREFIX}${bundleId}:${session}`;
    this.#throwOldAway();
  }

  read(): KeptTalk {
    const text = memory.get(this.#key) ?? this.#readText();
    if (text === null) return NOTHING;
    try {
      const { state, timer, notesPx } = JSON.parse(text) as Partial<Record<string, unknown>>;
      return {
        state: isPresentState(state) ? state : null,
        timer: parseTimer(timer),
        notesPx: typeof notesPx === 'number' ? notesPx : null,
      };
    } catch {
      return NOTHING;
    }
  }

  /** The talk, when more than the laser dot has moved. */
  writeState(state: PresentState): void {
    const still = { ...state, laser: null };
    const text = JSON.stringify(still);
    if (text === this.#lastState) return;
    this.#lastState = text;
    this.write({ state: still });
  }

  write(change: Partial<KeptTalk>): void {
    const text = JSON.stringify({ ...this.read(), ...change, at: Date.now() });
    try {
      localStorage.setItem(this.#key, text);
      memory.delete(this.#key);
    } catch {
      memory.set(this.#key, text);
    }
  }

  #throwOldAway(): void {
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(PREFIX) || key === this.#key) continue;
        const { at } = JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: number };
        if (!(Number(at) > Date.now() - KEPT_MS)) localStorage.removeItem(key);
      }
    } catch {
      /** Nothing may be stored here, so nothing old is. */
    }
  }

  #readText(): string | null {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }
}

function isPresentState(value: unknown): value is PresentState {
  if (typeof value !== 'object' || value === null) return false;
  const { deck, index, isRunning } = value as Partial<PresentState>;
  return typeof deck === 'object' && Number.isInteger(index) && typeof isRunning === 'boolean';
}
