import type { LngLat } from '../../contracts/bundle.ts';
import { geodesicDistanceM } from './ellipsoid.ts';

/** Metres east and north of a plane's origin. */
export type Flat = readonly [eastM: number, northM: number];
export type Side = readonly [from: Flat, to: Flat];

const STEP_DEGREES = 0.01;

/**
 * Positions near a place in metres, for telling what lies beside what. True to scale at the place; 50 km off it is
 * 1 % out, so shares of a length are taken from it and lengths themselves are not.
 */
export function flattenAround([lng, lat]: LngLat): (position: readonly number[]) => Flat {
  const east = geodesicDistanceM([lng, lat], [lng + STEP_DEGREES, lat]) / STEP_DEGREES;
  const north = geodesicDistanceM([lng, lat], [lng, lat + STEP_DEGREES]) / STEP_DEGREES;
  return (position) => [(position[0]! - lng) * east, (position[1]! - lat) * north];
}

/** Sides of lines that come within a reach of a box. */
export function sidesNear(
  lines: readonly (readonly Flat[])[],
  box: readonly Flat[],
  reachM: number,
): readonly Side[] {
  const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs) - reachM, Math.max(...xs) + reachM];
  const [south, north] = [Math.min(...ys) - reachM, Math.max(...ys) + reachM];
  return lines.flatMap((line) =>
    line.slice(1).flatMap((to, index): readonly Side[] => {
      const from = line[index]!;
      const isNear =
        Math.max(from[0], to[0]) >= west &&
        Math.min(from[0], to[0]) <= east &&
        Math.max(from[1], to[1]) >= south &&
        Math.min(from[1], to[1]) <= north;
      return isNear ? [[from, to]] : [];
    }),
  );
}

/** Metres to the nearest of the sides; infinite when there are none. */
export function distanceTo([x, y]: Flat, sides: readonly Side[]): number {
  let best = Infinity;
  for (const [a, b] of sides) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / square;
    const t = Math.min(1, Math.max(0, along));
    best = Math.min(best, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
  }
  return best;
}

/** Where a side meets others, as shares of its length, 0–1, in order; those that run along it do not meet it. */
export function meetingsOf([a, b]: Side, others: readonly Side[]): readonly number[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const found = others.flatMap(([c, d]) => {
    const [ex, ey] = [d[0] - c[0], d[1] - c[1]];
    const cross = dx * ey - dy * ex;
    if (cross === 0) return [];
    const t = ((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / cross;
    const u = ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / cross;
    return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t] : [];
  });
  return found.toSorted((one, other) => one - other);
}

/** Even–odd, so that holes are out. */
export function isWithin([x, y]: Flat, outlines: readonly (readonly Flat[])[]): boolean {
  let isIn = false;
  for (const outline of outlines) {
    let before = outline.at(-1)!;
    for (const corner of outline) {
      const spans = corner[1] > y !== before[1] > y;
      const atX = before[0] + ((y - before[1]) / (corner[1] - before[1])) * (corner[0] - before[0]);
      if (spans && x < atX) isIn = !isIn;
      before = corner;
    }
  }
  return isIn;
}
