/**
 * A log of entries under keys that several windows write at once: what stands under a key is what its latest entry
 * says, so windows that hold the same entries show the same, in whatever order the entries came.
 */

/** One entry of a log; none is ever changed. */
export interface LogOp<Value> {
  readonly id: string;
  /** Entries of one step are undone together. */
  readonly step: string;
  /** Lamport's clock: greater than that of every entry that its window knew. */
  readonly clock: number;
  /** ISO 8601. */
  readonly at: string;
  /** Null: nothing stands there any more. */
  readonly value: Value | null;
  /** The entry that it replaces, as its window knew it; null: none. */
  readonly base: string | null;
  readonly undoes?: string;
  readonly redoes?: string;
}

/** Who writes an entry, and when. */
export interface Pen {
  readonly newId: () => string;
  /** ISO 8601. */
  readonly at: string;
}

/** How a kind of log reads and writes its entries. */
export interface LogKind<Value, Op extends LogOp<Value>, OwnPen extends Pen = Pen> {
  readonly keyOf: (op: Op) => string;
  readonly make: (
    frame: Omit<LogOp<Value>, 'value'>,
    key: string,
    value: Value | null,
    pen: OwnPen,
  ) => Op;
  /** What stands under a key before its first entry; default: nothing. */
  readonly initial?: (key: string) => Value | null;
}

export interface KeyedChange<Value> {
  readonly key: string;
  readonly value: Value | null;
}

interface StepChange<Value> {
  readonly key: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

interface Step<Value> {
  readonly id: string;
  readonly changes: readonly StepChange<Value>[];
}

/** What follows from the entries that a window knows, and what it can undo. */
export interface Log<Value, Op extends LogOp<Value>> {
  readonly ops: ReadonlyMap<string, Op>;
  /** The latest entry of each key. */
  readonly heads: ReadonlyMap<string, Op>;
  readonly clock: number;
  readonly past: readonly Step<Value>[];
  readonly future: readonly Step<Value>[];
}

export interface Written<Value, Op extends LogOp<Value>> {
  readonly log: Log<Value, Op>;
  readonly ops: readonly Op[];
}

/** Steps that can be undone. */
const MOST_STEPS = 200;

type AnyOp = LogOp<unknown>;
const isLater = (a: AnyOp, b: AnyOp): boolean =>
  a.clock === b.clock ? a.id > b.id : a.clock > b.clock;
/** Entries in the order in which they count. */
export const inOrder = <Op extends AnyOp>(ops: Iterable<Op>): Op[] =>
  [...ops].toSorted((a, b) => (isLater(a, b) ? 1 : -1));
const keepLast = <One>(steps: readonly One[]): readonly One[] => steps.slice(-MOST_STEPS);
const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));

/** The functions of one kind of log. */
export interface KeyedLog<Value, Op extends LogOp<Value>, OwnPen extends Pen> {
  /** Reads a whole log; what was done and undone in it can be undone and done again. */
  readonly fold: (all: Iterable<Op>) => Log<Value, Op>;
  /**
   * Makes entries of changes; those that change nothing are left out. A change that `joins` goes into the last step
   * when that changed the same key alone and nobody has changed it since: a row of key presses is undone at once.
   */
  readonly write: (
    log: Log<Value, Op>,
    changes: readonly KeyedChange<Value>[],
    pen: OwnPen,
    joins?: boolean,
  ) => Written<Value, Op>;
  /** Brings back what the last step replaced. */
  readonly undo: (log: Log<Value, Op>, pen: OwnPen) => Written<Value, Op>;
  readonly redo: (log: Log<Value, Op>, pen: OwnPen) => Written<Value, Op>;
  /**
   * Takes entries of other windows. Where two windows changed the same key without knowing of each other, the later
   * one stands, and undoing brings the other back.
   */
  readonly receive: (log: Log<Value, Op>, foreign: readonly Op[]) => Log<Value, Op>;
  /** What stands under a key. */
  readonly valueOf: (log: Pick<Log<Value, Op>, 'heads'>, key: string) => Value | null;
}

