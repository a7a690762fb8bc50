import type { Mark, MarkChange, MarkOp } from '../../contracts/marks.ts';
import { createKeyedLog, type Log, type Pen, type Written } from '../keyed-log.ts';

/** The marks of one plan as their entries leave them, and what can be undone. */
export type MarkLog = Log<Mark, MarkOp>;

const marks = createKeyedLog<Mark, MarkOp>({
  keyOf: ({ mark }) => mark,
  make: (frame, mark, value) => ({ ...frame, mark, value }),
});

export const foldLog = marks.fold;
export const undoStep = marks.undo;
export const redoStep = marks.redo;
export const receiveOps = marks.receive;

/** As `KeyedLog.write`, for changes of marks. */
export const writeStep = (
  log: MarkLog,
  changes: readonly MarkChange[],
  pen: Pen,
  joins = false,
): Written<Mark, MarkOp> =>
  marks.write(
    log,
    changes.map(({ mark, value }) => ({ key: mark, value })),
    pen,
    joins,
  );

/** The marks as they stand, oldest first. */
export function listMarks(log: MarkLog): readonly Mark[] {
  return [...log.heads.values()]
    .flatMap(({ value }) => (value ? [value] : []))
    .toSorted(
      (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
    );
}
