import type { MeasurePoint } from '../contracts/analysis.ts';
import type { LngLat, PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import { MEASURE_MODES, type MeasureMode, type MeasureView } from '../contracts/state.ts';
import { featuresById } from './lit.ts';

/** An address that is mailed should stay whole: longer figures are left out of it, and the tool says so. */
export const MOST_LINKED_POINTS = 200;
const LONGEST = 6000;
/** A tenth of a metre. */
const DIGITS = 6;
const DONE = 'done';

/**
 * `mode,lng,lat,lng,lat:feature,…,done`: what is measured, its points with the features that they were snapped to, and
 * whether it has ended. Null: nothing is measured, or it is too long for an address.
 */
export function encodeMeasure({ mode, points, isDone }: MeasureView): string | null {
  if (points.length === 0) return mode === 'distance' ? null : mode;
  if (points.length > MOST_LINKED_POINTS) return null;
  const text = [mode, ...points.map(writePoint), ...(isDone ? [DONE] : [])].join(',');
  return text.length > LONGEST ? null : text;
}

/** The figure that an address asks for, or what is wrong with it. */
export function decodeMeasure(text: string, bundle: PlanBundle): MeasureView | string {
  const [mode, ...rest] = text.split(',');
  const isDone = rest.at(-1) === DONE;
  const parts = isDone ? rest.slice(0, -1) : rest;
  if (!isMode(mode)) return `expected ${MEASURE_MODES.join(', ')} first`;
  if (text.length > LONGEST || parts.length > 2 * MOST_LINKED_POINTS) {
    return `expected at most ${MOST_LINKED_POINTS} points`;
  }
  if (parts.length % 2 !== 0) return 'expected lng,lat for every point';
  const points: MeasurePoint[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [lat = '', id, ...more] = parts[at + 1]!.split(':');
    const position = readPosition(parts[at]!, lat);
    const where = `point ${at / 2 + 1}`;
    if (!position) return `${where}: expected longitude within ±180 and latitude within ±90`;
    const feature = id === undefined ? null : featuresById(bundle).get(id);
    if (more.length > 0 || feature === undefined) {
      return `${where}: no feature has the id "${(id ?? '').slice(0, 40)}"`;
    }
    points.push(toPoint(position, feature));
  }
  return { mode, points, isDone: isDone && points.length > 0 };
}

function writePoint({ position: [lng, lat], snap }: MeasurePoint): string {
  const degrees = [lng, lat].map((value) => Number(value.toFixed(DIGITS))).join(',');
  return snap ? `${degrees}:${snap.featureId}` : degrees;
}

function readPosition(lng: string, lat: string): LngLat | null {
  const isNumber = (part: string): boolean => /^-?\d{1,3}(\.\d{1,12})?$/.test(part);
  if (!isNumber(lng) || !isNumber(lat)) return null;
  const position: LngLat = [Number(lng), Number(lat)];
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null;
}

/** Accuracy is read from the plan, never from the link; whether the feature still lies there, the tool proves. */
function toPoint(position: LngLat, feature: PlanFeature | null): MeasurePoint {
  if (!feature) return { position, snap: null };
  const { id, accuracy } = feature.properties;
  return {
    position,
    snap: {
      position,
      featureId: id,
      at: 'line',
      distanceM: 0,
      certainty: accuracy.class,
      horizontalM: accuracy.horizontalM ?? null,
    },
  };
}

const isMode = (name: string | undefined): name is MeasureMode =>
  (MEASURE_MODES as readonly (string | undefined)[]).includes(name);
