import type { LngLat } from '../../contracts/bundle.ts';

/** CGCS2000, as in `ellipsoid.ts`. */
const A_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const N = FLATTENING / (2 - FLATTENING);
const E = Math.sqrt(FLATTENING * (2 - FLATTENING));
/** Radius of the circle that is as long as a meridian. */
const RECTIFYING_M = (A_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);

/**
 * Krüger's series in the third flattening, to its fourth power (Karney 2011, doi 10.1007/s00190-011-0445-3, eq. 35 and
 * 36): what is left out is below 0.01 mm in a 3° zone. Own code, since proj4 brings every projection and datum with it,
 * 40 kB for this one; the tests hold it against proj4.
 */
const FORTH = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49_561 * N ** 4) / 161_280,
] as const;
const BACK = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161_280,
] as const;

const RADIAN = Math.PI / 180;
const NEWTON_STEPS = 6;
const CLOSE_ENOUGH = 1e-15;

/** Metres east of the central meridian and north of the equator. */
export function toPlane([lng, lat]: LngLat, meridian: number): readonly [number, number] {
  const turn = (lng - meridian) * RADIAN;
  const tangent = toConformal(Math.tan(lat * RADIAN));
  const xi = Math.atan2(tangent, Math.cos(turn));
  const eta = Math.asinh(Math.sin(turn) / Math.hypot(tangent, Math.cos(turn)));
  const [north, east] = addSeries(xi, eta, FORTH, 1);
  return [east * RECTIFYING_M, north * RECTIFYING_M];
}

/** Position of metres east of the central meridian and north of the equator. */
export function fromPlane(eastM: number, northM: number, meridian: number): LngLat {
  const [xi, eta] = addSeries(northM / RECTIFYING_M, eastM / RECTIFYING_M, BACK, -1);
  const tangent = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  const turn = Math.atan2(Math.sinh(eta), Math.cos(xi));
  return [meridian + turn / RADIAN, Math.atan(fromConformal(tangent)) / RADIAN];
}

function addSeries(
  xi: number,
  eta: number,
  terms: readonly number[],
  sign: 1 | -1,
): readonly [number, number] {
  return terms.reduce<readonly [number, number]>(
    ([north, east], term, index) => {
      const order = 2 * (index + 1);
      return [
        north + sign * term * Math.sin(order * xi) * Math.cosh(order * eta),
        east + sign * term * Math.cos(order * xi) * Math.sinh(order * eta),
      ];
    },
    [xi, eta],
  );
}

/** Tangent of the conformal latitude from that of the geographic one. */
function toConformal(tangent: number): number {
  const secant = Math.hypot(1, tangent);
  const sigma = Math.sinh(E * Math.atanh((E * tangent) / secant));
  return tangent * Math.hypot(1, sigma) - sigma * secant;
}

/** The other way round, by Newton's method; two steps are mostly enough. */
function fromConformal(conformal: number): number {
  const square = 1 - E ** 2;
  let tangent = conformal / square;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const found = toConformal(tangent);
    const change =
      ((conformal - found) / Math.hypot(1, found)) *
      ((1 + square * tangent ** 2) / (square * Math.hypot(1, tangent)));
    tangent += change;
    if (Math.abs(change) < CLOSE_ENOUGH * Math.max(1, Math.abs(tangent))) break;
  }
  return tangent;
}
