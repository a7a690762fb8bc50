import type { Measurement, MeasurePoint } from '../../contracts/analysis.ts';
import { geodesicBearing, geodesicDistanceM } from './ellipsoid.ts';
import { describeSureness, rangeOf } from './describe-sureness.ts';

/**
 * Length of a path with its legs, on the CGCS2000 ellipsoid. Each snapped corner may lie `horizontalM` off, so each end
 * of each leg may be that much longer or shorter: the range is the worst case. Fewer than two points: zero.
 */
export function measureDistance(points: readonly MeasurePoint[]): Measurement {
  const legs = points.slice(1).map((point, index) => {
    const from = points[index]!.position;
    return {
      lengthM: geodesicDistanceM(from, point.position),
      bearing: geodesicBearing(from, point.position),
    };
  });
  const value = legs.reduce((total, { lengthM }) => total + lengthM, 0);
  const slackM = points.reduce((total, { snap }, index) => {
    const ends = index === 0 || index === points.length - 1 ? 1 : 2;
    return total + ends * (snap?.horizontalM ?? 0);
  }, 0);
  return {
    kind: 'distance',
    unit: 'm',
    value,
    legs,
    range: points.length < 2 ? null : rangeOf(points, value, slackM),
    ...describeSureness(points),
  };
}
