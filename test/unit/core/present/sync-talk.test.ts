import { describe, expect, it } from 'vitest';
import type { Deck, PresentCommand, PresentState } from '../../../../src/contracts/present.ts';
import type { TalkEntry } from '../../../../src/contracts/talk.ts';
import { createPresent, stepPresent } from '../../../../src/core/present/step-present.ts';
import {
  actOnTalk as actOnTalkAt,
  createReplica,
  hearEntry,
  hearSnapshot,
  lacksSomething,
  takeSnapshot,
  type TalkReplica,
} from '../../../../src/core/present/sync-talk.ts';
import {
  parseTalkMessage,
  talkChannelName,
} from '../../../../src/core/present/parse-talk-message.ts';
import { createRandom } from '../../../fixtures/create-random.ts';

/** Without a clock: by the counters alone. */
const actOnTalk = (replica: TalkReplica, command: PresentCommand) =>
  actOnTalkAt(replica, command, 0);

const DECK: Deck = { hasOpening: true, sceneCount: 16, hasClosing: true };

const createRunning = (index = 5): PresentState =>
  stepPresent(createPresent(DECK), { type: 'start', index, at: 0 });

const COMMANDS: readonly PresentCommand[] = [
  { type: 'next' },
  { type: 'next' },
  { type: 'next' },
  { type: 'previous' },
  { type: 'previous' },
  { type: 'first' },
  { type: 'last' },
  { type: 'digit', digit: '1' },
  { type: 'digit', digit: '2' },
  { type: 'enter' },
  { type: 'blank' },
  { type: 'autoplay' },
  { type: 'advance' },
];

describe('two windows of one talk', () => {
  it('count two presses at one time as two', () => {
    const a = actOnTalk(createReplica('a', createRunning()), { type: 'next' });
    const b = actOnTalk(createReplica('b', createRunning()), { type: 'next' });
    expect(hearEntry(a.replica, b.entry).replica.state.index).toBe(7);
    expect(hearEntry(b.replica, a.entry).replica.state.index).toBe(7);
  });

  it.each([1, 2, 3, 4, 5])(
    'stand at the same slide after 500 presses at random, run %d',
    (seed) => {
      const random = createRandom(seed);
      const pick = (length: number): number => Math.floor(random() * length);
      let windows: TalkReplica[] = ['a', 'b', 'c'].map((me) => createReplica(me, createRunning()));
      const mail: TalkEntry[][] = windows.map(() => []);
      const deliver = (to: number): void => {
        const entry = mail[to]!.shift();
        if (!entry) return;
        const heard = hearEntry(windows[to]!, entry);
        expect(heard.isGap).toBe(false);
        windows = windows.with(to, heard.replica);
      };
      for (let press = 0; press < 500; press += 1) {
        const at = pick(windows.length);
        const { replica, entry } = actOnTalk(windows[at]!, COMMANDS[pick(COMMANDS.length)]!);
        windows = windows.with(at, replica);
        for (const [to, box] of mail.entries()) if (to !== at) box.push(entry);
        /** Never more than a few on the way. */
        for (const [to, box] of mail.entries()) {
          while (box.length > 6 || (box.length > 0 && random() < 0.5)) deliver(to);
        }
      }
      for (const [to, box] of mail.entries()) while (box.length > 0) deliver(to);
      expect(windows[1]!.state).toEqual(windows[0]!.state);
      expect(windows[2]!.state).toEqual(windows[0]!.state);
      expect(Object.values(windows[0]!.seen).reduce((sum, seq) => sum + seq, 0)).toBe(500);
    },
  );

  it('put presses in the order in which they were made, though neither heard the other', () => {
    const a = actOnTalkAt(createReplica('a', createRunning()), { type: 'next' }, 20);
    const b = actOnTalkAt(createReplica('b', createRunning()), { type: 'last' }, 10);
    expect(hearEntry(a.replica, b.entry).replica.state.index).toBe(17);
    const c = actOnTalkAt(createReplica('c', createRunning()), { type: 'first' }, 30);
    expect(hearEntry(a.replica, c.entry).replica.state.index).toBe(0);
    expect(hearEntry(c.replica, a.entry).replica.state.index).toBe(0);
  });

  it('keep a cause before its effect when a clock is set back', () => {
    const a = actOnTalkAt(createReplica('a', createRunning()), { type: 'last' }, 1000);
    const heard = hearEntry(createReplica('b', createRunning()), a.entry).replica;
    const b = actOnTalkAt(heard, { type: 'previous' }, 3);
    expect(b.entry.lamport).toBeGreaterThan(a.entry.lamport);
    expect(hearEntry(a.replica, b.entry).replica.state.index).toBe(16);
  });

  it('hear a command once, though it comes twice', () => {
    const { entry } = actOnTalk(createReplica('a', createRunning()), { type: 'next' });
    const once = hearEntry(createReplica('b', createRunning()), entry).replica;
    expect(hearEntry(once, entry).replica).toBe(once);
  });

  it('notice that one is missing, and change nothing then', () => {
    const first = actOnTalk(createReplica('a', createRunning()), { type: 'next' });
    const second = actOnTalk(first.replica, { type: 'next' });
    const b = createReplica('b', createRunning());
    const heard = hearEntry(b, second.entry);
    expect(heard).toEqual({ replica: b, isGap: true });
    expect(lacksSomething(second.replica, b.seen)).toBe(true);
    const healed = hearSnapshot(b, takeSnapshot(second.replica));
    expect(healed.state.index).toBe(7);
    expect(lacksSomething(second.replica, healed.seen)).toBe(false);
  });
});