export function createKeyedLog<Value, Op extends LogOp<Value>, OwnPen extends Pen = Pen>({
  keyOf,
  make,
  initial = () => null,
}: LogKind<Value, Op, OwnPen>): KeyedLog<Value, Op, OwnPen> {
  type OwnLog = Log<Value, Op>;
  type OwnStep = Step<Value>;

  const standing = (heads: ReadonlyMap<string, Op>, key: string): Value | null => {
    const head = heads.get(key);
    return head ? head.value : initial(key);
  };

  const addOps = (log: OwnLog, fresh: readonly Op[]): OwnLog => {
    const ops = new Map(log.ops);
    const heads = new Map(log.heads);
    let { clock } = log;
    for (const op of fresh) {
      ops.set(op.id, op);
      clock = Math.max(clock, op.clock);
      const head = heads.get(keyOf(op));
      if (!head || isLater(op, head)) heads.set(keyOf(op), op);
    }
    return { ...log, ops, heads, clock };
  };

  const put = (
    log: OwnLog,
    changes: readonly KeyedChange<Value>[],
    step: string,
    pen: OwnPen,
    link: Pick<LogOp<Value>, 'undoes' | 'redoes'>,
  ): Written<Value, Op> => {
    const ops = changes.map(({ key, value }, index) =>
      make(
        {
          // A step that is joined has entries already.
          id: log.heads.get(key)?.step === step ? `${pen.newId()}.${index}` : `${step}.${index}`,
          step,
          clock: log.clock + 1,
          at: pen.at,
          base: log.heads.get(key)?.id ?? null,
          ...link,
        },
        key,
        value,
        pen,
      ),
    );
    return { log: addOps(log, ops), ops };
  };

  const canJoin = (log: OwnLog, last: OwnStep, changes: readonly KeyedChange<Value>[]): boolean => {
    const head = log.heads.get(changes[0]!.key);
    return (
      changes.length === 1 &&
      last.changes.length === 1 &&
      log.future.length === 0 &&
      head?.step === last.id &&
      head.undoes === undefined
    );
  };

  return {
    valueOf: ({ heads }, key) => standing(heads, key),

    fold: (all) => {
      const ops = new Map<string, Op>();
      const heads = new Map<string, Op>();
      const steps = new Map<string, { readonly link: Op; readonly changes: StepChange<Value>[] }>();
      let clock = 0;
      for (const op of inOrder(all)) {
        const key = keyOf(op);
        const step = steps.get(op.step) ?? { link: op, changes: [] };
        const before = standing(heads, key);
        const known = step.changes.findIndex((change) => change.key === key);
        if (known < 0) step.changes.push({ key, before, after: op.value });
        else step.changes[known] = { ...step.changes[known]!, after: op.value };
        steps.set(op.step, step);
        ops.set(op.id, op);
        heads.set(key, op);
        clock = op.clock;
      }
      let past: readonly OwnStep[] = [];
      let future: readonly OwnStep[] = [];
      const move = (
        id: string,
        from: readonly OwnStep[],
        to: readonly OwnStep[],
      ): readonly [readonly OwnStep[], readonly OwnStep[]] => {
        const step = from.find((other) => other.id === id);
        return step
          ? [from.filter((other) => other !== step), keepLast([...to, step])]
          : [from, to];
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
    },

    write: (log, changes, pen, joins = false) => {
      const real = changes.filter(
        ({ key, value }) => !isSameValue(standing(log.heads, key), value),
      );
      if (real.length === 0) return { log, ops: [] };
      const last = log.past.at(-1);
      if (joins && last && canJoin(log, last, real)) {
        const { log: next, ops } = put(log, real, last.id, pen, {});
        const entry = { ...last, changes: [{ ...last.changes[0]!, after: real[0]!.value }] };
        return { log: { ...next, past: [...log.past.slice(0, -1), entry] }, ops };
      }
      const step = pen.newId();
      const { log: next, ops } = put(log, real, step, pen, {});
      const entry: OwnStep = {
        id: step,
        changes: real.map(({ key, value }) => ({
          key,
          before: standing(log.heads, key),
          after: value,
        })),
      };
      return { log: { ...next, past: keepLast([...log.past, entry]), future: [] }, ops };
    },

    undo: (log, pen) => {
      const step = log.past.at(-1);
      if (!step) return { log, ops: [] };
      const changes = step.changes.map(({ key, before }) => ({ key, value: before }));
      const { log: next, ops } = put(log, changes, pen.newId(), pen, { undoes: step.id });
      /** Whatever stood there now is what redoing brings back: another window may have changed it since. */
      const undone: OwnStep = {
        id: step.id,
        changes: step.changes.map(({ key, before }) => ({
          key,
          before,
          after: standing(log.heads, key),
        })),
      };
      return {
        log: { ...next, past: log.past.slice(0, -1), future: keepLast([...log.future, undone]) },
        ops,
      };
    },

    redo: (log, pen) => {
      const step = log.future.at(-1);
      if (!step) return { log, ops: [] };
      const changes = step.changes.map(({ key, after }) => ({ key, value: after }));
      const { log: next, ops } = put(log, changes, pen.newId(), pen, { redoes: step.id });
      const done: OwnStep = {
        id: step.id,
        changes: step.changes.map(({ key, after }) => ({
          key,
          before: standing(log.heads, key),
          after,
        })),
      };
      return {
        log: { ...next, past: keepLast([...log.past, done]), future: log.future.slice(0, -1) },
        ops,
      };
    },

    receive: (log, foreign) => {
      let next = log;
      for (const op of inOrder(foreign)) {
        if (next.ops.has(op.id)) continue;
        const key = keyOf(op);
        const head = next.heads.get(key);
        const wins = !head || isLater(op, head);
        const isClash = head && op.base !== head.id && !isSameValue(head.value, op.value);
        next = addOps(next, [op]);
        if (!isClash) continue;
        const change: StepChange<Value> = wins
          ? { key, before: head.value, after: op.value }
          : { key, before: op.value, after: head.value };
        next = { ...next, past: keepLast([...next.past, { id: op.id, changes: [change] }]) };
      }
      return next;
    },
  };
}
