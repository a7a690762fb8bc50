import type { MeasurePoint } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { MEASURE_MODES, type MeasureView } from '../../contracts/state.ts';
import { decodeMeasure, encodeMeasure, MOST_LINKED_POINTS } from '../measure-address.ts';
import { checkKnown } from './known-ids.ts';
import {
  readFlag,
  readId,
  readList,
  readNumber,
  readOneOf,
  readRecord,
  refuseField,
} from './read-fields.ts';

/** Accuracy is read from the plan and never from the message, so the figure goes the way of a link. */
export function readMeasure(value: unknown, bundle: PlanBundle): MeasureView {
  const given = readRecord(value, 'view.measure', ['mode', 'points', 'isDone']);
  const mode = readOneOf(given['mode'], 'view.measure.mode', MEASURE_MODES);
  const points = readList(given['points'] ?? [], 'view.measure.points', MOST_LINKED_POINTS).map(
    (point, index) => readPoint(point, `view.measure.points[${index}]`, bundle),
  );
  const isDone = readFlag(given['isDone'] ?? false, 'view.measure.isDone');
  const text = encodeMeasure({ mode, points, isDone });
  if (text === null && points.length > 0) {
    throw refuseField('view.measure.points', points, 'a shorter figure');
  }
  const read = text === null ? { mode, points: [], isDone: false } : decodeMeasure(text, bundle);
  if (typeof read === 'string')
    throw refuseField('view.measure', read, 'a figure as a link has it');
  return read;
}

function readPoint(value: unknown, name: string, bundle: PlanBundle): MeasurePoint {
  const { position, snap } = readRecord(value, name, ['position', 'snap']);
  const [lng, lat] = readList(position, `${name}.position`, 2);
  const at = [
    readNumber(lng, `${name}.position[0]`, -180, 180),
    readNumber(lat, `${name}.position[1]`, -90, 90),
  ] as const;
  return { position: at, snap: snap ? nameSnap(snap, `${name}.snap`, at, bundle) : null };
}

/** Only the feature's name counts; the rest of a snap is found again in the plan. */
function nameSnap(
  value: unknown,
  name: string,
  position: MeasurePoint['position'],
  bundle: PlanBundle,
): MeasurePoint['snap'] {
  const { featureId } = readRecord(value, name, [
    'featureId',
    'position',
    'at',
    'distanceM',
    'certainty',
    'horizontalM',
  ]);
  return {
    position,
    featureId: checkKnown('feature', readId(featureId, `${name}.featureId`), bundle),
    at: 'line',
    distanceM: 0,
    certainty: 'unknown',
    horizontalM: null,
  };
}
