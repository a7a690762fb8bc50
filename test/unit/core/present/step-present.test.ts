import { describe, expect, it } from 'vitest';
import type { Deck, PresentCommand, PresentState } from '../../../../src/contracts/present.ts';
import {
  countSlides,
  createPresent,
  sceneNumberAt,
  slideOfNumber,
  stepPresent,
} from '../../../../src/core/present/step-present.ts';
import { createRandom } from '../../../fixtures/create-random.ts';

const deck: Deck = { hasOpening: true, sceneCount: 4, hasClosing: true };

function run(...commands: readonly PresentCommand[]): PresentState {
  return commands.reduce(
    stepPresent,
    stepPresent(createPresent(deck), { type: 'start', index: 0, at: 1000 }),
  );
}

describe('the slides', () => {
  it('are opening, scenes and closing', () => {
    expect(countSlides(deck)).toBe(6);
    expect(countSlides({ ...deck, hasOpening: false, hasClosing: false })).toBe(4);
  });

  it('number the scenes from 1, and opening and closing not at all', () => {
    expect([0, 1, 4, 5].map((index) => sceneNumberAt(deck, index))).toEqual([null, 1, 4, null]);
    expect(sceneNumberAt({ ...deck, hasOpening: false }, 0)).toBe(1);
  });

  it('are found by the number of their scene, and beyond an end the end is', () => {
    expect([0, 3, 99].map((number) => slideOfNumber(deck, number))).toEqual([0, 3, 5]);
    expect(slideOfNumber({ ...deck, hasOpening: false }, 3)).toBe(2);
  });
});

describe('a talk', () => {
  it('starts at the slide that is asked for, with the time of its start', () => {
    const state = stepPresent(createPresent(deck), { type: 'start', index: 3, at: 77 });
    expect(state).toMatchObject({ isRunning: true, index: 3, startedAt: 77 });
  });

  it('does not start without slides', () => {
    const none = createPresent({ hasOpening: false, sceneCount: 0, hasClosing: false });
    expect(stepPresent(none, { type: 'start', index: 0, at: 1 })).toBe(none);
  });

  it('does not move before it runs', () => {
    const state = createPresent(deck);
    expect(stepPresent(state, { type: 'next' })).toBe(state);
  });

  it('stays at the last slide after the last, and at the first before the first', () => {
    expect(run({ type: 'last' }, { type: 'next' }).index).toBe(5);
    expect(run({ type: 'previous' }).index).toBe(0);
  });

  it('keeps its slide when it is left, so that it can go on from there', () => {
    expect(run({ type: 'go', index: 2 }, { type: 'stop' })).toMatchObject({
      isRunning: false,
      index: 2,
      startedAt: null,
    });
  });

  it('goes to the scene of a typed number', () => {
    const typed = run({ type: 'digit', digit: '0' }, { type: 'digit', digit: '3' });
    expect(typed.digits).toBe('03');
    expect(stepPresent(typed, { type: 'enter' })).toMatchObject({ index: 3, digits: '' });
  });

  it('goes on by Enter when no number was typed', () => {
    expect(run({ type: 'enter' }).index).toBe(1);
  });

  it('takes a digit back before it goes back', () => {
    const typed = run({ type: 'last' }, { type: 'digit', digit: '1' }, { type: 'backspace' });
    expect(typed).toMatchObject({ index: 5, digits: '' });
    expect(stepPresent(typed, { type: 'backspace' }).index).toBe(4);
  });

  it('lifts the blank screen with the next move', () => {
    expect(run({ type: 'blank' }).isBlank).toBe(true);
    expect(run({ type: 'blank' }, { type: 'next' })).toMatchObject({ isBlank: false, index: 1 });
  });

  it('plays on by itself and ends at the last slide', () => {
    const playing = run({ type: 'go', index: 4 }, { type: 'autoplay' }, { type: 'advance' });
    expect(playing).toMatchObject({ index: 5, isAutoplay: true });
    expect(stepPresent(playing, { type: 'advance' })).toMatchObject({
      index: 5,
      isAutoplay: false,
    });
  });

  it('stops playing by itself as soon as the speaker does something', () => {
    const acts: readonly PresentCommand[] = [
      { type: 'next' },
      { type: 'blank' },
      { type: 'digit', digit: '2' },
      { type: 'laser' },
      { type: 'spotlight', isSceneSpotlit: false },
      { type: 'divide', at: 0.4 },
    ];
    for (const act of acts) expect(run({ type: 'autoplay' }, act).isAutoplay).toBe(false);
  });

  it('hears no advance that comes after autoplay was stopped', () => {
    expect(run({ type: 'autoplay' }, { type: 'next' }, { type: 'advance' }).index).toBe(1);
  });

  it('turns over the spotlight of the scene, for this slide only', () => {
    const off = run({ type: 'spotlight', isSceneSpotlit: true });
    expect(off.spotlight).toBe(false);
    expect(stepPresent(off, { type: 'next' }).spotlight).toBeNull();
  });

  it('keeps the laser on the picture and puts it away with its switch', () => {
    const lit = run({ type: 'laser' }, { type: 'laser-move', at: { x: 1.4, y: -2 } });
    expect(lit).toMatchObject({ isLaserOn: true, laser: { x: 1, y: 0 } });
    expect(stepPresent(lit, { type: 'laser' })).toMatchObject({ isLaserOn: false, laser: null });
  });

  it('forgets where the divider stood and what was played when it goes on', () => {
    const moved = run({ type: 'divide', at: 0.2 }, { type: 'play' }, { type: 'next' });
    expect(moved).toMatchObject({ divider: null, isPlayed: false });
  });

  it('stays within an edited story', () => {
    const fewer = run({ type: 'last' }, { type: 'deck', deck: { ...deck, sceneCount: 1 } });
    expect(fewer.index).toBe(2);
  });

  it('ends when the last slide of its story is deleted', () => {
    const none = { hasOpening: false, sceneCount: 0, hasClosing: false };
    expect(run({ type: 'deck', deck: none })).toMatchObject({ isRunning: false, index: 0 });
  });

  it('stands at the same slide in two windows that hear the same 5000 commands', () => {
    const random = createRandom(4);
    const acts: readonly PresentCommand[] = [
      { type: 'next' },
      { type: 'previous' },
      { type: 'first' },
      { type: 'last' },
      { type: 'enter' },
      { type: 'backspace' },
      { type: 'blank' },
      { type: 'digit', digit: '3' },
      { type: 'autoplay' },
      { type: 'advance' },
    ];
    let one = run();
    let two = run();
    for (let count = 0; count < 5000; count += 1) {
      const act = acts[Math.floor(random() * acts.length)]!;
      one = stepPresent(one, act);
      two = stepPresent(two, act);
      expect(one.index >= 0 && one.index < countSlides(deck)).toBe(true);
    }
    expect(two).toEqual(one);
  });
});
