import type { PresentCommand, PresentState } from '../../contracts/present.ts';
import type { TalkEntry, TalkSnapshot } from '../../contracts/talk.ts';
import { stepPresent } from './step-present.ts';

/** So many commands may still be put in front of; older ones are settled. */
const KEPT = 64;

/**
 * One window's copy of a talk. Windows that have heard the same commands, in whatever order, stand at the same slide:
 * the commands are replayed in their common order, so that two presses at one time count as two.
 */
export interface TalkReplica {
  /** Id of this window. */
  readonly me: string;
  readonly lamport: number;
  readonly seen: Readonly<Record<string, number>>;
  /** The talk before the commands of `log`. */
  readonly base: PresentState;
  /** In the common order. */
  readonly log: readonly TalkEntry[];
  readonly state: PresentState;
  /** False: it knows of the talk by itself alone, and takes over what any other window tells. */
  readonly hasJoined: boolean;
}

/** `state`: what this window knows by itself; the first snapshot that it hears takes its place. */
export const createReplica = (me: string, state: PresentState): TalkReplica => ({
  me,
  lamport: 0,
  seen: {},
  base: state,
  log: [],
  state,
  hasJoined: false,
});

/**
 * A command of this window, and the entry that the others are to hear. `nowMs` puts presses in different windows in
 * the order in which they were made, though neither window has heard of the other's yet; the counter keeps a cause
 * before its effect whatever the clock does.
 */
export function actOnTalk(
  replica: TalkReplica,
  command: PresentCommand,
  nowMs: number,
): { readonly replica: TalkReplica; readonly entry: TalkEntry } {
  const { me, lamport, seen } = replica;
  const entry: TalkEntry = {
    from: me,
    seq: (seen[me] ?? 0) + 1,
    lamport: Math.max(lamport + 1, Math.round(nowMs * 1000)),
    command,
  };
  return { replica: take(replica, entry), entry };
}

/** A command of another window. `isGap`: one before it is missing, and a snapshot should be asked for. */
export function hearEntry(
  replica: TalkReplica,
  entry: TalkEntry,
): { readonly replica: TalkReplica; readonly isGap: boolean } {
  const last = replica.seen[entry.from] ?? 0;
  if (entry.seq <= last) return { replica, isGap: false };
  /** A window that was never heard of may have said much before. */
  if (entry.seq > last + 1) return { replica, isGap: true };
  return { replica: take(replica, entry), isGap: false };
}

/** The whole talk, for a window that joins or has missed something. */
export const takeSnapshot = ({ state, seen, lamport }: TalkReplica): TalkSnapshot => ({
  state,
  seen,
  lamport,
});

/** Takes over what another window knows; own commands that it has not heard yet are kept. */
export function hearSnapshot(replica: TalkReplica, snapshot: TalkSnapshot): TalkReplica {
  const isNews =
    !replica.hasJoined ||
    Object.entries(snapshot.seen).some(([from, seq]) => seq > (replica.seen[from] ?? 0));
  if (!isNews) return replica;
  const log = replica.log.filter(({ from, seq }) => seq > (snapshot.seen[from] ?? 0));
  return {
    ...replica,
    lamport: Math.max(replica.lamport, snapshot.lamport),
    seen: latest(replica.seen, snapshot.seen),
    base: snapshot.state,
    log,
    state: replay(snapshot.state, log),
    hasJoined: true,
  };
}

/** Whether someone who has heard `theirs` lacks a command that is known here. */
export const lacksSomething = (
  { seen }: TalkReplica,
  theirs: Readonly<Record<string, number>>,
): boolean => Object.entries(seen).some(([from, seq]) => seq > (theirs[from] ?? 0));

function take(replica: TalkReplica, entry: TalkEntry): TalkReplica {
  const { log, base } = replica;
  const later = log.findLastIndex((known) => isBefore(known, entry)) + 1;
  const all = log.toSpliced(later, 0, entry);
  const settled = all.slice(0, Math.max(0, all.length - KEPT));
  const isLast = later === log.length;
  return {
    ...replica,
    lamport: Math.max(replica.lamport, entry.lamport),
    seen: { ...replica.seen, [entry.from]: entry.seq },
    base: replay(base, settled),
    log: all.slice(settled.length),
    state: isLast ? stepPresent(replica.state, entry.command) : replay(base, all),
  };
}

const replay = (state: PresentState, log: readonly TalkEntry[]): PresentState =>
  log.reduce((now, { command }) => stepPresent(now, command), state);

const isBefore = (a: TalkEntry, b: TalkEntry): boolean =>
  a.lamport < b.lamport || (a.lamport === b.lamport && a.from < b.from);

function latest(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const all: Record<string, number> = { ...a };
  for (const [from, seq] of Object.entries(b)) all[from] = Math.max(seq, all[from] ?? 0);
  return all;
}
