import type { MeasurePoint } from '../contracts/analysis.ts';
import type { MeasureFigure, MeasureMode, MeasureState, MeasureStep } from '../contracts/state.ts';

/** Steps that can be undone. */
const MOST_STEPS = 200;
const EMPTY: MeasureFigure = { points: [], isDone: false };

/** Points that a figure needs before it can end; a bearing ends there by itself. */
export function leastPoints(mode: MeasureMode): number {
  return mode === 'area' ? 3 : mode === 'point' ? 1 : 2;
}

/** The point that keys move: the selected one, else the last; null when there is none. */
export function pointInHand({ selected, points }: MeasureState): number | null {
  if (selected !== null && selected < points.length) return selected;
  return points.length === 0 ? null : points.length - 1;
}

/** How a point lies: free, on a feature, or on one that is schematic or inferred. */
export function surenessOf({ snap }: MeasurePoint): 'free' | 'snapped' | 'unsure' {
  if (!snap) return 'free';
  return snap.certainty === 'surveyed' || snap.certainty === 'digitised' ? 'snapped' : 'unsure';
}

/** The measure tool's part of the next state. Pure; the same when there is nothing to do. */
export function stepMeasure(measure: MeasureState, step: MeasureStep): MeasureState {
  switch (step.type) {
    case 'mode':
      return measure.mode === step.mode
        ? measure
        : { ...measure, mode: step.mode, held: null, result: null };
    case 'aim':
      return { ...measure, aim: step.aim };
    case 'add':
      return step.points.length === 0 ? measure : add(measure, step.points);
    case 'move':
      return move(measure, step);
    case 'remove':
      return step.index in measure.points
        ? change(measure, {
            points: measure.points.filter((_, index) => index !== step.index),
            isDone: measure.isDone && measure.points.length > leastPoints(measure.mode),
          })
        : measure;
    case 'select':
      return { ...measure, selected: step.index, held: null };
    case 'finish':
      return isOpenAndWhole(measure) ? change(measure, { ...measure, isDone: true }) : measure;
    case 'escape':
      if (measure.points.length === 0) return measure;
      return isOpenAndWhole(measure)
        ? change(measure, { ...measure, isDone: true })
        : change(measure, EMPTY);
    case 'undo':
      return undo(measure);
    case 'redo':
      return redo(measure);
    case 'clear':
      return measure.points.length === 0 ? measure : change(measure, EMPTY);
    case 'snap':
      return { ...measure, isSnapping: step.isOn };
    case 'units':
      return { ...measure, units: { ...measure.units, ...step.units } };
    case 'result':
      return step.result.points === measure.points ? { ...measure, result: step.result } : measure;
    default:
      return step satisfies never;
  }
}

/** Points in a row are separate; any other figure starts anew once it has ended. */
function add(measure: MeasureState, fresh: readonly MeasurePoint[]): MeasureState {
  const { mode } = measure;
  const points = measure.isDone && mode !== 'point' ? fresh : [...measure.points, ...fresh];
  return change(measure, { points, isDone: mode === 'bearing' && points.length >= 2 });
}

function move(
  measure: MeasureState,
  { index, point, isHeld }: Extract<MeasureStep, { type: 'move' }>,
): MeasureState {
  if (!(index in measure.points)) return { ...measure, aim: null };
  const figure = { points: measure.points.with(index, point), isDone: measure.isDone };
  const next = change(measure, figure);
  return {
    ...next,
    past: measure.held === index ? measure.past : next.past,
    selected: index,
    held: isHeld ? index : null,
  };
}

/** A new figure in place of the old one, which can be had back. */
function change(measure: MeasureState, { points, isDone }: MeasureFigure): MeasureState {
  return {
    ...measure,
    points,
    isDone,
    selected: null,
    held: null,
    past: [...measure.past, toFigure(measure)].slice(-MOST_STEPS),
    future: [],
    aim: null,
  };
}

function undo(measure: MeasureState): MeasureState {
  const figure = measure.past.at(-1);
  if (!figure) return measure;
  return {
    ...measure,
    ...figure,
    selected: null,
    held: null,
    past: measure.past.slice(0, -1),
    future: [toFigure(measure), ...measure.future],
  };
}

function redo(measure: MeasureState): MeasureState {
  const [figure, ...future] = measure.future;
  if (!figure) return measure;
  return {
    ...measure,
    ...figure,
    selected: null,
    held: null,
    past: [...measure.past, toFigure(measure)],
    future,
  };
}

function toFigure({ points, isDone }: MeasureFigure): MeasureFigure {
  return { points, isDone };
}

function isOpenAndWhole({ mode, points, isDone }: MeasureState): boolean {
  return !isDone && mode !== 'point' && points.length >= leastPoints(mode);
}
