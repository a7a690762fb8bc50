import type { Mark, MarkChange, MarkOp } from '../../contracts/marks.ts';

/** Steps that can be undone. */
const MOST_STEPS = 200;

interface StepChange {
  readonly mark: string;
  readonly before: Mark | null;
  readonly after: Mark | null;
}

interface Step {
  readonly id: string;
  readonly changes: readonly StepChange[];
}

/** What follows from the entries that a window knows, and what it can undo. */
export interface MarkLog {
  readonly ops: ReadonlyMap<string, MarkOp>;
  /** The latest entry of each mark. */
  readonly heads: ReadonlyMap<string, MarkOp>;
  readonly clock: number;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** Who writes an entry, and when. */
export interface Pen {
  readonly newId: () => string;
  /** ISO 8601. */
  readonly at: string;
}

export interface Written {
  readonly log: MarkLog;
  readonly ops: readonly MarkOp[];
}

const isLater = (a: MarkOp, b: MarkOp): boolean =>
  a.clock === b.clock ? a.id > b.id : a.clock > b.clock;
const inOrder = (ops: Iterable<MarkOp>): MarkOp[] =>
  [...ops].toSorted((a, b) => (isLater(a, b) ? 1 : -1));

/** Reads a whole log; what was done and undone in it can be undone and done again. */
export function foldLog(all: Iterable<MarkOp>): MarkLog {
  const ops = new Map<string, MarkOp>();
  const heads = new Map<string, MarkOp>();
  const steps = new Map<string, { readonly link: MarkOp; readonly changes: StepChange[] }>();
  let clock = 0;
  for (const op of inOrder(all)) {
    const step = steps.get(op.step) ?? { link: op, changes: [] };
    const before = heads.get(op.mark)?.value ?? null;
    const known = step.changes.findIndex(({ mark }) => mark === op.mark);
    if (known < 0) step.changes.push({ mark: op.mark, before, after: op.value });
    else step.changes[known] = { ...step.changes[known]!, after: op.value };
    steps.set(op.step, step);
    ops.set(op.id, op);
    heads.set(op.mark, op);
    clock = op.clock;
  }
  let past: readonly Step[] = [];
  let future: readonly Step[] = [];
  const move = (
    id: string,
    from: readonly Step[],
    to: readonly Step[],
  ): readonly [readonly Step[], readonly Step[]] => {
    const step = from.find((other) => other.id === id);
    return step ? [from.filter((other) => other !== step), keepLast([...to, step])] : [from, to];
  };
  for (const [id, { link, changes }] of steps) {
    if (link.undoes !== undefined) [past, future] = move(link.undoes, past, future);
    else if (link.redoes !== undefined) [future, past] = move(link.redoes, future, past);
    else {
      past = keepLast([...past, { id, changes }]);
      future = [];
    }
  }
  return { ops, heads, clock, past, future };
}

/**
 * Makes entries of changes; those that change nothing are left out. A change that `joins` goes into the last step when
 * that changed the same mark alone and nobody has changed it since: a row of key presses is undone at once.
 */
export function writeStep(
  log: MarkLog,
  changes: readonly MarkChange[],
  pen: Pen,
  joins = false,
): Written {
  const real = changes.filter(
    ({ mark, value }) => !isSameValue(log.heads.get(mark)?.value ?? null, value),
  );
  if (real.length === 0) return { log, ops: [] };
  const last = log.past.at(-1);
  if (joins && last && canJoin(log, last, real)) {
    const { log: next, ops } = write(log, real, last.id, pen, {});
    const entry = { ...last, changes: [{ ...last.changes[0]!, after: real[0]!.value }] };
    return { log: { ...next, past: [...log.past.slice(0, -1), entry] }, ops };
  }
  const step = pen.newId();
  const { log: next, ops } = write(log, real, step, pen, {});
  const entry: Step = {
    id: step,
    changes: real.map(({ mark, value }) => ({
      mark,
      before: log.heads.get(mark)?.value ?? null,
      after: value,
    })),
  };
  return { log: { ...next, past: keepLast([...log.past, entry]), future: [] }, ops };
}

function canJoin(log: MarkLog, last: Step, changes: readonly MarkChange[]): boolean {
  const { mark } = changes[0]!;
  const head = log.heads.get(mark);
  return (
    changes.length === 1 &&
    last.changes.length === 1 &&
    log.future.length === 0 &&
    head?.step === last.id &&
    head.undoes === undefined
  );
}

/** Brings back what the last step replaced. */
export function undoStep(log: MarkLog, pen: Pen): Written {
  const step = log.past.at(-1);
  if (!step) return { log, ops: [] };
  const changes = step.changes.map(({ mark, before }) => ({ mark, value: before }));
  const { log: next, ops } = write(log, changes, pen.newId(), pen, { undoes: step.id });
  /** Whatever stood there now is what redoing brings back: another window may have changed it since. */
  const undone: Step = {
    id: step.id,
    changes: step.changes.map(({ mark, before }) => ({
      mark,
      before,
      after: log.heads.get(mark)?.value ?? null,
    })),
  };
  return {
    log: { ...next, past: log.past.slice(0, -1), future: keepLast([...log.future, undone]) },
    ops,
  };
}

export function redoStep(log: MarkLog, pen: Pen): Written {
  const step = log.future.at(-1);
  if (!step) return { log, ops: [] };
  const changes = step.changes.map(({ mark, after }) => ({ mark, value: after }));
  const { log: next, ops } = write(log, changes, pen.newId(), pen, { redoes: step.id });
  const done: Step = {
    id: step.id,
    changes: step.changes.map(({ mark, after }) => ({
      mark,
      before: log.heads.get(mark)?.value ?? null,
      after,
    })),
  };
  return {
    log: { ...next, past: keepLast([...log.past, done]), future: log.future.slice(0, -1) },
    ops,
  };
}

/**
 * Takes entries of other windows. Where two windows changed the same mark without knowing of each other, the later
 * one stands, and undoing brings the other back.
 */
export function receiveOps(log: MarkLog, foreign: readonly MarkOp[]): MarkLog {
  let next = log;
  for (const op of inOrder(foreign)) {
    if (next.ops.has(op.id)) continue;
    const head = next.heads.get(op.mark);
    const wins = !head || isLater(op, head);
    const isClash = head && op.base !== head.id && !isSameValue(head.value, op.value);
    next = addOps(next, [op]);
    if (!isClash) continue;
    const change: StepChange = wins
      ? { mark: op.mark, before: head.value, after: op.value }
      : { mark: op.mark, before: op.value, after: head.value };
    next = { ...next, past: keepLast([...next.past, { id: op.id, changes: [change] }]) };
  }
  return next;
}

/** The marks as they stand, oldest first. */
export function listMarks(log: MarkLog): readonly Mark[] {
  return [...log.heads.values()]
    .flatMap(({ value }) => (value ? [value] : []))
    .toSorted(
      (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
    );
}

function write(
  log: MarkLog,
  changes: readonly MarkChange[],
  step: string,
  pen: Pen,
  link: Pick<MarkOp, 'undoes' | 'redoes'>,
): Written {
  const ops = changes.map(({ mark, value }, index): MarkOp => ({
    // A step that is joined has entries already.
    id: log.heads.get(mark)?.step === step ? `${pen.newId()}.${index}` : `${step}.${index}`,
    step,
    clock: log.clock + 1,
    at: pen.at,
    mark,
    value,
    base: log.heads.get(mark)?.id ?? null,
    ...link,
  }));
  return { log: addOps(log, ops), ops };
}

function addOps(log: MarkLog, fresh: readonly MarkOp[]): MarkLog {
  const ops = new Map(log.ops);
  const heads = new Map(log.heads);
  let { clock } = log;
  for (const op of fresh) {
    ops.set(op.id, op);
    clock = Math.max(clock, op.clock);
    const head = heads.get(op.mark);
    if (!head || isLater(op, head)) heads.set(op.mark, op);
  }
  return { ...log, ops, heads, clock };
}

const keepLast = (steps: readonly Step[]): readonly Step[] => steps.slice(-MOST_STEPS);

function isSameValue(a: Mark | null, b: Mark | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