describe('a window that joins', () => {
  it('takes over the slide, the blank screen and the time of the start', () => {
    const { replica } = actOnTalk(createReplica('a', createRunning(9)), { type: 'blank' });
    const joined = hearSnapshot(createReplica('b', createPresent(DECK)), takeSnapshot(replica));
    expect(joined.state).toEqual(replica.state);
    expect(joined.state).toMatchObject({ index: 9, isBlank: true, startedAt: 0 });
  });

  it('takes over a talk of which nobody has pressed a key yet', () => {
    const stage = createReplica('a', createRunning(3));
    const joined = hearSnapshot(createReplica('b', createPresent(DECK)), takeSnapshot(stage));
    expect(joined.state.index).toBe(3);
  });

  it('takes it over, though it heard a command before', () => {
    const stage = createReplica('a', createRunning(9));
    const { replica, entry } = actOnTalk(stage, { type: 'blank' });
    const early = hearEntry(createReplica('b', createPresent(DECK)), entry).replica;
    expect(hearSnapshot(early, takeSnapshot(replica)).state).toEqual(replica.state);
  });

  it('keeps what was pressed in it while it joined', () => {
    const { replica } = actOnTalk(createReplica('a', createRunning(9)), { type: 'blank' });
    const early = actOnTalk(createReplica('b', createRunning(0)), { type: 'next' });
    expect(hearSnapshot(early.replica, takeSnapshot(replica)).state.index).toBe(10);
  });

  it('counts its commands after those that it was told of', () => {
    const { replica } = actOnTalk(createReplica('a', createRunning()), { type: 'next' });
    const joined = hearSnapshot(createReplica('b', createPresent(DECK)), takeSnapshot(replica));
    expect(actOnTalk(joined, { type: 'next' }).entry).toMatchObject({ lamport: 2, seq: 1 });
  });

  it('is not thrown back by an old snapshot', () => {
    const joined = { ...createReplica('a', createRunning()), hasJoined: true };
    const first = actOnTalk(joined, { type: 'next' });
    const second = actOnTalk(first.replica, { type: 'next' });
    expect(hearSnapshot(second.replica, takeSnapshot(first.replica))).toBe(second.replica);
  });
});

describe('messages', () => {
  it.each([
    null,
    'hello',
    { v: 2, from: 'a', role: 'stage', type: 'hello' },
    { v: 1, from: 'a', role: 'hall', type: 'hello' },
    { v: 1, from: 'a', role: 'stage', type: 'shout' },
    { v: 1, role: 'stage', type: 'hello' },
  ])('of others are not heard: %j', (data) => {
    expect(parseTalkMessage(data)).toBeNull();
  });

  it('of this version are', () => {
    const hello = { v: 1, from: 'a', role: 'presenter', type: 'hello' };
    expect(parseTalkMessage(hello)).toBe(hello);
  });

  it('of two plans, and of two talks on one, go by two channels', () => {
    const names = [talkChannelName('x', '1'), talkChannelName('x', '2'), talkChannelName('y', '1')];
    expect(new Set(names).size).toBe(3);
  });
});
