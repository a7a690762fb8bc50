import { expect, it } from 'vitest';
import { createPause } from '../../../src/elements/plan-search/create-pause.ts';

it('lets work go on for a while, then asks it to wait, and starts anew after the wait', async () => {
  let nowMs = 100;
  const pause = createPause(() => nowMs);
  expect(pause()).toBeNull();
  nowMs += 7;
  expect(pause()).toBeNull();
  nowMs += 1;
  const rest = pause();
  expect(rest).toBeInstanceOf(Promise);
  // What the page does meanwhile is not the work's time.
  nowMs += 500;
  await rest;
  expect(pause()).toBeNull();
  nowMs += 8;
  expect(pause()).not.toBeNull();
});
