import { afterEach, expect, it } from 'vitest';
import { hearHolds, type Holds } from '../../src/pwa/hear-holds.ts';
import { hasUnsaved, isAnyBusy, setBusy, setUnsaved } from '../../src/pwa/hold-updates.ts';

const NOTHING: Holds = { isOnStage: false, isAtDesk: false, isStoryUnsaved: false };

afterEach(() => {
  setBusy('stage', false);
  setBusy('desk', false);
  setUnsaved('story', false);
});

it('sees a talk that ran before it was asked, and its end', async () => {
  const atlas = new EventTarget();
  let holds: Holds = { ...NOTHING, isOnStage: true };
  hearHolds(atlas, () => holds);
  await expect(isAnyBusy()).resolves.toBe(true);
  holds = NOTHING;
  await expect(isAnyBusy()).resolves.toBe(true);
  atlas.dispatchEvent(new CustomEvent('plan-present-change'));
  await expect(isAnyBusy()).resolves.toBe(false);
});

it("holds for the speaker's window alone, whose hall may have gone", async () => {
  const atlas = new EventTarget();
  let holds = NOTHING;
  hearHolds(atlas, () => holds);
  await expect(isAnyBusy()).resolves.toBe(false);
  holds = { ...NOTHING, isAtDesk: true };
  atlas.dispatchEvent(new CustomEvent('plan-talk-change'));
  await expect(isAnyBusy()).resolves.toBe(true);
});

it('asks first while edits of the story are in memory only', () => {
  const atlas = new EventTarget();
  let holds: Holds = { ...NOTHING, isStoryUnsaved: true };
  hearHolds(atlas, () => holds);
  expect(hasUnsaved()).toBe(true);
  holds = NOTHING;
  atlas.dispatchEvent(new CustomEvent('plan-story-keeping'));
  expect(hasUnsaved()).toBe(false);
});
