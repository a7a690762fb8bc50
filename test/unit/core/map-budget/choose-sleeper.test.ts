import { describe, expect, it } from 'vitest';
import {
  chooseSleeper,
  compareAskers,
  readSeat,
  type SeatView,
} from '../../../../src/core/map-budget/choose-sleeper.ts';

function createSeat(seat: Partial<SeatView> = {}): SeatView {
  return { wish: 'look', distancePx: 0, isHeld: false, isPainted: true, usedAtMs: 0, ...seat };
}

const inSight = (usedAtMs: number, seat: Partial<SeatView> = {}): SeatView =>
  createSeat({ usedAtMs, ...seat });
const away = (distancePx: number, seat: Partial<SeatView> = {}): SeatView =>
  createSeat({ distancePx, ...seat });

describe('who goes to sleep', () => {
  it('is the one farthest out of sight', () => {
    const live = [inSight(1), away(300), away(900), away(500)];
    expect(chooseSleeper(createSeat({ wish: 'picture' }), live)).toBe(2);
  });

  it('is nobody nearer than the one who asks, unless that one is in use', () => {
    const live = [away(100), inSight(1)];
    expect(chooseSleeper(away(150, { wish: 'picture' }), live)).toBe(-1);
    expect(chooseSleeper(away(150, { wish: 'use' }), live)).toBe(0);
  });

  it('is never one that is held', () => {
    const live = [away(900, { isHeld: true }), inSight(1, { isHeld: true })];
    expect(chooseSleeper(createSeat({ wish: 'use' }), live)).toBe(-1);
  });

  it('in sight is the one that was used longest ago, once it has painted', () => {
    const live = [inSight(5, { isPainted: false }), inSight(30), inSight(20), inSight(10)];
    expect(chooseSleeper(createSeat({ wish: 'picture' }), live)).toBe(3);
    expect(chooseSleeper(createSeat({ wish: 'use' }), live)).toBe(3);
  });

  it('out of sight need not have painted', () => {
    expect(chooseSleeper(createSeat(), [away(10, { isPainted: false })])).toBe(0);
  });

  it('is none in sight for one that has a true picture, so that they do not take turns for ever', () => {
    expect(chooseSleeper(createSeat({ wish: 'look' }), [inSight(1), inSight(2)])).toBe(-1);
  });

  it('is none in sight for one that is out of sight and only waits for its picture', () => {
    expect(chooseSleeper(away(120, { wish: 'picture' }), [inSight(1)])).toBe(-1);
  });
});

describe('who is served first', () => {
  it('is the one in use, then the one without a picture, then the nearer one', () => {
    const asking = [
      away(10, { wish: 'look' }),
      away(90, { wish: 'picture' }),
      away(20, { wish: 'picture' }),
      away(500, { wish: 'use' }),
    ];
    const order = [...asking].sort(compareAskers).map(({ distancePx }) => distancePx);
    expect(order).toEqual([500, 20, 90, 10]);
    expect(compareAskers(away(Infinity), away(Infinity))).toBe(0);
  });
});

describe('a seat of another copy of the library', () => {
  it('that cannot sleep is held, and one that says less than we know is read with care', () => {
    expect(readSeat(null)).toMatchObject({ isHeld: true, wish: 'use', distancePx: 0 });
    expect(readSeat({ isHeld: () => false })).toMatchObject({ isHeld: true });
    const sleep = (): Promise<void> => Promise.resolve();
    expect(readSeat({ sleep })).toMatchObject({ isHeld: true });
    expect(readSeat({ sleep, isHeld: () => false })).toMatchObject({
      isHeld: false,
      isPainted: true,
      usedAtMs: 0,
    });
  });
});
