import type { Measurement, MeasurePoint } from '../../contracts/analysis.ts';
import { geodesicArea, geodesicDistanceM } from './ellipsoid.ts';
import { describeSureness, rangeOf } from './describe-sureness.ts';

/**
 * Area of a ring of corners (open, in either direction), on the CGCS2000 ellipsoid. The range moves each side by the
 * mean accuracy of its two ends. Fewer than three points: zero.
 */
export function measureArea(points: readonly MeasurePoint[]): Measurement {
  const { areaM2, perimeterM } = geodesicArea(points.map(({ position }) => position));
  const slackM2 = points.reduce((total, point, index) => {
    const next = points[(index + 1) % points.length]!;
    const moveM = ((point.snap?.horizontalM ?? 0) + (next.snap?.horizontalM ?? 0)) / 2;
    return total + moveM * geodesicDistanceM(point.position, next.position);
  }, 0);
  return {
    kind: 'area',
    unit: 'm2',
    value: points.length < 3 ? 0 : areaM2,
    perimeterM,
    range: points.length < 3 ? null : rangeOf(points, areaM2, slackM2),
    ...describeSureness(points),
  };
}
