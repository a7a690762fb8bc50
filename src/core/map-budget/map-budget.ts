import type { MapSeat } from '../../contracts/map-port.ts';
import { chooseSleeper, compareAskers, readSeat } from './choose-sleeper.ts';

/** Browsers keep 16 graphics contexts of a page, on phones 8; one more, and the oldest is lost. */
export const MOST_LIVE_MAPS = 8;
/** How soon those who wait look again, for a map may be let go of without a word. */
const AGAIN_MS = 500;
/** A map that has given no picture of itself by then is left awake. */
const PATIENCE_MS = 5000;

/**
 * The graphics contexts of a page, shared by all maps in it, those of other copies of the library too. Plain functions,
 * all of whose arguments may lack what an older copy does not know.
 */
export interface MapBudget {
  readonly version: number;
  /** Maps that have a context or are about to have one. */
  readonly count: () => number;
  /**
   * Resolves once a context may be made; what it gives is called when that is given back. Without a seat the map stays
   * awake as long as it runs.
   * @throws the signal's reason when it is called off before
   */
  readonly join: (seat: Partial<MapSeat> | null, signal?: AbortSignal) => Promise<() => void>;
  /** Something has changed: a map came near or went away, has painted, is wanted or no longer held. */
  readonly review: () => void;
}

interface Member {
  readonly seat: Partial<MapSeat> | null;
  isLeaving: boolean;
  /** It was asked to sleep and would not; it is asked again later. */
  isSpared: boolean;
}

interface Ask {
  readonly seat: Partial<MapSeat> | null;
  readonly admit: () => void;
}

/** @param later calls back after a time, in milliseconds */
export function createMapBudget(later: (work: () => void, ms: number) => void): MapBudget {
  const live = new Set<Member>();
  const asks = new Set<Ask>();
  let isReviewing = false;
  let isDue = false;

  const leave = (member: Member): void => {
    if (live.delete(member)) review();
  };

  const dismiss = (member: Member): void => {
    member.isLeaving = true;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      member.isLeaving = false;
      member.isSpared = true;
      review();
    };
    later(end, PATIENCE_MS);
    void member.seat!.sleep!().then(end, end);
  };

  const serve = (): void => {
    const order = [...asks].map((ask) => ({ ask, view: readSeat(ask.seat) }));
    order.sort((one, other) => compareAskers(one.view, other.view));
    /** Places that are being cleared for those who asked before. */
    let promised = [...live].filter(({ isLeaving }) => isLeaving).length;
    for (const { ask, view } of order) {
      if (live.size < MOST_LIVE_MAPS) ask.admit();
      else if (promised > 0) promised -= 1;
      else {
        const awake = [...live].filter(({ isLeaving, isSpared }) => !isLeaving && !isSpared);
        const index = chooseSleeper(
          view,
          awake.map(({ seat }) => readSeat(seat)),
        );
        if (index >= 0) dismiss(awake[index]!);
      }
    }
  };

  /** Who has a true picture to show waits until told; the others look again by themselves. */
  const lookAgain = (): void => {
    const isWaiting = [...asks].some(({ seat }) => readSeat(seat).wish !== 'look');
    const isSpared = [...live].some((member) => member.isSpared);
    if (isDue || !(asks.size > 0 && (isWaiting || isSpared))) return;
    isDue = true;
    later(() => {
      isDue = false;
      for (const member of live) member.isSpared = false;
      review();
    }, AGAIN_MS);
  };

  const review = (): void => {
    if (isReviewing) return;
    isReviewing = true;
    try {
      serve();
    } finally {
      isReviewing = false;
    }
    lookAgain();
  };

  return {
    version: 1,
    count: () => live.size,
    join: (seat, signal) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => {
          asks.delete(ask);
          reject(signal!.reason);
        };
        const ask: Ask = {
          seat,
          admit: () => {
            asks.delete(ask);
            signal?.removeEventListener('abort', giveUp);
            const member = { seat, isLeaving: false, isSpared: false };
            live.add(member);
            resolve(() => leave(member));
          },
        };
        if (signal?.aborted) {
          giveUp();
          return;
        }
        signal?.addEventListener('abort', giveUp, { once: true });
        asks.add(ask);
        review();
      }),
    review,
  };
}
