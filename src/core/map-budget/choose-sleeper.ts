import type { MapSeat, SeatWish } from '../../contracts/map-port.ts';

/** A map as it stands at one moment, told from the functions of its seat. */
export interface SeatView {
  readonly wish: SeatWish;
  /** 0: some of it is in sight; `Infinity`: it has no place on the page. */
  readonly distancePx: number;
  readonly isHeld: boolean;
  readonly isPainted: boolean;
  readonly usedAtMs: number;
}

const RANK: Readonly<Record<SeatWish, number>> = { use: 0, picture: 1, look: 2 };

/** A seat of another copy of the library may be older or newer: what it does not say makes it stay awake. */
export function readSeat(seat: Partial<MapSeat> | null): SeatView {
  return {
    wish: seat?.wish?.() ?? 'use',
    distancePx: seat?.distancePx?.() ?? 0,
    isHeld: seat?.sleep ? (seat.isHeld?.() ?? true) : true,
    isPainted: seat?.isPainted?.() ?? true,
    usedAtMs: seat?.usedAtMs?.() ?? 0,
  };
}

/** Below 0: `one` is served before `other`; 0: whoever asked first. */
export function compareAskers(one: SeatView, other: SeatView): number {
  const byRank = RANK[one.wish] - RANK[other.wish];
  if (byRank !== 0 || one.distancePx === other.distancePx) return byRank;
  return one.distancePx - other.distancePx;
}

/**
 * The place in `live` of the map that goes to sleep so that `asker` may start; -1: none may.
 *
 * First the one farthest out of sight, for an asker that is nearer, or that is in use wherever it is. A map that has a
 * true picture to show takes no other's place in sight. One without takes that of the map that was used longest ago
 * and has painted, so that each gets its picture in turn; and as a sleeper with a picture asks for no such place, this
 * comes to rest.
 */
export function chooseSleeper(asker: SeatView, live: readonly SeatView[]): number {
  const isInUse = asker.wish === 'use';
  let farthest = -1;
  let longest = -1;
  for (const [index, seat] of live.entries()) {
    if (seat.isHeld) continue;
    if (seat.distancePx > 0) {
      const isFarther = farthest < 0 || seat.distancePx > live[farthest]!.distancePx;
      if (isFarther && (isInUse || seat.distancePx > asker.distancePx)) farthest = index;
    } else if (seat.isPainted) {
      if (longest < 0 || seat.usedAtMs < live[longest]!.usedAtMs) longest = index;
    }
  }
  if (farthest >= 0) return farthest;
  return isInUse || (asker.wish === 'picture' && asker.distancePx === 0) ? longest : -1;
}
