import type { Position } from 'geojson';

/** WGS 84, which the bundle's CGCS2000 equals to a tenth of a millimetre. */
const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);

/** Metres per radian of latitude and of longitude on the ellipsoid (radii of curvature M and N·cos φ). */
export function metresPerRadian(lat: number): readonly [meridian: number, parallel: number] {
  const phi = (lat * Math.PI) / 180;
  const w = Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
  return [(SEMI_MAJOR_M * (1 - E2)) / w ** 3, (SEMI_MAJOR_M / w) * Math.cos(phi)];
}

/** Metres between two positions on the ellipsoid; within 0.01 % below 100 km. */
export function groundDistanceM(a: Position, b: Position): number {
  const [meridian, parallel] = metresPerRadian((a[1]! + b[1]!) / 2);
  const rad = Math.PI / 180;
  return Math.hypot((b[1]! - a[1]!) * rad * meridian, (b[0]! - a[0]!) * rad * parallel);
}
