import geodesic from 'geographiclib-geodesic';
import type { LngLat } from '../../contracts/bundle.ts';

/** CGCS2000: a = 6378137 m, 1/f = 298.257222101. */
const cgcs2000 = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/** Geodesic distance in metres. Karney's method, good to nanometres. */
export function geodesicDistanceM(from: LngLat, to: LngLat): number {
  return cgcs2000.Inverse(from[1], from[0], to[1], to[0]).s12 ?? 0;
}

/** Azimuth at `from`, degrees clockwise from true north, 0–360; 0 between equal positions. */
export function geodesicBearing(from: LngLat, to: LngLat): number {
  if (from[0] === to[0] && from[1] === to[1]) return 0;
  const azimuth = cgcs2000.Inverse(from[1], from[0], to[1], to[0]).azi1 ?? 0;
  return (azimuth + 360) % 360;
}

/** Area in m² and perimeter in m of a ring, open or closed, whose sides are geodesics; never negative. */
export function geodesicArea(ring: readonly LngLat[]): {
  readonly areaM2: number;
  readonly perimeterM: number;
} {
  const polygon = cgcs2000.Polygon(false);
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first![0] === last![0] && first![1] === last![1];
  for (const [lng, lat] of isClosed ? ring.slice(0, -1) : ring) polygon.AddPoint(lat, lng);
  const { area = 0, perimeter } = polygon.Compute(false, true);
  return { areaM2: Math.abs(area), perimeterM: perimeter };
}
