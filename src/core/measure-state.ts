import type { MeasurePoint } from '../contracts/analysis.ts';
import type {
  MeasureFigure,
  MeasureMode,
  MeasureState,
  ViewerRequest,
} from '../contracts/state.ts';

type MeasureRequest = Extract<ViewerRequest, { readonly type: `measure-${string}` }>;

/** Steps that can be undone. */
const MOST_STEPS = 200;
const EMPTY: MeasureFigure = { points: [], isDone: false };

/** Nothing measured yet. */
export const NO_MEASURE: MeasureState = {
  ...EMPTY,
  mode: 'distance',
  selected: null,
  held: null,
  past: [],
  future: [],
  isSnapping: true,
  units: { length: 'km', area: 'km2' },
  aim: null,
  result: null,
};

/** Another plan has come: what was measured on the last one goes, choices stay. */
export function forgetFigures({ mode, isSnapping, units }: MeasureState): MeasureState {
  return { ...NO_MEASURE, mode, isSnapping, units };
}

/** Points that a figure needs before it can end; a bearing ends there by itself. */
export function leastPoints(mode: MeasureMode): number {
  return mode === 'area' ? 3 : mode === 'point' ? 1 : 2;
}

/** The point that keys move: the selected one, else the last; null when there is none. */
export function pointInHand({ selected, points }: MeasureState): number | null {
  if (selected !== null && selected < points.length) return selected;
  return points.length === 0 ? null : points.length - 1;
}

/** The measure tool's part of the next state. */
export function reduceMeasure(measure: MeasureState, request: MeasureRequest): MeasureState {
  switch (request.type) {
    case 'measure-mode':
      return measure.mode === request.mode
        ? measure
        : { ...measure, mode: request.mode, held: null, result: null };
    case 'measure-aim':
      return { ...measure, aim: request.aim };
    case 'measure-add':
      return request.points.length === 0 ? measure : add(measure, request.points);
    case 'measure-move':
      return move(measure, request);
    case 'measure-remove':
      return request.index in measure.points
        ? change(measure, {
            points: measure.points.filter((_, index) => index !== request.index),
            isDone: measure.isDone && measure.points.length > leastPoints(measure.mode),
          })
        : measure;
    case 'measure-select':
      return { ...measure, selected: request.index, held: null };
    case 'measure-finish':
      return isOpenAndWhole(measure) ? change(measure, { ...measure, isDone: true }) : measure;
    case 'measure-escape':
      if (measure.points.length === 0) return measure;
      return isOpenAndWhole(measure)
        ? change(measure, { ...measure, isDone: true })
        : change(measure, EMPTY);
    case 'measure-undo':
      return undo(measure);
    case 'measure-redo':
      return redo(measure);
    case 'measure-clear':
      return measure.points.length === 0 ? measure : change(measure, EMPTY);
    case 'measure-snap':
      return { ...measure, isSnapping: request.isOn };
    case 'measure-units':
      return { ...measure, units: { ...measure.units, ...request.units } };
    case 'measure-result':
      return request.result.points === measure.points
        ? { ...measure, result: request.result }
        : measure;
    default:
      return request satisfies never;
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
  { index, point, isHeld }: Extract<MeasureRequest, { type: 'measure-move' }>,
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
