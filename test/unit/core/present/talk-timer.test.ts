import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  NEW_TIMER,
  parseTimer,
  pauseTimer,
  readTimer,
  resetTimer,
  runTimer,
  turnTimer,
} from '../../../../src/core/present/talk-timer.ts';

describe('the speaker’s watch', () => {
  it('counts from the moment it runs', () => {
    expect(readTimer(runTimer(NEW_TIMER, 1000), 4500)).toEqual({ totalMs: 3500, slideMs: 3500 });
  });

  it('begins anew with a slide and goes on for the talk', () => {
    const turned = turnTimer(runTimer(NEW_TIMER, 0), 3, 2000);
    expect(readTimer(turned, 5000)).toEqual({ totalMs: 5000, slideMs: 3000 });
  });

  it('goes on with a slide that is already on stage', () => {
    const running = runTimer(NEW_TIMER, 0);
    expect(turnTimer(running, 0, 2000)).toBe(running);
  });

  it('stands while it is paused, though slides turn', () => {
    const paused = turnTimer(pauseTimer(runTimer(NEW_TIMER, 0), 2000), 1, 9000);
    expect(readTimer(paused, 60_000)).toEqual({ totalMs: 2000, slideMs: 0 });
    expect(readTimer(runTimer(paused, 60_000), 61_000).totalMs).toBe(3000);
  });

  it('goes back to nothing and keeps running', () => {
    expect(readTimer(resetTimer(runTimer(NEW_TIMER, 0), 8000), 9000).totalMs).toBe(1000);
  });

  it('is never negative when the clock is set back', () => {
    expect(readTimer(runTimer(NEW_TIMER, 5000), 1000).totalMs).toBe(0);
  });

  it.each([
    [0, '0:00'],
    [65_900, '1:05'],
    [3_729_000, '1:02:09'],
  ])('%d ms read %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  it('comes back from where it was stored', () => {
    const timer = turnTimer(runTimer(NEW_TIMER, 5), 2, 10);
    expect(parseTimer(JSON.parse(JSON.stringify(timer)))).toEqual(timer);
  });

  it.each([
    null,
    7,
    {},
    { totalMs: 'x', slideMs: 0, slide: 0, since: null },
    { ...NEW_TIMER, slide: -1 },
  ])('does not come back from %j', (value) => {
    expect(parseTimer(value)).toBeNull();
  });
});
