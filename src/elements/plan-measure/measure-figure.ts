import { measureArea } from '../../analysis/measure/measure-area.ts';
import { measureDistance } from '../../analysis/measure/measure-distance.ts';
import { readPosition } from '../../analysis/measure/read-position.ts';
import type { Measurement, MeasurePoint, PositionReadout } from '../../contracts/analysis.ts';
import type { Measured, MeasureMode, MeasureResult } from '../../contracts/state.ts';
import { gridBearingOf } from './bearing.ts';

export interface Leg {
  /** Numbers of its points, from 0. */
  readonly from: number;
  readonly to: number;
  readonly length: Measured;
  /** From the first point to this leg's end. */
  readonly sum: Measured;
  /** Geodesic, degrees clockwise from true north. */
  readonly bearing: number;
  readonly backBearing: number;
  readonly gridBearing: number;
}

/** Everything that the panel says about a figure. */
export interface FigureReport {
  readonly mode: MeasureMode;
  readonly legs: readonly Leg[];
  /** Length of the line, or way round the area; null below two points. */
  readonly length: Measured | null;
  readonly area: Measured | null;
  /** Snapped features that are schematic or inferred. */
  readonly softIds: readonly string[];
  readonly readouts: readonly PositionReadout[];
}

/**
 * Measures a figure; an area counts from three points on, and then closes. All plane coordinates
 * are of one zone, so that they can be reckoned with.
 */
export function measureFigure(
  points: readonly MeasurePoint[],
  mode: MeasureMode,
  zone: number,
): FigureReport {
  const readouts = points.map(({ position }) => readPosition(position, zone));
  const isArea = mode === 'area' && points.length >= 3;
  const line = isArea ? [...points, points[0]!] : points;
  if (mode === 'point' || line.length < 2) {
    return { mode, legs: [], length: null, area: null, softIds: [], readouts };
  }
  const whole = measureDistance(line);
  const legs = line.slice(1).map((to, index): Leg => {
    const from = line[index]!;
    const end = isArea && index === points.length - 1 ? 0 : index + 1;
    const forth = measureDistance([from, to]);
    const back = measureDistance([to, from]);
    return {
      from: index,
      to: end,
      length: toMeasured(forth),
      sum: toMeasured(measureDistance(line.slice(0, index + 2))),
      bearing: bearingOf(forth),
      backBearing: bearingOf(back),
      gridBearing: gridBearingOf(readouts[index]!.plane, readouts[end]!.plane),
    };
  });
  return {
    mode,
    legs,
    length: toMeasured(whole),
    area: isArea ? toMeasured(measureArea(points)) : null,
    softIds: whole.softIds,
    readouts,
  };
}

/** What the map writes beside the figure. */
export function toResult(points: readonly MeasurePoint[], report: FigureReport): MeasureResult {
  return { points, legsM: report.legs.map(({ length }) => length), areaM2: report.area };
}

function toMeasured({ value, range, softIds }: Measurement): Measured {
  return { value, range, isSoft: softIds.length > 0 };
}

function bearingOf(measurement: Measurement): number {
  return (measurement.kind === 'distance' ? measurement.legs[0]?.bearing : undefined) ?? 0;
}
